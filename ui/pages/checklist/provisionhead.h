#pragma once

#include "core/workspace/checklist.h"

#include <QWidget>

namespace plimsoll {

class Disclosure;
class FlowLayout;
class PlainLabel;

/// What an item asks for: designator, verb, duty holders, our wording, why it applies, what good evidence
/// looks like, and what else is known about it.
class ProvisionHead final : public QWidget
{
    Q_OBJECT

public:
    explicit ProvisionHead(QWidget *parent = nullptr);

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

    void showFacts(const Checklist &checklist, const Item &item);
    void showLinks(const Checklist &checklist, const Item &item);
    void add(QWidget *fact);
    void addLinks(const QString &what, const QList<Link> &links);

    QString m_shown;
    FlowLayout *m_facts = nullptr;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_text = nullptr;
    PlainLabel *m_reason = nullptr;
    Disclosure *m_evidence = nullptr;
    PlainLabel *m_evidenceText = nullptr;
    Disclosure *m_notes = nullptr;
    PlainLabel *m_notesText = nullptr;
};

}
