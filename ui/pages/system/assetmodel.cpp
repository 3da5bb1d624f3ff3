#include "ui/pages/system/assetmodel.h"

#include "ui/pages/system/inventorywords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AssetModel)
};

QVariant fingerprintOf(const AssetRow &row)
{
    return row.asset.digest ? row.asset.digest->hex().left(12) + u'…' : Text::tr("none");
}

QVariant acquiredOf(const AssetRow &row)
{
    return row.asset.acquiredAt
               ? QVariant(row.asset.acquiredAt->toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s))
               : QVariant();
}

}

std::unique_ptr<AssetModel> makeAssetModel()
{
    std::vector<Column<AssetRow>> columns;
    columns.emplace_back(Text::tr("Kind"), [](const AssetRow &row) { return title(row.asset.kind); });
    columns.emplace_back(Text::tr("Name"), [](const AssetRow &row) { return row.asset.name; });
    columns.emplace_back(Text::tr("Version"), [](const AssetRow &row) { return row.asset.version; });
    columns.emplace_back(Text::tr("Supplier"), [](const AssetRow &row) { return row.supplier; });
    columns.push_back(Column<AssetRow>(Text::tr("Fingerprint"), fingerprintOf)
                          .explained(Text::tr("The beginning of its SHA-256.")));
    columns.emplace_back(Text::tr("Acquired"), acquiredOf);
    return std::make_unique<AssetModel>([](const AssetRow &row) { return row.asset.id.text(); },
                                        std::move(columns));
}

}
