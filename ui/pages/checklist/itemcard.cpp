#include "ui/pages/checklist/itemcard.h"

#include "core/inventory/systemevent.h"
#include "core/report/standingmark.h"
#include "core/workspace/workspace.h"
#include "ui/pages/checklist/answerwriter.h"
#include "ui/pages/checklist/evidencesection.h"
#include "ui/pages/checklist/itemguidance.h"
#include "ui/pages/checklist/itemrow.h"
#include "ui/pages/checklist/provisionhead.h"
#include "ui/pages/checklist/relieduponform.h"
#include "ui/pages/checklist/responseform.h"
#include "ui/theme/colours.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/filedrop.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelledbeside.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/proposed.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/statuslabel.h"

#include <QCoreApplication>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

ItemCard::ItemCard(Workspace &workspace, Jobs &jobs, AnswerWriter &writer, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_writer(writer)
    , m_drop(new FileDrop(*this, FileDrop::Takes::AnyNumber))
    , m_pane(new ScrollPane(tr("Item")))
    , m_head(new ProvisionHead)
    , m_standing(new StatusLabel(StatusMark::NotApplicable))
    , m_response(new ResponseForm(writer))
    , m_reliance(new ReliedUponForm(writer))
    , m_problems(new Banner)
    , m_evidence(new EvidenceSection(workspace, jobs, writer))
    , m_guidance(new ItemGuidance)
{
    build();
    setObjectName(u"card"_s);
    connect(m_drop, &FileDrop::awaitedChanged, this, qOverload<>(&QWidget::update));
    connect(m_drop, &FileDrop::dropped, m_evidence, &EvidenceSection::attachFiles);
    connect(m_guidance, &ItemGuidance::itemAsked, this, &ItemCard::itemAsked);
    connect(m_response, &ResponseForm::overtaken, this, &ItemCard::refused);
    connect(m_evidence, &EvidenceSection::refused, this, &ItemCard::refused);
    connect(m_evidence, &EvidenceSection::goTo, this, &ItemCard::goTo);
    connect(m_evidence, &EvidenceSection::filesJudged, this, &ItemCard::showProblems);
    connect(m_evidence, &EvidenceSection::filesJudged, this, &ItemCard::filesJudged);
}

void ItemCard::build()
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(1, 1, 1, spacing::medium);
    whole->setSpacing(spacing::small);
    QVBoxLayout *column = m_pane->column();
    column->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::small);
    column->addWidget(m_head);
    column->addWidget(m_standing);
    m_waiting = makeWaiting();
    column->addWidget(m_waiting);
    column->addWidget(m_reliance);
    column->addWidget(m_response);
    m_problems->setClosable(false);
    m_problems->setObjectName(u"problems"_s);
    column->addWidget(m_problems);
    column->addWidget(m_evidence);
    column->addWidget(m_guidance);
    column->addStretch(1);
    whole->addWidget(m_pane, 1);

    auto *steps = new FlowLayout;
    steps->setContentsMargins(spacing::large, 0, spacing::large, 0);
    auto *next = button(tr("Next open   Alt+→"), ButtonKind::Primary);
    next->setObjectName(u"nextOpen"_s);
    next->setAccessibleName(tr("Next open"));
    next->setToolTip(tr("Goes to the next item that is open (Alt+Right, or Ctrl+Enter while writing)"));
    auto *previous = button(tr("Previous"));
    onlyReads(*next);
    onlyReads(*previous);
    previous->setToolTip(tr("Goes to the item before this one in the list"));
    steps->addWidget(next);
    steps->addWidget(previous);
    m_keys = new PlainLabel(tr("Keys 1–4 and 0 answer, F2 writes the rationale"), TextKind::Small,
                            Emphasis::Quiet);
    m_keys->setObjectName(u"keysThatAnswer"_s);
    steps->addWidget(m_keys);
    whole->addLayout(steps);
    connect(next, &QPushButton::clicked, this, &ItemCard::nextOpenAsked);
    connect(previous, &QPushButton::clicked, this, &ItemCard::previousAsked);
}

QWidget *ItemCard::makeWaiting()
{
    auto *waiting = new QWidget;
    auto *column = new QVBoxLayout(waiting);
    column->setContentsMargins(0, 0, 0, 0);
    auto *row = new FlowLayout;
    m_happenedOn = new DateField(tr("Happened on"));
    row->addWidget(labelledBeside(tr("It happened on"), m_happenedOn));
    auto *record = button(tr("Record the event"));
    record->setToolTip(tr("From then on the items that wait for it are due"));
    record->setObjectName(u"recordEvent"_s);
    connect(record, &QPushButton::clicked, this, &ItemCard::recordEvent);
    row->addWidget(record);
    column->addLayout(row);
    return waiting;
}

