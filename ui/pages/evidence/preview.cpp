#include "ui/pages/evidence/preview.h"

#include "core/base/atomicfile.h"
#include "core/base/text.h"
#include "core/evidence/evidencestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QImageReader>
#include <QStringDecoder>

#include <vector>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Preview)
};

constexpr qint64 mostText = 64 * 1024;
constexpr qint64 checkedUpTo = 16 * 1024 * 1024; ///< read whole without anybody waiting for it
constexpr QSize largestPicture{1400, 1400};
constexpr qsizetype bufferSize = 1024 * 1024;

/// The name Qt reads this kind of picture by; empty for other files. SVG is not among them: it is shown as
/// the text it is, for it may point to other files.
QByteArray pictureFormat(const QString &mediaType)
{
    static const QHash<QString, QByteArray> formats{{u"image/png"_s, "png"},   {u"image/jpeg"_s, "jpeg"},
                                                    {u"image/gif"_s, "gif"},   {u"image/bmp"_s, "bmp"},
                                                    {u"image/webp"_s, "webp"}, {u"application/pdf"_s, "pdf"}};
    return formats.value(mediaType);
}

Preview saying(const QString &sentence)
{
    Preview preview;
    preview.sentence = sentence;
    return preview;
}

QString noPreview(const Evidence &evidence)
{
    return Text::tr(
               "There is no preview of this kind of file (%1). Save a copy to open it in another program.")
        .arg(withVisibleControls(evidence.mediaType));
}

Preview readText(QIODevice &file, const Evidence &evidence)
{
    const QByteArray bytes = file.read(mostText);
    QStringDecoder decoder(QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8));
    const QString text = decoder.decode(bytes);
    if (decoder.hasError() || text.contains(QChar(u'\0')))
        return saying(noPreview(evidence));
    Preview preview;
    preview.text = QString(text).replace(u"\r\n"_s, u"\n"_s);
    if (text.isEmpty())
        preview.sentence = Text::tr("The file is empty.");
    else if (evidence.size > bytes.size())
        preview.sentence = Text::tr("Only the first %1 KiB are shown.").arg(mostText / 1024);
    return preview;
}

Preview readPicture(QIODevice &file, const QByteArray &format, int page)
{
    QImageReader reader(&file, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    reader.setBackgroundColor(Qt::white);
    Preview preview;
    const bool isDocument = format == "pdf";
    if (isDocument) {
        preview.pages = reader.imageCount();
        reader.jumpToImage(page);
    }
    const QSize size = reader.size();
    const bool isSmaller = size.width() <= largestPicture.width() && size.height() <= largestPicture.height();
    if (size.isValid() && (isDocument || !isSmaller))
        reader.setScaledSize(size.scaled(largestPicture, Qt::KeepAspectRatio));
    preview.picture = reader.read();
    if (preview.picture.isNull())
        preview.sentence =
            Text::tr("This file cannot be shown here: it is damaged, or of a kind that this page does not "
                     "draw. Save a copy to open it in another program.");
    return preview;
}

Preview readStored(const EvidenceStore &store, const Evidence &evidence, int page)
{
    const auto file = store.open(*evidence.digest);
    if (!file)
        return saying(file.error().message);
    const QByteArray format = pictureFormat(evidence.mediaType);
    if (format.isEmpty())
        return readText(**file, evidence);
    if (!QImageReader::supportedImageFormats().contains(format))
        return saying(noPreview(evidence));
    return readPicture(**file, format, page);
}

}

Preview readPreview(const QString &storeFolder, const Evidence &evidence, int page)
{
    if (!evidence.digest)
        return saying(Text::tr("This is a link; Plimsoll opens no addresses by itself:\n%1")
                          .arg(withVisibleControls(evidence.url)));
    const EvidenceStore store(storeFolder);
    if (evidence.size > checkedUpTo)
        return readStored(store, evidence, page);
    const auto integrity = integrityOf(store, Fingerprint{*evidence.digest, evidence.size});
    Preview preview =
        integrity && *integrity != Integrity::Changed && *integrity != Integrity::Replaced
            ? readStored(store, evidence, page)
            : saying(Text::tr("The stored file was changed behind the record's back, so it is not shown. "
                              "Attach the original again: that puts it in its place."));
    if (integrity)
        preview.integrity = *integrity;
    return preview;
}

Done saveCopy(const QString &storeFolder, const Digest &digest, const QString &target,
              const Progress &progress)
{
    const auto file = EvidenceStore(storeFolder).open(digest);
    if (!file)
        return tl::unexpected(file.error());
    auto copy = AtomicFile::create(target);
    if (!copy)
        return tl::unexpected(copy.error());
    std::vector<char> buffer(bufferSize);
    for (qint64 done = 0; !(*file)->atEnd();) {
        if (!progress(done, (*file)->size(), QDir::toNativeSeparators(target)))
            return refuse(ErrorCode::Cancelled, Text::tr("Stopped. No copy was made."));
        const qint64 count = (*file)->read(buffer.data(), bufferSize);
        if (count < 0)
            return refuse(ErrorCode::Storage, Text::tr("The stored file could not be read to its end. Check "
                                                       "the integrity of the evidence."));
        if (auto written = copy->write(QByteArrayView(buffer.data(), count)); !written)
            return written;
        done += count;
    }
    return copy->commit();
}

}
