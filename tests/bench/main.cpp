// Measures what Plimsoll promises to be quick at, each beside its floor or a peer in the same run.
#include "core/base/localzone.h"
#include "tests/bench/measurements.h"
#include "tests/bench/stallwatch.h"
#include "tests/bench/table.h"

#include <CLI/CLI.hpp>

#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>

using namespace plimsoll::bench;
using namespace Qt::StringLiterals;

namespace {

struct Arguments
{
    std::vector<std::string> rows;
    std::string folder;
    std::string json;
    Scale scale;
};

/// Whether one of the rows is called so, or begins so.
bool hasRow(const Measurement &measurement, const std::string &word)
{
    return std::any_of(
        measurement.rows.cbegin(), measurement.rows.cend(),
        [start = QString::fromStdString(word)](const QString &row) { return row.startsWith(start); });
}

QString namesOfRows()
{
    QStringList names;
    for (const Measurement &measurement : measurements())
        names.append(measurement.rows);
    return names.join(u", "_s);
}

void describe(CLI::App &program, Arguments &arguments)
{
    program.add_option("ROW", arguments.rows, "The rows to measure, by name or its beginning; all without")
        ->check([](const std::string &word) {
            const auto all = measurements();
            const bool isKnown = std::any_of(all.cbegin(), all.cend(),
                                             [&word](const Measurement &one) { return hasRow(one, word); });
            return isKnown ? std::string() : "no row is called " + word;
        });
    program.add_option("--systems", arguments.scale.systems, "Systems in the large workspace")
        ->capture_default_str()
        ->check(CLI::Range(10, 1'000'000));
    program.add_option("--bytes", arguments.scale.bytes, "Size of the large file, such as 256M")
        ->capture_default_str()
        ->transform(CLI::AsSizeValue(false));
    program.add_option("--files", arguments.scale.files, "How many files of 200 KB")
        ->capture_default_str()
        ->check(CLI::Range(1, 90'000));
    program.add_option("--report-systems", arguments.scale.reportSystems, "Systems in the audit report")
        ->capture_default_str()
        ->check(CLI::Range(1, 1'000));
    program.add_option("--runs", arguments.scale.runs, "Runs, of which the median counts")
        ->capture_default_str()
        ->check(CLI::Range(1, 101));
    program
        .add_option(
            "--folder", arguments.folder,
            "Where to work, and to keep files and workspaces for the next run; on the disk to be measured")
        ->type_name("FOLDER");
    program
        .add_option("--json", arguments.json,
                    "Where to write the figures for programs, instead of after the table")
        ->type_name("FILE");
    program.footer(
        "Rows: " + namesOfRows().toStdString() +
        "\nPeers: openssl, zip, keepassxc, chromium, and for the window xvfb and openbox. What is not "
        "installed "
        "is said\nin the row. A quick look: plimsoll_bench --systems 1000 --bytes 256M --files 200 --runs 3");
}

bool isAskedFor(const Measurement &measurement, const Arguments &arguments)
{
    return arguments.rows.empty() ||
           std::any_of(arguments.rows.cbegin(), arguments.rows.cend(),
                       [&](const std::string &word) { return hasRow(measurement, word); });
}

/// The rows of what was refused say why.
QList<Row> rowsOf(const Measurement &measurement, Ground &ground)
{
    QTextStream(stderr) << "measuring " << measurement.rows.join(u", "_s) << Qt::endl;
    auto measured = measurement.measure(ground);
    if (measured)
        return *measured;
    QList<Row> rows;
    for (const QString &name : measurement.rows)
        rows.append({.name = name, .remarks = {measured.error().message, measured.error().detail}});
    return rows;
}

bool write(const QByteArray &bytes, const QString &path)
{
    QFile file(path);
    return path.isEmpty() ? file.open(stdout, QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                          : file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

}

int main(int count, char **words)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    plimsoll::keepLocalZone();
    Arguments arguments;
    CLI::App program("Measures Plimsoll beside floors and peers of the same run");
    describe(program, arguments);
    CLI11_PARSE(program, count, words);

    WatchedApplication application(count, words);
    QCoreApplication::setApplicationName(u"plimsoll_bench"_s);
    const QTemporaryDir own;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, own.path());
    const QString folder = arguments.folder.empty() ? own.path() : QString::fromStdString(arguments.folder);
    if (!QDir().mkpath(folder)) {
        QTextStream(stderr) << folder << " cannot be made. Choose another folder." << Qt::endl;
        return 3;
    }

    Ground ground(QDir(folder).absolutePath(), arguments.scale);
    QList<Row> rows;
    for (const Measurement &measurement : measurements()) {
        if (isAskedFor(measurement, arguments))
            rows.append(rowsOf(measurement, ground));
    }
    QTextStream(stdout) << asTable(rows) << Qt::flush;
    return write(asJson(rows, arguments.scale).toJson(), QString::fromStdString(arguments.json)) ? 0 : 3;
}
