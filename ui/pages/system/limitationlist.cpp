#include "ui/pages/system/limitationlist.h"

#include "ui/pages/system/inventorywords.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/proposed.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

LimitationList::LimitationList(QWidget *parent)
    : QWidget(parent)
    , m_none(
          (new PlainLabel(tr("None is written down yet. An honest list of what the system cannot do, and of "
                             "the risk that remains, is what End-users and auditors ask for first."),
                          TextKind::Body, Emphasis::Quiet))
              ->wrapped())
    , m_lines(new QVBoxLayout)
    , m_kind(new ChoiceField(tr("Kind of shortfall")))
    , m_statement(new QLineEdit)
    , m_notedOn(new DateField(tr("Noted on")))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *panel = new Panel(tr("Known limitations and residual risks"));
    whole->addWidget(panel);
    panel->content()->addWidget(m_none);
    panel->content()->addLayout(m_lines);
    m_lines->setSpacing(spacing::small);

    m_kind->setChoices(choicesOf<LimitationKind>());
    m_kind->setCurrentIndex(0);
    takeAsProposed({m_kind});
    m_statement->setObjectName(u"limitation/statement"_s);
    m_statement->setAccessibleName(tr("New limitation or risk"));
    m_statement->setPlaceholderText(tr("Such as: not tested on text in Danish"));
    auto *add = button(tr("Write it down"));
    add->setObjectName(u"limitation/add"_s);
    offerInMenu(*add, tr("Write the limitation or risk down"));
    connect(add, &QPushButton::clicked, this, &LimitationList::addFromFields);
    connect(m_statement, &QLineEdit::returnPressed, this, &LimitationList::addFromFields);
    auto *fields = new CellGrid(22);
    fields->addWide(labelled(tr("Another one"), m_statement));
    fields->addWidget(labelled(tr("Kind"), m_kind));
    fields->addWidget(labelled(tr("Noted on"), m_notedOn));
    fields->addWidget(labelled(u" "_s, add));
    panel->content()->addSpacing(spacing::small);
    panel->content()->addLayout(fields);
}

void LimitationList::setToday(const QDate &today)
{
    if (!m_notedOn->text().isEmpty())
        return;
    m_notedOn->setDate(today);
    takeAsProposed({m_notedOn});
}

void LimitationList::setLimitations(const QList<Limitation> &limitations)
{
    m_asked.reset();
    m_none->setVisible(limitations.isEmpty());
    if (limitations == m_limitations)
        return;
    m_limitations = limitations;
    emptyLayout(*m_lines);
    for (const Limitation &limitation : limitations)
        addLine(limitation);
}

void LimitationList::addLine(const Limitation &limitation)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::small);
    row->addWidget(new PlainLabel(limitation.notedOn.toString(Qt::ISODate), TextKind::Small, Emphasis::Quiet),
                   0, Qt::AlignTop);
    row->addWidget(new Chip(title(limitation.kind)), 0, Qt::AlignTop);
    row->addWidget((new PlainLabel(limitation.statement))->wrapped(), 1);
    auto *away = button(tr("Take away"), ButtonKind::Quiet);
    away->setAccessibleName(tr("Take away: %1").arg(limitation.statement.left(80)));
    connect(away, &QPushButton::clicked, this, [this, limitation] { Q_EMIT removed(limitation); });
    row->addWidget(away, 0, Qt::AlignTop);
    m_lines->addWidget(line);
}

void LimitationList::addFromFields()
{
    const QString statement = m_statement->text().trimmed();
    if (statement.isEmpty())
        return m_statement->setFocus();
    if (m_notedOn->sendsBack())
        return;
    Limitation limitation;
    limitation.kind = fromWord<LimitationKind>(m_kind->key()).value_or(LimitationKind::KnownLimitation);
    limitation.statement = statement;
    limitation.notedOn = m_notedOn->date().value_or(QDate::currentDate());
    if (m_asked == limitation)
        return;
    m_asked = limitation;
    Q_EMIT added(limitation);
}

void LimitationList::noteAdded(const Limitation &limitation)
{
    if (m_statement->text().trimmed() == limitation.statement)
        m_statement->clear();
    takeAsProposed({m_kind, m_notedOn});
}

}
