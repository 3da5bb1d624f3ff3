#include "ui/pages/systems/registermodel.h"

#include "ui/pages/system/inventorywords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RegisterModel)
};

using Line = RegisterRow;

QVariant reviewOf(const Line &line)
{
    return line.system.nextReview ? QVariant(line.system.nextReview->toString(Qt::ISODate)) : QVariant();
}

QVariant readinessInWords(const Line &line)
{
    if (line.system.outOfScope)
        return Text::tr("out of scope");
    if (!line.ready)
        return u"…"_s;
    const Fraction &shall = line.ready->shall;
    if (shall.isEmpty())
        return Text::tr("nothing due");
    return (line.ready->outdated.isEmpty() ? Text::tr("%1 %   %2 of %3")
                                           : Text::tr("outdated: %1 %   %2 of %3"))
        .arg(shall.percent())
        .arg(shall.part)
        .arg(shall.whole);
}

QVariant readinessKey(const Line &line)
{
    if (line.system.outOfScope || !line.ready || line.ready->shall.isEmpty())
        return {};
    return int(line.ready->shall.share() * 1'000'000);
}

QVariant whyOutdated(const Line &line)
{
    return line.ready && !line.ready->outdated.isEmpty() ? QVariant(line.ready->outdated) : QVariant();
}

}

std::unique_ptr<RegisterModel> makeRegisterModel()
{
    std::vector<Column<Line>> columns;
    columns.emplace_back(Text::tr("Number"), [](const Line &line) { return line.system.number; });
    columns.emplace_back(Text::tr("Name"), [](const Line &line) { return line.system.name; });
    columns.emplace_back(Text::tr("Version"), [](const Line &line) { return line.system.version; });
    columns.emplace_back(Text::tr("Owner"), [](const Line &line) { return line.owner; });
    columns.push_back(Column<Line>(Text::tr("Our roles"), [](const Line &line) {
                          return titles(line.ourRoles);
                      }).explained(Text::tr("The roles of EN 304 223 that our own parties hold.")));
    columns.push_back(Column<Line>(Text::tr("Phase"), [](const Line &line) {
                          return title(line.system.phase);
                      }).sortedBy([](const Line &line) { return int(line.system.phase); }));
    columns.push_back(Column<Line>(Text::tr("Reached by"), [](const Line &line) {
                          return title(line.system.exposure);
                      }).sortedBy([](const Line &line) { return int(line.system.exposure); }));
    columns.push_back(
        Column<Line>(Text::tr("Shall met"), readinessInWords)
            .sortedBy(readinessKey)
            .alignedRight()
            .withToolTip(whyOutdated)
            .explained(Text::tr("Provisions with shall that are met, of those that apply and are due.")));
    columns.emplace_back(Text::tr("Next review"), reviewOf);
    return std::make_unique<RegisterModel>([](const Line &line) { return line.system.id.text(); },
                                           std::move(columns));
}

RegisterModel::Filter registerFilter(const QString &words)
{
    const QStringList wanted = words.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return {};
    return [wanted](const Line &line) {
        return std::all_of(wanted.cbegin(), wanted.cend(),
                           [&line](const QString &word) { return line.words.contains(word); });
    };
}

}
