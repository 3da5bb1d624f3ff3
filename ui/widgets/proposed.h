#pragma once

#include <QList>
#include <QString>

#include <optional>

class QWidget;

namespace plimsoll {

/// Of fields of a form that saves them only by its button, what they show now is what the program proposes:
/// choices, ticks, days, ticked lists, buttons of an answer. What a person makes of one counts as begun until
/// the field shows the proposal again, or what it shows then is said to be one.
void takeAsProposed(const QList<QWidget *> &fields);

/// What is chosen in the field instead of what was proposed, as it is compared; nothing while that stands,
/// and of a field of which nothing was said to be proposed.
std::optional<QString> chosenInstead(const QWidget &field);

}