void ItemCard::show(const SharedReading &reading, int ordinal)
{
    const Checklist &checklist = reading->checklist;
    const ChecklistLine &line = checklist.lines.at(size_t(ordinal));
    const auto state = line.applicability.state;
    const bool isAnother =
        ordinal != m_ordinal || !m_reading || m_reading->assessment() != reading->assessment();
    if (isAnother) {
        leave();
        showHappenedOn(reading->assessment().text() + u'/' + checklist.item(line).id);
        m_pane->verticalScrollBar()->setValue(0);
    }
    m_reading = reading;
    m_ordinal = ordinal;
    setAccessibleName(tr("%1: %2").arg(checklist.item(line).id, title(line.standing())));
    m_head->show(checklist, line);
    m_guidance->show(checklist, line);
    m_standing->setVisible(!isAnswerable(line));
    m_standing->setStatus(markOf(line.standing()), circumstanceInWords(checklist, line));
    const bool isWaiting = state == Applicability::State::WaitsForEvent && line.applicability.event >= 0;
    m_waiting->setVisible(isWaiting);
    if (!isWaiting)
        takeAsProposed({m_happenedOn}); // which has nothing to record any more
    const bool isBorne = state == Applicability::State::BorneByAnotherParty;
    m_reliance->setVisible(isBorne);
    if (isBorne)
        m_reliance->show(reading, ordinal);
    m_response->setVisible(isAnswerable(line));
    m_response->show(reading, ordinal);
    m_keys->setVisible(isAnswerable(line) && reading->isOpen() && !m_workspace.isReadOnly());
    m_evidence->setVisible(isBorne || isAnswerable(line));
    setAcceptDrops(isBorne || isAnswerable(line));
    m_evidence->show(reading, ordinal);
    showProblems();
    QMetaObject::invokeMethod(this, &ItemCard::fitHeights, Qt::QueuedConnection);
}

void ItemCard::showProblems()
{
    QStringList problems =
        m_reading->problemsOf(m_reading->checklist.lines.at(size_t(m_ordinal))) + m_evidence->fileProblems();
    problems.removeDuplicates();
    if (problems.isEmpty())
        m_problems->hide();
    else
        m_problems->say(BannerKind::Notice, problems.join(u'\n'));
}

void ItemCard::fitHeights()
{
    // Wrapped words in nested layouts learn their width one level at a time; the scroll area has asked by
    // then.
    for (QWidget *part : m_pane->widget()->findChildren<QWidget *>())
        part->updateGeometry();
    QCoreApplication::postEvent(m_pane->widget(), new QEvent(QEvent::LayoutRequest));
}

/// A day that somebody changed waits at its item.
void ItemCard::showHappenedOn(const QString &item)
{
    if (chosenInstead(*m_happenedOn))
        m_daysBegun.insert(m_happensTo, m_happenedOn->text());
    m_happensTo = item;
    m_happenedOn->setDate(m_workspace.today());
    takeAsProposed({m_happenedOn});
    if (const QString begun = m_daysBegun.take(item); !begun.isEmpty()) {
        m_happenedOn->setText(begun);
        m_happenedOn->finish();
    }
}

QList<Unsaved> ItemCard::unsaved() const
{
    QList<Unsaved> waiting;
    for (auto day = m_daysBegun.cbegin(); day != m_daysBegun.cend(); ++day)
        waiting.append(
            {tr("Happened on, at %1").arg(day.key().section(u'/', 1)), day.key() + u'\n' + day.value(), {}});
    return waiting;
}

bool ItemCard::isWithinItem(const QWidget &widget) const
{
    return m_pane->isAncestorOf(&widget);
}

void ItemCard::leave()
{
    m_response->leave();
    m_reliance->leave();
}

void ItemCard::recordEvent()
{
    const Checklist &checklist = m_reading->checklist;
    const int event = checklist.lines.at(size_t(m_ordinal)).applicability.event;
    if (m_happenedOn->sendsBack())
        return;
    const auto day = m_happenedOn->date();
    if (event < 0 || !day)
        return m_happenedOn->setFocus();
    const Event &known = checklist.catalogue->events().at(size_t(event));
    const SystemEvent happened{
        Id<SystemEvent>::generate(m_workspace.clock()), checklist.system.id, known.id, *day, {}};
    m_writer.save(ChangeSet(tr("Record for %1: %2").arg(checklist.system.name, known.says)).create(happened));
}

void ItemCard::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(painter, rect(), spacing::corner, colours.panel,
                 m_drop->isAwaited() ? colours.accent : colours.line, m_drop->isAwaited() ? 2 : 1);
}

}
