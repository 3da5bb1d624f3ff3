#pragma once

#include "core/base/error.h"
#include "core/catalogue/sourcenode.h"

#include <QStringList>

namespace plimsoll {

/// Collects everything that is wrong with one file, so that its author mends it in one go.
class Complaints
{
public:
    /// `file` is the name complaints begin with.
    explicit Complaints(QString file);

    void add(SourcePlace place, const QString &sentence);

    [[nodiscard]] bool isEmpty() const { return m_lines.isEmpty(); }
    /// "en-304-223.yaml:12:5: The key tittle is not known here.", in the order they were found.
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    /// The message counts the mistakes and shows the first; the detail lists all, one a line.
    [[nodiscard]] Error error() const;

private:
    QString m_file;
    QStringList m_lines;
};

}
