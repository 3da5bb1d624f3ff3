#pragma once

#include "core/base/digest.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <utility>

namespace plimsoll {

/// RFC 4180: CRLF, and quotes around what needs them.
QByteArray csvOf(const QList<QStringList> &rows);

/// GNU coreutils' format, which `sha256sum --check` reads.
QByteArray sha256SumsOf(const QList<std::pair<QString, Digest>> &files);

/// The lines with a line feed after each.
QByteArray linesOf(const QStringList &lines);

/// A log of one JSON object a line: `count` events from `start` on, about `secondsApart`, each shaped like
/// one of `shapes` with their placeholders filled (see Pattern).
struct LogShape
{
    QDateTime start;
    int secondsApart = 60;
    int count = 0;
    quint32 seed = 0;
    QList<QJsonObject> shapes;
};
QByteArray logOf(const LogShape &log);

}
