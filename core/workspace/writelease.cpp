#include "core/workspace/writelease.h"

#include "core/base/networkfolder.h"
#include "core/base/smallfile.h"
#include "core/base/text.h"
#include "core/record/canonicaljson.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryFile>
#include <QUuid>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WriteLease)
};

constexpr std::chrono::minutes renewEvery{1};
constexpr qint64 longest = 4096; // bytes of a lease; what is larger is none of ours

QString leaseFile(const QString &folder)
{
    return folder + u"/writer.lease"_s;
}

QJsonObject readLease(const QString &file)
{
    const auto lease = contentOfSmallFile(file, longest);
    return lease ? QJsonDocument::fromJson(*lease).object() : QJsonObject();
}

QString tokenIn(const QString &file)
{
    return readLease(file).value("token"_L1).toString();
}

}

QString LeaseHolder::inWords() const
{
    return Text::tr("%1 on %2").arg(withVisibleControls(account), withVisibleControls(host));
}

WriteLease::WriteLease(QString folder)
    : m_folder(std::move(folder))
    , m_file(leaseFile(m_folder))
{
}

WriteLease::~WriteLease()
{
    giveBack();
}

bool WriteLease::isWantedIn(const QString &folder)
{
    const QString wish = qEnvironmentVariable("PLIMSOLL_WRITE_LEASE");
    return wish == u"always" || (wish != u"never" && isOnNetwork(folder));
}

std::optional<LeaseHolder> WriteLease::holderIn(const QString &folder)
{
    const QJsonObject lease = readLease(leaseFile(folder));
    if (lease.value("token"_L1).toString().isEmpty())
        return std::nullopt;
    return LeaseHolder{lease.value("account"_L1).toString(), lease.value("host"_L1).toString(),
                       QDateTime::fromString(lease.value("since"_L1).toString(), Qt::ISODateWithMs)};
}

Done WriteLease::take(const Actor &actor)
{
    if (isHeld())
        keep();
    // The second attempt is for a holder who gave it back between the first and our look at it.
    if (isHeld() || create(actor) || (!QFileInfo::exists(m_file) && create(actor)))
        return {};
    if (!QFileInfo::exists(m_file))
        return refuse(ErrorCode::Denied,
                      Text::tr("The folder %1 lies on the network, and there only one may write at a time; "
                               "the file that says who cannot be made there. Ask for the right to write.")
                          .arg(withVisibleControls(m_folder)));
    if (isLost(m_file) && removeLost() && create(actor))
        return {};
    return busy();
}

/// Writes the same again, so that the server notes the time. A desk that slept may have lost its lease to
/// somebody else meanwhile; then we no longer hold it.
void WriteLease::keep()
{
    if (std::chrono::milliseconds(m_renewed.elapsed()) < renewEvery)
        return;
    const QByteArray bytes = contentOfSmallFile(m_file, longest).value_or(QByteArray());
    const QJsonObject says = QJsonDocument::fromJson(bytes).object();
    QFile lease(m_file);
    if (says.value("token"_L1).toString() != m_token ||
        !lease.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) || lease.write(bytes) != bytes.size() ||
        !lease.flush()) {
        m_token.clear();
        return;
    }
    m_renewed.start();
}

bool WriteLease::create(const Actor &actor)
{
    const QString token = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QFile lease(m_file);
    if (!lease.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return false;
    const QJsonObject says{{u"account"_s, actor.account},
                           {u"host"_s, actor.host},
                           {u"since"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                           {u"token"_s, token}};
    const QByteArray bytes = canonicalJson(says);
    if (lease.write(bytes) != bytes.size() || !lease.flush()) {
        lease.remove();
        return false;
    }
    m_token = token;
    m_renewed.start();
    return true;
}

bool WriteLease::isLost(const QString &file) const
{
    const QDateTime renewed = QFileInfo(file).lastModified();
    QTemporaryFile now(m_folder + u"/.time-XXXXXX"_s);
    if (!renewed.isValid() || !now.open())
        return false;
    const std::chrono::milliseconds age(renewed.msecsTo(QFileInfo(now.fileName()).lastModified()));
    return age > lostAfter;
}

/// Several may find the same lost lease: who can make the guard looks once more and removes it.
bool WriteLease::removeLost() const
{
    const QString path = m_file + u".lost"_s;
    QFile guard(path);
    if (!guard.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        if (isLost(path))
            QFile::remove(path);
        return false;
    }
    const bool removed = isLost(m_file) && QFile::remove(m_file);
    guard.remove();
    return removed;
}

tl::unexpected<Error> WriteLease::busy() const
{
    const auto lease = contentOfSmallFile(m_file, longest);
    if (!lease && lease.error().code == ErrorCode::Invalid)
        return refuse(ErrorCode::Storage,
                      Text::tr("%1 is not what says who writes in this workspace, but something else that "
                               "somebody put there. Nothing was changed; move it away and try again.")
                          .arg(withVisibleControls(m_file)),
                      lease.error().message);
    const auto holder = holderIn(m_folder);
    if (!holder)
        return refuse(
            ErrorCode::Busy,
            Text::tr("Somebody else has just begun to write in this workspace. Nothing was changed; "
                     "try again in a moment."));
    return refuse(
        ErrorCode::Busy,
        Text::tr("%1 writes in this workspace, which lies on the network: there only one may at a time. "
                 "Nothing was changed. You can go on reading, and write when they have made no change for "
                 "five minutes or have closed it.")
            .arg(holder->inWords()));
}

void WriteLease::giveBack()
{
    if (isHeld() && tokenIn(m_file) == m_token)
        QFile::remove(m_file);
    m_token.clear();
}

}
