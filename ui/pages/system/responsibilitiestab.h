#pragma once

#include "ui/pages/system/readingtab.h"

class QLineEdit;

namespace plimsoll {

class PersonForm;
class PlainLabel;
class RoleCard;

/// Who holds Developer, System Operator and Data Custodian: one party or several.
class ResponsibilitiesTab final : public ReadingTab
{
    Q_OBJECT

public:
    explicit ResponsibilitiesTab(const TabContext &context, QWidget *parent = nullptr);

protected:
    void showReading() override;

private:
    void addNewParty();
    void assign(Role role, const Id<Party> &party);
    void release(Role role, const Party &party);
    void makeParty();
    void noteMade(const QString &party);
    void addPerson(Person person);

    QList<RoleCard *> m_cards; ///< by index of allRoles
    PlainLabel *m_sentence = nullptr;
    PlainLabel *m_added = nullptr;
    PersonForm *m_person = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_contact = nullptr;
    ChoiceField *m_kind = nullptr;
};

}
