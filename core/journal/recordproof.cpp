#include "core/journal/recordproof.h"

#include "core/base/parallel.h"

#include <QCoreApplication>

#include <vector>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordProof)
};

}

std::optional<QString> RecordProof::contradiction() const
{
    if (!chain.holds)
        return chain.statement;
    if (!rows.holds)
        return rows.statement;
    return std::nullopt;
}

Result<RecordProof> proveRecord(const QString &file, const Schema &schema, const Progress &progress)
{
    const auto &types = schema.types();
    Result<Proof> chain;
    std::vector<Result<Proof>> tables(size_t(types.size()));
    const auto prove = [&](qsizetype index, SharedProgress &shared) {
        const Progress watch = [&shared](qint64, qint64, const QString &) {
            return !shared.cancelled;
        };
        auto &proof = index == 0 ? chain : tables[size_t(index - 1)];
        const auto connection = Connection::open(file, Connection::Mode::ReadOnly);
        if (!connection)
            proof = tl::unexpected(connection.error());
        else if (index == 0)
            proof = verifyChain(**connection, schema, watch);
        else
            proof = verifyTable(**connection, schema, types.at(index - 1));
        ++shared.done;
    };

    const auto steps = types.size() + 1;
    const QString step = Text::tr("Holding the record against its journal");
    if (!onEveryCore(steps, prove, progress, steps, step) || !progress(steps, steps, step))
        return refuse(ErrorCode::Cancelled, Text::tr("The check was stopped before it was complete."));
    if (!chain)
        return tl::unexpected(chain.error());
    const auto rows = together(tables);
    if (!rows && chain->holds)
        return tl::unexpected(rows.error());
    return RecordProof{*chain,
                       rows.value_or(Proof{false, Text::tr("The rows cannot be read to be compared."), 0})};
}

}
