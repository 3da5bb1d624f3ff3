#include "core/sample/pattern.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace plimsoll {

QString Pattern::fill(const QString &text)
{
    static const QRegularExpression placeholder(u"\\{([a-z]+)(?::([^}]*))?\\}"_s);
    QString filled;
    qsizetype end = 0;
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        filled += text.mid(end, match.capturedStart() - end) + fillOne(match.captured(1), match.captured(2));
        end = match.capturedEnd();
    }
    return filled + text.mid(end);
}

QString Pattern::fillOne(const QString &name, const QString &argument)
{
    if (name == "n"_L1) {
        const auto from = argument.section(u'-', 0, 0).toInt();
        return QString::number(from + below(argument.section(u'-', 1).toInt() - from + 1));
    }
    if (name == "pick"_L1) {
        const auto choices = argument.split(u'|');
        return choices[below(int(choices.size()))];
    }
    if (name == "hex"_L1) {
        QString digits;
        while (digits.size() < argument.toInt())
            digits += QString::number(below(16), 16);
        return digits;
    }
    if (name == "date"_L1) {
        const auto from = QDate::fromString(argument.section(u'+', 0, 0), Qt::ISODate);
        return from.addDays(below(argument.section(u'+', 1).toInt() + 1)).toString(Qt::ISODate);
    }
    if (name == "seq"_L1)
        return QString::number(argument.toInt() + m_row);
    if (name == "at"_L1)
        return m_moment.toString(Qt::ISODateWithMs);
    return u"{%1:%2}"_s.arg(name, argument);
}

}
