#include "ui/widgets/droppedfiles.h"

#include <QUrl>

namespace plimsoll {

QStringList localPathsIn(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

}
