#include "ui/pages/checklist/checklisttab.h"

#include "ui/pages/checklist/checklistview.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/readingonly.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

ChecklistTab::ChecklistTab(const TabContext &context, QWidget *parent)
    : SystemTab(parent)
    , m_view(new ChecklistView(context.workspace, context.jobs))
    , m_notice(new Banner)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    m_notice->setObjectName(u"earlier"_s);
    m_notice->setClosable(false);
    m_notice->hide();
    onlyReads(*m_notice);
    column->addWidget(m_notice);
    column->addWidget(m_view, 1);
    connect(m_view, &ChecklistView::goTo, this, &SystemTab::goTo);
    connect(m_view, &ChecklistView::refused, this, &SystemTab::refused);
    connect(m_view, &ChecklistView::targetChanged, this, [this](const QString &item) {
        Q_EMIT targetChanged(m_earlier.isNull() ? item : m_earlier.text() + u'/' + item);
    });
    connect(m_notice, &Banner::acted, this, [this] {
        activate(m_system, {});
        Q_EMIT targetChanged({});
    });
}

void ChecklistTab::activate(const Id<AiSystem> &system, const QString &target)
{
    m_system = system;
    m_earlier = Id<Assessment>::fromText(target.section(u'/', 0, 0));
    if (m_earlier.isNull())
        m_view->show(system, target);
    else
        m_view->show(m_earlier, target.section(u'/', 1));
    showNotice();
}

void ChecklistTab::takeKeyboard()
{
    m_view->askForKeyboard();
}

void ChecklistTab::setReading(const std::shared_ptr<const SystemReading> &reading)
{
    m_reading = reading;
    showNotice();
}

std::optional<Id<Assessment>> ChecklistTab::shownEarlier() const
{
    return m_earlier.isNull() ? std::nullopt : std::optional(m_earlier);
}

QList<Unsaved> ChecklistTab::unsaved() const
{
    return m_view->unsaved();
}

void ChecklistTab::showNotice()
{
    const auto &known = m_reading ? m_reading->assessments : QList<Assessment>();
    const auto earlier = std::ranges::find(known, m_earlier, &Assessment::id);
    m_notice->setVisible(earlier != known.cend());
    if (earlier != known.cend())
        m_notice->say(BannerKind::Information,
                      tr("This is the assessment%1 that was closed on %2, with all as it was on that day.")
                          .arg(earlier->systemVersion.isEmpty()
                                   ? QString()
                                   : u' ' + tr("of version %1").arg(earlier->systemVersion),
                               earlier->closedOn.value_or(QDate()).toString(Qt::ISODate)),
                      tr("Show the present checklist"));
}

}
