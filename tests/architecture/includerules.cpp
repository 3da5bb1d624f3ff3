#include "tests/architecture/qtmodules.h"
#include "tests/architecture/rule.h"

#include <QHash>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Include
{
    QString header;
    bool quoted = false;
};

QList<Include> includesOf(const SourceFile &file)
{
    static const QRegularExpression directive(uR"x(^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>))x"_s,
                                              QRegularExpression::MultilineOption);
    QList<Include> includes;
    for (auto matches = directive.globalMatch(file.text); matches.hasNext();) {
        const auto match = matches.next();
        const bool quoted = match.hasCaptured(1) && !match.captured(1).isEmpty();
        includes.append({quoted ? match.captured(1) : match.captured(2), quoted});
    }
    return includes;
}

/// One breach for each include of a file chosen by `where` that `forbidden` says yes to.
template <class Where, class Forbidden>
QStringList forbiddenIncludes(const SourceTree &tree, Where where, Forbidden forbidden)
{
    QStringList breaches;
    for (const auto &file : tree) {
        if (!file.isCode() || !where(file))
            continue;
        for (const auto &include : includesOf(file)) {
            if (forbidden(file, include))
                breaches.append(u"%1 includes %2"_s.arg(file.path, include.header));
        }
    }
    return breaches;
}

/// The room a path belongs to: "core/base", "ui/models", "ui", "app"; nothing for tests and foreign headers.
std::optional<QString> roomOf(const QString &path)
{
    const auto first = path.section(u'/', 0, 0);
    if (first == "core"_L1 || path.startsWith("ui/models/"_L1))
        return path.section(u'/', 0, 1);
    if (first == "ui"_L1 || first == "app"_L1)
        return first;
    return std::nullopt;
}

/// The floors of the house from the ground up. A room knows the floors below it; concepts know each other's
/// values.
const QList<QStringList> &floors()
{
    static const QList<QStringList> all{
        {u"core/base"_s},
        {u"core/record"_s},
        {u"core/storage"_s},
        {u"core/catalogue"_s, u"core/inventory"_s, u"core/responsibility"_s, u"core/assessment"_s,
         u"core/evidence"_s, u"core/risk"_s, u"core/journal"_s, u"core/signing"_s},
        {u"core/workspace"_s},
        {u"core/report"_s, u"core/exchange"_s, u"core/package"_s, u"core/sample"_s},
        {u"core/delivery"_s},
        {u"ui/models"_s},
        {u"ui"_s},
        {u"app"_s}};
    return all;
}

constexpr int floorOfConcepts = 3;

int floorOf(const QString &room)
{
    for (int floor = 0; floor < floors().size(); ++floor) {
        if (floors().at(floor).contains(room))
            return floor;
    }
    return -1;
}

bool mayKnow(const QString &room, const QString &other)
{
    const int own = floorOf(room);
    const int its = floorOf(other);
    return room == other || (its >= 0 && its < own) || (own == its && own == floorOfConcepts);
}

Rule roomRule(const QString &room)
{
    const auto breaches = [room](const SourceTree &tree) {
        return forbiddenIncludes(
            tree, [&](const SourceFile &file) { return roomOf(file.path) == room; },
            [&](const SourceFile &, const Include &include) {
                const auto other = include.quoted ? roomOf(include.header) : std::nullopt;
                return other && !mayKnow(room, *other);
            });
    };
    return {u"%1 knows only the floors below"_s.arg(room),
            breaches,
            {{room + u"/example.cpp"_s,
              u"#include \"%1/above.h\"\n"_s.arg(room == "app"_L1 ? u"core/nowhere"_s : u"app"_s)}}};
}

QStringList unknownRooms(const SourceTree &tree)
{
    QStringList breaches;
    for (const auto &file : tree) {
        const auto room = roomOf(file.path);
        if (room && file.isCode() && floorOf(*room) < 0)
            breaches.append(u"%1 stands in a room without a floor"_s.arg(file.path));
    }
    return breaches;
}

QStringList foreignStores(const SourceTree &tree)
{
    static const QRegularExpression store(uR"((store|repository|reader|writer)\.h$)"_s);
    const auto isConcept = [](const std::optional<QString> &room) {
        return room && floorOf(*room) == floorOfConcepts;
    };
    return forbiddenIncludes(
        tree, [&](const SourceFile &file) { return isConcept(roomOf(file.path)); },
        [&](const SourceFile &file, const Include &include) {
            const auto other = roomOf(include.header);
            return isConcept(other) && other != roomOf(file.path) && include.header.contains(store);
        });
}

/// A library that only the places matching `allowed` may include.
Rule libraryRule(const QString &name, const QString &header, const QString &allowed, const QString &example)
{
    const QRegularExpression isHeader(u"^(?:%1)"_s.arg(header));
    const QRegularExpression isAllowed(u"^(?:%1)"_s.arg(allowed));
    const auto breaches = [isHeader, isAllowed](const SourceTree &tree) {
        return forbiddenIncludes(
            tree, [&](const SourceFile &file) { return roomOf(file.path) && !file.path.contains(isAllowed); },
            [&](const SourceFile &, const Include &include) { return include.header.contains(isHeader); });
    };
    return {u"%1 only in %2"_s.arg(name, allowed), breaches, {{u"core/record/example.cpp"_s, example}}};
}

