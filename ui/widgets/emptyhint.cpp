#include "ui/widgets/emptyhint.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainlabel.h"

#include <QVBoxLayout>

namespace plimsoll {

EmptyHint::EmptyHint(const QString &heading, const QString &sentence, const QString &step, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::wide, spacing::wide, spacing::wide, spacing::wide);
    column->setSpacing(spacing::small);
    auto *title = new PlainLabel(heading, TextKind::Heading);
    title->setAlignment(Qt::AlignHCenter);
    auto *words = (new PlainLabel(sentence, TextKind::Body, Emphasis::Quiet))->wrapped();
    words->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    words->setMaximumWidth(560);
    column->addStretch(2);
    column->addWidget(title->wrapped());
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(words, 8);
    row->addStretch(1);
    column->addLayout(row);
    if (!step.isEmpty()) {
        auto *first = button(step, ButtonKind::Primary);
        connect(first, &QPushButton::clicked, this, &EmptyHint::stepTaken);
        setFocusProxy(first);
        column->addSpacing(spacing::small);
        column->addWidget(first, 0, Qt::AlignHCenter);
    }
    column->addStretch(3);
}

}
