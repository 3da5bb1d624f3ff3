#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace plimsoll {

/// A PDF 1.4 of as many A4 pages as the text needs, set in Helvetica, with the title on top and page numbers
/// below. A paragraph that begins with "# " is a heading, with "- " a bullet; "| a | b |" is a table row, the
/// first of a run its head. Characters outside Latin-1 become "?". Equal input gives equal bytes.
QByteArray pdfOf(const QString &title, const QStringList &paragraphs);

}
