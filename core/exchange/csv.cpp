#include "core/exchange/csv.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Csv)
};

bool beginsFormula(QChar character)
{
    static const QString dangerous = u"=+-@\t\r\n＝＋－＠"_s;
    return dangerous.contains(character);
}

/// After these a careless reader begins a new cell, whatever the quotes say.
bool endsCell(QChar character)
{
    return character == u',' || character == u';' || character == u'\t' || character == u'\n' ||
           character == u'\r';
}

bool isNumber(const QString &cell)
{
    static const QRegularExpression number(QRegularExpression::anchoredPattern(u"[+-]?\\d+([.,]\\d+)?"_s));
    return number.match(cell).hasMatch();
}

QString quoted(const QString &cell)
{
    const bool needed =
        std::any_of(cell.begin(), cell.end(),
                    [](QChar character) { return endsCell(character) || character == u'"'; }) ||
        cell.startsWith(u' ') || cell.endsWith(u' ');
    if (!needed)
        return cell;
    return u'"' + QString(cell).replace(u'"', "\"\""_L1) + u'"';
}

auto refuseAt(qsizetype row, qsizetype column, const QString &reason)
{
    return refuse(ErrorCode::Invalid, Text::tr("Row %1, column %2: %3").arg(row).arg(column).arg(reason));
}

/// The separator that occurs most outside quotes in the first row that is not empty.
QChar separatorOf(QStringView text)
{
    qsizetype commas = 0;
    qsizetype semicolons = 0;
    qsizetype tabs = 0;
    bool inQuotes = false;
    bool begun = false;
    for (const QChar character : text) {
        if (character == u'"')
            inQuotes = !inQuotes;
        if (!inQuotes && (character == u'\n' || character == u'\r')) {
            if (begun)
                break;
            continue;
        }
        begun = true;
        commas += !inQuotes && character == u',';
        semicolons += !inQuotes && character == u';';
        tabs += !inQuotes && character == u'\t';
    }
    if (tabs > commas && tabs > semicolons)
        return u'\t';
    return semicolons > commas ? u';' : u',';
}

/// Goes through the text once and gathers rows.
class Parser
{
public:
    Parser(QStringView text, const CsvLimits &limits)
        : m_text(text)
        , m_limits(limits)
        , m_separator(separatorOf(text))
    {
    }

    Result<CsvTable> parse();

private:
    Done cell();
    Done quotedCell();
    Done plainCell();
    Done endRow();
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] bool atLineEnd() const { return m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }
    [[nodiscard]] qsizetype row() const { return m_line; }
    [[nodiscard]] qsizetype column() const { return m_row.size() + 1; }
    void skipLineEnd();

    QStringView m_text;
    CsvLimits m_limits;
    QChar m_separator;
    qsizetype m_at = 0;
    qsizetype m_line = 1; ///< rows begun, empty ones too
    QString m_cell;
    QStringList m_row;
    QList<QStringList> m_rows;
    QList<qsizetype> m_numbers; ///< m_line of each of m_rows
};

Result<CsvTable> Parser::parse()
{
    while (!atEnd()) {
        if (m_row.isEmpty() && atLineEnd()) {
            skipLineEnd();
            continue;
        }
        if (auto read = cell(); !read)
            return tl::unexpected(read.error());
        m_row.append(m_cell);
        const bool separated = !atEnd() && m_text[m_at] == m_separator;
        if (separated) {
            ++m_at;
            if (!atEnd() && !atLineEnd())
                continue;
            m_row.append(QString()); // the empty cell after a last separator
        }
        if (auto ended = endRow(); !ended)
            return tl::unexpected(ended.error());
        if (!atEnd())
            skipLineEnd();
    }
    return CsvTable{std::move(m_rows), std::move(m_numbers), m_separator};
}

Done Parser::cell()
{
    m_cell.clear();
    if (m_row.size() == m_limits.columns)
        return refuseAt(row(), column(), Text::tr("there are more than %1 columns.").arg(m_limits.columns));
    auto read = m_text[m_at] == u'"' ? quotedCell() : plainCell();
    if (read && m_cell.size() > m_limits.cell)
        return refuseAt(row(), column(),
                        Text::tr("the cell has more than %1 characters.").arg(m_limits.cell));
    return read;
}

Done Parser::quotedCell()
{
    for (++m_at; !atEnd(); ++m_at) {
        if (m_text[m_at] != u'"') {
            m_cell += m_text[m_at];
        } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"') {
            m_cell += u'"';
            ++m_at;
        } else {
            ++m_at;
            if (atEnd() || atLineEnd() || m_text[m_at] == m_separator)
                return {};
            return refuseAt(row(), column(), Text::tr("there is text after the closing quote."));
        }
    }
    return refuseAt(row(), column(), Text::tr("the quote is never closed."));
}

