#pragma once

#include "core/base/result.h"
#include "core/evidence/evidence.h"
#include "core/evidence/integrity.h"

#include <QImage>

namespace plimsoll {

/// What of a piece of evidence can be looked at in the page: text, or a picture, or the reason for neither.
struct Preview
{
    QString text;
    QImage picture;
    int pages = 0;                      ///< of a PDF document
    QString sentence;                   ///< why there is nothing to see, or that there is more than is shown
    std::optional<Integrity> integrity; ///< of small files, which are checked before they are shown

    friend bool operator==(const Preview &, const Preview &) = default;
};

/// Reads a bounded part of the stored file in `storeFolder`; to be called on a job's thread. Text is taken as
/// it is, pictures and page `page` of PDF documents are painted small; nothing is run and nothing is fetched.
/// A small file that is not what was stored is not shown.
Preview readPreview(const QString &storeFolder, const Evidence &evidence, int page);

/// Copies the stored file to where a person wants it; what was there is replaced when the copy is whole.
Done saveCopy(const QString &storeFolder, const Digest &digest, const QString &target,
              const Progress &progress);

}
