#include "ui/pages/workspace/workspacepage.h"

#include "core/workspace/workspace.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"

#include <QDir>
#include <QFormLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

WorkspacePage::WorkspacePage(Workspace &workspace, QWidget *parent)
    : Page(tr("Workspace"), parent)
    , m_workspace(workspace)
    , m_facts(new QFormLayout)
{
    content()->addWidget((new PlainLabel(tr("Where is my work kept?"), TextKind::Title))->wrapped());
    auto *panel = new Panel(workspace.name());
    m_facts->setHorizontalSpacing(spacing::wide);
    m_facts->setRowWrapPolicy(QFormLayout::WrapLongRows);
    panel->content()->addLayout(m_facts);
    content()->addWidget(panel);
    content()->addStretch(1);
}

void WorkspacePage::activate(const QString &)
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const QFileInfoList backups =
        QDir(m_workspace.backupsFolder()).entryInfoList(QDir::Files, QDir::Time | QDir::Reversed);
    addFact(tr("Folder"), QDir::toNativeSeparators(m_workspace.folder()));
    addFact(tr("Begun"), m_workspace.profile().createdAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s));
    addFact(tr("Time zone"), m_workspace.profile().timeZone);
    addFact(tr("Writing"), m_workspace.isReadOnly() ? tr("Read-only") : tr("Every change is saved at once"));
    addFact(tr("Backups"), backups.isEmpty()
                               ? tr("None yet")
                               : tr("%n, the newest of %1", nullptr, int(backups.size()))
                                     .arg(backups.last().lastModified().toString(u"yyyy-MM-dd HH:mm"_s)));
}

void WorkspacePage::addFact(const QString &name, const QString &value)
{
    m_facts->addRow(new PlainLabel(name, TextKind::Strong), (new PlainLabel(value))->wrapped());
}

}
