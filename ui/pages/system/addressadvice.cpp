#include "ui/pages/system/addressadvice.h"

#include "ui/widgets/plainlabel.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AddressAdvice)
};

bool isNoAddress(const QLineEdit &field)
{
    const QString address = field.text().trimmed();
    return !address.isEmpty() && !address.contains(u'@');
}

}

void adviseOnAddress(QWidget &cell)
{
    auto *field = cell.findChild<QLineEdit *>();
    auto *advice = (new PlainLabel(Text::tr("An e-mail address has an @. It is kept as it stands."),
                                   TextKind::Small, Emphasis::Quiet))
                       ->wrapped();
    advice->setObjectName(field->objectName() + u"/advice"_s);
    advice->hide();
    const QWidget *line = field;
    while (line->parentWidget() != &cell)
        line = line->parentWidget();
    auto *column = qobject_cast<QVBoxLayout *>(cell.layout());
    column->insertWidget(column->indexOf(line) + 1, advice);
    QObject::connect(field, &QLineEdit::editingFinished, advice,
                     [field, advice] { advice->setVisible(isNoAddress(*field)); });
    QObject::connect(field, &QLineEdit::textChanged, advice, [field, advice] {
        advice->setVisible(isNoAddress(*field) && (advice->isVisible() || !field->hasFocus()));
    });
}

}
