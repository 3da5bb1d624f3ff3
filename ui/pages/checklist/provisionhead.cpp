#include "ui/pages/checklist/provisionhead.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

ProvisionHead::ProvisionHead(QWidget *parent)
    : QWidget(parent)
    , m_facts(new FlowLayout)
    , m_title((new PlainLabel({}, TextKind::Subtitle))->wrapped())
    , m_text((new PlainLabel)->wrapped())
    , m_reason((new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped())
{
    m_reason->setObjectName(u"reason"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    column->addWidget(m_title);
    column->addLayout(m_facts);
    column->addWidget(m_text);
    column->addWidget(m_reason);
}

void ProvisionHead::show(const Checklist &checklist, const ChecklistLine &line)
{
    const Item &item = checklist.item(line);
    m_reason->setPlainText(checklist.reason(line));
    if (item.id == m_shown)
        return;
    m_shown = item.id;
    m_title->setPlainText(u"%1  %2"_s.arg(item.id, checklist.catalogue->titleOf(item)));
    m_text->setPlainText(checklist.catalogue->textOf(item));
    while (m_facts->count() > 0) {
        QLayoutItem *fact = m_facts->takeAt(0);
        fact->widget()->deleteLater();
        fact->widget()->hide();
        delete fact;
    }
    showFacts(item);
}

void ProvisionHead::add(QWidget *fact)
{
    m_facts->addWidget(fact);
    fact->show();
}

void ProvisionHead::showFacts(const Item &item)
{
    add(new Chip(QString(word(item.verb)).toUpper(),
                 item.verb == Verb::Shall ? ChipKind::Strong : ChipKind::Neutral));
    const bool anyWill = item.combination == Combination::Any && item.dutyHolders.size() > 1;
    for (const Role role : allRoles) {
        if (!item.dutyHolders.contains(role))
            continue;
        auto *chip = new Chip(title(role), ChipKind::Ours);
        chip->setToolTip(asToolTip(anyWill ? tr("One of the duty holders suffices")
                                           : tr("The duty is on each of these roles that is held")));
        add(chip);
    }
    if (item.isMinimum) {
        auto *chip = new Chip(tr("Minimum set"));
        chip->setToolTip(asToolTip(tr("Among the provisions to begin with. That is our judgement.")));
        add(chip);
    }
}

}
