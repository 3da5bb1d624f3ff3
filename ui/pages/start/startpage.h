#pragma once

#include "ui/pages/page.h"

namespace plimsoll {

/// The question of the first start: where do you want to begin? The doors, and the workspaces opened
/// before.
class StartPage final : public Page
{
    Q_OBJECT

public:
    /// Whether there is a sample to look at.
    enum class Sample { Here, Absent };

    StartPage(const QStringList &recent, Sample sample, QWidget *parent = nullptr);

Q_SIGNALS:
    void newWorkspaceAsked();
    void openAsked();
    void openPackageAsked();
    void sampleAsked();
    void recentChosen(const QString &folder);

private:
    QWidget *doors(Sample sample);
    QWidget *recentOnes(const QStringList &recent);
};

}
