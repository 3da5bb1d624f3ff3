#pragma once

#include "core/delivery/exportpackage.h"

namespace plimsoll {

/// What somebody wants to hand over.
struct IssueRequest
{
    enum class What {
        Zip,
        Folder,
        Report,
    };

    What what = What::Zip;
    QList<Id<AiSystem>> systems;
    QString path;
    ExportOptions options;
};

template <>
struct Words<IssueRequest::What>
{
    static constexpr std::array words{
        std::pair{IssueRequest::What::Zip, QLatin1StringView("zip")},
        std::pair{IssueRequest::What::Folder, QLatin1StringView("folder")},
        std::pair{IssueRequest::What::Report, QLatin1StringView("report")},
    };
};

/// What it is called, in a few words and in a sentence.
QString titleOf(IssueRequest::What what);
QString explanationOf(IssueRequest::What what);
/// With its dot; empty for a folder.
QString suffixOf(IssueRequest::What what);

}
