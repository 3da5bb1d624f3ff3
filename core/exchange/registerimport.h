#pragma once

#include "core/base/progress.h"
#include "core/exchange/registertable.h"
#include "core/workspace/registration.h"
#include "core/workspace/workspace.h"

namespace plimsoll {

/// What every system that a register brings in gets.
struct RegisterOptions
{
    /// What becomes of a row that calls the system of its own id otherwise: the system has a new name, or the
    /// row means another system and the own id is a chance.
    enum class Renaming { Planned, LeftOut };

    QString preset; ///< of the catalogue; none when empty
    QList<NamedHolder> holders;
    Renaming renaming = Renaming::Planned;
};

/// What becomes of one row of a register.
struct PlannedRow
{
    enum class Fate {
        Create,
        Update,
        Unchanged,
        Skip,
    };

    qsizetype row = 0; ///< as a spreadsheet shows it
    Fate fate = Fate::Create;
    QString number;
    QString name;
    QString formerName;  ///< of a system that is called otherwise by the row, also where that is left out
    QStringList changed; ///< labels of the fields that an update changes
    QString reason;      ///< why it is skipped, a whole sentence
};

template <>
struct Words<PlannedRow::Fate>
{
    static constexpr std::array words{
        std::pair{PlannedRow::Fate::Create, QLatin1StringView("create")},
        std::pair{PlannedRow::Fate::Update, QLatin1StringView("update")},
        std::pair{PlannedRow::Fate::Unchanged, QLatin1StringView("unchanged")},
        std::pair{PlannedRow::Fate::Skip, QLatin1StringView("skip")},
    };
};

/// What importing a register would do, with the change sets that do it.
struct RegisterPreview
{
    QList<PlannedRow> rows;
    QList<CellNotUnderstood> notUnderstood;
    QList<Party> newParties;     ///< named by the table or as holders, and not known so far
    QList<Person> newPeople;     ///< named by the table, and not known so far
    QString organisation;        ///< whose workspace it is
    QStringList remarks;         ///< sentences: what was asked for and does not happen, or otherwise
    QList<ChangeSet> changeSets; ///< of at most 1,000 edits each; more where a row, or renaming, needs it

    [[nodiscard]] qsizetype count(PlannedRow::Fate fate) const;
    /// Cells that are not understood, without the headers of columns that are no field; and those headers.
    [[nodiscard]] qsizetype countCells() const;
    [[nodiscard]] qsizetype countColumns() const;
    /// The rows of that fate that call a system otherwise.
    [[nodiscard]] QList<PlannedRow> renaming(PlannedRow::Fate fate) const;
};

/// What becomes of the row, what the cell says that is not understood, and what all of it amounts to: each in
/// whole sentences.
QString inWords(const PlannedRow &row);
QString inWords(const CellNotUnderstood &cell);
QString inWords(const RegisterPreview &preview);
/// Which systems get which names: "AI-001 from “Scoring” to “Fraud scoring”", of many the first.
QString renamingsInWords(const QList<PlannedRow> &rows);

/// Plans the import of a register of AI systems. A row updates the system that has its own id; a row without
/// one the system of its name that no other row has the id of, and its version where several are called so.
/// An empty cell changes nothing, so importing the same table twice changes nothing the second time. A row is
/// skipped without a name, when it repeats another, when it names a system that was removed, and when it
/// names a system so that people could not tell it from another one once all rows are brought in; one that
/// renames a system, when renaming is not asked for. What takes several change sets renames in the first one,
/// so that an import that stops leaves no name half way to another.
Result<RegisterPreview> previewRegister(const Connection &connection, const Catalogue &catalogue,
                                        const CsvTable &csv, const RegisterOptions &options,
                                        const Occasion &occasion);

/// The same from text as it is pasted from a spreadsheet.
Result<RegisterPreview> previewRegister(const Connection &connection, const Catalogue &catalogue,
                                        const QString &pasted, const RegisterOptions &options,
                                        const Occasion &occasion);

/// Commits what was previewed, one change set after the other; waits for each.
Done importRegister(Workspace &workspace, const RegisterPreview &preview,
                    const Progress &progress = unwatched());

}
