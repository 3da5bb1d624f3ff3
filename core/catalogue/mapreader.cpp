#include "core/catalogue/mapreader.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MapReader)
};

QString formOf(SourceNode::Kind kind)
{
    switch (kind) {
    case SourceNode::Kind::Empty:
        return Text::tr("nothing");
    case SourceNode::Kind::Text:
        return Text::tr("a text");
    case SourceNode::Kind::List:
        return Text::tr("a list");
    case SourceNode::Kind::Map:
        return Text::tr("a map");
    }
    return {};
}

}

MapReader::MapReader(const SourceNode &map, QString name, Complaints &complaints)
    : m_map(map)
    , m_name(std::move(name))
    , m_complaints(complaints)
    , m_isAsked(map.children.size())
{
}

const SourceNode *MapReader::take(QLatin1StringView key, SourceNode::Kind kind, Need need)
{
    const SourceNode *node = m_map.entry(key);
    if (!node) {
        if (need == Need::Required)
            m_complaints.add(m_map.place, Text::tr("The %1 has no entry %2.").arg(m_name, key));
        return nullptr;
    }
    m_isAsked[size_t(node - m_map.children.data())] = true;
    const bool isBlank = node->kind == SourceNode::Kind::Text && node->text.trimmed().isEmpty();
    if (isBlank || node->kind == SourceNode::Kind::Empty) {
        m_complaints.add(node->keyPlace, Text::tr("The entry %2 of the %1 is empty.").arg(m_name, key));
        return nullptr;
    }
    if (node->kind != kind) {
        m_complaints.add(node->place, Text::tr("The entry %2 of the %1 must be %3, but is %4.")
                                          .arg(m_name, key, formOf(kind), formOf(node->kind)));
        return nullptr;
    }
    return node;
}

QString MapReader::textOf(const SourceNode *node)
{
    return node ? node->text : QString();
}

QStringList MapReader::textsOf(const SourceNode *list)
{
    QStringList texts;
    complainAboutDoubles(list);
    for (const SourceNode &node : entriesOf(list)) {
        if (node.kind == SourceNode::Kind::Text && !node.text.trimmed().isEmpty())
            texts += node.text;
        else
            m_complaints.add(node.place,
                             Text::tr("Each entry of the list %2 of the %1 must be a text, but this is %3.")
                                 .arg(m_name, list->key, formOf(node.kind)));
    }
    return texts;
}

QStringList MapReader::knownOf(const SourceNode *list, const std::function<bool(const QString &)> &isKnown)
{
    QStringList texts = textsOf(list);
    for (const SourceNode &node : entriesOf(list)) {
        if (node.kind == SourceNode::Kind::Text && !isKnown(node.text))
            m_complaints.add(node.place,
                             Text::tr("The list %2 of the %1 names %3, which this catalogue does not have.")
                                 .arg(m_name, list->key, node.text));
    }
    return texts;
}

const std::vector<SourceNode> &MapReader::mapsOf(const SourceNode *list)
{
    if (!list)
        return entriesOf(nullptr);
    const auto wrong = std::ranges::find_if(
        list->children, [](const SourceNode &node) { return node.kind != SourceNode::Kind::Map; });
    if (wrong == list->children.end())
        return list->children;
    m_complaints.add(wrong->place,
                     Text::tr("Each entry of the list %2 of the %1 must be a map, but this is %3.")
                         .arg(m_name, list->key, formOf(wrong->kind)));
    return entriesOf(nullptr);
}

QString MapReader::text(QLatin1StringView key)
{
    return textOf(take(key, SourceNode::Kind::Text, Need::Required));
}

QString MapReader::optionalText(QLatin1StringView key)
{
    return textOf(take(key, SourceNode::Kind::Text, Need::Optional));
}

QStringList MapReader::texts(QLatin1StringView key)
{
    return textsOf(take(key, SourceNode::Kind::List, Need::Required));
}

QStringList MapReader::optionalTexts(QLatin1StringView key)
{
    return textsOf(take(key, SourceNode::Kind::List, Need::Optional));
}

QStringList MapReader::references(QLatin1StringView key, const std::function<bool(const QString &)> &isKnown)
{
    return knownOf(take(key, SourceNode::Kind::List, Need::Required), isKnown);
}

QStringList MapReader::optionalReferences(QLatin1StringView key,
                                          const std::function<bool(const QString &)> &isKnown)
{
    return knownOf(take(key, SourceNode::Kind::List, Need::Optional), isKnown);
}

int MapReader::number(QLatin1StringView key)
{
    const SourceNode *node = take(key, SourceNode::Kind::Text, Need::Required);
    bool isNumber = true;
    const int value = node ? node->text.toInt(&isNumber) : 0;
    if (!isNumber)
        m_complaints.add(node->place, Text::tr("The entry %2 of the %1 must be a whole number, but is %3.")
                                          .arg(m_name, key, node->text));
    return value;
}

bool MapReader::isYes(const SourceNode &node)
{
    if (node.text != "yes"_L1 && node.text != "no"_L1)
        m_complaints.add(node.place, Text::tr("The entry %2 of the %1 must be yes or no, but is %3.")
                                         .arg(m_name, node.key, node.text));
    return node.text == "yes"_L1;
}

bool MapReader::yesOrNo(QLatin1StringView key)
{
    const SourceNode *node = take(key, SourceNode::Kind::Text, Need::Required);
    return node && isYes(*node);
}

std::optional<bool> MapReader::optionalYesOrNo(QLatin1StringView key)
{
    const SourceNode *node = take(key, SourceNode::Kind::Text, Need::Optional);
    return node ? std::optional(isYes(*node)) : std::nullopt;
}

const SourceNode *MapReader::map(QLatin1StringView key)
{
    return take(key, SourceNode::Kind::Map, Need::Required);
}

const std::vector<SourceNode> &MapReader::list(QLatin1StringView key)
{
    return mapsOf(take(key, SourceNode::Kind::List, Need::Required));
}

const std::vector<SourceNode> &MapReader::optionalList(QLatin1StringView key)
{
    return mapsOf(take(key, SourceNode::Kind::List, Need::Optional));
}

SourcePlace MapReader::placeOf(QLatin1StringView key) const
{
    const SourceNode *node = m_map.entry(key);
    return node ? node->place : m_map.place;
}

void MapReader::complain(QLatin1StringView key, const QString &sentence)
{
    m_complaints.add(placeOf(key), sentence);
}

void MapReader::complainAboutWord(const SourceNode &node)
{
    m_complaints.add(node.place,
                     Text::tr("The %1 uses the word %2, which is not known here.").arg(m_name, node.text));
}

void MapReader::complainAboutDoubles(const SourceNode *list)
{
    QSet<QString> seen;
    for (const SourceNode &node : entriesOf(list)) {
        if (node.kind != SourceNode::Kind::Text)
            continue;
        if (seen.contains(node.text))
            m_complaints.add(
                node.place,
                Text::tr("The list %2 of the %1 holds “%3” twice.").arg(m_name, list->key, node.text));
        seen.insert(node.text);
    }
}

void MapReader::finish()
{
    for (size_t i = 0; i < m_map.children.size(); ++i) {
        const SourceNode &child = m_map.children[i];
        if (!m_isAsked[i])
            m_complaints.add(
                child.keyPlace,
                Text::tr("The %1 has an entry %2, which is not known here.").arg(m_name, child.key));
    }
}

}
