#include "ui/widgets/labelled.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractButton>
#include <QVBoxLayout>

namespace plimsoll {

QWidget *labelled(const QString &label, QWidget *field, const QString &hint)
{
    auto *cell = new QWidget;
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    auto *words = (new PlainLabel(label, TextKind::Small, Emphasis::Quiet))->wrapped();
    words->setBuddy(field);
    column->addWidget(words);
    const bool isButton = qobject_cast<QAbstractButton *>(field) != nullptr;
    column->addWidget(field, 0, isButton ? Qt::AlignLeft : Qt::Alignment());
    if (const auto *date = qobject_cast<const DateField *>(field))
        column->addWidget(sentenceOf(*date));
    if (!hint.isEmpty())
        column->addWidget((new PlainLabel(hint, TextKind::Small, Emphasis::Quiet))->wrapped());
    column->addStretch(1);
    return cell;
}

}
