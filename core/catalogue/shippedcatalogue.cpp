#include "core/catalogue/shippedcatalogue.h"

#include "core/catalogue/compiledcatalogue.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ShippedCatalogue)
};

Result<QByteArray> contentOf(const QString &resource)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(
            ErrorCode::Damaged,
            Text::tr("This program was built without its catalogue %1; install it anew.").arg(resource));
    return file.readAll();
}

}

Result<std::shared_ptr<const Catalogue>> shippedCatalogue()
{
    const auto file = u":/plimsoll/catalogue/en-304-223.json"_s;
    const auto bytes = contentOf(file);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto catalogue = readCompiledCatalogue(*bytes, file);
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    return std::make_shared<const Catalogue>(std::move(*catalogue));
}

Result<std::shared_ptr<const Catalogue>> shippedCatalogue(const std::shared_ptr<const Catalogue> &held)
{
    if (held)
        return held;
    return shippedCatalogue();
}

Result<std::vector<MappingSet>> shippedMappings(const Catalogue &catalogue)
{
    std::vector<MappingSet> mappings;
    const QDir folder(u":/plimsoll/catalogue/mappings"_s);
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        const auto bytes = contentOf(folder.filePath(name));
        if (!bytes)
            return tl::unexpected(bytes.error());
        auto mapping = readCompiledMapping(*bytes, catalogue, name);
        if (!mapping)
            return tl::unexpected(mapping.error());
        mappings.push_back(std::move(*mapping));
    }
    return mappings;
}

}
