#pragma once

#include "ui/pages/packages/packagesreading.h"

#include <QSet>
#include <QWidget>

namespace plimsoll {

class PlainLabel;
class TickList;

/// Chooses one or several systems, and says how many.
class SystemChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit SystemChooser(QWidget *parent = nullptr);

    void setSystems(const QList<PackageableSystem> &systems);
    void setChosen(const QSet<Id<AiSystem>> &chosen);
    /// Takes what is chosen now for proposed: it is not lost with the form.
    void settle();
    /// By number.
    [[nodiscard]] QList<PackageableSystem> chosen() const;

Q_SIGNALS:
    void chosenChanged();

private:
    void choose(const QStringList &keys);
    void chooseShown();
    void showCount();

    QList<PackageableSystem> m_systems;
    TickList *m_list = nullptr;
    PlainLabel *m_count = nullptr;
};

}
