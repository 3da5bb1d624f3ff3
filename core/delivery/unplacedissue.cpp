#include "core/delivery/unplacedissue.h"

#include "core/base/smallfile.h"
#include "core/delivery/issueregister.h"
#include "core/evidence/intake.h"
#include "core/package/verifier.h"
#include "core/storage/repository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UnplacedIssue)
};

constexpr auto opening = "issuing-"_L1;
constexpr qint64 longestNote = 64 * 1024; // bytes

/// A note as it is written.
struct Noted
{
    Id<IssuedPackage> entry;
    QString place;
    Id<IssuedPackage> replaced; ///< null when there was none
    IssueState formerState = IssueState::Issued;
    std::optional<QDate> formerStateOn;
};

QByteArray textOf(const Id<IssuedPackage> &entry, const QString &place,
                  const std::optional<IssuedPackage> &replaced)
{
    QJsonObject note{{u"entry"_s, entry.text()}, {u"place"_s, QFileInfo(place).absoluteFilePath()}};
    if (replaced) {
        note.insert(u"replaced"_s, replaced->id.text());
        note.insert(u"former_state"_s, QString(word(replaced->state)));
        note.insert(u"former_state_on"_s,
                    replaced->stateOn ? replaced->stateOn->toString(Qt::ISODate) : QString());
    }
    return QJsonDocument(note).toJson(QJsonDocument::Compact);
}

Noted notedIn(const QByteArray &text)
{
    const QJsonObject note = QJsonDocument::fromJson(text).object();
    const auto read = [&note](QLatin1StringView key) {
        return note.value(key).toString();
    };
    const QDate day = QDate::fromString(read("former_state_on"_L1), Qt::ISODate);
    return {Id<IssuedPackage>::fromText(read("entry"_L1)), read("place"_L1),
            Id<IssuedPackage>::fromText(read("replaced"_L1)),
            fromWord<IssueState>(read("former_state"_L1)).value_or(IssueState::Issued),
            day.isValid() ? std::optional(day) : std::nullopt};
}

Result<bool> isAtItsPlace(const IssuedPackage &entry, const QString &place)
{
    const QFileInfo there(place);
    if (!there.exists() || there.isSymLink())
        return false;
    if (!entry.reportAlone) {
        const auto package = verify(place, unwatched());
        if (!package)
            return tl::unexpected(package.error());
        return package->seal == entry.seal;
    }
    auto file = DiskFile::openToRead(place);
    const auto digest = file ? digestOf(*file, unwatched()) : tl::unexpected(file.error());
    if (!digest)
        return tl::unexpected(digest.error());
    return *digest == entry.seal;
}

Result<ChangeSet> planWithdrawalOf(const IssuedPackage &entry, const Noted &noted,
                                   const Connection &connection, QDate today)
{
    auto changeSet = planWithdrawal(entry,
                                    Text::tr("It never reached its place, so nobody holds it: Plimsoll was "
                                             "ended while it was being issued."),
                                    today);
    if (!changeSet || noted.replaced.isNull())
        return changeSet;
    const auto replaced = Repository<IssuedPackage>(connection).find(noted.replaced);
    if (!replaced)
        return tl::unexpected(replaced.error());
    if (!*replaced || (*replaced)->replacedBy != entry.id)
        return changeSet;
    IssuedPackage former = **replaced;
    former.state = noted.formerState;
    former.stateOn = noted.formerStateOn;
    former.replacedBy = std::nullopt;
    return changeSet->change(**replaced, former);
}

/// Whether the note has done its service.
Result<bool> settle(Workspace &workspace, const Noted &noted)
{
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto entry = Repository<IssuedPackage>(**reader).find(noted.entry);
    if (!entry)
        return tl::unexpected(entry.error());
    if (!*entry || (*entry)->state != IssueState::Issued)
        return true;
    if (!QFileInfo(QFileInfo(noted.place).absolutePath()).isExecutable())
        return false;
    const auto isThere = isAtItsPlace(**entry, noted.place);
    if (!isThere)
        return false;
    if (*isThere)
        return true;
    const auto planned = planWithdrawalOf(**entry, noted, **reader, workspace.today());
    if (!planned)
        return tl::unexpected(planned.error());
    if (auto committed = workspace.commitAndWait(*planned); !committed)
        return tl::unexpected(committed.error());
    return true;
}

}

Result<UnplacedIssue> UnplacedIssue::note(const Workspace &workspace, const Id<IssuedPackage> &entry,
                                          const QString &place, const std::optional<IssuedPackage> &replaced)
{
    const QString path = workspace.folder() + u'/' + opening + entry.text() + u".json"_s;
    auto file = DiskFile::create(path, workspace.folder());
    if (!file)
        return tl::unexpected(file.error());
    (void)file->claim(); // nobody knows the name yet
    UnplacedIssue noted(std::move(*file));
    if (auto written = noted.m_file.write(textOf(entry, place, replaced)); !written)
        return tl::unexpected(written.error());
    if (auto synced = noted.m_file.sync(); !synced)
        return tl::unexpected(synced.error());
    if (auto synced = syncFolder(workspace.folder()); !synced)
        return tl::unexpected(synced.error());
    return noted;
}

UnplacedIssue::~UnplacedIssue()
{
    if (const QString path = m_file.path(); !path.isEmpty())
        QFile::remove(path);
}

Done withdrawAbandonedIssues(Workspace &workspace)
{
    const auto notes = QDir(workspace.folder()).entryInfoList({opening + u"*.json"_s}, QDir::Files);
    if (notes.isEmpty())
        return {};
    // On a network folder, where locks of other machines may not be seen, nobody else is at work then.
    if (auto ready = workspace.readyToWrite(); !ready)
        return ready;
    for (const QFileInfo &note : notes) {
        const QString path = note.absoluteFilePath();
        const auto abandoned = DiskFile::takeAbandoned(path);
        const auto content = contentOfSmallFile(path, longestNote);
        if (!abandoned || !content)
            continue;
        const auto settled = settle(workspace, notedIn(*content));
        if (!settled)
            return tl::unexpected(settled.error());
        if (*settled)
            QFile::remove(path);
    }
    return {};
}

}
