#pragma once

#include "core/workspace/checklist.h"

#include <QWidget>

namespace plimsoll {

class FlowLayout;
class PlainLabel;

/// What an item asks for: designator, verb, duty holders, our wording, why it applies.
class ProvisionHead final : public QWidget
{
    Q_OBJECT

public:
    explicit ProvisionHead(QWidget *parent = nullptr);

    void show(const Checklist &checklist, const ChecklistLine &line);

private:
    void showFacts(const Item &item);
    void add(QWidget *fact);

    QString m_shown;
    FlowLayout *m_facts = nullptr;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_text = nullptr;
    PlainLabel *m_reason = nullptr;
};

}
