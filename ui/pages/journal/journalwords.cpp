#include "ui/pages/journal/journalwords.h"

#include "core/assessment/answer.h"
#include "core/responsibility/roles.h"
#include "ui/pages/evidence/evidencewords.h"
#include "ui/pages/system/inventorywords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

template <class Enum>
QString titled(const QString &kept)
{
    const auto known = fromWord<Enum>(kept);
    return known ? title(*known) : kept;
}

/// A field whose value is one of certain words.
struct FieldOfWords
{
    QLatin1StringView table;
    QLatin1StringView field;
    QString (*inWords)(const QString &kept) = nullptr;
};

constexpr std::array fieldsOfWords{
    FieldOfWords{"response"_L1, "answer"_L1, &titled<Answer>},
    FieldOfWords{"reliance"_L1, "holding"_L1, &titled<Holding>},
    FieldOfWords{"assessment"_L1, "purpose"_L1, &titled<AssessmentPurpose>},
    FieldOfWords{"platform"_L1, "kind"_L1, &titled<PlatformKind>},
    FieldOfWords{"ai_system"_L1, "exposure"_L1, &titled<Exposure>},
    FieldOfWords{"ai_system"_L1, "data_sensitivity"_L1, &titled<Sensitivity>},
    FieldOfWords{"ai_system"_L1, "criticality"_L1, &titled<Criticality>},
    FieldOfWords{"ai_system"_L1, "phase"_L1, &titled<LifecyclePhase>},
    FieldOfWords{"ai_system"_L1, "approval_status"_L1, &titled<ApprovalStatus>},
    FieldOfWords{"ai_system"_L1, "ai_act_category"_L1, &titled<AiActCategory>},
    FieldOfWords{"asset"_L1, "kind"_L1, &titled<AssetKind>},
    FieldOfWords{"asset"_L1, "origin"_L1, &titled<Origin>},
    FieldOfWords{"asset"_L1, "sensitivity"_L1, &titled<Sensitivity>},
    FieldOfWords{"asset"_L1, "documentation"_L1, &titled<Documentation>},
    FieldOfWords{"limitation"_L1, "kind"_L1, &titled<LimitationKind>},
    FieldOfWords{"party"_L1, "kind"_L1, &titled<PartyKind>},
    FieldOfWords{"role_assignment"_L1, "role"_L1, &titled<Role>},
    FieldOfWords{"evidence"_L1, "kind"_L1, &titled<EvidenceKind>},
    FieldOfWords{"evidence"_L1, "state"_L1, &titled<DocumentState>},
    FieldOfWords{"evidence"_L1, "classification"_L1, &titled<Classification>},
};

/// A field whose name in the record does not say to people what it holds.
struct NamedField
{
    QLatin1StringView field;
    const char *words = nullptr;
};

constexpr std::array namedFields{
    NamedField{"state_on"_L1, QT_TRANSLATE_NOOP("JournalWords", "Since")},
    NamedField{"state_reason"_L1, QT_TRANSLATE_NOOP("JournalWords", "Reason")},
    NamedField{"scope_in"_L1, QT_TRANSLATE_NOOP("JournalWords", "In scope")},
    NamedField{"scope_out"_L1, QT_TRANSLATE_NOOP("JournalWords", "Left out of scope")},
    NamedField{"carried"_L1, QT_TRANSLATE_NOOP("JournalWords", "Carried over, not reconfirmed")},
    NamedField{"journal_reached"_L1, QT_TRANSLATE_NOOP("JournalWords", "Last journal entry in the backup")},
    NamedField{"replaced_reached"_L1,
               QT_TRANSLATE_NOOP("JournalWords", "Last journal entry of the replaced record")},
    NamedField{"replaced_head"_L1, QT_TRANSLATE_NOOP("JournalWords", "Fingerprint of that entry")},
    NamedField{"kept_as"_L1, QT_TRANSLATE_NOOP("JournalWords", "Replaced record kept as")},
    NamedField{"another_workspace"_L1,
               QT_TRANSLATE_NOOP("JournalWords", "Replaced the record of another workspace")},
};

}

QString thingInWords(const JournalChange &change)
{
    const QString kind = fieldInWords(change.table);
    return change.name.isEmpty() ? kind : kind + u' ' + change.name;
}

QString fieldInWords(QLatin1StringView field)
{
    const auto *named = std::ranges::find(namedFields, field, &NamedField::field);
    if (named != namedFields.cend())
        return QCoreApplication::translate("JournalWords", named->words);
    QStringList words = fieldLabel(field).split(u' ');
    for (QString &word : words) {
        if (word == "ai"_L1 || word == "url"_L1)
            word = word.toUpper();
    }
    QString label = words.join(u' ');
    if (!label.isEmpty())
        label[0] = label[0].toUpper();
    return label;
}

QString valueInWords(QLatin1StringView table, QLatin1StringView field, const QString &value)
{
    const auto found =
        std::find_if(fieldsOfWords.cbegin(), fieldsOfWords.cend(),
                     [&](const FieldOfWords &each) { return each.table == table && each.field == field; });
    return found == fieldsOfWords.cend() ? value : found->inWords(value);
}

}
