#include "ui/pages/evidence/linkform.h"

#include "core/evidence/linkaddress.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/labelled.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace plimsoll {

LinkForm::LinkForm(QWidget *parent)
    : QWidget(parent)
    , m_address(new QLineEdit)
    , m_title(new QLineEdit)
{
    m_address->setAccessibleName(tr("Address of the link"));
    m_address->setPlaceholderText(u"https://"_s);
    m_address->setObjectName(u"linkAddress"_s);
    m_title->setAccessibleName(tr("Title of the link"));
    m_title->setObjectName(u"linkTitle"_s);
    auto *attachIt = button(tr("Attach the link"), ButtonKind::Primary);
    auto *grid = new CellGrid(26);
    grid->addWidget(labelled(tr("Address"), m_address));
    grid->addWidget(labelled(tr("Title"), m_title));
    grid->addWidget(labelled(u" "_s, attachIt));
    setLayout(grid);
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
