// Build tool: reads the shipped catalogue and its mappings as anybody's would be read, so that a mistake in
// them stops the build with its line, and writes the form that is compiled into the programs.
//
//     plimsoll_compile_catalogue CATALOGUE.yaml FOLDER MAPPING.yaml...

#include "core/catalogue/cataloguereader.h"
#include "core/catalogue/compiledcatalogue.h"
#include "core/catalogue/mappingreader.h"
#include "core/catalogue/yamlreader.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

int complain(const Error &error)
{
    std::fputs(qPrintable((error.detail.isEmpty() ? error.message : error.detail) + u'\n'), stderr);
    return 1;
}

Done write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return refuse(ErrorCode::Storage, u"%1 cannot be written: %2."_s.arg(path, file.errorString()));
    return {};
}

Done compile(const QString &yaml, const QString &folder, const Catalogue *catalogue)
{
    const auto root = readYamlFile(yaml);
    if (!root)
        return tl::unexpected(root.error());
    if (catalogue) {
        if (const auto mapping = readMapping(*root, *catalogue, yaml); !mapping)
            return tl::unexpected(mapping.error());
    }
    return write(folder + u'/' + QFileInfo(yaml).completeBaseName() + u".json"_s, compiled(*root));
}

}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    const QString yaml = QString::fromLocal8Bit(argv[1]);
    const QString folder = QString::fromLocal8Bit(argv[2]);
    const auto catalogue = readCatalogueFile(yaml);
    if (!catalogue)
        return complain(catalogue.error());
    if (const auto done = compile(yaml, folder, nullptr); !done)
        return complain(done.error());
    for (int i = 3; i < argc; ++i) {
        if (const auto done = compile(QString::fromLocal8Bit(argv[i]), folder + u"/mappings"_s, &*catalogue);
            !done)
            return complain(done.error());
    }
    return 0;
}
