#pragma once

#include "core/workspace/checklist.h"

#include <QWidget>

namespace plimsoll {

class Disclosure;
class FlowLayout;
class PlainLabel;

/// What helps with an item once one knows what it asks: what good evidence looks like, what else is known of
/// it, and the items that belong with it.
class ItemGuidance final : public QWidget
{
    Q_OBJECT

public:
    explicit ItemGuidance(QWidget *parent = nullptr);

    void show(const Checklist &checklist, const ChecklistLine &line);

Q_SIGNALS:
    /// A related item or another part was clicked.
    void itemAsked(const QString &item);

private:
    struct Link
    {
        QString text;
        QString item;
    };

    void showLinks(const Checklist &checklist, const Item &item);
    void add(QWidget *link);
    void addLinks(const QString &what, const QList<Link> &links);

    QString m_shown;
    Disclosure *m_evidence = nullptr;
    PlainLabel *m_evidenceText = nullptr;
    Disclosure *m_notes = nullptr;
    PlainLabel *m_notesText = nullptr;
    FlowLayout *m_links = nullptr;
};

}
