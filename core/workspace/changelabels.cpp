#include "core/workspace/changelabels.h"

#include <QCoreApplication>
#include <QSet>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChangeLabels)
};

constexpr qsizetype longestTitle = 80;

constexpr auto nameOfHolder =
    "SELECT COALESCE(s.name, p.name) FROM assessment a LEFT JOIN ai_system s ON s.id = a.system "
    "LEFT JOIN platform p ON p.id = a.platform WHERE a.id = ?"_L1;

QString quoted(const QString &title)
{
    return u"“%1”"_s.arg(title.size() > longestTitle ? title.left(longestTitle) + u'…' : title);
}

}

QString piecesInWords(const QStringList &titles)
{
    if (titles.size() == 1)
        return quoted(titles.first());
    if (titles.size() == 2)
        return Text::tr("%1 and %2", "two titles").arg(quoted(titles.first()), quoted(titles.last()));
    const QString count = Text::tr("%n pieces of evidence", nullptr, int(titles.size()));
    return titles.isEmpty() ? count : Text::tr("%1, such as %2").arg(count, quoted(titles.first()));
}

Result<QString> itemsInWords(const Connection &connection, const QList<ItemOfAssessment> &items)
{
    QSet<Id<Assessment>> assessments;
    QSet<QString> different;
    for (const auto &item : items) {
        assessments.insert(item.assessment);
        different.insert(item.item);
    }
    const QString what = items.size() == 1       ? items.first().item
                         : different.size() == 1 ? *different.constBegin()
                                                 : Text::tr("%n items", nullptr, int(items.size()));
    if (assessments.size() != 1)
        return Text::tr("%1 of %n systems or platforms", nullptr, int(assessments.size())).arg(what);
    const auto holder = connection.single(nameOfHolder, {assessments.constBegin()->text()});
    if (!holder)
        return tl::unexpected(holder.error());
    const QString name = holder->toString();
    return name.isEmpty() ? what : Text::tr("%1 of %2", "an item of a system").arg(what, name);
}

Result<QString> labelOfAttaching(const Connection &connection, const QStringList &titles,
                                 const QList<ItemOfAssessment> &serves)
{
    if (serves.isEmpty())
        return Text::tr("Add %1 to the evidence").arg(piecesInWords(titles));
    const auto items = itemsInWords(connection, serves);
    if (!items)
        return items;
    return Text::tr("Attach %1 to %2").arg(piecesInWords(titles), *items);
}

}
