#pragma once

#include "ui/pages/system/readingtab.h"
#include "ui/pages/system/recordform.h"

namespace plimsoll {

class LimitationList;
class PlainLabel;

/// What the system is, who answers for it, where it runs and what is known to be weak. Every field is saved
/// when it is left.
class ProfileTab final : public ReadingTab
{
    Q_OBJECT

public:
    explicit ProfileTab(const TabContext &context, QWidget *parent = nullptr);

protected:
    void showReading() override;

private:
    void addNature();
    void addOwners();
    void addSurroundings();
    void addLifecycle();
    void addScope();
    void addLimitations();
    void noteLimitation(Limitation limitation);
    void takeAway(const Limitation &limitation);
    CellGrid *addGroup(const QString &heading);
    [[nodiscard]] QString withoutSupplier() const;
    void save(const AiSystem &before, const AiSystem &after, const QString &field);

    RecordForm<AiSystem> m_form;
    QWidget *m_scopeDetails = nullptr;
    LimitationList *m_limitations = nullptr;
};

}
