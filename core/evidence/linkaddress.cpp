#include "core/evidence/linkaddress.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LinkAddress)
};

constexpr qsizetype mostQuoted = 200;

bool leadsToTheWeb(const QString &address)
{
    const bool hasControls = std::any_of(address.cbegin(), address.cend(), [](QChar character) {
        return character.category() == QChar::Other_Control;
    });
    const QUrl url(address, QUrl::TolerantMode);
    return !hasControls && url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

}

Done checkLinkAddress(const QString &address)
{
    if (leadsToTheWeb(address))
        return {};
    return refuse(ErrorCode::Invalid,
                  Text::tr("“%1” is not taken as a link: only addresses that begin with https:// or http:// "
                           "and name a site are. Give the whole address of the page, or attach the file "
                           "itself.")
                      .arg(withVisibleControls(address.left(mostQuoted))));
}

}
