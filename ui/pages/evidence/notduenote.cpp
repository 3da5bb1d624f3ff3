#include "ui/pages/evidence/notduenote.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/notdue.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/withreader.h"
#include "ui/widgets/plainlabel.h"

#include <QVBoxLayout>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr qsizetype mostReasons = 4;
constexpr int restMilliseconds = 150;

Result<QStringList> readWhyNotDue(const Connection &reader, const QList<ItemOfAssessment> &items, QDate today)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    return whyNotDue(reader, *catalogue, items, today);
}

}

NotDueNote::NotDueNote(const Workspace &workspace, Jobs &jobs, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_words((new PlainLabel)->wrapped())
{
    m_words->setObjectName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_words);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &NotDueNote::look);
    hide();
}

void NotDueNote::lookAt(std::function<QList<ItemOfAssessment>()> ticked)
{
    m_ticked = std::move(ticked);
    m_rest.start();
}

void NotDueNote::clear()
{
    m_rest.stop();
    m_looking.forget();
    hide();
}

void NotDueNote::look()
{
    m_looking.run<QStringList>(
        m_jobs, tr("Look what applies"),
        withReader(m_workspace,
                   [items = m_ticked(), today = m_workspace.today()](const Connection &reader) {
                       return readWhyNotDue(reader, items, today);
                   }),
        this, [this](const Result<QStringList> &reasons) {
            if (reasons)
                say(*reasons);
        });
}

void NotDueNote::say(const QStringList &reasons)
{
    QStringList lines{tr("Not everything that is ticked is due. It can be attached all the same:")};
    lines += reasons.first(std::min(reasons.size(), mostReasons));
    if (reasons.size() > mostReasons)
        lines.append(tr("and %n more", nullptr, int(reasons.size() - mostReasons)));
    m_words->setPlainText(lines.join(u'\n'));
    setVisible(!reasons.isEmpty());
}

}
