#pragma once

#include "ui/models/ticklistmodel.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace plimsoll {

/// A list in which any number of things is ticked, with a field above that finds some among many. Space
/// ticks, and so does a click anywhere on the line.
class TickList final : public QWidget
{
    Q_OBJECT

public:
    /// `key` names the parts for tests: key/find, key/list.
    TickList(const QString &key, const QString &accessibleName, QWidget *parent = nullptr);

    [[nodiscard]] TickListModel &model() { return *m_model; }
    [[nodiscard]] const TickListModel &model() const { return *m_model; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();

    TickListModel *m_model = nullptr;
    QLineEdit *m_find = nullptr;
    QListView *m_list = nullptr;
};

}
