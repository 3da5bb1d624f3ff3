#include "ui/pages/checklist/checklisttab.h"
#include "ui/pages/system/applicabilitytab.h"
#include "ui/pages/system/assessmenttab.h"
#include "ui/pages/system/inventorytab.h"
#include "ui/pages/system/profiletab.h"
#include "ui/pages/system/responsibilitiestab.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SystemTabs)
};

template <class Tab>
SystemTabKind kind(const QString &key, const QString &name)
{
    return {key, name, [](const TabContext &context) {
                return new Tab(context);
            }};
}

}

std::vector<SystemTabKind> systemTabs()
{
    return {kind<ProfileTab>(u"profile"_s, Text::tr("Profile")),
            kind<ResponsibilitiesTab>(u"responsibilities"_s, Text::tr("Responsibilities")),
            kind<ApplicabilityTab>(u"applicability"_s, Text::tr("Applicability")),
            kind<InventoryTab>(u"inventory"_s, Text::tr("Inventory")),
            kind<ChecklistTab>(u"checklist"_s, Text::tr("Checklist")),
            kind<AssessmentTab>(u"assessment"_s, Text::tr("Assessment"))};
}

}
