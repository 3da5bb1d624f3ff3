#include "core/workspace/systemnumbers.h"

#include "core/inventory/systemnames.h"
#include "core/record/changeset.h"
#include "core/storage/bulkread.h"
#include "core/workspace/recordschema.h"

#include <QRegularExpression>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

const QString beginning = u"AI-"_s;
constexpr auto numbersSql = "SELECT number FROM ai_system"_L1;
constexpr auto partsSql = "SELECT body FROM journal_part WHERE entity_type = ? AND body IS NOT NULL"_L1;
/// What an edit says that takes an own id away, by removing the system or calling it otherwise.
constexpr std::string_view formerNumber = R"("number":[")";

/// The number in "AI-004"; 0 in what we would not give, as a longer one may be a day.
qint64 numberIn(const QString &words)
{
    static const QRegularExpression own(u"^%1([0-9]{1,6})$"_s.arg(beginning),
                                        QRegularExpression::CaseInsensitiveOption);
    return own.match(words.trimmed()).captured(1).toLongLong();
}

/// The highest of the systems that are here, also removed ones.
Result<qint64> highestPresent(const Connection &connection)
{
    qint64 highest = 0;
    auto done = readInBulk(connection, numbersSql, {}, [&highest](const BulkRow &row) {
        highest = std::max(highest, numberIn(row.string(0)));
    });
    if (!done)
        return tl::unexpected(done.error());
    return highest;
}

/// The highest that a system no longer bears, because the system is gone or called otherwise.
Result<qint64> highestFormer(const Connection &connection)
{
    qint64 highest = 0;
    const auto take = [&highest](const BulkRow &row) {
        const std::string_view body = row.text(0);
        if (body.find(formerNumber) == std::string_view::npos)
            return;
        const auto edit = editFromText({body.data(), qsizetype(body.size())}, recordSchema());
        const FieldChange *number = edit ? edit->field("number"_L1) : nullptr;
        if (number)
            highest = std::max(highest, numberIn(number->before.text() ? *number->before.text() : QString()));
    };
    auto done = readInBulk(connection, partsSql, {QString(Described<AiSystem>::table)}, take);
    if (!done)
        return tl::unexpected(done.error());
    return highest;
}

}

Result<SystemNumbers> SystemNumbers::read(const Connection &connection)
{
    const auto present = highestPresent(connection);
    if (!present)
        return tl::unexpected(present.error());
    const auto former = highestFormer(connection);
    if (!former)
        return tl::unexpected(former.error());
    const auto taken = wordsBeginning(heard(beginning), connection);
    if (!taken)
        return tl::unexpected(taken.error());
    SystemNumbers numbers;
    numbers.m_last = std::max(*present, *former);
    numbers.m_taken = *taken;
    return numbers;
}

void SystemNumbers::reserve(const QString &words)
{
    m_taken.insert(heard(words));
}

QString SystemNumbers::give()
{
    // A table may bring numbers in with the same change, and names may look like numbers.
    while (true) {
        const QString number = beginning + u"%1"_s.arg(++m_last, 3, 10, QLatin1Char('0'));
        if (!m_taken.contains(heard(number)))
            return number;
    }
}

}
