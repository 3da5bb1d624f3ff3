#include "core/sample/textfiles.h"

#include "core/sample/pattern.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

QString quoted(QString cell)
{
    const auto needsQuotes = [](QChar c) {
        return c == u',' || c == u'"' || c == u'\n' || c == u'\r';
    };
    if (std::none_of(cell.cbegin(), cell.cend(), needsQuotes))
        return cell;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

}

QByteArray csvOf(const QList<QStringList> &rows)
{
    QByteArray bytes;
    for (const auto &row : rows) {
        QStringList cells;
        for (const auto &cell : row)
            cells << quoted(cell);
        bytes += cells.join(u',').toUtf8() + "\r\n";
    }
    return bytes;
}

QByteArray sha256SumsOf(const QList<std::pair<QString, Digest>> &files)
{
    QByteArray bytes;
    for (const auto &[name, digest] : files)
        bytes += QString(digest.hex() + u"  "_s + name + u'\n').toUtf8();
    return bytes;
}

QByteArray linesOf(const QStringList &lines)
{
    return (lines.join(u'\n') + u'\n').toUtf8();
}

QByteArray logOf(const LogShape &log)
{
    Pattern pattern(log.seed);
    auto moment = log.start;
    QByteArray bytes;
    for (int index = 0; index < log.count && !log.shapes.isEmpty(); ++index) {
        pattern.setMoment(moment);
        auto event = log.shapes[pattern.below(int(log.shapes.size()))];
        for (auto field = event.begin(); field != event.end(); ++field) {
            if (field.value().isString())
                field.value() = pattern.fill(field.value().toString());
        }
        event["at"_L1] = moment.toString(Qt::ISODateWithMs);
        bytes += QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
        moment = moment.addMSecs(pattern.below(2000 * log.secondsApart) + 1);
        pattern.nextRow();
    }
    return bytes;
}

}
