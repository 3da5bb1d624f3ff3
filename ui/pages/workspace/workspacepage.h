#pragma once

#include "ui/pages/page.h"

class QFormLayout;

namespace plimsoll {

class Workspace;

/// Where is my work kept, and is it safe there? The folder, its backups, who writes.
class WorkspacePage final : public Page
{
    Q_OBJECT

public:
    explicit WorkspacePage(Workspace &workspace, QWidget *parent = nullptr);

    void activate(const QString &target) override;

private:
    void addFact(const QString &name, const QString &value);

    Workspace &m_workspace;
    QFormLayout *m_facts = nullptr;
};

}
