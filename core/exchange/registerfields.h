#pragma once

#include "core/exchange/registerpeople.h"
#include "core/exchange/registertable.h"
#include "core/workspace/registration.h"

namespace plimsoll {

/// Turns what the cells of a row say into the fields of a system.
class RegisterFields
{
public:
    RegisterFields(const RegisterVocabulary &vocabulary, RegisterPeople &people, Registrar &registrar,
                   QList<CellNotUnderstood> &notUnderstood)
        : m_vocabulary(vocabulary)
        , m_people(people)
        , m_registrar(registrar)
        , m_notUnderstood(notUnderstood)
    {
    }

    /// `system` with all the row says of it. A cell that is empty or not understood changes nothing; the
    /// latter are listed. Persons and suppliers the record does not know are made in `changeSet`.
    AiSystem applied(AiSystem system, const RegisterLine &line, ChangeSet &changeSet);

private:
    template <class Entity, class Member>
    void apply(AiSystem &system, const Field<Entity, Member> &field);
    template <class Member>
    void applyOne(const QList<RegisterField::Cell> &cells, QLatin1StringView field, Member &value);
    template <class Member>
    bool saysTheSame(QLatin1StringView field, const RegisterField::Cell &cell,
                     const RegisterField::Cell &taken, const Member &value);
    void refuseCell(const RegisterField::Cell &cell, const QString &sentence);
    void keepScopeWhole(AiSystem &system, const AiSystem &before);

    [[nodiscard]] QString take(QLatin1StringView field, const RegisterField &said, QString &text);
    template <Worded E>
    [[nodiscard]] QString take(QLatin1StringView field, const RegisterField &said, E &value);
    [[nodiscard]] QString take(QLatin1StringView field, const RegisterField &said, bool &flag);
    [[nodiscard]] QString take(QLatin1StringView field, const RegisterField &said, std::optional<QDate> &day);
    [[nodiscard]] QString take(QLatin1StringView field, const RegisterField &said,
                               std::optional<Id<Person>> &person);
    [[nodiscard]] QString take(QLatin1StringView field, const RegisterField &said,
                               std::optional<Id<Party>> &party);
    [[nodiscard]] QString take(QLatin1StringView field, const RegisterField &said,
                               std::optional<QDateTime> &moment);

    const RegisterVocabulary &m_vocabulary;
    RegisterPeople &m_people;
    Registrar &m_registrar;
    QList<CellNotUnderstood> &m_notUnderstood;
    const RegisterLine *m_line = nullptr;
    ChangeSet *m_changeSet = nullptr;
};

}
