#pragma once

#include <QComboBox>

namespace plimsoll {

/// One thing that can be chosen: what the program calls it and what people read.
struct Choice
{
    QString key;
    QString text;

    friend bool operator==(const Choice &, const Choice &) = default;
};

/// Chooses one of several by key. Long texts do not widen it.
class ChoiceField final : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceField(const QString &accessibleName, QWidget *parent = nullptr);

    /// Replaces what there is to choose; what was chosen stays chosen where it still exists.
    void setChoices(const QList<Choice> &choices);
    /// An unknown key leaves nothing chosen.
    void setKey(const QString &wanted);
    [[nodiscard]] QString key() const;

Q_SIGNALS:
    /// The person chose; setKey does not emit it.
    void keyChosen(const QString &key);

protected:
    bool event(QEvent *event) override;

private:
    QList<Choice> m_choices;
};

}
