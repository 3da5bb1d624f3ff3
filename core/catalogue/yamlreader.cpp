#include "core/catalogue/yamlreader.h"

#include "core/base/text.h"
#include "core/catalogue/complaints.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStringDecoder>

#include <sstream>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(YamlReader)
};

constexpr size_t deepest = 64;
constexpr int mostNodes = 100'000;

SourcePlace placeOf(const YAML::Mark &mark)
{
    return {mark.line + 1, mark.column + 1};
}

/// Leaves the parser at the first thing that is refused; caught in readYaml.
struct Refusal
{
    SourcePlace place;
    QString sentence;
};

/// Builds the tree from the parser's events. yaml-cpp's own tree is not used: it follows aliases for ever,
/// keeps the last of two equal keys and forgets where values stand.
class TreeBuilder final : public YAML::EventHandler
{
public:
    SourceNode root;

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        begin(mark, {}, anchor, SourceNode::Kind::Empty);
        end();
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { refuseAlias(mark); }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        begin(mark, tag, anchor, SourceNode::Kind::Text);
        const QString text = QString::fromStdString(value);
        if (!isStorable(text))
            throw Refusal{placeOf(mark), Text::tr("This text holds a character that cannot be kept.")};
        m_open.back().node.text = text;
        end();
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        begin(mark, tag, anchor, SourceNode::Kind::List);
    }
    void OnSequenceEnd() override { end(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        begin(mark, tag, anchor, SourceNode::Kind::Map);
    }
    void OnMapEnd() override { end(); }

private:
    struct Open
    {
        SourceNode node;
        bool isKey = false;
        /// Of a map: the key read last, waiting for its value.
        std::optional<SourceNode> key;
        QSet<QString> keys;
    };

    [[noreturn]] static void refuseAlias(const YAML::Mark &mark)
    {
        throw Refusal{placeOf(mark), Text::tr("Anchors and aliases are not allowed; write the text out.")};
    }

    void begin(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, SourceNode::Kind kind)
    {
        if (anchor != YAML::NullAnchor)
            refuseAlias(mark);
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Refusal{
                placeOf(mark),
                Text::tr("Tags are not allowed; remove the word that begins with an exclamation mark.")};
        if (m_open.size() >= deepest)
            throw Refusal{placeOf(mark),
                          Text::tr("This is nested too deep: more than %1 levels.").arg(deepest)};
        if (++m_nodes > mostNodes)
            throw Refusal{placeOf(mark),
                          Text::tr("The file holds too much: more than %1 entries.").arg(mostNodes)};
        Open open;
        open.node.kind = kind;
        open.node.place = placeOf(mark);
        open.isKey =
            !m_open.empty() && m_open.back().node.kind == SourceNode::Kind::Map && !m_open.back().key;
        if (open.isKey && kind != SourceNode::Kind::Text)
            throw Refusal{placeOf(mark), Text::tr("The key of an entry must be a word.")};
        m_open.push_back(std::move(open));
    }

    void end()
    {
        Open closed = std::move(m_open.back());
        m_open.pop_back();
        if (m_open.empty()) {
            root = std::move(closed.node);
            return;
        }
        Open &parent = m_open.back();
        if (closed.isKey) {
            takeKey(parent, std::move(closed.node));
            return;
        }
        if (parent.key) {
            closed.node.key = parent.key->text;
            closed.node.keyPlace = parent.key->place;
            parent.key.reset();
        }
        parent.node.children.push_back(std::move(closed.node));
    }

    static void takeKey(Open &map, SourceNode key)
    {
        if (map.keys.contains(key.text))
            throw Refusal{key.place, Text::tr("The key %1 stands twice in this map.").arg(key.text)};
        map.keys.insert(key.text);
        map.key = std::move(key);
    }

    std::vector<Open> m_open;
    int m_nodes = 0;
};

/// Where the bytes stop being UTF-8 without NUL; line 0 when they never do.
SourcePlace firstUnreadable(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (!decoder.hasError() && !bytes.contains('\0'))
        return {};
    SourcePlace place{1, 1};
    for (const QChar character : text) {
        if (character.isNull() || character == QChar::ReplacementCharacter)
            break;
        place =
            character == u'\n' ? SourcePlace{place.line + 1, 1} : SourcePlace{place.line, place.column + 1};
    }
    return place;
}

SourceNode parse(const QByteArray &bytes)
{
    std::istringstream stream(bytes.toStdString());
    YAML::Parser parser(stream);
    TreeBuilder builder;
    if (!parser.HandleNextDocument(builder))
        throw Refusal{{1, 1}, Text::tr("The file is empty.")};
    TreeBuilder next;
    if (parser.HandleNextDocument(next))
        throw Refusal{next.root.place, Text::tr("A second document begins here; a file holds one.")};
    return std::move(builder.root);
}

}

Result<SourceNode> readYaml(const QByteArray &bytes, const QString &file)
{
    Complaints complaints(file);
    if (bytes.size() > largestYamlFile) {
        complaints.add({}, Text::tr("The file is too large: more than %1 bytes.").arg(largestYamlFile));
        return tl::unexpected(complaints.error());
    }
    if (const SourcePlace place = firstUnreadable(bytes); place.line > 0) {
        complaints.add(place, Text::tr("This is not text in UTF-8, so it is no YAML."));
        return tl::unexpected(complaints.error());
    }
    // The one seam at which exceptions of yaml-cpp end.
    try {
        return parse(bytes);
    } catch (const Refusal &refusal) {
        complaints.add(refusal.place, refusal.sentence);
    } catch (const YAML::Exception &exception) {
        complaints.add(placeOf(exception.mark),
                       Text::tr("This is no valid YAML (%1).").arg(QString::fromStdString(exception.msg)));
    } catch (const std::exception &exception) {
        complaints.add({}, Text::tr("This is no valid YAML (%1).").arg(QString::fromUtf8(exception.what())));
    }
    return tl::unexpected(complaints.error());
}

Result<SourceNode> readYamlFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return refuse(ErrorCode::NotFound,
                      Text::tr("There is no file %1. Look for the right path.").arg(path));
    if (!info.isFile())
        return refuse(ErrorCode::Foreign, Text::tr("%1 is not an ordinary file.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(
            ErrorCode::Storage,
            Text::tr("%1 cannot be read. Ask for the right to read it, or choose a copy that is yours.")
                .arg(path),
            file.errorString());
    return readYaml(file.read(largestYamlFile + 1), info.fileName());
}

}
