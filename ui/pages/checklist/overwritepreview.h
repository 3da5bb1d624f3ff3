#pragma once

#include "core/assessment/response.h"
#include "ui/models/recordmodel.h"

#include <QWidget>

class QPushButton;

namespace plimsoll {

class PlainLabel;
class TableView;

/// An answer that would be overwritten, as it is now.
struct Overwritten
{
    QString name; ///< of the item, and of the system where there are several
    Response now;
    QString owner;
};

/// What a change of several answers would overwrite, and the buttons that set it or begin again.
class OverwritePreview final : public QWidget
{
    Q_OBJECT

public:
    explicit OverwritePreview(QWidget *parent = nullptr);

    /// Nothing can be set.
    void say(const QString &words);
    void showOverwritten(std::vector<Overwritten> overwritten, const QString &words);

    /// What the button that sets it says.
    void nameStep(const QString &words);
    void setStepEnabled(bool isEnabled);
    [[nodiscard]] bool isStepEnabled() const;

Q_SIGNALS:
    void setAsked();
    void startOverAsked();

private:
    void build();

    RecordModel<Overwritten> m_model;
    PlainLabel *m_words = nullptr;
    TableView *m_table = nullptr;
    QPushButton *m_set = nullptr;
};

}
