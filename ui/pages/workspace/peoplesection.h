#pragma once

#include "ui/models/recordmodel.h"
#include "ui/pages/system/recordform.h"
#include "ui/pages/workspace/peoplereading.h"
#include "ui/pages/workspace/tablewithform.h"

class QPushButton;

namespace plimsoll {

/// The people of the record in a table, and what is known of the one chosen.
class PeopleSection final : public TableWithForm
{
    Q_OBJECT

public:
    explicit PeopleSection(QWidget *parent = nullptr);

    void setReading(const PeopleReading &reading);
    using TableWithForm::choose;
    void choose(const QString &id);
    /// Shows what the record holds where a change was refused.
    void showChosen();

Q_SIGNALS:
    void changeAsked(const plimsoll::Person &before, const plimsoll::Person &after);
    void leavingAsked(const plimsoll::Person &person);
    void returnAsked(const plimsoll::Person &person);

private:
    struct Line
    {
        Person person;
        QString party;
    };

    static std::vector<Column<Line>> columns();
    [[nodiscard]] QList<Choice> partiesToChoose() const;
    void buildForm();

    PeopleReading m_reading;
    RecordModel<Line> m_model;
    RecordForm<Person> m_form;
    QPushButton *m_left = nullptr;
    QPushButton *m_back = nullptr;
};

}
