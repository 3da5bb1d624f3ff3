#include "core/sample/jsonplace.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JsonPlace)
};
}

Result<JsonPlace> JsonPlace::parse(const QString &name, const QByteArray &bytes)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return refuse(
            ErrorCode::Invalid,
            Text::tr("%1 is not JSON at byte %2: %3.").arg(name).arg(error.offset).arg(error.errorString()));
    if (!document.isObject())
        return refuse(ErrorCode::Invalid, Text::tr("%1 does not hold a JSON object.").arg(name));
    return JsonPlace(document.object(), name, std::make_shared<Done>());
}

QString JsonPlace::text(QLatin1StringView key)
{
    const auto value = take(key);
    if (!value.isString() || value.toString().trimmed().isEmpty())
        wants(key, Text::tr("a text that is not empty"));
    return value.toString();
}

QString JsonPlace::optionalText(QLatin1StringView key)
{
    return m_object.contains(key) ? text(key) : QString();
}

bool JsonPlace::boolean(QLatin1StringView key)
{
    const auto value = take(key);
    if (!value.isBool())
        wants(key, Text::tr("true or false"));
    return value.toBool();
}

QDate JsonPlace::date(QLatin1StringView key)
{
    return dateOf(key, take(key).toString());
}

QDate JsonPlace::optionalDate(QLatin1StringView key)
{
    return m_object.contains(key) ? date(key) : QDate();
}

QDateTime JsonPlace::moment(QLatin1StringView key)
{
    const auto moment = QDateTime::fromString(take(key).toString(), Qt::ISODate);
    if (!moment.isValid() || moment.timeSpec() != Qt::UTC)
        wants(key, Text::tr("a time in UTC such as 2026-03-31T09:00:00Z"));
    return moment;
}

QStringList JsonPlace::texts(QLatin1StringView key)
{
    const QJsonArray entries = take(key).toArray();
    QStringList texts;
    for (const auto &entry : entries) {
        if (!entry.isString())
            wants(key, Text::tr("a list of texts"));
        texts << entry.toString();
    }
    if (texts.isEmpty())
        wants(key, Text::tr("a list of texts"));
    return texts;
}

QJsonObject JsonPlace::object(QLatin1StringView key)
{
    const auto value = take(key);
    if (!value.isObject())
        wants(key, Text::tr("an object"));
    return value.toObject();
}

JsonPlace JsonPlace::place(QLatin1StringView key)
{
    return JsonPlace(object(key), m_path + u'/' + key, m_trouble);
}

QList<JsonPlace> JsonPlace::list(QLatin1StringView key)
{
    const auto value = take(key);
    if (!value.isArray())
        wants(key, Text::tr("a list of objects"));
    QList<JsonPlace> places;
    const auto entries = value.toArray();
    for (const auto &entry : entries) {
        if (!entry.isObject())
            wants(key, Text::tr("a list of objects"));
        places << JsonPlace(entry.toObject(), u"%1/%2/%3"_s.arg(m_path, key).arg(places.size()), m_trouble);
    }
    return places;
}

void JsonPlace::refuseTheRest()
{
    const auto keys = m_object.keys();
    for (const auto &key : keys) {
        if (!m_taken.contains(key) && *m_trouble)
            *m_trouble = refuse(ErrorCode::Invalid,
                                Text::tr("%1/%2 is not a key that is known here.").arg(m_path, key));
    }
}

Done JsonPlace::done() const
{
    return *m_trouble;
}

QJsonValue JsonPlace::take(QLatin1StringView key)
{
    m_taken.insert(key);
    return m_object.value(key);
}

void JsonPlace::wants(QLatin1StringView key, const QString &what)
{
    if (*m_trouble)
        *m_trouble = refuse(ErrorCode::Invalid, Text::tr("%1/%2 must be %3.").arg(m_path, key, what));
}

void JsonPlace::wantsOneOf(QLatin1StringView key, const QStringList &words)
{
    wants(key, Text::tr("one of: %1").arg(words.join(u", "_s)));
}

QDate JsonPlace::dateOf(QLatin1StringView key, const QString &text)
{
    const auto date = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!date.isValid())
        wants(key, Text::tr("a date such as 2026-03-31"));
    return date;
}

}
