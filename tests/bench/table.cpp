#include "tests/bench/table.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QSysInfo>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

QString figure(const std::optional<double> &value, const QString &unit)
{
    if (!value)
        return u"-"_s;
    const int decimals = *value < 10 ? 2 : *value < 100 ? 1 : 0;
    return u"%1 %2"_s.arg(QString::number(*value, 'f', decimals), unit);
}

QString times(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', 2) + u" x"_s : u"-"_s;
}

QString verdict(const Row &row)
{
    if (!row.limit)
        return u"-"_s;
    const auto held = row.isHeld();
    return !held ? u"not measured"_s : *held ? u"held"_s : u"MISSED"_s;
}

QStringList cellsOf(const Row &row)
{
    return {row.name,
            row.what,
            figure(row.ours, row.unit),
            row.peer.isEmpty() ? u"-"_s : row.peer + u' ' + figure(row.peers, row.unit),
            times(row.ratio()),
            row.peer.isEmpty() ? figure(row.limit, row.unit) : times(row.limit),
            verdict(row)};
}

QJsonValue numberOrNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

}

QString asTable(const QList<Row> &rows)
{
    QList<QStringList> lines{
        {u"row"_s, u"what"_s, u"ours"_s, u"beside"_s, u"ratio"_s, u"limit"_s, u"is it held"_s}};
    for (const Row &row : rows)
        lines.append(cellsOf(row));
    QList<qsizetype> widths(lines.first().size());
    for (const QStringList &line : std::as_const(lines)) {
        for (qsizetype column = 0; column < line.size(); ++column)
            widths[column] = std::max(widths[column], line[column].size());
    }

    QString table;
    for (qsizetype number = 0; number < lines.size(); ++number) {
        QString text;
        for (qsizetype column = 0; column < widths.size(); ++column)
            text += lines[number][column].leftJustified(widths[column] + 2);
        table += text.trimmed() + u'\n';
        if (number == 0)
            continue;
        for (const QString &remark : rows[number - 1].remarks)
            table += u"    "_s + remark + u'\n';
    }
    return table;
}

QJsonDocument asJson(const QList<Row> &rows, const Scale &scale)
{
    QJsonArray array;
    for (const Row &row : rows) {
        const auto held = row.isHeld();
        array.append(QJsonObject{{u"row"_s, row.name},
                                 {u"what"_s, row.what},
                                 {u"unit"_s, row.unit},
                                 {u"ours"_s, numberOrNull(row.ours)},
                                 {u"peer"_s, row.peer.isEmpty() ? QJsonValue() : QJsonValue(row.peer)},
                                 {u"peers"_s, numberOrNull(row.peers)},
                                 {u"ratio"_s, numberOrNull(row.ratio())},
                                 {u"limit"_s, numberOrNull(row.limit)},
                                 {u"held"_s, held ? QJsonValue(*held) : QJsonValue()},
                                 {u"remarks"_s, QJsonArray::fromStringList(row.remarks)}});
    }
    return QJsonDocument(QJsonObject{{u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                                     {u"system"_s, QSysInfo::prettyProductName()},
                                     {u"cores"_s, QThread::idealThreadCount()},
                                     {u"systems"_s, scale.systems},
                                     {u"bytes"_s, scale.bytes},
                                     {u"files"_s, scale.files},
                                     {u"runs"_s, scale.runs},
                                     {u"rows"_s, array}});
}

}
