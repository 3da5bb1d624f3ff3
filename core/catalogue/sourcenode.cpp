#include "core/catalogue/sourcenode.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace plimsoll {

const SourceNode *SourceNode::entry(QLatin1StringView name) const
{
    const auto found =
        std::ranges::find_if(children, [name](const SourceNode &child) { return child.key == name; });
    return found == children.end() ? nullptr : &*found;
}

const std::vector<SourceNode> &entriesOf(const SourceNode *node)
{
    static const std::vector<SourceNode> none;
    return node ? node->children : none;
}

QJsonValue toJson(const SourceNode &node)
{
    switch (node.kind) {
    case SourceNode::Kind::Empty:
        return QJsonValue::Null;
    case SourceNode::Kind::Text:
        return node.text;
    case SourceNode::Kind::List: {
        QJsonArray array;
        for (const SourceNode &child : node.children)
            array.append(toJson(child));
        return array;
    }
    case SourceNode::Kind::Map: {
        QJsonObject object;
        for (const SourceNode &child : node.children)
            object.insert(child.key, toJson(child));
        return object;
    }
    }
    return {};
}

SourceNode sourceNodeFromJson(const QJsonValue &json)
{
    SourceNode node;
    if (json.isString()) {
        node.kind = SourceNode::Kind::Text;
        node.text = json.toString();
    } else if (json.isArray()) {
        node.kind = SourceNode::Kind::List;
        const QJsonArray array = json.toArray();
        node.children.reserve(size_t(array.size()));
        for (const auto &value : array)
            node.children.push_back(sourceNodeFromJson(value));
    } else if (json.isObject()) {
        node.kind = SourceNode::Kind::Map;
        const QJsonObject object = json.toObject();
        node.children.reserve(size_t(object.size()));
        for (auto member = object.begin(); member != object.end(); ++member) {
            node.children.push_back(sourceNodeFromJson(member.value()));
            node.children.back().key = member.key();
        }
    }
    return node;
}

}
