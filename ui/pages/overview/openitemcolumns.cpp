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

/// What is still missing, where the standing alone does not say it.
QString answerInWords(const OpenItem &item)
{
    switch (item.lack) {
    case Lack::Conformity:
        return title(item.standing);
    case Lack::Confirmation:
        return Text::tr("%1, not reconfirmed").arg(title(item.standing));
    case Lack::Approval:
        break;
    }
    return Text::tr("Not applicable, not approved");
}

/// What lacks a person's word is not settled, however it stands.
StatusMark markOf(const OpenItem &item)
{
    return item.lack == Lack::Conformity ? markOf(item.standing) : StatusMark::NotAnswered;
}

Column<OpenItem> itemColumn()
{
    return Column<OpenItem>(Text::tr("Provision"),
                            [](const OpenItem &item) { return u"%1  %2"_s.arg(item.item, item.title); })
        .marked([](const OpenItem &item) { return int(markOf(item)); })
        .withToolTip([](const OpenItem &item) {
            return u"%1: %2 %3"_s.arg(answerInWords(item), item.item, item.title);
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
    return {Text::tr("Answer"), answerInWords};
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
