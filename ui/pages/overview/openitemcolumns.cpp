#include "ui/pages/overview/openitemcolumns.h"

#include "core/report/standingmark.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenItemColumns)
};

QVariant dateOf(const std::optional<QDate> &date)
{
    return date ? QVariant(*date) : QVariant();
}

Column<OpenItem> itemColumn()
{
    return Column<OpenItem>(Text::tr("Provision"),
                            [](const OpenItem &item) { return u"%1  %2"_s.arg(item.item, item.title); })
        .marked([](const OpenItem &item) { return int(markOf(item.standing)); })
        .withToolTip([](const OpenItem &item) {
            return u"%1: %2 %3"_s.arg(title(item.standing), item.item, item.title);
        });
}

Column<OpenItem> systemColumn()
{
    return {Text::tr("System"), [](const OpenItem &item) {
                return item.platform ? Text::tr("Common answer of %1").arg(item.systemName) : item.systemName;
            }};
}

Column<OpenItem> answerColumn()
{
    return {Text::tr("Answer"), [](const OpenItem &item) {
                return title(item.standing);
            }};
}

Column<OpenItem> ownerColumn()
{
    return {Text::tr("Owner"), [](const OpenItem &item) {
                return item.owner.isEmpty() ? Text::tr("nobody") : item.owner;
            }};
}

Column<OpenItem> dueColumn()
{
    return {Text::tr("Due"), [](const OpenItem &item) {
                return dateOf(item.due);
            }};
}

Column<OpenItem> releaseColumn()
{
    return {Text::tr("Release"), [](const OpenItem &item) {
                return dateOf(item.release);
            }};
}

}

QString openItemKey(const OpenItem &item)
{
    return (item.platform ? item.platform->text() : item.system.text()) + u'/' + item.item;
}

std::vector<Column<OpenItem>> blockerColumns()
{
    return {releaseColumn(), systemColumn(), itemColumn(), answerColumn(), ownerColumn(), dueColumn()};
}

std::vector<Column<OpenItem>> overdueColumns()
{
    return {dueColumn(), systemColumn(), itemColumn(), answerColumn(), ownerColumn()};
}

}
