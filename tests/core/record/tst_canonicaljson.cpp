#include "core/record/canonicaljson.h"
#include "core/record/value.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool holdsADouble(const QJsonValue &value)
{
    if (value.isDouble())
        return !Value::fromJson(value).has_value();
    const auto children = value.isObject()
                              ? QJsonArray::fromVariantList(value.toObject().toVariantMap().values())
                              : value.toArray();
    return std::any_of(children.begin(), children.end(),
                       [](const QJsonValue &child) { return holdsADouble(child); });
}

}

class CanonicalJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysStandInTheOrderOfTheirCodeUnits()
    {
        const QJsonObject object{{u"\u20ac"_s, u"Euro"_s},
                                 {u"\r"_s, u"CR"_s},
                                 {u"1"_s, true},
                                 {u"\U0001f600"_s, 1},
                                 {u"\u00f6"_s, QJsonValue::Null}};

        QCOMPARE(
            canonicalJson(object),
            QByteArray("{\"\\r\":\"CR\",\"1\":true,\"\u00f6\":null,\"\u20ac\":\"Euro\",\"\U0001f600\":1}"));
    }

    void theLargestIntegersStayWhole()
    {
        QCOMPARE(canonicalJson(QJsonArray{qint64(9007199254740991), qint64(-9007199254740991)}),
                 QByteArray("[9007199254740991,-9007199254740991]"));
    }

    void agreesWithTheVectorsOfRfc8785()
    {
        const QString folder = qEnvironmentVariable("PLIMSOLL_INTEROP") + u"/jcs-rfc8785/testdata"_s;
        if (!QDir(folder + u"/input"_s).exists())
            QSKIP("The vectors of RFC 8785 are not here: PLIMSOLL_INTEROP names no folder that holds them.");
        int compared = 0;
        for (const auto &info : QDir(folder + u"/input"_s).entryInfoList({u"*.json"_s}, QDir::Files)) {
            const auto input = QJsonDocument::fromJson(bytesOf(info.absoluteFilePath()));
            const QJsonValue root = input.isArray() ? QJsonValue(input.array()) : QJsonValue(input.object());
            if (holdsADouble(root))
                continue; // the record holds no doubles
            const auto written =
                input.isArray() ? canonicalJson(input.array()) : canonicalJson(input.object());
            QCOMPARE(written, bytesOf(folder + u"/output/"_s + info.fileName()));
            ++compared;
        }
        QVERIFY(compared >= 4);
    }
};

QTEST_APPLESS_MAIN(CanonicalJsonTest)
#include "tst_canonicaljson.moc"
