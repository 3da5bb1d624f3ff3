#pragma once

#include "ui/pages/packages/issuedcolumns.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace plimsoll {

class ChoiceField;
class EmptyHint;
class IssuedCard;
class Panel;
class PlainLabel;
class TableView;

/// The register of what left the house: whom it went to, by which seal it is known, and whether it still
/// holds.
class IssuedTab final : public QWidget
{
    Q_OBJECT

public:
    explicit IssuedTab(QWidget *parent = nullptr);

    void setIssued(const QList<IssuedPackage> &issued);
    void choose(const Id<IssuedPackage> &package);
    void copySeal() const;

Q_SIGNALS:
    void newOneAsked();
    void replacementAsked(const plimsoll::IssuedPackage &package, const plimsoll::IssuedPackage &by);
    void withdrawalAsked(const plimsoll::IssuedPackage &package, const QString &reason);

private:
    QWidget *buildReplacement();
    QWidget *buildWithdrawal();
    void showChosen();
    void goToSuccessor();
    void askWhatReplaces();
    void askWhyWithdrawn();
    void closeForms();
    [[nodiscard]] const IssuedLine *chosenLine() const;
    [[nodiscard]] const IssuedPackage *chosen() const;

    RecordModel<IssuedLine> m_model;
    Panel *m_panel = nullptr;
    EmptyHint *m_empty = nullptr;
    TableView *m_table = nullptr;
    IssuedCard *m_card = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_replace = nullptr;
    QPushButton *m_withdraw = nullptr;
    QPushButton *m_successor = nullptr;
    Panel *m_replacement = nullptr;
    PlainLabel *m_replaced = nullptr;
    ChoiceField *m_by = nullptr;
    QPushButton *m_mark = nullptr;
    Panel *m_withdrawal = nullptr;
    PlainLabel *m_withdrawn = nullptr;
    QLineEdit *m_reason = nullptr;
};

}