Done Parser::plainCell()
{
    for (; !atEnd() && !atLineEnd() && m_text[m_at] != m_separator; ++m_at) {
        if (m_text[m_at] == u'"')
            return refuseAt(
                row(), column(),
                Text::tr("there is a quote in the middle of the cell; double it and quote the cell."));
        m_cell += m_text[m_at];
    }
    return {};
}

Done Parser::endRow()
{
    const qsizetype width = m_rows.isEmpty() ? m_row.size() : m_rows.first().size();
    while (m_row.size() > width && m_row.last().isEmpty())
        m_row.removeLast();
    if (m_row.size() > width)
        return refuseAt(row(), width + 1, Text::tr("there are more cells than the first row has."));
    if (m_rows.size() == m_limits.rows)
        return refuseAt(row(), 1, Text::tr("there are more than %1 rows.").arg(m_limits.rows));
    while (m_row.size() < width)
        m_row.append(QString());
    m_rows.append(std::move(m_row));
    m_numbers.append(row());
    m_row.clear();
    return {};
}

void Parser::skipLineEnd()
{
    if (m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n')
        ++m_at;
    ++m_at;
    ++m_line;
}

/// Row and column, counted as the parser counts them.
std::pair<qsizetype, qsizetype> placeOf(QStringView text, qsizetype position)
{
    const QChar separator = separatorOf(text);
    qsizetype row = 1;
    qsizetype column = 1;
    bool inQuotes = false;
    for (qsizetype at = 0; at < position; ++at) {
        const bool isLineEnd = text[at] == u'\n' || (text[at] == u'\r' && text[at + 1] != u'\n');
        if (text[at] == u'"')
            inQuotes = !inQuotes;
        if (inQuotes)
            continue;
        row += isLineEnd;
        column = isLineEnd ? 1 : column + (text[at] == separator);
    }
    return {row, column};
}

Result<QString> decode(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    const auto encoding = marked.value_or(QStringConverter::Utf8);
    QStringDecoder decoder(encoding);
    const QString text = decoder(bytes);
    const bool wrong =
        decoder.hasError() || (encoding == QStringConverter::Utf8 &&
                               text.contains(QChar::ReplacementCharacter) && !bytes.contains("\xef\xbf\xbd"));
    if (wrong) {
        const auto [row, column] =
            placeOf(text, std::max<qsizetype>(text.indexOf(QChar::ReplacementCharacter), 0));
        return refuseAt(row, column,
                        Text::tr("this is not UTF-8. Save the table as “CSV UTF-8” and try again."));
    }
    if (const qsizetype nul = text.indexOf(QChar(u'\0')); nul >= 0) {
        const auto [row, column] = placeOf(text, nul);
        return refuseAt(row, column, Text::tr("there is a NUL character; this is not a table of text."));
    }
    return text;
}

}

QString withoutFormula(const QString &cell)
{
    QString safe;
    bool begins = true;
    for (const QChar character : cell) {
        if (begins && beginsFormula(character))
            safe += u'\'';
        safe += character;
        begins = endsCell(character);
    }
    return safe;
}

QByteArray writeCsv(const QList<CsvColumn> &columns, const QList<QStringList> &rows)
{
    QByteArray text = "\xef\xbb\xbf";
    for (const QStringList &row : rows) {
        Q_ASSERT(row.size() == columns.size());
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const bool number = columns[i] == CsvColumn::Number && isNumber(row[i]);
            cells.append(quoted(number ? row[i] : withoutFormula(row[i])));
        }
        // A row of one empty cell would be an empty line, which readers skip.
        text += (cells == QStringList{QString()} ? u"\"\""_s : cells.join(u',')).toUtf8() + "\r\n";
    }
    return text;
}

Result<CsvTable> readCsv(const QByteArray &bytes, const CsvLimits &limits)
{
    if (bytes.size() > limits.bytes)
        return refuse(
            ErrorCode::Invalid,
            Text::tr("The table is larger than %1 bytes. Split it and import the parts.").arg(limits.bytes));
    const auto text = decode(bytes);
    if (!text)
        return tl::unexpected(text.error());
    return Parser(*text, limits).parse();
}

Result<CsvTable> readCsvFile(const QString &path, const CsvLimits &limits)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return refuse(ErrorCode::Foreign,
                      Text::tr("%1 is not an ordinary file. Save the table to a file, then "
                               "import that.")
                          .arg(QDir::toNativeSeparators(path)));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(
            ErrorCode::NotFound,
            Text::tr("The table %1 cannot be read. Look whether it is there and whether you have the "
                     "right to read it.")
                .arg(QDir::toNativeSeparators(path)),
            file.errorString());
    return readCsv(file.read(limits.bytes + 1), limits);
}

}
