#include "ui/pages/evidence/linkform.h"

#include "core/evidence/linkaddress.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelledbeside.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int characters = 34;

}

LinkForm::LinkForm(QWidget *parent)
    : QWidget(parent)
    , m_address(new QLineEdit)
    , m_title(new QLineEdit)
{
    for (QLineEdit *field : {m_address, m_title})
        field->setFixedWidth(fontMetrics().averageCharWidth() * characters);
    m_address->setAccessibleName(tr("Address of the link"));
    m_address->setPlaceholderText(u"https://"_s);
    m_address->setObjectName(u"linkAddress"_s);
    m_title->setAccessibleName(tr("Title of the link"));
    m_title->setObjectName(u"linkTitle"_s);
    auto *attachIt = button(tr("Attach the link"), ButtonKind::Primary);
    auto *row = new FlowLayout(this);
    row->addWidget(labelledBeside(tr("Address"), m_address));
    row->addWidget(labelledBeside(tr("Title"), m_title));
    row->addWidget(attachIt);
    connect(attachIt, &QPushButton::clicked, this, &LinkForm::give);
    connect(m_address, &QLineEdit::returnPressed, this, &LinkForm::give);
}

void LinkForm::begin()
{
    m_address->setFocus();
}

void LinkForm::give()
{
    Evidence link;
    link.url = m_address->text().trimmed();
    link.title = m_title->text().trimmed();
    if (link.url.isEmpty())
        return m_address->setFocus();
    if (const auto taken = checkLinkAddress(link.url); !taken) {
        m_address->setFocus();
        Q_EMIT refused(taken.error());
        return;
    }
    m_address->clear();
    m_title->clear();
    Q_EMIT given(link);
}

}
