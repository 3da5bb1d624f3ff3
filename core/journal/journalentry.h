#pragma once

#include "core/record/changeset.h"
#include "core/responsibility/person.h"

namespace plimsoll {

/// Who acts: a person by id (names change, ids do not), and what the operating system says of the account and
/// the host. Declared, not proven, until signatures exist.
struct Actor
{
    Id<Person> person;
    QString account;
    QString host;
};

/// What an entry's header binds together; its canonical JSON is what the chain is made of.
struct JournalHeader
{
    qint64 sequence = 0;
    QDateTime at;
    Id<Person> actor;
    Digest body;     ///< over the digests of the entry's parts, in order
    Digest previous; ///< of the header before; 32 zero bytes before the first

    friend bool operator==(const JournalHeader &, const JournalHeader &) = default;
};

/// One part of an entry's body: part 0 is label, group, account and host, the others are edits. Its digest is
/// SHA-256 over salt and text, so that the text can be erased and the chain still holds, and nobody can guess
/// it back.
struct JournalPart
{
    QByteArray salt; ///< 16 random bytes
    Digest digest;
    std::optional<QByteArray> text; ///< nothing once redacted
};

/// {"actor","at","body","previous","sequence"} in canonical JSON.
QByteArray canonicalText(const JournalHeader &header);
Result<JournalHeader> headerFromText(const QByteArray &text);

/// {"account","group","host","label"} in canonical JSON: part 0 of a body.
QByteArray canonicalOrigin(const ChangeSet &changeSet, const Actor &actor);

JournalPart partOf(const QByteArray &text);
Digest digestOf(const QByteArray &salt, const QByteArray &text);
Digest bodyDigest(const QList<Digest> &parts);

}
