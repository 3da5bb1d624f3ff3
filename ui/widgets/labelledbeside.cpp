#include "ui/widgets/labelledbeside.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/plainlabel.h"

#include <QHBoxLayout>

namespace plimsoll {

QWidget *labelledBeside(const QString &label, QWidget *field)
{
    auto *pair = new QWidget;
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, spacing::small, 0);
    row->setSpacing(spacing::small);
    auto *words = new PlainLabel(label, TextKind::Strong);
    words->setBuddy(field);
    row->addWidget(words);
    row->addWidget(field);
    return pair;
}

}