/// The modules of Qt that the places matching `where` may include.
Rule qtRule(const QString &name, const QString &where, const QStringList &modules, const QString &example)
{
    const QRegularExpression isHere(u"^(?:%1)"_s.arg(where));
    const auto breaches = [isHere, modules](const SourceTree &tree) {
        return forbiddenIncludes(
            tree, [&](const SourceFile &file) { return file.path.contains(isHere); },
            [&](const SourceFile &, const Include &include) {
                const auto module = include.quoted ? QString() : qtModuleOf(include.header);
                return !module.isEmpty() && !modules.contains(module);
            });
    };
    return {
        name, breaches, {{example.section(u' ', 0, 0), u"#include <%1>\n"_s.arg(example.section(u' ', 1))}}};
}

QStringList includesNotFromTheRoot(const SourceTree &tree)
{
    QSet<QString> paths;
    for (const auto &file : tree)
        paths.insert(file.path);
    return forbiddenIncludes(
        tree, [](const SourceFile &) { return true; },
        [&](const SourceFile &, const Include &include) {
            return include.quoted && !include.header.endsWith(".moc"_L1) && !paths.contains(include.header);
        });
}

}

QList<Rule> includeRules()
{
    QList<Rule> rules;
    for (const auto &floor : floors()) {
        for (const auto &room : floor)
            rules.append(roomRule(room));
    }
    rules += {
        {u"every room has its floor"_s, unknownRooms, {{u"core/attic/box.h"_s, {}}}},
        {u"a concept uses another's values, not its storage"_s,
         foreignStores,
         {{u"core/risk/risk.cpp"_s, u"#include \"core/evidence/evidencestore.h\"\n"_s}}},
        {u"headers are included by their path from the root"_s,
         includesNotFromTheRoot,
         {{u"core/base/text.cpp"_s, u"#include \"text.h\"\n"_s}, {u"core/base/text.h"_s, {}}}},
        libraryRule(u"yaml-cpp"_s, u"yaml-cpp/"_s, u"core/catalogue/"_s, u"#include <yaml-cpp/yaml.h>\n"_s),
        libraryRule(u"OpenSSL"_s, u"openssl/"_s, u"core/base/digest\\.cpp|core/signing/"_s,
                    u"#include <openssl/evp.h>\n"_s),
        libraryRule(u"libzip"_s, u"zip(conf)?\\.h"_s, u"core/package/"_s, u"#include <zip.h>\n"_s),
        libraryRule(u"zlib"_s, u"zlib\\.h"_s, u"core/package/"_s, u"#include <zlib.h>\n"_s),
        libraryRule(u"libdeflate"_s, u"libdeflate\\.h"_s, u"core/package/"_s, u"#include <libdeflate.h>\n"_s),
        libraryRule(u"SQLite's own interface"_s, u"sqlite3"_s, u"core/storage/"_s,
                    u"#include <sqlite3.h>\n"_s),
        libraryRule(u"qpdf"_s, u"qpdf/"_s, u"core/report/|core/signing/"_s, u"#include <qpdf/QPDF.hh>\n"_s),
        libraryRule(u"CLI11"_s, u"CLI/"_s, u"app/commands/command(line)?\\.cpp"_s,
                    u"#include <CLI/CLI.hpp>\n"_s),
        qtRule(u"the core is without screens, network and painting"_s, u"core/(?!report/)"_s,
               {u"QtCore"_s, u"QtSql"_s, u"QtConcurrent"_s}, u"core/base/example.h QtWidgets/QWidget"_s),
        qtRule(u"the report paints, but knows no widgets"_s, u"core/report/"_s,
               {u"QtCore"_s, u"QtGui"_s, u"QtSvg"_s, u"QtConcurrent"_s}, u"core/report/example.h QLabel"_s),
        qtRule(u"models answer without painting or asking the database"_s, u"ui/models/"_s, {u"QtCore"_s},
               u"ui/models/example.h QColor"_s),
        qtRule(u"the window asks the core, not the database or the network"_s, u"ui/(?!models/|charts/)"_s,
               {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s, u"QtSvgWidgets"_s, u"QtPdf"_s,
                u"QtPdfWidgets"_s, u"QtPrintSupport"_s, u"QtConcurrent"_s},
               u"ui/pages/example.cpp QSqlQuery"_s),
        qtRule(u"QtCharts only in ui/charts, which know nothing else of the record"_s, u"ui/charts/"_s,
               {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtCharts"_s},
               u"ui/charts/example.cpp QSqlQuery"_s),
        qtRule(u"plimsollctl is without widgets"_s, u"app/(ctl|commands/)"_s, {u"QtCore"_s, u"QtGui"_s},
               u"app/commands/example.cpp QApplication"_s),
    };
    return rules;
}

}
