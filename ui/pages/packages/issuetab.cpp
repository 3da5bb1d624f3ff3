#include "ui/pages/packages/issuetab.h"

#include "ui/jobs/jobline.h"
#include "ui/pages/packages/assessmentchooser.h"
#include "ui/pages/packages/issueresult.h"
#include "ui/pages/packages/systemchooser.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/atwork.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/proposed.h"
#include "ui/widgets/scrollpane.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

using What = IssueRequest::What;

IssueTab::IssueTab(const Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_running(new JobLine)
    , m_result(new IssueResult)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::medium);
    column->addWidget(buildSystems());
    column->addWidget(buildWords());
    column->addWidget(buildPlace());
    column->addWidget(m_running);
    column->addWidget(m_result);
    column->addStretch(1);
    m_result->hide();
    connect(m_result, &IssueResult::checkAsked, this, &IssueTab::checkAsked);
    proposePlace();
}

QWidget *IssueTab::buildSystems()
{
    auto *panel = new Panel(tr("Which systems"));
    m_systems = new SystemChooser;
    m_remarks = (new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->wrapped();
    m_remarks->setObjectName(u"packages/remarks"_s);
    m_remarks->hide();
    m_assessments = new AssessmentChooser;
    panel->content()->addWidget(m_systems);
    panel->content()->addWidget(m_assessments);
    panel->content()->addWidget(m_remarks);
    connect(m_systems, &SystemChooser::chosenChanged, this, &IssueTab::takeSystems);
    connect(m_assessments, &AssessmentChooser::toldChanged, this, &IssueTab::takeSystems);
    return panel;
}

void IssueTab::takeSystems()
{
    m_assessments->setSystems(m_systems->chosen());
    proposePlace();
    m_isReplacementChosen = false;
    proposeReplaced();
    Q_EMIT systemsChosen();
    Q_EMIT edited();
}

QLineEdit *IssueTab::line(const QString &key, const QString &accessibleName, const QString &hint)
{
    auto *field = new QLineEdit;
    field->setObjectName(u"packages/"_s + key);
    field->setAccessibleName(accessibleName);
    field->setPlaceholderText(hint);
    field->setAcceptDrops(false); // a file dropped anywhere on the page is to be checked
    return field;
}

QWidget *IssueTab::buildWords()
{
    auto *panel = new Panel(tr("What, and for whom"));
    m_what = new ChoiceField(tr("What is handed over"));
    m_what->setObjectName(u"packages/what"_s);
    QList<Choice> kinds;
    for (const auto &[what, word] : Words<What>::words)
        kinds.append({QString(word), titleOf(what)});
    m_what->setChoices(kinds);
    m_what->setCurrentIndex(0);
    takeAsProposed({m_what});
    m_explanation = (new PlainLabel(explanationOf(What::Zip), TextKind::Small, Emphasis::Quiet))->wrapped();
    m_issuedTo = line(u"issuedTo"_s, tr("Who receives it"), tr("Such as the supervisor, or a customer"));
    m_purpose = line(u"purpose"_s, tr("What it is for"), tr("Such as the yearly inspection"));
    m_replaces = new ChoiceField(tr("The earlier package it replaces"));
    m_replaces->setObjectName(u"packages/replaces"_s);
    auto *fields = new CellGrid(34);
    fields->addWidget(labelled(tr("&What is handed over"), m_what));
    m_replaces->setPlaceholderText(tr("To be decided"));
    fields->addWidget(labelled(tr("It re&places"), m_replaces));
    fields->addWide(m_explanation);
    fields->addWidget(labelled(tr("Issued t&o"), m_issuedTo));
    fields->addWidget(labelled(tr("P&urpose"), m_purpose));
    panel->content()->addLayout(fields);
    connect(m_what, &ChoiceField::keyChosen, this, &IssueTab::showWhat);
    connect(m_replaces, &ChoiceField::keyChosen, this, [this] { m_isReplacementChosen = true; });
    connect(m_issuedTo, &QLineEdit::textChanged, this, &IssueTab::proposeReplaced);
    connect(m_issuedTo, &QLineEdit::textEdited, this, &IssueTab::edited);
    return panel;
}

QWidget *IssueTab::buildPlace()
{
    auto *panel = new Panel(tr("Where it is written"));
    m_place = line(u"place"_s, tr("File or folder that is written"), tr("A place that is still free"));
    auto *choose = button(tr("&Choose another place …"));
    choose->setObjectName(u"packages/choosePlace"_s);
    m_issue = button(tr("&Issue it"), ButtonKind::Primary);
    m_issue->setObjectName(u"packages/issue"_s);
    panel->content()->addWidget(labelled(
        tr("File"), m_place, tr("What was issued is never overwritten: a name that is taken is refused.")));
    auto *row = new FlowLayout;
    row->addWidget(choose);
    m_look = button(tr("&Look at the report first"));
    m_look->setObjectName(u"packages/look"_s);
    row->addWidget(m_look);
    row->addWidget(m_issue);
    panel->content()->addLayout(row);
    if (m_workspace.isReadOnly()) {
        auto *why = new PlainLabel(tr("What is issued is entered in the register. This workspace is open for "
                                      "reading only, so nothing can be issued from it."),
                                   TextKind::Small, Emphasis::Quiet);
        why->setObjectName(u"packages/whyNot"_s);
        panel->content()->addWidget(why->wrapped());
    }
    connect(choose, &QPushButton::clicked, this, &IssueTab::choosePlace);
    connect(m_issue, &QPushButton::clicked, this, &IssueTab::ask);
    connect(m_look, &QPushButton::clicked, this, &IssueTab::askForLook);
    connect(m_place, &QLineEdit::returnPressed, this, &IssueTab::ask);
    return panel;
}

void IssueTab::setReading(const PackagesReading &reading)
{
    m_issued = reading.issued;
    m_about = reading.about;
    m_systems->setSystems(reading.systems);
    m_assessments->setSystems(m_systems->chosen());
    QList<Choice> earlier{{{}, tr("nothing: no earlier one is replaced")}};
    for (const IssuedPackage &package : reading.issued) {
        if (package.state == IssueState::Issued)
            earlier.append(
                {package.id.text(), package.issuedTo.isEmpty()
                                        ? package.fileName
                                        : tr("%1, for %2").arg(package.fileName, package.issuedTo)});
    }
    m_replaces->setChoices(earlier);
    m_isReplacementChosen = m_isReplacementChosen && m_replaces->currentIndex() >= 0;
    proposeReplaced();
}

QList<IssuedPackage> IssueTab::currentOfTheSame() const
{
    QStringList names;
    QSet<Id<AiSystem>> systems;
    for (const PackageableSystem &system : m_systems->chosen()) {
        names.append(system.called);
        systems.insert(system.id);
    }
    const QString inWords = names.join(u", "_s); // as earlier programs entered them, and nothing else
    const auto isOfThese = [&](const IssuedPackage &each) {
        const auto about = m_about.constFind(each.id);
        return about == m_about.cend() ? each.systems == inWords : *about == systems;
    };
    QList<IssuedPackage> same;
    std::copy_if(m_issued.cbegin(), m_issued.cend(), std::back_inserter(same),
                 [&](const IssuedPackage &each) {
                     return each.state == IssueState::Issued && isOfThese(each) &&
                            each.reportAlone == (what() == What::Report);
                 });
    return same;
}

/// What whoever receives it holds already is replaced. Where only others hold one, or an earlier assessment
/// is told, nobody but the person knows.
void IssueTab::proposeReplaced()
{
    if (m_isReplacementChosen)
        return;
    const QList<IssuedPackage> same = currentOfTheSame();
    const QString receiver = m_issuedTo->text().trimmed();
    const auto theirs = std::find_if(same.cbegin(), same.cend(), [&receiver](const IssuedPackage &each) {
        return each.issuedTo.compare(receiver, Qt::CaseInsensitive) == 0;
    });
    if (theirs != same.cend() && told().isEmpty())
        m_replaces->setKey(theirs->id.text());
    else
        m_replaces->setCurrentIndex(same.isEmpty() ? 0 : -1);
    takeAsProposed({m_replaces});
}

void IssueTab::choose(const QSet<Id<AiSystem>> &systems, const NamedAssessments &told)
{
    m_assessments->setTold(told);
    m_systems->setChosen(systems);
}

NamedAssessments IssueTab::told() const
{
    return m_assessments->told();
}

void IssueTab::setRemarks(const QStringList &remarks)
{
    m_remarks->setPlainText(remarks.join(u'\n'));
    m_remarks->setVisible(!remarks.isEmpty());
}

QList<Id<AiSystem>> IssueTab::chosenSystems() const
{
    QList<Id<AiSystem>> systems;
    for (const PackageableSystem &system : m_systems->chosen())
        systems.append(system.id);
    return systems;
}

IssueRequest::What IssueTab::what() const
{
    return fromWord<What>(m_what->key()).value_or(What::Zip);
}

/// A name that somebody typed stays.
void IssueTab::showWhat()
{
    m_explanation->setPlainText(explanationOf(what()));
    proposePlace();
    m_isReplacementChosen = false;
    proposeReplaced();
}

void IssueTab::proposePlace()
{
    if (m_place->isModified())
        return;
    QStringList names;
    for (const PackageableSystem &system : m_systems->chosen())
        names.append(system.name);
    m_place->setText(QDir::toNativeSeparators(
        QDir(m_workspace.packagesFolder()).filePath(proposedName(m_workspace, names) + suffixOf(what()))));
}

void IssueTab::choosePlace()
{
    auto *dialog = new QFileDialog(this, tr("Where shall it be written?"), m_place->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // it is refused, in words
    dialog->setDefaultSuffix(suffixOf(what()).mid(1));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_place->setText(QDir::toNativeSeparators(path));
        m_place->setModified(true);
    });
    dialog->open();
}

