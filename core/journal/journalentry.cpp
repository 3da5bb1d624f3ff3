#include "core/journal/journalentry.h"

#include "core/record/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRandomGenerator>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

}

QByteArray canonicalText(const JournalHeader &header)
{
    return canonicalJson(QJsonObject{{u"actor"_s, header.actor.text()},
                                     {u"at"_s, header.at.toUTC().toString(Qt::ISODateWithMs)},
                                     {u"body"_s, header.body.hex()},
                                     {u"previous"_s, header.previous.hex()},
                                     {u"sequence"_s, header.sequence}});
}

Result<JournalHeader> headerFromText(const QByteArray &text)
{
    const auto object = QJsonDocument::fromJson(text).object();
    const auto body = Digest::fromHex(object.value("body"_L1).toString());
    const auto previous = Digest::fromHex(object.value("previous"_L1).toString());
    const auto at = QDateTime::fromString(object.value("at"_L1).toString(), Qt::ISODateWithMs);
    const auto sequence = object.value("sequence"_L1).toInteger();
    if (!body || !previous || !at.isValid() || sequence < 1)
        return refuse(ErrorCode::Damaged,
                      Text::tr("An entry of the journal has a header that cannot be read."),
                      QString::fromUtf8(text.left(200)));
    return JournalHeader{sequence, at.toUTC(), Id<Person>::fromText(object.value("actor"_L1).toString()),
                         *body, *previous};
}

QByteArray canonicalOrigin(const ChangeSet &changeSet, const Actor &actor)
{
    return canonicalJson(QJsonObject{{u"account"_s, actor.account},
                                     {u"group"_s, changeSet.group},
                                     {u"host"_s, actor.host},
                                     {u"label"_s, changeSet.label}});
}

JournalPart partOf(const QByteArray &text)
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const QByteArray salt(reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words));
    return {salt, digestOf(salt, text), text};
}

Digest digestOf(const QByteArray &salt, const QByteArray &text)
{
    return Digest::of(salt + text);
}

Digest bodyDigest(const QList<Digest> &parts)
{
    Hasher hasher;
    for (const auto &part : parts)
        hasher.add(QByteArrayView(reinterpret_cast<const char *>(part.bytes().data()), Digest::size));
    return hasher.finish();
}

}
