#pragma once

#include "ui/pages/packages/issuedcolumns.h"

#include <QWidget>

namespace plimsoll {

class Particulars;
class PlainLabel;
class StatusLabel;

/// All that the register knows of one package, whole where the table has to cut it off.
class IssuedCard final : public QWidget
{
    Q_OBJECT

public:
    explicit IssuedCard(QWidget *parent = nullptr);

    void setLine(const IssuedLine &line);

private:
    PlainLabel *addFact(const QString &key, const QString &name);

    Particulars *m_facts = nullptr;
    StatusLabel *m_state = nullptr;
    PlainLabel *m_why = nullptr;
    PlainLabel *m_successor = nullptr;
    PlainLabel *m_kind = nullptr;
    PlainLabel *m_issuedTo = nullptr;
    PlainLabel *m_systems = nullptr;
    PlainLabel *m_purpose = nullptr;
    PlainLabel *m_file = nullptr;
    PlainLabel *m_seal = nullptr;
};

}
