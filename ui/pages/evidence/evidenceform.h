#pragma once

#include "core/evidence/evidence.h"
#include "ui/pages/evidence/evidencewords.h"
#include "ui/pages/system/recordform.h"

#include <QWidget>

namespace plimsoll {

class AnswerWriter;

/// What is known about one piece of evidence. Every field is saved when it is left; as the piece may serve
/// several items, the change shows with all of them.
class EvidenceForm final : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceForm(AnswerWriter &writer, QWidget *parent = nullptr);

    void show(const Evidence &evidence, const QList<Person> &persons);

Q_SIGNALS:
    /// What was changed made an approved document a draft again; the sentence says so.
    void approvalEnded(const QString &sentence);

private:
    void build();
    void save(const Evidence &before, const Evidence &after, const QString &field);
    [[nodiscard]] QList<Choice> collectors() const;

    AnswerWriter &m_writer;
    RecordForm<Evidence> m_form;
    QList<Person> m_persons;
};

}
