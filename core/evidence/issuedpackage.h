#pragma once

#include "core/responsibility/person.h"

namespace plimsoll {

/// What became of a package that was handed over.
enum class IssueState {
    Issued,
    Replaced,
    Withdrawn,
};

template <>
struct Words<IssueState>
{
    static constexpr std::array words{
        std::pair{IssueState::Issued, QLatin1StringView("issued")},
        std::pair{IssueState::Replaced, QLatin1StringView("replaced")},
        std::pair{IssueState::Withdrawn, QLatin1StringView("withdrawn")},
    };
};

/// The register of what left the house: one audit package, or one audit report alone.
struct IssuedPackage
{
    Id<IssuedPackage> id;
    QString fileName;
    QString systems; ///< names and versions, for people
    QString issuedTo;
    QString purpose;
    QDateTime issuedAt;
    Digest seal; ///< of a report alone the file's own fingerprint
    qint64 bytes = 0;
    IssueState state = IssueState::Issued;
    QString stateReason;
    std::optional<Id<IssuedPackage>> replacedBy;
    bool reportAlone = false;
    std::optional<QDate> stateOn; ///< since when it is replaced or withdrawn

    friend bool operator==(const IssuedPackage &, const IssuedPackage &) = default;
};

template <>
struct Described<IssuedPackage>
{
    static constexpr auto table = QLatin1StringView("issued_package");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("file_name"), &IssuedPackage::fileName, Required},
               Field{QLatin1StringView("systems"), &IssuedPackage::systems},
               Field{QLatin1StringView("issued_to"), &IssuedPackage::issuedTo},
               Field{QLatin1StringView("purpose"), &IssuedPackage::purpose},
               Field{QLatin1StringView("issued_at"), &IssuedPackage::issuedAt, Required},
               Field{QLatin1StringView("seal"), &IssuedPackage::seal},
               Field{QLatin1StringView("bytes"), &IssuedPackage::bytes},
               Field{QLatin1StringView("state"), &IssuedPackage::state},
               Field{QLatin1StringView("state_reason"), &IssuedPackage::stateReason},
               Field{QLatin1StringView("replaced_by"), &IssuedPackage::replacedBy},
               Field{QLatin1StringView("report_alone"), &IssuedPackage::reportAlone},
               Field{QLatin1StringView("state_on"), &IssuedPackage::stateOn}};
};

extern template struct EntityCode<IssuedPackage>;

}
