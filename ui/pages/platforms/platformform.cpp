#include "ui/pages/platforms/platformform.h"

#include "ui/pages/system/inventorywords.h"
#include "ui/pages/system/rolewords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/proposed.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

PlatformForm::PlatformForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
    , m_kind(new ChoiceField(tr("What gives the common answers")))
{
    m_name->setObjectName(u"platform/name"_s);
    m_name->setAccessibleName(tr("Name of the organisation or platform"));
    m_kind->setObjectName(u"platform/kind"_s);
    m_kind->setChoices(choicesOf<PlatformKind>());
    m_kind->setKey(QString(word(PlatformKind::Platform)));
    takeAsProposed({m_kind});
    auto *make = button(tr("Begin common answers"));
    make->setObjectName(u"platform/make"_s);
    auto *grid = new CellGrid(24);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget((new PlainLabel(meaningOfPlatforms(), TextKind::Small, Emphasis::Quiet))->wrapped());
    column->addLayout(grid);
    grid->addWidget(labelled(tr("Name of the organisation or platform"), m_name));
    grid->addWidget(labelled(tr("What it is"), m_kind));
    grid->addWidget(labelled(u" "_s, make));
    setFocusProxy(m_name);
    connect(make, &QPushButton::clicked, this, &PlatformForm::ask);
    connect(m_name, &QLineEdit::returnPressed, this, &PlatformForm::ask);
}

void PlatformForm::clear()
{
    m_name->clear();
    takeAsProposed({m_kind});
}

void PlatformForm::ask()
{
    Platform platform;
    platform.name = m_name->text().trimmed();
    platform.kind = fromWord<PlatformKind>(m_kind->key()).value_or(PlatformKind::Platform);
    Q_EMIT asked(platform);
}

}
