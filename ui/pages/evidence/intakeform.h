#pragma once

#include "ui/pages/evidence/intakemodel.h"

#include <QWidget>

namespace plimsoll {

class ChoiceField;
class DateField;
class PlainLabel;
class TextField;
class TickList;

/// Says the same of one or several files that are about to become evidence. A field in which they differ is
/// empty, a tick that only some have is half.
class IntakeForm final : public QWidget
{
    Q_OBJECT

public:
    explicit IntakeForm(QWidget *parent = nullptr);

    void setChoices(const QList<Tickable> &systems, const QList<Tickable> &items);
    void show(const QList<ArrivingFile> &chosen);
    /// Whether a date is written that names no day: then its field says so and takes the keyboard.
    [[nodiscard]] bool sendsBack();

Q_SIGNALS:
    /// A person changed something of all the files chosen.
    void changed(const std::function<void(plimsoll::ArrivingFile &)> &how);

private:
    void build();
    void set(std::optional<QDate> Evidence::*member, std::optional<QDate> day);
    void tick(QStringList ArrivingFile::*member, const QString &key, Qt::CheckState state);

    PlainLabel *m_heading = nullptr;
    TextField *m_title = nullptr;
    ChoiceField *m_kind = nullptr;
    DateField *m_from = nullptr;
    DateField *m_to = nullptr;
    TickList *m_systems = nullptr;
    TickList *m_items = nullptr;
};

}
