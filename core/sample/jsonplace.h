#pragma once

#include "core/base/result.h"
#include "core/record/words.h"

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QSet>
#include <QStringList>

#include <memory>

namespace plimsoll {

/// One object of a JSON document that is read strictly: what is missing, of the wrong type or unknown becomes
/// one sentence with the path to it. Reading goes on with empty values; ask `done()` at the end.
class JsonPlace
{
public:
    /// Refuses bytes that are not a JSON object; `name` begins every path.
    static Result<JsonPlace> parse(const QString &name, const QByteArray &bytes);

    [[nodiscard]] QString text(QLatin1StringView key);
    [[nodiscard]] QString optionalText(QLatin1StringView key);
    /// One of the words by which the record writes the enum down.
    template <Worded E>
    [[nodiscard]] E word(QLatin1StringView key)
    {
        const auto value = fromWord<E>(text(key));
        if (value)
            return *value;
        QStringList words;
        for (const auto &[candidate, known] : Words<E>::words)
            words << known;
        wantsOneOf(key, words);
        return {};
    }
    [[nodiscard]] bool boolean(QLatin1StringView key);
    [[nodiscard]] QDate date(QLatin1StringView key);
    [[nodiscard]] QDate optionalDate(QLatin1StringView key);
    [[nodiscard]] QDateTime moment(QLatin1StringView key);
    [[nodiscard]] QStringList texts(QLatin1StringView key);
    [[nodiscard]] QJsonObject object(QLatin1StringView key);
    [[nodiscard]] JsonPlace place(QLatin1StringView key);
    [[nodiscard]] QList<JsonPlace> list(QLatin1StringView key);

    /// To be called when the object has been read: what is left over is unknown.
    void refuseTheRest();

    /// The first thing that was wrong anywhere in the document.
    [[nodiscard]] Done done() const;

private:
    using Trouble = std::shared_ptr<Done>;

    JsonPlace(QJsonObject object, QString path, Trouble trouble)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_trouble(std::move(trouble))
    {
    }

    QJsonValue take(QLatin1StringView key);
    void wants(QLatin1StringView key, const QString &what);
    void wantsOneOf(QLatin1StringView key, const QStringList &words);
    QDate dateOf(QLatin1StringView key, const QString &text);

    QJsonObject m_object;
    QString m_path;
    Trouble m_trouble;
    QSet<QString> m_taken;
};

}
