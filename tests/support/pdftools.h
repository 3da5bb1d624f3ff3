#pragma once

#include <QString>

namespace plimsoll::test {

/// What a program of the system printed and how it ended; -1 when it is not installed.
struct ProgramRun
{
    int exitCode = -1;
    QString output;
};

ProgramRun run(const QString &program, const QStringList &arguments);

/// The text of a PDF as poppler reads it, page by page.
QStringList pdfPages(const QString &path);

/// The text in the order it was painted: a cell's lines one after the other.
QString pdfTextAsPainted(const QString &path);

/// All letters of a text, without any white space: what a line break cannot disturb.
QString withoutSpaces(const QString &text);

/// PDFBox's preflight, with its jars where Debian puts them; exit code -1 when they are not there.
ProgramRun preflight(const QString &path);

}
