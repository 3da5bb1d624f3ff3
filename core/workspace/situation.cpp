#include "core/workspace/situation.h"

namespace plimsoll {

QByteArray Situation::key() const
{
    QByteArray key;
    for (const Holder &holder : holders) {
        char roles = holder.isOwn ? 8 : 0;
        for (const Role role : allRoles)
            roles = char(roles | (holder.roles.contains(role) ? 1 << int(role) : 0));
        key.append(roles);
    }
    key.append('|');
    for (const quint64 bits : {answeredYes, answeredNo, shown, events})
        key.append(reinterpret_cast<const char *>(&bits), sizeof bits);
    return key;
}

std::vector<Applicability> judged(const Catalogue &catalogue, const Situation &situation)
{
    Q_ASSERT(catalogue.facts().size() <= 64 && catalogue.events().size() <= 64);
    Circumstances circumstances;
    for (const auto &holder : situation.holders)
        circumstances.holders.push_back({QString::number(holder.name), holder.isOwn, holder.roles});
    for (size_t i = 0; i < catalogue.facts().size(); ++i) {
        const quint64 bit = quint64(1) << i;
        const QString &fact = catalogue.facts()[i].id;
        if ((situation.answeredYes | situation.answeredNo) & bit)
            circumstances.facts.insert(fact, {(situation.answeredYes & bit) != 0, {}});
        else if (situation.shown & bit)
            circumstances.facts.insert(fact, {true, {}});
    }
    for (size_t i = 0; i < catalogue.events().size(); ++i) {
        if (situation.events & (quint64(1) << i))
            circumstances.events.insert(catalogue.events()[i].id, {});
    }
    circumstances.decisions = situation.decisions;
    return applicabilityOf(catalogue, circumstances);
}

}
