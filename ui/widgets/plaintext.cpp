#include "ui/widgets/plaintext.h"

#include "core/base/text.h"

#include <QTextDocument>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace plimsoll {

QString shown(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = withVisibleControls(line.replace(u'\t', u' '));
    return lines.join(u'\n');
}

QString asToolTip(const QString &text)
{
    constexpr qsizetype longest = 2000;
    if (text.isEmpty())
        return {};
    const QString cut = text.size() > longest ? text.left(longest) + u'…' : text;
    return u"<p style='white-space:pre-wrap'>"_s + shown(cut).toHtmlEscaped() + u"</p>"_s;
}

void name(QWidget &widget, const QString &accessibleName)
{
    widget.setAccessibleName(accessibleName);
    if (widget.toolTip().isEmpty())
        widget.setToolTip(asToolTip(accessibleName));
}

}
