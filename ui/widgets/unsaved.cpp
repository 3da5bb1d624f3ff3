#include "ui/widgets/unsaved.h"

#include "ui/widgets/datefield.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/proposed.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/textfield.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// The line of a box is the box's.
bool isPartOfAnother(const QLineEdit &line)
{
    const QWidget *around = line.parentWidget();
    return qobject_cast<const QComboBox *>(around) || qobject_cast<const QAbstractSpinBox *>(around);
}

/// As people hear it: a tick is named by the words beside it.
QString nameOf(QWidget &field)
{
    QWidget &named = field.focusProxy() ? *field.focusProxy() : field;
    const auto *heard = QAccessible::queryAccessibleInterface(&named);
    return heard ? heard->text(QAccessible::Name) : named.accessibleName();
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

QList<Unsaved> begunIn(const QWidget &part)
{
    QList<Unsaved> begun;
    const auto fields = part.findChildren<QWidget *>();
    for (QWidget *field : fields) {
        if (doesOnlyRead(*field))
            continue;
        if (const QString words = typedInto(*field); !words.isEmpty())
            begun.append({nameOf(*field), words, field});
        else if (const auto chosen = chosenInstead(*field))
            begun.append({nameOf(*field), u"%1: %2"_s.arg(nameOf(*field), *chosen), field});
    }
    return begun;
}

}
