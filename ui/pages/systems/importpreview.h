#pragma once

#include "ui/pages/systems/importcolumns.h"

#include <QWidget>

class QPushButton;

namespace plimsoll {

class Panel;
class PlainLabel;
class TableView;

/// What importing a register would do, row by row, with the cells that are not understood; nothing is written
/// before somebody says so.
class ImportPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPreview(QWidget *parent = nullptr);

    void setPreview(const RegisterPreview &preview);
    /// While it is being written it is not written again.
    void setWriting();
    /// What would happen comes into sight, with the keyboard on its rows.
    void takeKeyboard();

Q_SIGNALS:
    void importAsked();

private:
    RecordModel<PlannedRow> m_rowModel;
    RecordModel<CellNotUnderstood> m_cellModel;
    PlainLabel *m_summary = nullptr;
    TableView *m_rows = nullptr;
    Panel *m_cellPanel = nullptr;
    TableView *m_cells = nullptr;
    QPushButton *m_import = nullptr;
};

}
