#pragma once

#include "core/delivery/exportpackage.h"
#include "tests/support/bag.h"
#include "tests/support/twosystems.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <functional>

namespace plimsoll::test {

using namespace Qt::StringLiterals;

template <class Leaves>
QByteArray withoutLines(const QByteArray &text, Leaves leaves)
{
    QByteArray kept;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.isEmpty() && !leaves(line))
            kept += line + '\n';
    }
    return kept;
}
inline bool tellsTotals(const QByteArray &line)
{
    return line.startsWith("Payload-Oxum");
}
/// Of bag-info.txt, with the totals, which need not be stated.
inline bool tellsOfPlimsoll(const QByteArray &line)
{
    return line.startsWith("Plimsoll-") || line.startsWith("Bag-Software-Agent") ||
           line.startsWith("Payload-Oxum");
}

/// Where record.json is turned: there alone, or in what bag-info.txt says of it, too.
enum class Turned { InRecord, InBagInfoToo };

/// A package of ours as a folder, which tests then change.
struct Packed
{
    Packed()
    {
        ExportOptions options;
        options.form = PackageForm::Folder;
        const auto issued = exportPackage(bank.fixture.workspace(), {bank.fraud.id}, folder, options);
        if (!issued)
            qFatal("%s", qPrintable(issued.error().message));
    }

    /// Turns every tag file into what `turn` makes of it, and makes the lists fit again.
    template <class Turn>
    void rewrite(Turn turn) const
    {
        QByteArray seal;
        for (const QString &path : {u"VERIFY.txt"_s, u"bagit.txt"_s, u"bag-info.txt"_s,
                                    u"manifest-sha256.txt"_s, u"meta/files.tsv"_s}) {
            const QByteArray text = path == u"VERIFY.txt"_s ? readFile(at(path)) : turn(readFile(at(path)));
            writeFile(at(path), text);
            seal += Bag::line(path.toUtf8(), text);
        }
        writeFile(at(u"tagmanifest-sha256.txt"_s), turn(seal));
    }
    /// Puts other bytes into a file of the payload, and makes the lists fit again. `turn` may do more to
    /// the tag files.
    void replace(
        const QString &path, const QByteArray &bytes,
        const std::function<void(QByteArray &)> &turn = [](QByteArray &) {}) const
    {
        const QByteArray before = Bag::line(path.toUtf8(), readFile(at(path)));
        const QByteArray after = Bag::line(path.toUtf8(), bytes);
        writeFile(at(path), bytes);
        rewrite([&](QByteArray text) {
            text.replace(before, after);
            turn(text);
            return text.startsWith("Source-Organization") ? withoutLines(text, &tellsTotals) : text;
        });
    }
    /// Writes a file, new or not, and has the lists hold all that is there.
    void put(const QString &path, const QByteArray &bytes) const
    {
        writeFile(at(path), bytes);
        listAll();
    }
    void takeOut(const QString &path) const
    {
        QVERIFY(QFile::remove(at(path)));
        listAll();
    }
    void listAll() const
    {
        QByteArray payload;
        QByteArray tags;
        writeFile(at(u"bag-info.txt"_s), withoutLines(readFile(at(u"bag-info.txt"_s)), &tellsTotals));
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = QDir(folder).relativeFilePath(files.next());
            if (path.startsWith("data/"_L1))
                payload += Bag::line(path.toUtf8(), readFile(at(path)));
            else if (!path.contains("manifest-"_L1))
                tags += Bag::line(path.toUtf8(), readFile(at(path)));
        }
        writeFile(at(u"manifest-sha256.txt"_s), payload);
        writeFile(at(u"tagmanifest-sha256.txt"_s), tags + Bag::line("manifest-sha256.txt", payload));
    }
    /// Turns what fits each pattern in record.json into the text beside it.
    void turnRecord(const QList<std::pair<QString, QByteArray>> &turns, Turned turned) const
    {
        const QString path = u"data/export/record.json"_s;
        QString record = QString::fromUtf8(readFile(at(path)));
        QList<std::pair<QByteArray, QByteArray>> told;
        for (const auto &[pattern, to] : turns) {
            const auto found = QRegularExpression(pattern).match(record);
            QVERIFY2(found.hasMatch(), qPrintable(pattern));
            told.append({found.captured().toUtf8(), to});
            record.replace(found.capturedStart(), found.capturedLength(), QString::fromUtf8(to));
        }
        replace(path, record.toUtf8(), [&](QByteArray &text) {
            for (const auto &[from, to] : told) {
                if (turned == Turned::InBagInfoToo && text.contains("Plimsoll-Catalogue"))
                    text.replace(from, to);
            }
        });
    }
    [[nodiscard]] QString at(const QString &path) const { return folder + u'/' + path; }

    TwoSystems bank;
    QString folder = bank.fixture.path(u"out"_s);
};

}
