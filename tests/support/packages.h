#pragma once

#include "core/package/packagecontent.h"

#include <QFileInfo>
#include <QTimeZone>

namespace plimsoll::test {

/// A small package with what can go wrong in one: text and binary, an empty file, a file from the disk, a
/// Unicode name.
inline PackageContent aPackage()
{
    using namespace Qt::StringLiterals;
    PackageContent content;
    content.name = u"fraud-scoring-20261121T083000Z"_s;
    content.at = QDateTime(QDate(2026, 11, 21), QTime(8, 30), Qt::UTC);
    content.info.sourceOrganization = u"Nordbank Özel"_s;
    content.info.externalIdentifier = QUuid(u"2f7f1b5c-55a3-4a43-9a0e-0a57f2a6f0d1"_s);
    content.info.more = {{u"Plimsoll-Sample"_s, u"SAMPLE"_s}};
    PayloadEntry policy{u"data/evidence/0001-policy.txt"_s,
                        QByteArray("All models are listed.\n").repeated(50)};
    policy.originalName = u"Richtlinie – Größe.txt"_s;
    policy.mediaType = u"text/plain"_s;
    policy.packing = Packing::Deflate;
    PayloadEntry picture{u"data/evidence/0002-diagram.png"_s, QByteArray("\x89PNG\r\n\x1a\n\0binary", 15)};
    picture.mediaType = u"image/png"_s;
    PayloadEntry empty{u"data/evidence/0003-empty.log"_s, {}};
    PayloadEntry report{u"data/export/record.json"_s, "{}\n"};
    report.packing = Packing::Deflate;
    content.payload = {report, picture, policy, empty};
    return content;
}

/// An entry whose content is a file on the disk.
inline PayloadEntry fromFile(const QString &path, const QString &file)
{
    PayloadEntry entry;
    entry.path = path;
    entry.file = file;
    entry.size = QFileInfo(file).size();
    return entry;
}

}
