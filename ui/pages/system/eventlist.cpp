#include "ui/pages/system/eventlist.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/proposed.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

EventList::EventList(QWidget *parent)
    : QWidget(parent)
    , m_none((new PlainLabel(
                  tr("Nothing is recorded yet. Some provisions become due only when something happens, "
                     "such as a release or an update."),
                  TextKind::Body, Emphasis::Quiet))
                 ->wrapped())
    , m_lines(new QVBoxLayout)
    , m_event(new ChoiceField(tr("What happened")))
    , m_day(new DateField(tr("Happened on")))
    , m_note(new QLineEdit)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *panel = new Panel(tr("What happened to it"));
    whole->addWidget(panel);
    panel->content()->addWidget(m_none);
    panel->content()->addLayout(m_lines);
    m_lines->setSpacing(spacing::small);
    m_event->setObjectName(u"event/kind"_s);
    m_note->setObjectName(u"event/note"_s);
    m_note->setAccessibleName(tr("Note on what happened"));
    auto *add = button(tr("Record the event"));
    add->setObjectName(u"event/record"_s);
    offerInMenu(*add);
    connect(add, &QPushButton::clicked, this, &EventList::record);
    auto *fields = new CellGrid(24);
    fields->addWide(labelled(tr("What happened"), m_event));
    fields->addWidget(labelled(tr("On"), m_day));
    fields->addWidget(labelled(tr("Note"), m_note));
    fields->addWidget(labelled(u" "_s, add));
    panel->content()->addSpacing(spacing::small);
    panel->content()->addLayout(fields);
}

void EventList::setChecklist(const Checklist &checklist, const QDate &today)
{
    m_asked.reset();
    if (m_day->text().isEmpty()) {
        m_day->setDate(today);
        takeAsProposed({m_day});
    }
    showEvents(checklist);
    showChoices(checklist);
}

void EventList::showChoices(const Checklist &checklist)
{
    const auto &events = checklist.catalogue->events();
    QList<Choice> choices;
    for (size_t i = 0; i < events.size(); ++i) {
        const auto waiting =
            std::count_if(checklist.lines.cbegin(), checklist.lines.cend(), [&](const ChecklistLine &line) {
                return line.applicability.state == Applicability::State::WaitsForEvent &&
                       line.applicability.event == int(i);
            });
        choices.append({events[i].id, waiting == 0
                                          ? events[i].says
                                          : tr("%1 (waiting for it: %2)").arg(events[i].says).arg(waiting)});
    }
    m_event->setChoices(choices);
    if (m_event->currentIndex() >= 0)
        return;
    m_event->setCurrentIndex(0);
    takeAsProposed({m_event});
}

void EventList::showEvents(const Checklist &checklist)
{
    m_none->setVisible(checklist.events.isEmpty());
    if (checklist.events == m_events)
        return;
    m_events = checklist.events;
    emptyLayout(*m_lines);
    for (const SystemEvent &event : std::as_const(m_events)) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(spacing::medium);
        row->addWidget(
            new PlainLabel(event.happenedOn.toString(Qt::ISODate), TextKind::Small, Emphasis::Quiet), 0,
            Qt::AlignTop);
        const Event *known = checklist.catalogue->event(event.event);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget((new PlainLabel(known ? known->says : event.event))->wrapped());
        if (!event.note.isEmpty())
            words->addWidget((new PlainLabel(event.note, TextKind::Small, Emphasis::Quiet))->wrapped());
        row->addLayout(words, 1);
        auto *away = button(tr("Take away"), ButtonKind::Quiet);
        away->setAccessibleName(tr("Take away the event of %1").arg(event.happenedOn.toString(Qt::ISODate)));
        connect(away, &QPushButton::clicked, this, [this, event] { Q_EMIT removed(event); });
        row->addWidget(away, 0, Qt::AlignTop);
        m_lines->addWidget(line);
    }
}

void EventList::record()
{
    if (m_day->sendsBack())
        return;
    SystemEvent event;
    event.event = m_event->key();
    event.happenedOn = m_day->date().value_or(QDate());
    if (!event.happenedOn.isValid())
        return m_day->setFocus();
    event.note = m_note->text().trimmed();
    if (m_asked == event)
        return;
    m_asked = event;
    Q_EMIT recorded(event);
}

void EventList::noteRecorded(const SystemEvent &event)
{
    if (m_note->text().trimmed() == event.note)
        m_note->clear();
    takeAsProposed({m_event, m_day});
}

}
