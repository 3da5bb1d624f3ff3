#include "ui/pages/checklist/personbox.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QStyleOptionComboBox>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestPersonBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonsNameAndFunctionAreReadWhole()
    {
        const Theme theme(*qApp);
        Person owner;
        owner.id = Id<Person>::generate(SystemClock());
        owner.name = u"Bartholomea Featherston"_s;
        owner.function = u"Risk and Compliance"_s;
        PersonBox box(u"Owner"_s);
        box.setPersons({owner});
        box.setPerson(owner.id);

        box.resize(box.sizeHint());

        QStyleOptionComboBox option;
        option.initFrom(&box);
        const QRect words =
            box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
        QVERIFY(words.width() >= box.fontMetrics().horizontalAdvance(box.currentText()));
    }
};

QTEST_MAIN(TestPersonBox)
#include "tst_personbox.moc"
