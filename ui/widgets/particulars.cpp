#include "ui/widgets/particulars.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/plainlabel.h"

#include <QGridLayout>

namespace plimsoll {

// A grid, for a form layout measures lines that break at another width than it shows them.
Particulars::Particulars(Sought sought, QWidget *parent)
    : QWidget(parent)
    , m_sought(sought)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(spacing::wide);
    m_grid->setVerticalSpacing(spacing::tight);
    m_grid->setColumnStretch(1, 1);
}

PlainLabel *Particulars::add(const QString &name)
{
    auto *value = (new PlainLabel)->wrapped();
    value->setAccessibleName(name);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    add(name, value);
    return value;
}

void Particulars::add(const QString &name, QWidget *value)
{
    const int row = m_grid->rowCount();
    auto *label = m_sought == Sought::Names ? new PlainLabel(name, TextKind::Strong)
                                            : new PlainLabel(name, TextKind::Body, Emphasis::Quiet);
    const bool isText = qobject_cast<PlainLabel *>(value);
    m_grid->addWidget(label, row, 0, isText ? Qt::AlignTop : Qt::AlignVCenter);
    m_grid->addWidget(value, row, 1);
}

void Particulars::say(PlainLabel *value, const QString &words)
{
    value->setPlainText(words);
    value->setVisible(!words.isEmpty());
    int row = 0;
    int column = 0;
    int span = 0;
    m_grid->getItemPosition(m_grid->indexOf(value), &row, &column, &span, &span);
    m_grid->itemAtPosition(row, 0)->widget()->setVisible(!words.isEmpty());
}

}
