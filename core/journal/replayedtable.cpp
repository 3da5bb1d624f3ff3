#include "core/journal/replayedtable.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Verification)
};

void addNull(Hasher &hasher)
{
    hasher.add("-");
}

void addInteger(Hasher &hasher, qint64 number)
{
    hasher.add('i' + QByteArray::number(number) + ';');
}

void addText(Hasher &hasher, QByteArrayView text)
{
    hasher.add('t' + QByteArray::number(text.size()) + ':');
    hasher.add(text);
}

void add(Hasher &hasher, const Value &value)
{
    if (const auto *flag = value.boolean())
        addInteger(hasher, *flag ? 1 : 0);
    else if (const auto *number = value.integer())
        addInteger(hasher, *number);
    else if (const auto *text = value.text())
        addText(hasher, text->toUtf8());
    else
        addNull(hasher);
}

void addColumn(Hasher &hasher, const BulkRow &row, int column)
{
    switch (row.storedAs(column)) {
    case StoredAs::Null:
        return addNull(hasher);
    case StoredAs::Integer:
        return addInteger(hasher, row.integer(column));
    case StoredAs::Text: {
        const auto text = row.text(column);
        return addText(hasher, QByteArrayView(text.data(), qsizetype(text.size())));
    }
    case StoredAs::Otherwise:
        return hasher.add("?"); // as no value is
    }
}

}

bool ReplayedTable::take(const Edit &edit)
{
    if (edit.id != m_current)
        finish();
    m_current = edit.id;
    const bool isConsistent = follows(edit);
    apply(edit);
    return isConsistent;
}

/// Every commit makes sure that an edit sets out from what the thing was by then.
bool ReplayedTable::follows(const Edit &edit) const
{
    if (edit.kind == Edit::Kind::Created || !m_state)
        return !m_state && edit.kind == Edit::Kind::Created;
    return std::ranges::all_of(edit.fields, [&](const FieldChange &change) {
        const auto *field = m_type.field(change.name);
        return (*m_state)[field - m_type.fields.constData()] == change.before;
    });
}

void ReplayedTable::apply(const Edit &edit)
{
    if (edit.kind == Edit::Kind::Removed) {
        m_state.reset();
        return;
    }
    if (edit.kind == Edit::Kind::Created || !m_state) {
        m_state.emplace();
        for (const auto &field : m_type.fields)
            m_state->append(field.neutral());
    }
    for (const auto &change : edit.fields) {
        const auto *field = m_type.field(change.name);
        (*m_state)[field - m_type.fields.constData()] = change.after;
    }
}

void ReplayedTable::finish()
{
    if (!m_state)
        return;
    addText(m_hasher, m_current.toUtf8());
    for (const auto &value : std::as_const(*m_state))
        add(m_hasher, value);
    m_rows.insert(QUuid::fromString(m_current), m_hasher.finish());
    m_state.reset();
}

std::optional<QString> ReplayedTable::compare(const BulkRow &row)
{
    for (int column = 0; column <= m_type.fields.size(); ++column)
        addColumn(m_hasher, row, column);
    const Digest found = m_hasher.finish();
    const QString id = row.string(0);
    const auto expected = m_rows.constFind(QUuid::fromString(id));
    if (expected == m_rows.constEnd())
        return Text::tr("%1 %2 was added behind the program's back: the journal knows nothing of it.")
            .arg(fieldLabel(m_type.table), id);
    if (*expected != found)
        return Text::tr("%1 %2 was changed behind the program's back: it is not what the journal says.")
            .arg(fieldLabel(m_type.table), id);
    m_rows.erase(expected);
    return std::nullopt;
}

std::optional<QString> ReplayedTable::missing() const
{
    if (m_rows.isEmpty())
        return std::nullopt;
    return Text::tr("%1 %2 was deleted behind the program's back: the journal still has it.")
        .arg(fieldLabel(m_type.table), m_rows.constBegin().key().toString(QUuid::WithoutBraces));
}

}
