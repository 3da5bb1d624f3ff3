#include "core/assessment/answer.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Answer)
};

}

QString title(Answer answer)
{
    switch (answer) {
    case Answer::Met:
        return Text::tr("Met");
    case Answer::PartlyMet:
        return Text::tr("Partly met");
    case Answer::NotMet:
        return Text::tr("Not met");
    case Answer::NotApplicable:
        return Text::tr("Not applicable");
    case Answer::NotAnswered:
        break;
    }
    return Text::tr("Not answered");
}

}