/// With the suffix that says what it is.
QString IssueTab::wholePath() const
{
    const QString path = QDir::fromNativeSeparators(m_place->text().trimmed());
    const QString suffix = suffixOf(what());
    return path.endsWith(suffix, Qt::CaseInsensitive) ? path : path + suffix;
}

std::optional<IssueRequest> IssueTab::request()
{
    IssueRequest request;
    request.systems = chosenSystems();
    if (request.systems.isEmpty()) {
        Q_EMIT refused({ErrorCode::Invalid, tr("Choose at least one system to hand over."), {}});
        m_systems->setFocus();
        return std::nullopt;
    }
    request.what = what();
    request.path = wholePath();
    request.options.form = request.what == What::Folder ? PackageForm::Folder : PackageForm::Zip;
    request.options.issuedTo = m_issuedTo->text().trimmed();
    request.options.purpose = m_purpose->text().trimmed();
    request.options.assessments = told();
    if (const auto earlier = Id<IssuedPackage>::fromText(m_replaces->key()); !earlier.isNull())
        request.options.replaces = earlier;
    return request;
}

void IssueTab::askForLook()
{
    if (const auto wanted = request())
        Q_EMIT lookAsked(*wanted);
}

void IssueTab::ask()
{
    if (!m_issue->isEnabled())
        return;
    const auto wanted = request();
    if (!wanted)
        return;
    if (m_issuedTo->text().trimmed().isEmpty()) {
        Q_EMIT refused({ErrorCode::Invalid,
                        tr("Say who receives it: the register keeps whom every package went to."),
                        {}});
        return m_issuedTo->setFocus();
    }
    if (m_replaces->currentIndex() < 0) {
        Q_EMIT refused({ErrorCode::Invalid,
                        tr("There is a current one about the same systems: %1. Decide whether this one "
                           "replaces it, or nothing.")
                            .arg(shownInLine(m_replaces->itemText(
                                m_replaces->findData(currentOfTheSame().constFirst().id.text())))),
                        {}});
        return m_replaces->setFocus();
    }
    if (QDir::isRelativePath(wholePath())) {
        Q_EMIT refused(
            {ErrorCode::Invalid, tr("Say where to write it, beginning with the drive or the root."), {}});
        return m_place->setFocus();
    }
    m_result->hide();
    Q_EMIT issueAsked(*wanted);
}

void IssueTab::watch(Job &job)
{
    // The one that was pressed last, so that the keyboard does not come to it from the other.
    const bool isLook = m_look->hasFocus();
    beginWork(isLook ? *m_issue : *m_look);
    beginWork(isLook ? *m_look : *m_issue);
    m_running->follow(job);
}

void IssueTab::setEnded()
{
    endWork(*m_issue);
    endWork(*m_look);
}

void IssueTab::setIssued(const Issued &issued)
{
    const bool isWaitedFor = window()->focusWidget() == m_issue;
    m_result->setIssued(issued);
    m_result->show();
    for (QLineEdit *field : {m_issuedTo, m_purpose, m_place})
        field->setModified(false);
    m_isReplacementChosen = false;
    takeAsProposed({m_what, m_replaces});
    m_systems->settle();
    m_assessments->settle();
    proposePlace();
    QTimer::singleShot(0, m_result, [this, isWaitedFor] { // once it has been laid out
        bringIntoSight(*m_result);
        if (isWaitedFor && window()->focusWidget() == m_issue)
            m_result->setFocus(Qt::TabFocusReason); // marks the seal, to be copied
    });
}

}
