#pragma once

#include "core/assessment/response.h"
#include "core/storage/repository.h"
#include "tests/support/shownbanktest.h"
#include "ui/pages/checklist/itemlist.h"
#include "ui/pages/system/systempage.h"

#include <QListView>
#include <QTest>

namespace plimsoll {

/// What tests of a checklist begin with: that of the fraud scoring in the real window, at an item amid it.
class ChecklistTest : public ShownBankTest
{
protected:
    void showChecklist()
    {
        showBank();
        m_window->window().go(
            SystemPage::placeOf(m_bank->fraud.id, QStringLiteral("checklist"), QStringLiteral("5.2.3-1")));
        QTRY_VERIFY(!current().isEmpty());
        settle();
    }

    [[nodiscard]] QListView *list() const { return m_window->find<QListView>(QStringLiteral("items")); }
    void chooseSeveral()
    {
        list()->setFocus();
        for (int more = 0; more < 3; ++more)
            QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(m_window->find<QWidget>(QStringLiteral("answerBar"))->isVisible());
    }
    void settle() { m_window->settle(); }
    [[nodiscard]] QString current() const
    {
        const auto *list = m_window->window().findChild<ItemList *>();
        return list ? list->current() : QString();
    }
    /// What is recorded of an item; not answered where nothing is.
    [[nodiscard]] Response responseTo(const QString &item) const
    {
        const auto response = Repository<Response>(*m_bank->reader())
                                  .find(responseId(m_bank->assessmentOf(m_bank->fraud), item));
        return response && *response ? **response : Response();
    }
    [[nodiscard]] Answer answerTo(const QString &item) const { return responseTo(item).answer; }
};

}
