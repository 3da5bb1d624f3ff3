#include "core/catalogue/complaints.h"

#include "core/base/text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Complaints)
};

}

Complaints::Complaints(QString file)
    : m_file(std::move(file))
{
}

void Complaints::add(SourcePlace place, const QString &sentence)
{
    const QString where =
        place.line > 0 ? u"%1:%2:%3"_s.arg(m_file).arg(place.line).arg(place.column) : m_file;
    m_lines += where + u": "_s + withVisibleControls(sentence);
}

Error Complaints::error() const
{
    const QString first = m_lines.value(0);
    const QString message = m_lines.size() == 1
                                ? Text::tr("%1 cannot be used. %2").arg(m_file, first)
                                : Text::tr("%1 cannot be used because of %2 mistakes. The first is %3")
                                      .arg(m_file, QString::number(m_lines.size()), first);
    return {ErrorCode::Invalid, message, m_lines.join(u'\n')};
}

}
