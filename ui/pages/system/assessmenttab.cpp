#include "ui/pages/system/assessmenttab.h"

#include "core/assessment/inheritance.h"
#include "core/workspace/assessing.h"
#include "core/workspace/problems.h"
#include "ui/pages/platforms/platformform.h"
#include "ui/pages/platforms/platformspage.h"
#include "ui/pages/system/inventorywords.h"
#include "ui/pages/system/systempage.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/tick.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// A platform whose answers the system takes over from the start.
Result<ChangeSet> planPlatformFor(const Connection &connection, const Id<AiSystem> &system,
                                  const Catalogue &catalogue, const Platform &platform,
                                  const Occasion &occasion)
{
    auto made = planPlatform(connection, catalogue, platform, occasion);
    if (made)
        made->create(Inheritance{inheritanceId(system, platform.id), system, platform.id});
    return made;
}

}

AssessmentTab::AssessmentTab(const TabContext &context, QWidget *parent)
    : ReadingTab(context, parent)
    , m_form(u"assessment"_s,
             [this](const Assessment &before, const Assessment &after, const QString &field) {
                 commit(ChangeSet(tr("Assessment of %1: change “%2”").arg(reading().system().name, field))
                            .change(before, after));
             })
{
    addCurrent();
    addCommon();
    addEarlier();
    column()->addStretch(1);
}

