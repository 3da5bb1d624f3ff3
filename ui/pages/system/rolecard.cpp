#include "ui/pages/system/rolecard.h"

#include "ui/pages/system/inventorywords.h"
#include "ui/pages/system/rolewords.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/proposed.h"

#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

RoleCard::RoleCard(Role role, QWidget *parent)
    : QWidget(parent)
    , m_role(role)
    , m_none((new PlainLabel(
                  tr("Nobody is recorded. Until then its duties count as applying, so that nothing is "
                     "left out."),
                  TextKind::Body, Emphasis::Quiet))
                 ->wrapped())
    , m_lines(new QVBoxLayout)
    , m_party(new ChoiceField(tr("Another %1").arg(title(role))))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *panel = new Panel(title(role));
    whole->addWidget(panel);
    auto *column = panel->content();
    column->addWidget((new PlainLabel(meaning(role), TextKind::Small, Emphasis::Quiet))->wrapped());
    column->addWidget(m_none);
    column->addLayout(m_lines);
    m_lines->setSpacing(spacing::tight);
    column->addSpacing(spacing::small);
    column->addStretch(1);
    const QString key = u"role/"_s + word(role);
    m_party->setObjectName(key);
    takeAsProposed({m_party});
    auto *add = button(tr("Add"));
    add->setObjectName(key + u"/add"_s);
    add->setAccessibleName(tr("Add as %1").arg(title(role)));
    connect(add, &QPushButton::clicked, this, [this] {
        const auto party = Id<Party>::fromText(m_party->key());
        if (!party.isNull())
            return Q_EMIT added(party);
        m_party->setFocus();
        m_party->showPopup();
    });
    auto *row = new FlowLayout;
    row->addWidget(m_party);
    row->addWidget(add);
    column->addLayout(row);
}

void RoleCard::setHolders(const QList<Party> &holders, const QList<Party> &parties)
{
    QList<Choice> free{{{}, tr("Choose a party …")}};
    for (const Party &party : parties) {
        if (!holders.contains(party))
            free.append({party.id.text(), party.name});
    }
    m_party->setChoices(free);
    if (m_party->currentIndex() < 0)
        m_party->setCurrentIndex(0);
    m_none->setVisible(holders.isEmpty());
    if (holders == m_holders)
        return;
    m_holders = holders;
    emptyLayout(*m_lines);
    for (const Party &party : holders) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        auto *name = (new PlainLabel(party.name, TextKind::Strong))->wrapped();
        // A name written from right to left would begin at the other side, away from what stands under it.
        name->setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute);
        words->addWidget(name);
        words->addWidget((new PlainLabel(title(party.kind), TextKind::Small, Emphasis::Quiet))->wrapped());
        row->addLayout(words, 1);
        auto *away = button(tr("Take away"), ButtonKind::Quiet);
        away->setAccessibleName(tr("%1 is no longer %2").arg(party.name.left(80), title(m_role)));
        connect(away, &QPushButton::clicked, this, [this, party] { Q_EMIT removed(party); });
        row->addWidget(away, 0, Qt::AlignTop);
        m_lines->addWidget(line);
    }
}

}
