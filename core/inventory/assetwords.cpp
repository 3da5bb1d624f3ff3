#include "core/inventory/assetwords.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Asset)
};

}

QString inWords(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Model:
        return Text::tr("model");
    case AssetKind::Dataset:
        return Text::tr("dataset");
    case AssetKind::Prompt:
        return Text::tr("prompt");
    case AssetKind::Component:
        break;
    }
    return Text::tr("component");
}

}
