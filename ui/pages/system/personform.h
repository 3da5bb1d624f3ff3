#pragma once

#include "core/responsibility/person.h"
#include "ui/widgets/choicefield.h"

#include <QWidget>

class QLineEdit;

namespace plimsoll {

class CellGrid;
class PlainLabel;

/// Adds somebody who can own answers, approve, assess, and act.
class PersonForm final : public QWidget
{
    Q_OBJECT

public:
    explicit PersonForm(QWidget *parent = nullptr);

    /// Whom somebody can belong to; the first is proposed.
    void setParties(const QList<Choice> &parties);
    /// The person is in the record: what was typed is forgotten.
    void noteAdded(const QString &name);

Q_SIGNALS:
    /// Without id: that is the page's to give.
    void added(const plimsoll::Person &person);
    /// Something is missing, in a sentence.
    void incomplete(const QString &sentence);

private:
    QLineEdit *addField(const QString &key, const QString &label);
    void add();

    CellGrid *m_grid = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_function = nullptr;
    QLineEdit *m_address = nullptr;
    ChoiceField *m_party = nullptr;
    PlainLabel *m_added = nullptr;
};

}
