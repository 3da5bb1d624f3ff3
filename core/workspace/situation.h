#pragma once

#include "core/catalogue/applicability.h"

#include <QVarLengthArray>

namespace plimsoll {

/// What the applicability of one system's items depends on, by number instead of by name.
struct Situation
{
    struct Holder
    {
        int name = 0;
        bool isOwn = false;
        Roles roles;
    };
    QVarLengthArray<Holder, 4> holders;
    quint64 answeredYes = 0; ///< by persons; one bit a fact
    quint64 answeredNo = 0;
    quint64 shown = 0; ///< by assets
    quint64 events = 0;
    QHash<QString, ItemDecision> decisions;

    /// Equal for systems whose items apply alike, decisions aside.
    [[nodiscard]] QByteArray key() const;
};

/// By the ordinal of the item; as applicabilityOf() says it of the circumstances that this stands for.
std::vector<Applicability> judged(const Catalogue &catalogue, const Situation &situation);

}
