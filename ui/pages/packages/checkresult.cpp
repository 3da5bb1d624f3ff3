#include "ui/pages/packages/checkresult.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/tableview.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int mostRows = 8;
constexpr int changedFiles = 2;         ///< its place among the verdicts
constexpr qsizetype mostSentences = 30; ///< a hostile package can be wrong in thousands of ways

QString titleOf(qsizetype verdict)
{
    const QStringList titles{CheckResult::tr("Missing"), CheckResult::tr("Extra"), CheckResult::tr("Changed"),
                             CheckResult::tr("Totals")};
    return titles.value(verdict);
}

bool contradictsItself(const PackageVerification &verification)
{
    return verification.list.isGood() && !verification.holds();
}

}

CheckResult::CheckResult(QWidget *parent)
    : QWidget(parent)
    , m_faults([](const Fault &fault) { return fault.kind + u'/' + fault.path; },
               {Column<Fault>(tr("What is wrong"), [](const Fault &fault) { return fault.kind; }),
                Column<Fault>(tr("File"), [](const Fault &fault) { return fault.path; })})
    , m_mark(new StatusLabel(StatusMark::NotAnswered))
    , m_verdict((new PlainLabel({}, TextKind::Heading))->wrapped())
    , m_lines(new QVBoxLayout)
    , m_files(new TableView(u"packageFaults"_s, tr("Files that something is wrong with")))
{
    auto *panel = new Panel;
    auto *column = panel->content();
    m_verdict->setObjectName(u"packages/verdict"_s);
    column->addWidget(m_mark, 0, Qt::AlignLeft);
    column->addWidget(m_verdict);
    m_lines->setSpacing(spacing::small);
    column->addLayout(m_lines);
    m_files->setModel(&m_faults);
    m_files->suggestWidths({18, 60});
    column->addWidget(m_files);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
}

void CheckResult::setVerification(const PackageVerification &verification)
{
    const Verification &list = verification.list;
    clear();
    m_mark->setStatus(verification.holds() ? StatusMark::Met : StatusMark::NotMet,
                      verification.holds() ? tr("Verified") : tr("Not verified"));
    m_verdict->setPlainText(contradictsItself(verification) ? contradictionInWords(verification)
                                                            : verdictInWords(list));
    if (!list.bagItVersion.isEmpty()) {
        showVerdicts(verification);
        say(tr("Checked: %1 bytes in %2 files.").arg(list.bytes).arg(list.files));
        say(sealInWords(list));
    }
    sayAll(list.problems);
    sayAll(list.warnings);
    if (verification.record)
        sayAll(inWords(*verification.record));
    m_faults.setRows(faultsOf(list));
    m_files->setRowsInSight(std::clamp(m_faults.total(), 1, mostRows));
    m_files->setVisible(m_faults.total() > 0);
}

void CheckResult::showVerdicts(const PackageVerification &verification)
{
    auto *block = new QWidget;
    auto *grid = new QGridLayout(block);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::wide);
    grid->setVerticalSpacing(spacing::small);
    grid->setColumnStretch(1, 1);
    const QList<PackageVerdict> all = verdicts(verification.list);
    for (int i = 0; i < int(all.size()); ++i) {
        // Its list was made anew, so that every fingerprint fits: that says nothing of what was packed once.
        if (i == changedFiles && contradictsItself(verification))
            continue;
        const StatusMark mark = all[i].holds ? StatusMark::Met : StatusMark::NotMet;
        grid->addWidget(new StatusLabel(mark, titleOf(i)), i, 0, Qt::AlignTop);
        grid->addWidget((new PlainLabel(all[i].statement))->wrapped(), i, 1);
    }
    m_lines->addWidget(block);
}

std::vector<CheckResult::Fault> CheckResult::faultsOf(const Verification &list)
{
    std::vector<Fault> faults;
    const QList<PackageVerdict> all = verdicts(list);
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (const QString &path : all[i].paths)
            faults.push_back({titleOf(i), path});
    }
    return faults;
}

void CheckResult::say(const QString &sentence)
{
    auto *label = (new PlainLabel(sentence))->wrapped();
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_lines->addWidget(label);
}

void CheckResult::sayAll(const QStringList &sentences)
{
    for (const QString &sentence : sentences.first(std::min(sentences.size(), mostSentences)))
        say(sentence);
    if (sentences.size() > mostSentences)
        say(tr("So it is with %n more.", nullptr, int(sentences.size() - mostSentences)));
}

void CheckResult::clear()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

}
