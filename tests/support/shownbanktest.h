#pragma once

#include "tests/support/shownbank.h"

#include <memory>

namespace plimsoll {

/// What tests of the bank's two systems in the real window begin and end with.
class ShownBankTest : public QObject
{
protected:
    void showBank()
    {
        m_shown = std::make_unique<ShownBank>();
        m_bank = &m_shown->bank;
        m_window = &m_shown->shown;
    }
    void endBank() { m_shown.reset(); }

    TwoSystems *m_bank = nullptr;
    WindowFixture *m_window = nullptr;

private:
    std::unique_ptr<ShownBank> m_shown;
};

}
