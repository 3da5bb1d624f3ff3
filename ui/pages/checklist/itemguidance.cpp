#include "ui/pages/checklist/itemguidance.h"

#include "core/catalogue/provisioninwords.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/readingonly.h"

#include <QSettings>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr auto evidenceOpen = "checklist/evidenceGuidanceOpen"_L1;

QString bullets(const QStringList &points)
{
    QStringList lines;
    for (const QString &point : points)
        lines.append(u"•  "_s + point);
    return lines.join(u'\n');
}

/// All that an assessor may want to know beyond the wording, a paragraph each.
QStringList paragraphs(const Provision &provision)
{
    QStringList said;
    if (!provision.condition.isEmpty())
        said.append(ItemGuidance::tr("Condition: %1").arg(provision.condition));
    if (!provision.basisNote.isEmpty())
        said.append(provision.basisNote);
    if (!provision.participants.empty())
        said.append(ItemGuidance::tr("To be involved: %1").arg(titles(provision.participants)));
    if (!provision.recipients.empty())
        said.append(ItemGuidance::tr("To be informed: %1").arg(titles(provision.recipients)));
    if (!provision.guidance.isEmpty())
        said.append(bullets(provision.guidance));
    if (!provision.notApplicableExamples.isEmpty())
        said.append(ItemGuidance::tr("Not applicable, for example:") + u'\n' +
                    bullets(provision.notApplicableExamples));
    said += provision.notes;
    if (!provision.ukCode.isEmpty())
        said.append(ItemGuidance::tr("Number in the UK Code of Practice: %1").arg(provision.ukCode));
    return said;
}

}

ItemGuidance::ItemGuidance(QWidget *parent)
    : QWidget(parent)
    , m_evidence(new Disclosure(tr("What good evidence looks like")))
    , m_evidenceText((new PlainLabel)->wrapped())
    , m_notes(new Disclosure(tr("More about this item")))
    , m_notesText((new PlainLabel)->wrapped())
    , m_links(new FlowLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    m_evidence->content()->addWidget(m_evidenceText);
    m_evidence->setOpen(QSettings().value(evidenceOpen, true).toBool());
    connect(m_evidence, &Disclosure::toggled, this,
            [this] { QSettings().setValue(evidenceOpen, m_evidence->isOpen()); });
    column->addWidget(m_evidence);
    m_notes->content()->addWidget(m_notesText);
    column->addWidget(m_notes);
    column->addLayout(m_links);
}

void ItemGuidance::show(const Checklist &checklist, const ChecklistLine &line)
{
    const Item &item = checklist.item(line);
    if (item.id == m_shown)
        return;
    m_shown = item.id;
    const Provision &provision = checklist.catalogue->provisionOf(item);
    m_evidenceText->setPlainText(bullets(provision.evidence));
    m_evidence->setVisible(!provision.evidence.isEmpty());
    const QStringList notes = paragraphs(provision);
    m_notesText->setPlainText(notes.join(u"\n\n"_s));
    m_notes->setVisible(!notes.isEmpty());
    while (m_links->count() > 0) {
        QLayoutItem *link = m_links->takeAt(0);
        link->widget()->deleteLater();
        link->widget()->hide();
        delete link;
    }
    showLinks(checklist, item);
}

void ItemGuidance::add(QWidget *link)
{
    m_links->addWidget(link);
    link->show();
}

void ItemGuidance::showLinks(const Checklist &checklist, const Item &item)
{
    const Catalogue &catalogue = *checklist.catalogue;
    const Provision &provision = catalogue.provisionOf(item);
    QList<Link> parts;
    for (const Item &sibling : catalogue.itemsOf(provision)) {
        if (sibling.id != item.id)
            parts.append({sibling.id, sibling.id});
    }
    addLinks(tr("Other parts"), parts);
    QList<Link> related;
    for (const QString &id : provision.related) {
        const Provision *other = catalogue.provision(id);
        if (other && !catalogue.itemsOf(*other).empty())
            related.append({id, catalogue.itemsOf(*other).front().id});
    }
    addLinks(tr("Related"), related);
}

void ItemGuidance::addLinks(const QString &what, const QList<Link> &links)
{
    for (qsizetype i = 0; i < links.size(); ++i) {
        auto *link = button(links[i].text, ButtonKind::Quiet);
        onlyReads(*link);
        name(*link, tr("Go to %1").arg(links[i].item));
        connect(link, &QPushButton::clicked, this, [this, item = links[i].item] { Q_EMIT itemAsked(item); });
        if (i > 0) {
            add(link);
            continue;
        }
        // What they are stays on the line of the first.
        auto *first = new QWidget;
        auto *row = new QHBoxLayout(first);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(spacing::small);
        row->addWidget(new PlainLabel(what, TextKind::Small, Emphasis::Quiet));
        row->addWidget(link);
        add(first);
    }
}

}
