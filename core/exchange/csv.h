#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace plimsoll {

/// What a column of an exported table holds. A number is left as it is; any other cell is kept from being a
/// formula.
enum class CsvColumn { Text, Number };

/// The rows as RFC 4180 text: UTF-8 with a byte-order mark (spreadsheets need it), CRLF, quotes where needed.
/// Each row has as many cells as there are columns.
///
/// Spreadsheets run a cell that begins with = + - @ tab, CR, LF or the full-width forms of these, also when
/// it begins after a separator or a line end inside quotes: an apostrophe is put before it (OWASP
/// ASVS 1.2.10). readCsv() takes none away.
QByteArray writeCsv(const QList<CsvColumn> &columns, const QList<QStringList> &rows);

/// The cell as writeCsv() protects it: equal to `cell` when no spreadsheet could take it for a formula.
QString withoutFormula(const QString &cell);

/// What a table may hold at most; more is refused.
struct CsvLimits
{
    qint64 bytes = qint64(64) << 20;
    qsizetype rows = 200'000;
    qsizetype columns = 1'000;
    qsizetype cell = 100'000; ///< characters
};

/// A table that was read: every row has as many cells as the first.
struct CsvTable
{
    QList<QStringList> rows;
    QList<qsizetype> numbers; ///< of each row, as a spreadsheet shows it: from 1, empty lines counted
    QChar separator = u',';
};

/// Reads RFC 4180 text in UTF-8 or, with its byte-order mark, UTF-16. The separator (comma, semicolon or tab)
/// is the one that divides the first row most. Empty lines are skipped, short rows filled up with empty
/// cells. Refused with row and column: another encoding, a NUL, a quote left open or in the middle of a cell,
/// a row longer than the first, more than `limits`. Rows and columns are counted from 1.
Result<CsvTable> readCsv(const QByteArray &bytes, const CsvLimits &limits = {});

/// The same from a file; refused when it cannot be read.
Result<CsvTable> readCsvFile(const QString &path, const CsvLimits &limits = {});

}