void AssessmentTab::addCurrent()
{
    auto *panel = new Panel(tr("The current assessment"));
    m_basis = (new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped();
    panel->content()->addWidget(m_basis);
    m_fields = new QWidget;
    auto *grid = new CellGrid(28);
    m_fields->setLayout(grid);
    grid->addWidget(m_form.choice(u"purpose"_s, tr("Purpose"), &Assessment::purpose));
    grid->addWidget(m_form.date(u"periodFrom"_s, tr("Period from"), &Assessment::periodFrom,
                                tr("Leave it empty for an assessment of one day.")));
    grid->addWidget(m_form.date(u"periodTo"_s, tr("Period to, or the day"), &Assessment::periodTo));
    grid->addWidget(m_form.reference(u"assessor"_s, tr("Assessor"), &Assessment::assessor,
                                     [this] { return assessorsToChoose(); }));
    grid->addWidget(
        m_form.paragraph(u"independence"_s, tr("Independence of the assessor"), &Assessment::independence));
    grid->addWidget(m_form.paragraph(u"methods"_s, tr("Methods"), &Assessment::methods));
    grid->addWidget(m_form.paragraph(u"scopeIn"_s, tr("In scope"), &Assessment::scopeIn));
    grid->addWidget(m_form.paragraph(u"scopeOut"_s, tr("Out of scope, with reasons"), &Assessment::scopeOut));
    grid->addWidget(
        m_form.paragraph(u"intendedReaders"_s, tr("Intended readers"), &Assessment::intendedReaders));
    grid->addWidget(
        m_form.paragraph(u"limitations"_s, tr("Limitations of the assessment"), &Assessment::limitations));
    panel->content()->addWidget(m_fields);
    addEnd(*panel);
    column()->addWidget(panel);
}

void AssessmentTab::addEnd(Panel &panel)
{
    auto *row = new FlowLayout;
    m_start = button(tr("Start the next assessment"), ButtonKind::Primary);
    m_start->setObjectName(u"assessment/start"_s);
    offerInMenu(*m_start);
    m_close = button(tr("Close the assessment …"));
    m_close->setObjectName(u"assessment/close"_s);
    offerInMenu(*m_close);
    row->addWidget(m_start);
    row->addWidget(m_close);
    panel.content()->addSpacing(spacing::small);
    panel.content()->addLayout(row);
    m_confirm = new QWidget;
    auto *asks = new QVBoxLayout(m_confirm);
    asks->setContentsMargins(0, 0, 0, 0);
    asks->addWidget(
        (new PlainLabel(
             tr("Closing freezes every answer, decision and use of evidence of this assessment for "
                "good: nobody can open it again, and undo does not bring it back. The next "
                "assessment starts with the same answers, to be confirmed."),
             TextKind::Strong))
            ->wrapped());
    m_unanswered = (new PlainLabel)->wrapped();
    m_unanswered->setObjectName(u"assessment/unanswered"_s);
    asks->addWidget(m_unanswered);
    m_periodEnd = (new PlainLabel)->wrapped();
    m_periodEnd->setObjectName(u"assessment/periodEnd"_s);
    m_periodEnd->hide();
    asks->addWidget(m_periodEnd);
    m_uncovered = (new PlainLabel)->wrapped();
    m_uncovered->setObjectName(u"assessment/uncovered"_s);
    m_uncovered->hide();
    asks->addWidget(m_uncovered);
    auto *answers = new FlowLayout;
    auto *sure = button(tr("Close it for good"), ButtonKind::Primary);
    sure->setObjectName(u"assessment/closeForGood"_s);
    auto *stay = button(tr("Keep it open"));
    answers->addWidget(stay);
    answers->addWidget(sure);
    asks->addLayout(answers);
    m_confirm->hide();
    panel.content()->addWidget(m_confirm);
    connect(m_start, &QPushButton::clicked, this, &AssessmentTab::start);
    connect(m_close, &QPushButton::clicked, this, [this, stay] {
        m_confirm->show();
        stay->setFocus();
    });
    connect(stay, &QPushButton::clicked, this, [this] {
        m_close->setFocus();
        m_confirm->hide();
    });
    connect(sure, &QPushButton::clicked, this, &AssessmentTab::closeForGood);
}

void AssessmentTab::addEarlier()
{
    m_earlier = new Panel(tr("Earlier assessments"));
    m_earlierLines = new QVBoxLayout;
    m_earlierLines->setSpacing(spacing::tight);
    m_earlier->content()->addLayout(m_earlierLines);
    column()->addWidget(m_earlier);
}

void AssessmentTab::addCommon()
{
    auto *panel = new Panel(tr("Common answers"));
    panel->content()->addWidget(
        (new PlainLabel(
             tr("What the organisation or a platform has answered once, the systems that point to it "
                "take over where they give no answer of their own."),
             TextKind::Small, Emphasis::Quiet))
            ->wrapped());
    m_noPlatform = (new PlainLabel(tr("Nothing is answered once for several systems yet. Begin with what is "
                                      "the same everywhere: training, cloud, disaster recovery, disposal."),
                                   TextKind::Body, Emphasis::Quiet))
                       ->wrapped();
    panel->content()->addWidget(m_noPlatform);
    m_platforms = new QVBoxLayout;
    m_platforms->setSpacing(spacing::tight);
    panel->content()->addLayout(m_platforms);
    m_newPlatform = new PlatformForm;
    connect(m_newPlatform, &PlatformForm::asked, this, &AssessmentTab::makePlatform);
    panel->content()->addSpacing(spacing::small);
    panel->content()->addWidget(m_newPlatform);
    column()->addWidget(panel);
}

void AssessmentTab::showReading()
{
    const auto &assessment = reading().checklist.assessment;
    m_fields->setVisible(assessment.has_value());
    m_close->setVisible(reading().isOpen());
    m_start->setVisible(!reading().isOpen() && !reading().system().outOfScope);
    if (!reading().isOpen())
        m_confirm->hide();
    const Checklist &checklist = reading().checklist;
    m_unanswered->setPlainText(unansweredInWords(checklist.unanswered()));
    m_periodEnd->setPlainText(assessment ? periodEndInWords(*assessment, occasion().today) : QString());
    m_periodEnd->setVisible(!m_periodEnd->plainText().isEmpty());
    m_uncovered->setPlainText(uncoveredInWords(itemsUncoveredOnceClosed(checklist, occasion().today)));
    m_uncovered->setVisible(!m_uncovered->plainText().isEmpty());
    if (assessment) {
        m_form.show(*assessment);
        m_form.setEnabled(reading().isOpen());
        const QString basis =
            tr("%1, held against the catalogue %2 %3 (fingerprint %4…). Begun on %5.")
                .arg(assessment->systemVersion.isEmpty()
                         ? tr("The system, whose version nobody named")
                         : tr("Version %1 of the system").arg(assessment->systemVersion),
                     assessment->catalogue, assessment->catalogueVersion,
                     assessment->catalogueDigest.hex().left(12), assessment->startedOn.toString(Qt::ISODate));
        m_basis->setPlainText(assessment->closedOn ? basis + u' ' +
                                                         tr("Closed on %1: nothing in it changes any more.")
                                                             .arg(assessment->closedOn->toString(Qt::ISODate))
                                                   : basis);
    } else {
        m_basis->setPlainText(reading().system().outOfScope
                                  ? tr("The system is out of scope, so it is not assessed.")
                                  : tr("The system was never assessed. Start the first assessment."));
    }
    showPlatforms();
    showEarlier();
}

/// A closed one takes no other: its own is shown, as they were called then.
QList<Choice> AssessmentTab::assessorsToChoose() const
{
    const auto &assessment = reading().checklist.assessment;
    if (!assessment || !assessment->closedOn || !assessment->assessor)
        return peopleToChoose();
    return {{assessment->assessor->text(), reading().assessors.value(assessment->id)}};
}

void AssessmentTab::showEarlier()
{
    QList<Assessment> earlier = reading().assessments;
    earlier.removeIf([this](const Assessment &each) {
        return reading().checklist.assessment && each.id == reading().checklist.assessment->id;
    });
    m_earlier->setVisible(!earlier.isEmpty());
    if (earlier == m_shownEarlier)
        return;
    m_shownEarlier = earlier;
    emptyLayout(*m_earlierLines);
    for (const Assessment &each : earlier)
        m_earlierLines->addWidget(earlierLine(each));
}

QWidget *AssessmentTab::earlierLine(const Assessment &assessment)
{
    const QString closed = assessment.closedOn.value_or(QDate()).toString(Qt::ISODate);
    const QString assessor = reading().assessors.value(assessment.id);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *show = button(tr("Show it"), ButtonKind::Quiet);
    show->setObjectName(u"earlier/"_s + assessment.id.text());
    show->setAccessibleName(tr("Show the assessment closed on %1").arg(closed));
    onlyReads(*show);
    connect(show, &QPushButton::clicked, this, [this, id = assessment.id] {
        Q_EMIT goTo(SystemPage::placeOf(reading().system().id, u"checklist"_s, id.text()));
    });
    row->addWidget((new PlainLabel(tr("Begun %1, closed %2   %3, by %4")
                                       .arg(assessment.startedOn.toString(Qt::ISODate), closed,
                                            title(assessment.purpose),
                                            assessor.isEmpty() ? tr("nobody named") : assessor)))
                       ->wrapped(),
                   1);
    row->addWidget(show, 0, Qt::AlignTop);
    return line;
}

void AssessmentTab::showPlatforms()
{
    m_noPlatform->setVisible(reading().platforms.isEmpty());
    if (reading().platforms != m_shownPlatforms) { // lines that stay keep the keyboard
        m_shownPlatforms = reading().platforms;
        m_inherits.clear();
        emptyLayout(*m_platforms);
        for (const Platform &platform : std::as_const(m_shownPlatforms))
            addPlatform(platform);
    }
    for (qsizetype i = 0; i < m_inherits.size(); ++i)
        m_inherits[i]->setChecked(reading().inheritsFrom.contains(m_shownPlatforms[i].id));
}

void AssessmentTab::addPlatform(const Platform &platform)
{
    auto *box = new Tick(u"%1 (%2)"_s.arg(asCaption(platform.name), title(platform.kind)));
    box->setObjectName(u"inherits/"_s + platform.id.text());
    box->setToolTip(asToolTip(platform.description));
    m_inherits.append(box);
    connect(box, &QCheckBox::clicked, this, [this, platform](bool checked) {
        inherit(platform, checked ? TakingOver::Begins : TakingOver::Ends);
    });
    auto *answer = button(tr("Answer for it"), ButtonKind::Quiet);
    answer->setObjectName(u"answers/"_s + platform.id.text());
    answer->setAccessibleName(tr("Answer for %1").arg(platform.name));
    onlyReads(*answer);
    connect(answer, &QPushButton::clicked, this,
            [this, platform] { Q_EMIT goTo(PlatformsPage::placeOf(platform.id)); });
    auto *line = new QWidget;
    auto *row = new FlowLayout;
    row->setContentsMargins(0, 0, 0, 0);
    line->setLayout(row);
    row->addWidget(box);
    row->addWidget(answer);
    m_platforms->addWidget(line);
}

void AssessmentTab::start()
{
    planAndCommit(tr("Start an assessment of %1").arg(reading().system().name),
                  [catalogue = reading().checklist.catalogue, system = reading().system(),
                   when = occasion()](const Connection &connection) {
                      return planStart(connection, *catalogue, system, when);
                  });
}

void AssessmentTab::closeForGood()
{
    m_confirm->hide();
    planAndCommit(tr("Close the assessment of %1").arg(reading().system().name),
                  [catalogue = reading().checklist.catalogue, system = reading().system(),
                   when = occasion()](const Connection &connection) {
                      return planClose(connection, catalogue, system, when);
                  });
}

void AssessmentTab::inherit(const Platform &platform, TakingOver takingOver)
{
    planAndCommit(tr("Change who takes the answers over"),
                  [system = reading().system(), platform, takingOver](const Connection &connection) {
                      return planTakingOver(connection, system, platform, takingOver);
                  });
}

void AssessmentTab::makePlatform(const Platform &asked)
{
    Platform platform = asked;
    platform.id = Id<Platform>::generate(occasion().clock);
    planAndCommit(tr("Make the platform"),
                  [catalogue = reading().checklist.catalogue, system = reading().system().id, platform,
                   when = occasion()](const Connection &connection) {
                      return planPlatformFor(connection, system, *catalogue, platform, when);
                  });
}

}
