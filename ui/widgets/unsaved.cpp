#include "ui/widgets/unsaved.h"

#include "ui/widgets/datefield.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/textfield.h"

#include <QAbstractSpinBox>
#include <QComboBox>

namespace plimsoll {

namespace {

/// The line of a box is the box's.
bool isPartOfAnother(const QLineEdit &line)
{
    const QWidget *around = line.parentWidget();
    return qobject_cast<const QComboBox *>(around) || qobject_cast<const QAbstractSpinBox *>(around);
}

QString typedInto(const QWidget &field)
{
    if (const auto *text = qobject_cast<const PlainTextEdit *>(&field))
        return text->isUnsaved() ? text->toPlainText().trimmed() : QString();
    if (const auto *text = qobject_cast<const TextField *>(&field))
        return text->isUnsaved() ? text->text().trimmed() : QString();
    const auto *line = qobject_cast<const QLineEdit *>(&field);
    const bool isPlain = line && !qobject_cast<const DateField *>(line) && !isPartOfAnother(*line);
    return isPlain && line->isModified() ? line->text().trimmed() : QString();
}

}

QList<Unsaved> typedIn(const QWidget &part)
{
    QList<Unsaved> typed;
    const auto fields = part.findChildren<QWidget *>();
    for (QWidget *field : fields) {
        if (const QString content = typedInto(*field); !content.isEmpty() && !doesOnlyRead(*field))
            typed.append({field->accessibleName(), content, field});
    }
    return typed;
}

}
