#include "ui/pages/catalogue/cataloguepage.h"

#include "core/catalogue/shippedcatalogue.h"
#include "ui/jobs/jobs.h"
#include "ui/pages/catalogue/provisionfacts.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plaindelegate.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/readingtext.h"
#include "ui/widgets/turningsplitter.h"

#include <QLineEdit>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int designatorRole = Qt::UserRole;
constexpr int leastLines = 16; ///< of text, for tree and card before the page scrolls

}

CataloguePage::CataloguePage(Jobs &jobs, QWidget *parent)
    : Page(tr("Catalogue"), parent)
    , m_jobs(jobs)
{
    content()->addWidget((new PlainLabel(tr("What does the standard ask for?"), TextKind::Title))->wrapped());
    content()->addWidget(
        (new PlainLabel(tr("The words here are Plimsoll's own; the text of the standard prevails."),
                        TextKind::Body, Emphasis::Quiet))
            ->wrapped());
    auto *sides = new TurningSplitter(leastLines);
    sides->add(buildTree(), 40);
    sides->add(buildCard(), 60);
    content()->addWidget(sides, 1);
}

QWidget *CataloguePage::buildTree()
{
    auto *panel = new Panel;
    panel->setMinimumWidth(240);
    m_words = new QLineEdit;
    m_words->setObjectName(u"catalogueWords"_s);
    m_words->setPlaceholderText(tr("Find a provision"));
    m_words->setAccessibleName(tr("Find a provision"));
    m_words->setClearButtonEnabled(true);
    onlyReads(*m_words);
    connect(m_words, &QLineEdit::textChanged, this, &CataloguePage::filter);
    panel->content()->addWidget(m_words);
    m_tree = new QTreeWidget;
    m_tree->setObjectName(u"catalogueTree"_s);
    m_tree->setAccessibleName(tr("Phases, principles and provisions"));
    m_tree->setItemDelegate(new PlainDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setMinimumHeight(240);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &CataloguePage::showChosen);
    panel->content()->addWidget(m_tree, 1);
    return panel;
}

QWidget *CataloguePage::buildCard()
{
    auto *panel = new Panel;
    m_heading = (new PlainLabel({}, TextKind::Subtitle))->wrapped();
    m_verb = new Chip({}, ChipKind::Strong);
    panel->content()->addWidget(m_heading);
    panel->content()->addWidget(m_verb, 0, Qt::AlignLeft);
    m_facts = new ReadingText(tr("All that is known of the provision"));
    m_facts->setObjectName(u"catalogueFacts"_s);
    panel->content()->addWidget(m_facts, 1);
    return panel;
}

void CataloguePage::activate(const QString &target)
{
    m_wanted = target;
    if (!m_shelf.catalogue)
        return read();
    choose(target);
}

void CataloguePage::read()
{
    m_jobs.run<Shelf>(
        tr("Read the catalogue"),
        [](const Progress &) -> Result<Shelf> {
            const auto catalogue = shippedCatalogue();
            if (!catalogue)
                return tl::unexpected(catalogue.error());
            auto mappings = shippedMappings(**catalogue);
            if (!mappings)
                return tl::unexpected(mappings.error());
            return Shelf{*catalogue, std::move(*mappings)};
        },
        this,
        [this](Result<Shelf> shelf) {
            if (!shelf)
                return banner().say(shelf.error());
            m_shelf = std::move(*shelf);
            fillTree();
            choose(m_wanted);
        });
}

void CataloguePage::fillTree()
{
    const Catalogue &catalogue = *m_shelf.catalogue;
    auto *whole = new QTreeWidgetItem(m_tree, {catalogue.edition()});
    whole->setSelected(true);
    QList<QTreeWidgetItem *> phases;
    for (const Phase &phase : catalogue.phases())
        phases.append(new QTreeWidgetItem(m_tree, {tr("%1 (%2 shall, %3 should)")
                                                       .arg(phase.title)
                                                       .arg(phase.counts.shall)
                                                       .arg(phase.counts.should)}));
    QList<QTreeWidgetItem *> principles;
    for (const Principle &principle : catalogue.principles())
        principles.append(
            new QTreeWidgetItem(phases.at(principle.phase), {principle.clause + u"  "_s + principle.title}));
    for (const Provision &provision : catalogue.provisions()) {
        auto *item = new QTreeWidgetItem(principles.at(provision.principle),
                                         {provision.id + u"  "_s + provision.title});
        item->setData(0, designatorRole, provision.id);
    }
    for (QTreeWidgetItem *phase : std::as_const(phases))
        phase->setExpanded(true);
}

void CataloguePage::filter(const QString &typed)
{
    if (!m_shelf.catalogue)
        return;
    const QString words = typed.trimmed();
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        const Provision *provision = m_shelf.catalogue->provision((*it)->data(0, designatorRole).toString());
        (*it)->setHidden(provision && !words.isEmpty() && !holdsWords(*provision, words));
    }
    for (int phase = 1; phase < m_tree->topLevelItemCount(); ++phase) {
        QTreeWidgetItem *top = m_tree->topLevelItem(phase);
        bool isAnyPrinciple = false;
        for (int i = 0; i < top->childCount(); ++i) {
            QTreeWidgetItem *principle = top->child(i);
            bool isAny = false;
            for (int j = 0; j < principle->childCount(); ++j)
                isAny = isAny || !principle->child(j)->isHidden();
            principle->setHidden(!isAny);
            principle->setExpanded(isAny && !words.isEmpty());
            isAnyPrinciple = isAnyPrinciple || isAny;
        }
        top->setHidden(!isAnyPrinciple);
    }
}

void CataloguePage::choose(const QString &wanted)
{
    const QString provision = wanted.section(u'/', 0, 0);
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if (!provision.isEmpty() && (*it)->data(0, designatorRole).toString() == provision)
            return m_tree->setCurrentItem(*it);
    }
    if (!m_tree->currentItem())
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
}

void CataloguePage::showChosen(QTreeWidgetItem *item)
{
    if (!item || !m_shelf.catalogue)
        return;
    const Provision *provision = m_shelf.catalogue->provision(item->data(0, designatorRole).toString());
    m_verb->setVisible(provision != nullptr);
    if (!provision) {
        m_heading->setPlainText(m_shelf.catalogue->content().title);
        return m_facts->setSections(factsOf(*m_shelf.catalogue, m_shelf.mappings));
    }
    m_heading->setPlainText(provision->id + u"  "_s + provision->title);
    m_verb->setText(QString(word(provision->verb)).toUpper());
    m_verb->setKind(provision->verb == Verb::Shall ? ChipKind::Strong : ChipKind::Neutral);
    m_facts->setSections(factsOf(*m_shelf.catalogue, m_shelf.mappings, *provision));
    Q_EMIT targetChanged(provision->id);
}

}
