#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QSet>

namespace plimsoll {

/// What a column of a register means.
struct RegisterMeaning
{
    QString field;         ///< of AiSystem, or with "_address" behind it the address of that person
    bool isRemark = false; ///< no field of its own: kept in a text field as "Header: cell"
    int looseness = 0;     ///< of headers that mean the same field, the one with less says it more exactly
};

/// The headers and words met in AI registers, and what they mean here. Case, punctuation and spaces make no
/// difference.
class RegisterVocabulary
{
public:
    /// What is compared: "System / Tool Name*" and "system tool name" are the same.
    static QString folded(const QString &text);

    /// The vocabulary that comes with the program, with the fields' own names and labels.
    static Result<RegisterVocabulary> shipped();

    /// Nothing when no field is called so.
    [[nodiscard]] std::optional<RegisterMeaning> meaning(const QString &header) const;
    /// The record's word for what the cell says of the field; empty when it is not known.
    [[nodiscard]] QString word(QLatin1StringView field, const QString &cell) const;
    [[nodiscard]] std::optional<bool> yesOrNo(const QString &cell) const;
    /// Whether the cell says that there is nothing to say: it is empty, a dash, or such a word. A question
    /// mark says that somebody does not know.
    [[nodiscard]] bool isNothing(const QString &cell) const;
    /// Whether the cell names the organisation itself.
    [[nodiscard]] bool isOwnOrganisation(const QString &cell) const { return m_own.contains(folded(cell)); }

private:
    QHash<QString, RegisterMeaning> m_meanings;      ///< by folded header
    QHash<QString, QHash<QString, QString>> m_words; ///< by field, then by folded cell
    QSet<QString> m_yes;
    QSet<QString> m_no;
    QSet<QString> m_nothing;
    QSet<QString> m_own;
};

}
