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

void Complaints::add(Place place, const QString &sentence)
{
    const QString where =
        place.line > 0 ? u"%1:%2:%3"_s.arg(m_file).arg(place.line).arg(place.column) : m_file;
    m_lines += where + u": "_s + withVisibleControls(sentence);
}

Error Complaints::error() const
{
    return {ErrorCode::Invalid,
            Text::tr("%1 cannot be used: %n mistake(s), the first is %2", nullptr, int(m_lines.size()))
                .arg(m_file, m_lines.value(0)),
            m_lines.join(u'\n')};
}

}
