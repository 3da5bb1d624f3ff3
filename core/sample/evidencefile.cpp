#include "core/sample/evidencefile.h"

#include "core/sample/pattern.h"
#include "core/sample/pdffile.h"
#include "core/sample/pngchart.h"
#include "core/sample/textfiles.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceFile)
};

QStringList textsIn(const QJsonValue &value)
{
    return value.toVariant().toStringList();
}

QByteArray chartFrom(const QJsonObject &content)
{
    PngChart chart;
    chart.title = content["title"_L1].toString();
    chart.shape = content["shape"_L1].toString() == "line"_L1 ? PngChart::Shape::Line : PngChart::Shape::Bars;
    chart.labels = textsIn(content["labels"_L1]);
    const QJsonArray values = content["values"_L1].toArray();
    for (const auto &value : values)
        chart.values << value.toInt();
    chart.bottom = content["bottom"_L1].toInt();
    chart.top = content["top"_L1].toInt();
    if (content.contains("limit"_L1))
        chart.limit = content["limit"_L1].toInt();
    return pngOf(chart);
}

/// A head, rows as written, then `count` rows made from the pattern `row`.
QByteArray tableFrom(const QJsonObject &content)
{
    QList<QStringList> rows{textsIn(content["head"_L1])};
    const QJsonArray written = content["rows"_L1].toArray();
    for (const auto &row : written)
        rows << textsIn(row);
    Pattern pattern(quint32(content["seed"_L1].toInt()));
    const auto shape = textsIn(content["row"_L1]);
    for (int index = 0; index < content["count"_L1].toInt(); ++index) {
        QStringList row;
        for (const auto &cell : shape)
            row << pattern.fill(cell);
        rows << row;
        pattern.nextRow();
    }
    return csvOf(rows);
}

QByteArray logFrom(const QJsonObject &content)
{
    LogShape log;
    log.start = QDateTime::fromString(content["start"_L1].toString(), Qt::ISODate);
    log.secondsApart = content["secondsApart"_L1].toInt();
    log.count = content["count"_L1].toInt();
    log.seed = quint32(content["seed"_L1].toInt());
    const QJsonArray shapes = content["shapes"_L1].toArray();
    for (const auto &shape : shapes)
        log.shapes << shape.toObject();
    return logOf(log);
}

/// One line an asset: [name of the file, id of the asset whose digest it has].
Result<QByteArray> sumsFrom(const QJsonObject &content, const Sample &sample)
{
    QList<std::pair<QString, Digest>> files;
    const QJsonArray entries = content["files"_L1].toArray();
    for (const auto &entry : entries) {
        const auto *asset = sample.asset(entry[1].toString());
        if (!asset)
            return refuse(ErrorCode::Invalid,
                          Text::tr("No asset of the sample is called %1.").arg(entry[1].toString()));
        files.emplaceBack(entry[0].toString(), asset->digest());
    }
    return sha256SumsOf(files);
}

}

Result<QByteArray> fileOf(const SampleEvidence &evidence, const Sample &sample)
{
    const auto make = evidence.content["make"_L1].toString();
    if (make == "pdf"_L1)
        return pdfOf(evidence.title, textsIn(evidence.content["text"_L1]));
    if (make == "png"_L1)
        return chartFrom(evidence.content);
    if (make == "csv"_L1)
        return tableFrom(evidence.content);
    if (make == "log"_L1)
        return logFrom(evidence.content);
    if (make == "sha256sums"_L1)
        return sumsFrom(evidence.content, sample);
    if (make == "markdown"_L1)
        return linesOf(textsIn(evidence.content["text"_L1]));
    return refuse(
        ErrorCode::Invalid,
        Text::tr("The sample's evidence %1 is of a kind that cannot be made: %2.").arg(evidence.id, make));
}

}
