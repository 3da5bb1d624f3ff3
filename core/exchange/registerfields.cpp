#include "core/exchange/registerfields.h"

#include "core/base/text.h"
#include "core/exchange/registerday.h"
#include "core/inventory/systemnames.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RegisterFields)
};

/// What has to be said of a system that will not be deployed, and is not; empty when everything is.
QString missingOfScope(const AiSystem &system)
{
    QStringList missing;
    if (system.outOfScopeReason.isEmpty())
        missing.append(Text::tr("the reason"));
    if (!system.outOfScopeApprover)
        missing.append(Text::tr("the person who approved it"));
    if (!system.outOfScopeReviewOn)
        missing.append(Text::tr("the day on which it is reviewed"));
    return missing.join(u", "_s);
}

QString oneOf(const QStringList &words)
{
    return Text::tr("This is none of the words known here. Write one of %1.").arg(words.join(u", "_s));
}

}

void RegisterFields::refuseCell(const RegisterField::Cell &cell, const QString &sentence)
{
    m_notUnderstood.append({m_line->row, cell.column, cell.header, cell.text, sentence});
}

QString RegisterFields::take(QLatin1StringView field, const RegisterField &said, QString &text)
{
    if (field == "out_of_scope_reason"_L1 && m_vocabulary.yesOrNo(said.joined()))
        return Text::tr("This is no reason. Write why the system will not be deployed.");
    text = field == "number"_L1 || field == "name"_L1 ? said.cells.first().text : said.joined();
    return {};
}

template <Worded E>
QString RegisterFields::take(QLatin1StringView field, const RegisterField &said, E &value)
{
    const auto &cell = said.cells.first().text;
    const auto known = m_vocabulary.word(field, cell);
    QStringList words;
    for (const auto &[candidate, text] : Words<E>::words) {
        if (known == text || RegisterVocabulary::folded(text) == RegisterVocabulary::folded(cell)) {
            value = candidate;
            return {};
        }
        words.append(text);
    }
    return oneOf(words);
}

QString RegisterFields::take(QLatin1StringView field, const RegisterField &said, bool &flag)
{
    const auto answer = m_vocabulary.yesOrNo(said.cells.first().text);
    flag = answer.value_or(flag);
    if (answer)
        return {};
    return field == "out_of_scope"_L1
               ? Text::tr("This is neither yes nor no. Write yes, and why in a column “Out of scope reason”.")
               : Text::tr("This is neither yes nor no.");
}

QString RegisterFields::take(QLatin1StringView, const RegisterField &said, std::optional<QDate> &day)
{
    const auto &cell = said.cells.first().text;
    const auto found = dayInCell(cell);
    if (!found)
        return whyNoDay(cell);
    day = found;
    return {};
}

QString RegisterFields::take(QLatin1StringView field, const RegisterField &said,
                             std::optional<Id<Person>> &person)
{
    person = m_people.named(said.cells.first().text, m_line->first(field + "_address"_L1), *m_changeSet);
    return {};
}

QString RegisterFields::take(QLatin1StringView, const RegisterField &said, std::optional<Id<Party>> &party)
{
    const auto &cell = said.cells.first().text;
    party = m_registrar.party(m_vocabulary.isOwnOrganisation(cell) ? QString() : cell, *m_changeSet);
    return {};
}

QString RegisterFields::take(QLatin1StringView, const RegisterField &, std::optional<QDateTime> &)
{
    return Text::tr("A register cannot say this.");
}

template <class Entity, class Member>
void RegisterFields::apply(AiSystem &system, const Field<Entity, Member> &field)
{
    auto said = m_line->fields.value(field.name);
    said.cells.removeIf([&](const RegisterField::Cell &cell) {
        if (isStorable(cell.text) && isStorable(cell.header))
            return false;
        refuseCell(cell, Text::tr("The text holds characters that cannot be kept."));
        return true;
    });
    if (said.cells.isEmpty())
        return;
    constexpr bool holdsOne = !std::is_same_v<Member, QString>;
    if (holdsOne || field.presence == Required)
        return applyOne(said.mostExactFirst(), field.name, system.*field.member);
    if (const auto sentence = take(field.name, said, system.*field.member); !sentence.isEmpty())
        refuseCell(said.cells.first(), sentence);
}

/// The first cell that is understood counts. Those after it that differ are listed, and so are those before.
template <class Member>
void RegisterFields::applyOne(const QList<RegisterField::Cell> &cells, QLatin1StringView field, Member &value)
{
    const RegisterField::Cell *taken = nullptr;
    for (const auto &cell : cells) {
        if (!taken) {
            const auto sentence = take(field, RegisterField{.cells = {cell}}, value);
            if (sentence.isEmpty())
                taken = &cell;
            else
                refuseCell(cell, sentence);
        } else if (!saysTheSame(field, cell, *taken, value)) {
            refuseCell(cell, Text::tr("The column “%1” says something else: “%2”.")
                                 .arg(taken->header, shortened(taken->text)));
        }
    }
}

template <class Member>
bool RegisterFields::saysTheSame(QLatin1StringView field, const RegisterField::Cell &cell,
                                 const RegisterField::Cell &taken, const Member &value)
{
    constexpr bool isNamed = std::is_same_v<Member, QString> ||
                             std::is_same_v<Member, std::optional<Id<Person>>> ||
                             std::is_same_v<Member, std::optional<Id<Party>>>;
    if constexpr (isNamed) {
        return RegisterVocabulary::folded(cell.text) == RegisterVocabulary::folded(taken.text);
    } else {
        Member other = Member();
        return take(field, RegisterField{.cells = {cell}}, other).isEmpty() && other == value;
    }
}

void RegisterFields::keepScopeWhole(AiSystem &system, const AiSystem &before)
{
    const auto missing = missingOfScope(system);
    if (!system.outOfScope || before.outOfScope || missing.isEmpty())
        return;
    system.outOfScope = false;
    refuseCell(
        m_line->fields.value(u"out_of_scope"_s).cells.first(),
        Text::tr("It is out of scope, but what is missing is: %1. Until that is said, the system counts "
                 "as in scope.")
            .arg(missing));
}

AiSystem RegisterFields::applied(AiSystem system, const RegisterLine &line, ChangeSet &changeSet)
{
    m_line = &line;
    m_changeSet = &changeSet;
    const auto before = system;
    Described<AiSystem>::fields.apply([&](const auto &...fields) { (apply(system, fields), ...); });
    keepScopeWhole(system, before);
    return system;
}

}
