#include "ui/widgets/labelledbeside.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/plainlabel.h"

#include <QVBoxLayout>

namespace plimsoll {

QWidget *labelledBeside(const QString &label, QWidget *field)
{
    auto *pair = new QWidget;
    auto *column = new QVBoxLayout(pair);
    column->setContentsMargins(0, 0, spacing::small, 0);
    column->setSpacing(spacing::tight);
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    row->setSpacing(spacing::small);
    auto *words = new PlainLabel(label, TextKind::Strong);
    words->setBuddy(field);
    row->addWidget(words);
    row->addWidget(field);
    if (const auto *date = qobject_cast<const DateField *>(field))
        column->addWidget(sentenceOf(*date));
    return pair;
}

}
