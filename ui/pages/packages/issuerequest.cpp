#include "ui/pages/packages/issuerequest.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

using What = IssueRequest::What;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IssueRequest)
};

}

QString titleOf(What what)
{
    switch (what) {
    case What::Zip:
        return Text::tr("Package, as one ZIP file");
    case What::Folder:
        return Text::tr("Package, as a folder");
    case What::Report:
        break;
    }
    return Text::tr("Audit PDF alone");
}

QString explanationOf(What what)
{
    switch (what) {
    case What::Zip:
        return Text::tr("Report, answers, journal and evidence in one file that anybody can check with "
                        "unzip and sha256sum.");
    case What::Folder:
        return Text::tr("The same content without a ZIP file around it, for very large evidence.");
    case What::Report:
        break;
    }
    return Text::tr("The report for people to read. The evidence itself is not in it.");
}

QString suffixOf(What what)
{
    switch (what) {
    case What::Zip:
        return u".zip"_s;
    case What::Folder:
        return {};
    case What::Report:
        break;
    }
    return u".pdf"_s;
}

}
