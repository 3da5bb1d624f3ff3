#include "core/delivery/packagedevidence.h"

#include "core/package/packagename.h"

#include <set>

namespace plimsoll {

using namespace Qt::StringLiterals;

PackagedEvidenceList::PackagedEvidenceList(const QList<Evidence> &evidence)
{
    QHash<QString, QString> paths; // by digest
    for (const auto &piece : evidence) {
        if (m_places.contains(piece.id))
            continue;
        const auto number = int(m_all.size()) + 1;
        PackagedEvidence packaged{u"%1"_s.arg(number, 4, 10, QChar(u'0')), {}, piece};
        if (piece.digest) {
            auto &path = paths[piece.digest->hex()];
            if (path.isEmpty())
                path = u"data/evidence/"_s + payloadName(number, piece.originalName);
            packaged.path = path;
        }
        m_places.insert(piece.id, m_all.size());
        m_all.append(packaged);
    }
}

const PackagedEvidence *PackagedEvidenceList::find(const Id<Evidence> &id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? nullptr : &m_all.at(*place);
}

QList<const PackagedEvidence *> PackagedEvidenceList::sorted(const QList<Id<Evidence>> &ids) const
{
    std::set<qsizetype> places;
    for (const auto &id : ids) {
        if (const auto place = m_places.constFind(id); place != m_places.constEnd())
            places.insert(*place);
    }
    QList<const PackagedEvidence *> listed;
    for (const qsizetype place : places)
        listed.append(&m_all.at(place));
    return listed;
}

}
