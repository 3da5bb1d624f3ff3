#pragma once

#include "ui/pages/evidence/evidencemodel.h"

#include <QWidget>

class QLineEdit;

namespace plimsoll {

class ChoiceField;
class PlainLabel;
class TableView;

/// The table of all evidence under a filter of words and states.
class EvidenceList final : public QWidget
{
    Q_OBJECT

public:
    /// `checks` outlives it; after a change of them showChecks() is due.
    EvidenceList(QDate today, const FileChecks &checks, QWidget *parent = nullptr);
    ~EvidenceList() override;

    [[nodiscard]] const std::vector<EvidenceRow> &rows() const { return m_model->rows(); }
    [[nodiscard]] QList<Evidence> pieces() const;
    void setRows(std::vector<EvidenceRow> rows);
    /// Puts these in the place of their former selves, and takes those away.
    void renew(std::vector<EvidenceRow> rows, const QSet<Id<Evidence>> &gone);
    void showChecks();

    /// Null when nothing is chosen.
    [[nodiscard]] const Evidence *chosen() const;
    /// Chooses the piece; a filter that hides it is taken away. Answers whether there is such a piece.
    bool reveal(const QString &id);
    /// Shows the pieces of this freshness, whatever was filtered before.
    void showOnly(Freshness freshness);
    /// Puts the keyboard where the rows are.
    void focusTable();

Q_SIGNALS:
    void chosenChanged();

private:
    QWidget *buildFilter();
    void filter();
    void showCount();

    QDate m_today;
    const FileChecks &m_checks;
    std::unique_ptr<EvidenceModel> m_model;

    QLineEdit *m_words = nullptr;
    ChoiceField *m_concern = nullptr;
    PlainLabel *m_count = nullptr;
    TableView *m_table = nullptr;
};

}
