#include "ui/models/sortkey.h"

#include <QDate>
#include <QDateTime>

namespace plimsoll {

SortKey::SortKey(const QVariant &value, const QCollator &collator)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return;
    case QMetaType::QDate:
        m_number = value.toDate().toJulianDay();
        m_kind = value.toDate().isValid() ? Kind::Number : Kind::Missing;
        return;
    case QMetaType::QDateTime:
        m_number = value.toDateTime().toMSecsSinceEpoch();
        m_kind = value.toDateTime().isValid() ? Kind::Number : Kind::Missing;
        return;
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        m_number = value.toLongLong();
        m_kind = Kind::Number;
        return;
    default:
        break;
    }
    const QString text = value.toString();
    if (text.isEmpty())
        return;
    m_text = collator.sortKey(text);
    m_kind = Kind::Text;
}

int SortKey::compare(const SortKey &other) const
{
    if (m_kind != other.m_kind)
        return m_kind < other.m_kind ? -1 : 1;
    if (m_kind == Kind::Text)
        return m_text->compare(*other.m_text);
    return m_number < other.m_number ? -1 : int(m_number > other.m_number);
}

QCollator tableCollator()
{
    // The C locale knows no numeric order.
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

}
