#include "ui/pages/journal/journalpage.h"

#include "core/storage/repository.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/withreader.h"
#include "ui/pages/journal/journalcolumns.h"
#include "ui/pages/journal/journalwords.h"
#include "ui/pages/journal/recordcheck.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/emptyhint.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelledbeside.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int thingsColumn = 4;
constexpr int tableRows = 10;

/// The same steps with the words that people read.
Result<QList<FieldStep>> inWords(Result<QList<FieldStep>> steps, QLatin1StringView table,
                                 QLatin1StringView field)
{
    if (steps) {
        for (FieldStep &step : *steps) {
            step.before = valueInWords(table, field, step.before);
            step.after = valueInWords(table, field, step.after);
        }
    }
    return steps;
}

/// Below the first choice, which leaves everything in. What was chosen stays chosen.
template <class T>
void offer(QComboBox &box, const QList<T> &things)
{
    const QSignalBlocker quiet(box);
    const QString chosen = box.currentData().toString();
    const QString all = box.itemText(0);
    box.clear();
    box.addItem(all);
    for (const T &thing : things)
        box.addItem(shownInLine(thing.name), thing.id.text());
    box.setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, box.findData(chosen)));
}

}

JournalPage::JournalPage(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : Page(tr("Journal"), parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_lineModel([](const JournalLine &line) { return QString::number(line.sequence); },
                  journalLineColumns())
    , m_changeModel([](const JournalChange &change) { return change.id + u'/' + QString(change.field); },
                    journalChangeColumns())
    , m_stepModel([](const FieldStep &step) { return QString::number(step.sequence); }, fieldStepColumns())
{
    content()->addWidget((new PlainLabel(tr("Who did what, when?"), TextKind::Title))->wrapped());
    content()->addWidget(
        (new PlainLabel(
             tr("Every change of the record is an entry, and none is ever taken out. Identity is declared, "
                "not proven: entries are not signed."),
             TextKind::Body, Emphasis::Quiet))
            ->wrapped());
    content()->addWidget(buildFilters());
    content()->addWidget(buildEntries(), 1);
    content()->addWidget(buildDetail());
    content()->addWidget(buildHistory());
    auto *check = new RecordCheck(workspace, jobs);
    connect(check, &RecordCheck::stateFound, this, &Page::recordStateFound);
    content()->addWidget(check);
    connect(&workspace, &Workspace::changed, this, &JournalPage::noteChange);
    connect(&workspace, &Workspace::changedElsewhere, this, &JournalPage::noteChangeElsewhere);
}

QWidget *JournalPage::buildFilters()
{
    auto *row = new QWidget;
    onlyReads(*row);
    auto *flow = new FlowLayout(row);
    const auto add = [flow](QComboBox *&box, const QString &everybody, const QString &name) {
        box = new QComboBox;
        box->addItem(everybody);
        box->setAccessibleName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(24);
        flow->addWidget(box);
    };
    add(m_person, tr("Everybody"), tr("Only entries of this person"));
    add(m_system, tr("All systems"), tr("Only entries about this system"));
    m_person->setObjectName(u"journalPerson"_s);
    m_system->setObjectName(u"journalSystem"_s);
    m_words = new QLineEdit;
    m_words->setObjectName(u"journalWords"_s);
    m_words->setPlaceholderText(tr("Words in the entry"));
    m_words->setAccessibleName(tr("Only entries with these words"));
    m_words->setClearButtonEnabled(true);
    m_words->setMinimumWidth(220);
    flow->addWidget(m_words);
    m_until = new DateField(tr("Only entries up to this day"));
    m_until->setObjectName(u"journalUntil"_s);
    flow->addWidget(labelledBeside(tr("Up to"), m_until));
    connect(m_until, &DateField::dateChosen, this, &JournalPage::filter);
    connect(m_person, &QComboBox::currentIndexChanged, this, &JournalPage::filter);
    connect(m_system, &QComboBox::currentIndexChanged, this, &JournalPage::filter);
    connect(m_words, &QLineEdit::textChanged, this, &JournalPage::filter);
    return row;
}

QWidget *JournalPage::buildEntries()
{
    auto *panel = new Panel;
    m_entries = new TableView(u"journalEntries"_s, tr("Entries of the journal, newest first"));
    m_entries->setModel(&m_lineModel);
    m_entries->suggestWidths({7, 16, 18, 54, 14});
    m_entries->showWhereThereIsRoom({thingsColumn},
                                    TableView::Room::AsSuggested); // the entry itself lists them
    m_entries->setRowsInSight(tableRows, TableView::Taller::WithThePage);
    connect(m_entries->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    openEntry(m_lineModel.at(index.row()).sequence);
            });
    panel->content()->addWidget(m_entries, 1);
    m_none = new EmptyHint(tr("No entry is like that"),
                           tr("Every change of the record is listed here, newest first. No entry is of this "
                              "person, system and day and has these words."),
                           tr("Show all entries"));
    m_none->setObjectName(u"journalNone"_s);
    onlyReads(*m_none);
    m_none->hide();
    connect(m_none, &EmptyHint::stepTaken, this, &JournalPage::showAll);
    panel->content()->addWidget(m_none, 1);
    m_more = button(tr("Show older entries"), ButtonKind::Quiet);
    onlyReads(*m_more);
    connect(m_more, &QPushButton::clicked, this, &JournalPage::readMore);
    panel->content()->addWidget(m_more, 0, Qt::AlignLeft);
    return panel;
}

QWidget *JournalPage::buildDetail()
{
    m_detail = new Panel;
    m_heading = (new PlainLabel({}, TextKind::Heading))->wrapped();
    m_circumstances = (new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->wrapped();
    m_detail->content()->addWidget(m_heading);
    m_detail->content()->addWidget(m_circumstances);
    m_changes = new TableView(u"journalChanges"_s, tr("What the entry changed"));
    m_changes->setModel(&m_changeModel);
    m_changes->suggestWidths({30, 9, 16, 22, 24});
    m_changes->setRowsInSight(tableRows - 2);
    connect(m_changes, &TableView::opened, this,
            [this](const QModelIndex &index) { openHistory(m_changeModel.at(index.row())); });
    m_detail->content()->addWidget(m_changes);
    m_detail->content()->addWidget(
        (new PlainLabel(tr("Enter or a double click shows the history of the field."), TextKind::Small,
                        Emphasis::Quiet))
            ->wrapped());
    m_detail->hide();
    return m_detail;
}

QWidget *JournalPage::buildHistory()
{
    m_history = new Panel;
    m_historyHeading = (new PlainLabel({}, TextKind::Heading))->wrapped();
    m_history->content()->addWidget(m_historyHeading);
    m_steps = new TableView(u"journalSteps"_s, tr("What the field held"));
    m_steps->setModel(&m_stepModel);
    m_steps->suggestWidths({16, 18, 32, 32});
    m_steps->setRowsInSight(tableRows / 2);
    m_history->content()->addWidget(m_steps);
    m_history->hide();
    return m_history;
}

void JournalPage::activate(const QString &target)
{
    if (!std::exchange(m_hasChoices, true))
        readChoices();
    if (const QDate day = QDate::fromString(target, Qt::ISODate); day.isValid()) {
        m_until->setDate(day);
        filter();
    } else if (m_lineModel.total() == 0) {
        ask();
    }
    bool isNumber = false;
    if (const qint64 sequence = target.toLongLong(&isNumber); isNumber)
        openEntry(sequence);
}

Result<JournalPage::Choices> JournalPage::readChoicesFrom(const Connection &connection)
{
    const auto people = Repository<Person>(connection).all();
    const auto systems = Repository<AiSystem>(connection).all();
    if (!people || !systems)
        return tl::unexpected(people ? systems.error() : people.error());
    return Choices{*people, *systems};
}

void JournalPage::readChoices()
{
    m_jobs.run<Choices>(tr("Read people and systems"), withReader(m_workspace, readChoicesFrom), this,
                        [this](const Result<Choices> &choices) {
                            if (!choices)
                                return banner().say(choices.error());
                            offer(*m_person, choices->people);
                            offer(*m_system, choices->systems);
                        });
}

void JournalPage::noteChange(const ChangeSet &changeSet)
{
    if (changeSet.touches<Person>() || changeSet.touches<AiSystem>())
        m_hasChoices = false;
    ask();
}

void JournalPage::noteChangeElsewhere()
{
    m_hasChoices = false;
    ask();
}

JournalQuestion JournalPage::question() const
{
    JournalQuestion question;
    if (const auto id = Id<Person>::fromText(m_person->currentData().toString()); !id.isNull())
        question.person = id;
    if (const auto id = Id<AiSystem>::fromText(m_system->currentData().toString()); !id.isNull())
        question.system = id;
    if (const auto day = m_until->date())
        question.until =
            QDateTime(day->addDays(1), QTime(0, 0), QTimeZone(m_workspace.profile().timeZone.toLatin1()));
    question.words = m_words->text().trimmed();
    return question;
}

void JournalPage::filter()
{
    m_isFiltered = true;
    ask();
}

void JournalPage::ask()
{
    m_lines.clear();
    readMore();
}

void JournalPage::readMore()
{
    JournalQuestion asked = question();
    if (!m_lines.empty())
        asked.before = m_lines.back().sequence;
    m_asking.run<JournalLines>(m_jobs, tr("Read the journal"),
                               withReader(m_workspace,
                                          [asked](const Connection &reader, const Progress &progress) {
                                              return readJournal(reader, asked, progress);
                                          }),
                               this, [this](Result<JournalLines> page) { receive(std::move(page)); });
}

void JournalPage::receive(Result<JournalLines> page)
{
    if (!page)
        return banner().say(page.error());
    m_lines.insert(m_lines.end(), page->lines.cbegin(), page->lines.cend());
    m_lineModel.setRows(m_lines);
    m_more->setVisible(!page->isLast);
    m_entries->setVisible(!m_lines.empty());
    m_none->setVisible(m_lines.empty());
    if (std::exchange(m_isFiltered, false))
        closeUnlessListed();
}

/// What is shown below belongs to what is asked for.
void JournalPage::closeUnlessListed()
{
    if (m_opened == 0 || std::ranges::find(m_lines, m_opened, &JournalLine::sequence) != m_lines.cend())
        return;
    m_opened = 0;
    m_detail->hide();
    m_history->hide();
    Q_EMIT targetChanged({});
}

void JournalPage::showAll()
{
    {
        const QSignalBlocker person(m_person);
        const QSignalBlocker system(m_system);
        const QSignalBlocker words(m_words);
        m_person->setCurrentIndex(0);
        m_system->setCurrentIndex(0);
        m_words->clear();
        m_until->setDate(std::nullopt);
    }
    m_words->setFocus(); // what had the keyboard goes with the hint
    ask();
}

void JournalPage::openEntry(qint64 sequence)
{
    m_opening.run<JournalDetail>(m_jobs, tr("Read entry %1").arg(sequence),
                                 withReader(m_workspace,
                                            [sequence](const Connection &reader) {
                                                return readJournalEntry(reader, recordSchema(), sequence);
                                            }),
                                 this, [this](const Result<JournalDetail> &detail) {
                                     if (!detail)
                                         return banner().say(detail.error());
                                     showDetail(*detail);
                                 });
}

void JournalPage::showDetail(const JournalDetail &detail)
{
    const JournalEntry &entry = detail.entry;
    m_heading->setPlainText(tr("Entry %1: %2")
                                .arg(entry.header.sequence)
                                .arg(entry.label.isEmpty() ? tr("text withheld") : entry.label));
    QString words = tr("%1, %2. The operating system's account was %3 on %4.")
                        .arg(detail.person, entry.header.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
                             entry.account, entry.host);
    if (entry.redacted > 0)
        words += u' ' + tr("Texts withheld, whose digests are checked all the same: %1.").arg(entry.redacted);
    m_circumstances->setPlainText(words);
    m_changeModel.setRows({detail.changes.cbegin(), detail.changes.cend()});
    m_detail->show();
    m_opened = entry.header.sequence;
    Q_EMIT targetChanged(QString::number(entry.header.sequence));
}

void JournalPage::openHistory(const JournalChange &change)
{
    using Steps = QList<FieldStep>;
    m_openingHistory.run<Steps>(
        m_jobs, tr("Read the history of a field"),
        withReader(m_workspace,
                   [table = change.table, id = change.id, field = change.field](const Connection &reader) {
                       return inWords(readFieldHistory(reader, recordSchema(), id, field), table, field);
                   }),
        this,
        [this, heading = tr("History of “%1” of %2").arg(fieldInWords(change.field), thingInWords(change))](
            const Result<Steps> &steps) {
            if (!steps)
                return banner().say(steps.error());
            m_historyHeading->setPlainText(heading);
            m_stepModel.setRows({steps->cbegin(), steps->cend()});
            m_history->show();
        });
}

}
