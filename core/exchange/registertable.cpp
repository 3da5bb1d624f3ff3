#include "core/exchange/registertable.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RegisterTable)
};

/// Titles and instructions stand above the headers of many templates.
constexpr qsizetype rowsAboveHeaders = 20;

using Meanings = QList<std::optional<RegisterMeaning>>;

Meanings meaningsOf(const QStringList &headers, const RegisterVocabulary &vocabulary)
{
    Meanings meanings;
    for (const auto &header : headers)
        meanings.append(vocabulary.meaning(header));
    return meanings;
}

bool hasName(const Meanings &meanings)
{
    return std::any_of(meanings.cbegin(), meanings.cend(),
                       [](const auto &meaning) { return meaning && meaning->field == "name"_L1; });
}

/// The row that says most about its columns; nothing when none has a name.
std::optional<qsizetype> headerRow(const CsvTable &table, const RegisterVocabulary &vocabulary)
{
    std::optional<qsizetype> best;
    qsizetype most = 0;
    for (qsizetype row = 0; row < std::min(table.rows.size(), rowsAboveHeaders); ++row) {
        const auto meanings = meaningsOf(table.rows[row], vocabulary);
        const auto known = std::count_if(meanings.cbegin(), meanings.cend(),
                                         [](const auto &meaning) { return meaning.has_value(); });
        if (hasName(meanings) && known > most) {
            best = row;
            most = known;
        }
    }
    return best;
}

/// The row of a system; cells without a word in them are listed.
RegisterLine lineFrom(const QStringList &cells, qsizetype row, const QStringList &headers,
                      const Meanings &meanings, const RegisterVocabulary &vocabulary,
                      QList<CellNotUnderstood> &notUnderstood)
{
    RegisterLine line;
    line.row = row;
    for (qsizetype column = 0; column < cells.size(); ++column) {
        const auto text = QString(cells[column]).replace("\r\n"_L1, "\n"_L1).trimmed();
        const auto header = headers[column].simplified();
        const auto &meaning = meanings[column];
        if (!meaning || vocabulary.isNothing(text))
            continue;
        if (RegisterVocabulary::folded(text).isEmpty())
            notUnderstood.append({row, column + 1, header, text,
                                  Text::tr("It has neither a letter nor a digit. Leave the cell empty, or "
                                           "write what is known.")});
        else
            line.fields[meaning->field].cells.append(
                {column + 1, header, text, meaning->isRemark, meaning->looseness});
    }
    return line;
}

/// Columns nobody knows, which are named once and not in every row.
QList<CellNotUnderstood> unknownColumns(const CsvTable &table, qsizetype headersAt, const Meanings &meanings)
{
    QList<CellNotUnderstood> unknown;
    for (qsizetype column = 0; column < meanings.size(); ++column) {
        if (meanings[column])
            continue;
        const auto filled =
            std::count_if(table.rows.cbegin() + headersAt + 1, table.rows.cend(),
                          [&](const QStringList &cells) { return !cells[column].trimmed().isEmpty(); });
        if (filled == 0)
            continue;
        const auto header = table.rows[headersAt][column].simplified();
        unknown.append({table.numbers[headersAt], column + 1, header, header,
                        Text::tr("No field of a system is called so. Filled cells of this column that are "
                                 "left out: %1.")
                            .arg(filled),
                        true});
    }
    return unknown;
}

}

QString RegisterField::joined() const
{
    QStringList parts;
    for (const auto &cell : cells)
        parts.append(cell.isRemark ? u"%1: %2"_s.arg(cell.header, cell.text) : cell.text);
    parts.removeDuplicates();
    return parts.join(u'\n');
}

QList<RegisterField::Cell> RegisterField::mostExactFirst() const
{
    auto ordered = cells;
    std::ranges::stable_sort(ordered, {}, &Cell::looseness);
    return ordered;
}

QString RegisterLine::first(const QString &field) const
{
    const auto found = fields.constFind(field);
    return found == fields.constEnd() ? QString() : found->mostExactFirst().first().text;
}

Result<RegisterTable> registerTable(const CsvTable &table, const RegisterVocabulary &vocabulary)
{
    const auto headersAt = headerRow(table, vocabulary);
    if (!headersAt)
        return refuse(
            ErrorCode::Invalid,
            Text::tr("No row has a column for the name of a system. Call one “Name”, “AI System” or "
                     "“System Name”."));
    const auto &headers = table.rows[*headersAt];
    const auto meanings = meaningsOf(headers, vocabulary);
    RegisterTable found;
    found.notUnderstood = unknownColumns(table, *headersAt, meanings);
    for (qsizetype row = *headersAt + 1; row < table.rows.size(); ++row) {
        auto line =
            lineFrom(table.rows[row], table.numbers[row], headers, meanings, vocabulary, found.notUnderstood);
        if (!line.fields.isEmpty())
            found.lines.append(std::move(line));
    }
    return found;
}

}
