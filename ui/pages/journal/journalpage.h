#pragma once

#include "core/workspace/journalreading.h"
#include "ui/jobs/lastasked.h"
#include "ui/models/recordmodel.h"
#include "ui/pages/page.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace plimsoll {

class DateField;
class EmptyHint;
class Panel;
class PlainLabel;
class TableView;
class Workspace;

/// Who did what, when? The entries of the journal, what one of them changed, what one field held, and
/// whether the record holds against its journal. The target is the number of an entry, or a day: what was
/// done until its end.
class JournalPage final : public Page
{
    Q_OBJECT

public:
    static constexpr auto key = QLatin1StringView("journal");

    JournalPage(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);

    /// Where the entries up to the end of a day are shown.
    [[nodiscard]] static Place placeOf(QDate day) { return {key, day.toString(Qt::ISODate)}; }

    void activate(const QString &target) override;

private:
    struct Choices
    {
        QList<Person> people;
        QList<AiSystem> systems;
    };

    QWidget *buildFilters();
    QWidget *buildEntries();
    QWidget *buildDetail();
    QWidget *buildHistory();
    static Result<Choices> readChoicesFrom(const Connection &connection);
    void readChoices();
    void noteChange(const ChangeSet &changeSet);
    void noteChangeElsewhere();
    void filter();
    void ask();
    void readMore();
    void showAll();
    void receive(Result<JournalLines> page);
    void openEntry(qint64 sequence);
    void closeUnlessListed();
    void showDetail(const JournalDetail &detail);
    void openHistory(const JournalChange &change);
    [[nodiscard]] JournalQuestion question() const;

    Workspace &m_workspace;
    Jobs &m_jobs;
    bool m_hasChoices = false; ///< people and systems as they are now
    qint64 m_opened = 0;       ///< number of the entry shown below; 0 for none
    bool m_isFiltered = false; ///< anew, and not yet answered
    LastAsked m_asking;
    LastAsked m_opening;
    LastAsked m_openingHistory;
    std::vector<JournalLine> m_lines;

    QComboBox *m_person = nullptr;
    QComboBox *m_system = nullptr;
    QLineEdit *m_words = nullptr;
    DateField *m_until = nullptr;
    EmptyHint *m_none = nullptr;
    TableView *m_entries = nullptr;
    QPushButton *m_more = nullptr;
    Panel *m_detail = nullptr;
    PlainLabel *m_heading = nullptr;
    PlainLabel *m_circumstances = nullptr;
    TableView *m_changes = nullptr;
    Panel *m_history = nullptr;
    PlainLabel *m_historyHeading = nullptr;
    TableView *m_steps = nullptr;
    RecordModel<JournalLine> m_lineModel;
    RecordModel<JournalChange> m_changeModel;
    RecordModel<FieldStep> m_stepModel;
};

}
