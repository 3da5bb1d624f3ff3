#pragma once

#include "core/evidence/evidence.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace plimsoll {

class AnswerWriter;
class DateField;
class FlowLayout;
class PersonBox;

/// What is known about one piece of evidence. Every field is saved when it is left; as the piece may serve
/// other items too, the change shows there as well.
class EvidenceForm final : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceForm(AnswerWriter &writer, QWidget *parent = nullptr);

    void show(const Evidence &evidence, const QList<Person> &persons);
    [[nodiscard]] const Id<Evidence> &evidence() const { return m_recorded.id; }

private:
    QLineEdit *addText(FlowLayout &fields, const QString &label, QString Evidence::*member, int characters);
    DateField *addDate(FlowLayout &fields, const QString &label, std::optional<QDate> Evidence::*member);
    template <class E>
    QComboBox *addChoice(FlowLayout &fields, const QString &label, E Evidence::*member);
    void save(const Evidence &after);

    AnswerWriter &m_writer;
    Evidence m_recorded; ///< as it will be once what was sent is saved
    QList<std::pair<QLineEdit *, QString Evidence::*>> m_texts;
    QList<std::pair<DateField *, std::optional<QDate> Evidence::*>> m_dates;
    QComboBox *m_kind = nullptr;
    QComboBox *m_state = nullptr;
    QComboBox *m_classification = nullptr;
    PersonBox *m_collectedBy = nullptr;
};

}
