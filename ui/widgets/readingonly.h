#pragma once

#include <QObject>

class QWidget;

namespace plimsoll {

/// Says that this field or button, or everything in this widget, changes nothing of the record: a filter, a
/// search, a step to another place. It stays of use where the record can only be read.
void onlyReads(QWidget &widget);

/// Whether onlyReads() was said of the widget or of one it lies in.
bool doesOnlyRead(const QWidget &widget);

/// Keeps everything in a widget, whatever is added to it later, from offering a change of a record that can
/// only be read: text can be marked and copied but not edited, other fields and buttons are disabled, files
/// cannot be dropped. Only what onlyReads() was said of is left alone, so that a field that nobody thought of
/// is closed rather than refused when somebody has filled it in.
class ReadingOnly final : public QObject
{
    Q_OBJECT

public:
    /// `why` is a sentence, shown as tooltip of what is closed. Lives as long as `root`.
    ReadingOnly(QWidget &root, const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watch(QWidget &widget);
    void close(QWidget &widget) const;

    QString m_why;
};

}
