#pragma once

#include "core/base/result.h"
#include "ui/widgets/searchhit.h"

#include <QObject>

#include <optional>
#include <vector>

namespace plimsoll {

struct AiSystem;
class ChangeSet;
class Connection;
class Jobs;
class Workspace;

/// What Ctrl+K finds beside the pages: systems, provisions, people, parties, assets and
/// evidence. Read by a job at
/// the first question, kept folded for comparison, and read again at the next question after the record
/// changed.
class EverythingSearch final : public QObject
{
    Q_OBJECT

public:
    /// `pages` are the keys of the pages there are: what only another page could show is not found.
    EverythingSearch(Workspace &workspace, Jobs &jobs, QStringList pages);

    /// It lives as long as this object.
    [[nodiscard]] SearchProvider provider();

    /// What is compared: case and accents make no difference.
    [[nodiscard]] static QString folded(const QString &text);

private:
    struct Entry
    {
        SearchHit hit;
        QString text; ///< folded
    };
    /// The entries of each kind in the order they are offered.
    using Index = std::vector<std::vector<Entry>>;
    using Answer = std::function<void(const QList<SearchHit> &)>;

    static Result<Index> readIndex(const Connection &connection, const QStringList &pages);
    static Result<std::vector<Entry>> readAssets(const Connection &connection,
                                                 const QList<AiSystem> &systems);
    template <class Entity, class Say>
    static std::vector<Entry> entriesOf(QList<Entity> entities, const Say &say);
    void ask(const QString &words, const Answer &answer);
    void read();
    void renew(const ChangeSet &changeSet);
    [[nodiscard]] QList<SearchHit> hits(const QString &words) const;
    [[nodiscard]] QList<SearchHit> tabHits(const QStringList &wanted) const;

    Workspace &m_workspace;
    Jobs &m_jobs;
    QStringList m_pages;
    std::optional<Index> m_index;
    bool m_isOutdated = true;
    bool m_isReading = false;
    QString m_asked; ///< the last question and where its answer goes
    Answer m_answer;
};

}
