#include "ui/pages/system/assessmenttab.h"

#include "core/assessment/inheritance.h"
#include "core/workspace/assessing.h"
#include "ui/pages/system/inventorywords.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

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
                                tr("Empty: it speaks of one day.")));
    grid->addWidget(m_form.date(u"periodTo"_s, tr("Period to, or the day"), &Assessment::periodTo));
    grid->addWidget(m_form.reference(u"assessor"_s, tr("Assessor"), &Assessment::assessor,
                                     [this] { return peopleToChoose(); }));
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
    m_close = button(tr("Close the assessment …"));
    m_close->setObjectName(u"assessment/close"_s);
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
    m_noPlatform = (new PlainLabel(tr("There is no platform yet. Make one for what is the same everywhere: "
                                      "training, cloud, disaster recovery, disposal."),
                                   TextKind::Body, Emphasis::Quiet))
                       ->wrapped();
    panel->content()->addWidget(m_noPlatform);
    m_platforms = new QVBoxLayout;
    m_platforms->setSpacing(spacing::tight);
    panel->content()->addLayout(m_platforms);
    m_platformName = new QLineEdit;
    m_platformName->setObjectName(u"platform/name"_s);
    m_platformName->setAccessibleName(tr("Name of the new platform"));
    m_platformKind = new ChoiceField(tr("What gives the common answers"));
    m_platformKind->setChoices(choicesOf<PlatformKind>());
    m_platformKind->setKey(QString(word(PlatformKind::Platform)));
    auto *make = button(tr("Make the platform"));
    make->setObjectName(u"platform/make"_s);
    connect(make, &QPushButton::clicked, this, &AssessmentTab::makePlatform);
    auto *grid = new CellGrid(24);
    grid->addWidget(labelled(tr("Another platform"), m_platformName));
    grid->addWidget(labelled(tr("What it is"), m_platformKind));
    grid->addWidget(labelled(u" "_s, make));
    panel->content()->addSpacing(spacing::small);
    panel->content()->addLayout(grid);
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
    if (assessment) {
        m_form.show(*assessment);
        m_form.setEnabled(reading().isOpen());
        const QString basis =
            tr("Version %1 of the system, held against the catalogue %2 %3 (fingerprint %4…). "
               "Begun on %5.")
                .arg(assessment->systemVersion.isEmpty() ? tr("unnamed") : assessment->systemVersion,
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
    while (QLayoutItem *line = m_earlierLines->takeAt(0)) {
        line->widget()->deleteLater();
        delete line;
    }
    for (const Assessment &each : earlier)
        m_earlierLines->addWidget(
            (new PlainLabel(tr("%1 to %2   %3, by %4")
                                .arg(each.startedOn.toString(Qt::ISODate),
                                     each.closedOn.value_or(QDate()).toString(Qt::ISODate),
                                     title(each.purpose),
                                     each.assessor ? reading().nameOf(each.assessor) : tr("nobody named"))))
                ->wrapped());
}

void AssessmentTab::showPlatforms()
{
    m_noPlatform->setVisible(reading().platforms.isEmpty());
    while (QLayoutItem *line = m_platforms->takeAt(0)) {
        line->widget()->deleteLater();
        delete line;
    }
    for (const Platform &platform : reading().platforms) {
        auto *box = new QCheckBox(u"%1 (%2)"_s.arg(asCaption(platform.name), title(platform.kind)));
        box->setObjectName(u"inherits/"_s + platform.id.text());
        box->setToolTip(asToolTip(platform.description));
        box->setChecked(reading().inheritsFrom.contains(platform.id));
        connect(box, &QCheckBox::clicked, this,
                [this, platform](bool checked) { inherit(platform, checked); });
        m_platforms->addWidget(box);
    }
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

void AssessmentTab::inherit(const Platform &platform, bool takesOver)
{
    const AiSystem &system = reading().system();
    const Inheritance inheritance{inheritanceId(system.id, platform.id), system.id, platform.id};
    if (takesOver)
        commit(ChangeSet(tr("%1 takes over the answers of %2").arg(system.name, platform.name))
                   .create(inheritance));
    else
        commit(ChangeSet(tr("%1 no longer takes over the answers of %2").arg(system.name, platform.name))
                   .remove(inheritance));
}

void AssessmentTab::makePlatform()
{
    Platform platform;
    platform.name = m_platformName->text().trimmed();
    if (platform.name.isEmpty())
        return m_platformName->setFocus();
    platform.id = Id<Platform>::generate(occasion().clock);
    platform.kind = fromWord<PlatformKind>(m_platformKind->key()).value_or(PlatformKind::Platform);
    m_platformName->clear();
    const AiSystem &system = reading().system();
    commit(ChangeSet(tr("Make the platform %1").arg(platform.name))
               .create(platform)
               .create(newAssessment(*reading().checklist.catalogue, platform, occasion()))
               .create(Inheritance{inheritanceId(system.id, platform.id), system.id, platform.id}));
}

}
