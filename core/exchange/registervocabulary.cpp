#include "core/exchange/registervocabulary.h"

#include "core/inventory/aisystem.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RegisterVocabulary)
};

const QString shippedFile = u":/plimsoll/register-headers.json"_s;

Result<QJsonObject> readShipped()
{
    QFile file(shippedFile);
    const auto document =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    if (document.object()["format"_L1] != "plimsoll-register-headers"_L1)
        return refuse(ErrorCode::Damaged,
                      Text::tr("The headers of registers that come with Plimsoll cannot be read. Install "
                               "Plimsoll again."),
                      shippedFile);
    return document.object();
}

template <class Take>
void eachFolded(const QJsonValue &list, Take take)
{
    const auto texts = list.toArray();
    for (const auto &text : texts)
        take(RegisterVocabulary::folded(text.toString()));
}

QSet<QString> foldedSet(const QJsonValue &list)
{
    QSet<QString> set;
    eachFolded(list, [&](const QString &text) { set.insert(text); });
    return set;
}

}

QString RegisterVocabulary::folded(const QString &text)
{
    QString folded = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    std::replace_if(
        folded.begin(), folded.end(),
        [](QChar character) { return !character.isLetterOrNumber() && character != u'✓'; }, u' ');
    return folded.simplified();
}

Result<RegisterVocabulary> RegisterVocabulary::shipped()
{
    const auto document = readShipped();
    if (!document)
        return tl::unexpected(document.error());
    RegisterVocabulary vocabulary;
    enum class Kept { InFields, AsRemarks };
    const auto addMeanings = [&](const QJsonObject &fields, Kept kept) {
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            int looseness = 0;
            eachFolded(field.value(), [&](const QString &header) {
                vocabulary.m_meanings.insert(header, {field.key(), kept == Kept::AsRemarks, ++looseness});
            });
        }
    };
    addMeanings((*document)["remarks"_L1].toObject(), Kept::AsRemarks);
    addMeanings((*document)["fields"_L1].toObject(), Kept::InFields);
    for (const auto &field : entityType<AiSystem>().fields) {
        const auto own = folded(field.name);
        if (field.name != "removed_at"_L1 && vocabulary.m_meanings.value(own).field != field.name)
            vocabulary.m_meanings.insert(own, {field.name, false});
    }
    const auto words = (*document)["words"_L1].toObject();
    for (auto field = words.begin(); field != words.end(); ++field) {
        const auto synonyms = field.value().toObject();
        for (auto word = synonyms.begin(); word != synonyms.end(); ++word) {
            auto &known = vocabulary.m_words[field.key()];
            eachFolded(word.value(), [&](const QString &synonym) { known.insert(synonym, word.key()); });
        }
        for (auto word = synonyms.begin(); word != synonyms.end(); ++word)
            vocabulary.m_words[field.key()].insert(folded(word.key()), word.key());
    }
    vocabulary.m_yes = foldedSet((*document)["yes"_L1]);
    vocabulary.m_no = foldedSet((*document)["no"_L1]);
    vocabulary.m_nothing = foldedSet((*document)["nothing"_L1]);
    vocabulary.m_own = foldedSet((*document)["own_organisation"_L1]);
    return vocabulary;
}

std::optional<RegisterMeaning> RegisterVocabulary::meaning(const QString &header) const
{
    const auto found = m_meanings.constFind(folded(header));
    return found == m_meanings.constEnd() ? std::nullopt : std::optional(*found);
}

QString RegisterVocabulary::word(QLatin1StringView field, const QString &cell) const
{
    return m_words.value(field).value(folded(cell));
}

bool RegisterVocabulary::isNothing(const QString &cell) const
{
    const auto isBlank = [](QChar character) {
        return character.isSpace() || character.category() == QChar::Punctuation_Dash ||
               character == u'\u2212'; // minus
    };
    return std::all_of(cell.cbegin(), cell.cend(), isBlank) || m_nothing.contains(folded(cell));
}

std::optional<bool> RegisterVocabulary::yesOrNo(const QString &cell) const
{
    const auto said = folded(cell);
    if (m_yes.contains(said))
        return true;
    return m_no.contains(said) ? std::optional(false) : std::nullopt;
}

}
