#include "ui/pages/overview/sharecolumn.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ShareColumn)
};

}

QString shareInWords(const Fraction &fraction)
{
    if (fraction.isEmpty())
        return Text::tr("nothing due");
    return Text::tr("%1 %   %2 of %3").arg(fraction.percent()).arg(fraction.part).arg(fraction.whole);
}

}
