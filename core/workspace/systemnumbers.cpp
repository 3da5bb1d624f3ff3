#include "core/workspace/systemnumbers.h"

#include "core/inventory/systemnames.h"

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

const QString beginning = u"AI-"_s;
const QString countEverCreated =
    u"SELECT COUNT(DISTINCT entity_id) FROM journal_part WHERE entity_type = ?"_s;

}

Result<SystemNumbers> SystemNumbers::read(const Connection &connection)
{
    const auto count = connection.single(countEverCreated, {QString(Described<AiSystem>::table)});
    if (!count)
        return tl::unexpected(count.error());
    const auto taken = wordsBeginning(heard(beginning), connection);
    if (!taken)
        return tl::unexpected(taken.error());
    SystemNumbers numbers;
    numbers.m_last = count->toLongLong();
    numbers.m_taken = *taken;
    return numbers;
}

void SystemNumbers::reserve(const QString &words)
{
    m_taken.insert(heard(words));
}

QString SystemNumbers::give()
{
    // Numbers brought in by a register import may lie ahead of the count, and names may look like numbers.
    while (true) {
        const QString number = beginning + u"%1"_s.arg(++m_last, 3, 10, QLatin1Char('0'));
        if (!m_taken.contains(heard(number)))
            return number;
    }
}

}
