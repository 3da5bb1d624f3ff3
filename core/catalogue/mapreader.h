#pragma once

#include "core/catalogue/complaints.h"
#include "core/record/words.h"

#include <functional>
#include <optional>

namespace plimsoll {

/// Reads the entries of one map and complains about those that are missing, empty, of the wrong form or
/// unknown. Every function answers something usable even after a complaint, so that reading goes on and finds
/// the next.
class MapReader
{
public:
    /// `name` is what complaints call the map: "provision 5.1.1-1".
    MapReader(const SourceNode &map, QString name, Complaints &complaints);

    QString text(QLatin1StringView key);
    QString optionalText(QLatin1StringView key);
    QStringList texts(QLatin1StringView key);
    QStringList optionalTexts(QLatin1StringView key);
    int number(QLatin1StringView key);
    bool yesOrNo(QLatin1StringView key);
    std::optional<bool> optionalYesOrNo(QLatin1StringView key);

    /// The value a word stands for; `Enum{}` after a complaint.
    template <Worded Enum>
    Enum oneOf(QLatin1StringView key)
    {
        const SourceNode *node = take(key, SourceNode::Kind::Text, Need::Required);
        return node ? valueOf<Enum>(*node) : Enum{};
    }
    template <Worded Enum>
    std::vector<Enum> severalOf(QLatin1StringView key)
    {
        return valuesOf<Enum>(take(key, SourceNode::Kind::List, Need::Required));
    }
    template <Worded Enum>
    std::vector<Enum> optionalSeveralOf(QLatin1StringView key)
    {
        return valuesOf<Enum>(take(key, SourceNode::Kind::List, Need::Optional));
    }

    /// The entries of a list of texts that name something; complains about those for which `isKnown` says no.
    QStringList references(QLatin1StringView key, const std::function<bool(const QString &)> &isKnown);
    QStringList optionalReferences(QLatin1StringView key,
                                   const std::function<bool(const QString &)> &isKnown);

    /// Null after a complaint.
    const SourceNode *map(QLatin1StringView key);
    /// The entries of a list of maps; empty after a complaint.
    const std::vector<SourceNode> &list(QLatin1StringView key);
    const std::vector<SourceNode> &optionalList(QLatin1StringView key);

    /// Where the entry stands; the map's own place when there is none.
    [[nodiscard]] SourcePlace placeOf(QLatin1StringView key) const;
    [[nodiscard]] bool has(QLatin1StringView key) const { return m_map.entry(key) != nullptr; }
    [[nodiscard]] const QString &name() const { return m_name; }
    void complain(QLatin1StringView key, const QString &sentence);

    /// Complains about entries nobody asked for. To be called last.
    void finish();

private:
    enum class Need { Required, Optional };

    const SourceNode *take(QLatin1StringView key, SourceNode::Kind kind, Need need);
    QString textOf(const SourceNode *node);
    QStringList textsOf(const SourceNode *list);
    QStringList knownOf(const SourceNode *list, const std::function<bool(const QString &)> &isKnown);
    const std::vector<SourceNode> &mapsOf(const SourceNode *list);
    bool isYes(const SourceNode &node);
    void complainAboutWord(const SourceNode &node);
    void complainAboutDoubles(const SourceNode *list);

    template <Worded Enum>
    Enum valueOf(const SourceNode &node)
    {
        const auto value = fromWord<Enum>(node.text);
        if (!value)
            complainAboutWord(node);
        return value.value_or(Enum{});
    }
    template <Worded Enum>
    std::vector<Enum> valuesOf(const SourceNode *list)
    {
        std::vector<Enum> values;
        complainAboutDoubles(list);
        for (const SourceNode &node : entriesOf(list))
            values.push_back(valueOf<Enum>(node));
        return values;
    }

    const SourceNode &m_map;
    QString m_name;
    Complaints &m_complaints;
    std::vector<bool> m_isAsked;
};

}
