#pragma once

#include "core/workspace/answering.h"

namespace plimsoll {

/// Refuses as a conflict a change of answer, owner or due date where somebody else set another one than the
/// person saw. `seen` is the response as it stood on the screen; what `ownLast` set, the person's own writing
/// that the screen does not show yet, is no conflict. Rationales are looked after by planAnswers().
Done refuseOverOthers(const Connection &connection, const ItemOfAssessment &item, const AnswerChange &change,
                      const Response &seen, const AnswerChange &ownLast);

/// Refuses as a conflict a change of several items when what it would overwrite is no longer what the person
/// was shown before.
Done refuseUnlessAsShown(const QList<Response> &shown, const QList<Response> &now);

}
