#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/registervocabulary.h"

namespace plimsoll {

/// A cell of a register that was left out, and why. Rows and columns are counted from 1, as a spreadsheet
/// shows them.
struct CellNotUnderstood
{
    qsizetype row = 0;
    qsizetype column = 0;
    QString header;
    QString value;
    QString sentence;
    bool isHeader = false; ///< it heads a column that is no field, and stands for all of it

    friend bool operator==(const CellNotUnderstood &, const CellNotUnderstood &) = default;
};

/// What the cells of one row say of one field.
struct RegisterField
{
    struct Cell
    {
        qsizetype column = 0; ///< from 1
        QString header;
        QString text;
        bool isRemark = false;
        int looseness = 0; ///< see RegisterMeaning
    };

    QList<Cell> cells; ///< those that say something, from left to right

    /// All of them in one text, remarks with their header before them.
    [[nodiscard]] QString joined() const;
    /// The cells by how exactly their headers name the field, the most exact first.
    [[nodiscard]] QList<Cell> mostExactFirst() const;
};

/// The row of a system, sorted by what its cells mean.
struct RegisterLine
{
    qsizetype row = 0; ///< as a spreadsheet shows it
    QHash<QString, RegisterField> fields;

    /// What the most exact header says of the field; empty when nothing is said.
    [[nodiscard]] QString first(const QString &field) const;
};

/// A register as a table of systems.
struct RegisterTable
{
    QList<RegisterLine> lines;
    /// Headers that are no field, of columns with something in them, and cells without a word in them.
    QList<CellNotUnderstood> notUnderstood;
};

/// Finds the row of headers among the first rows and sorts the cells below it. Refused when no row has a
/// column for the system's name.
Result<RegisterTable> registerTable(const CsvTable &table, const RegisterVocabulary &vocabulary);

}
