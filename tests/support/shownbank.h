#pragma once

#include "tests/support/twosystems.h"
#include "tests/support/windowfixture.h"

namespace plimsoll {

/// The bank's two systems in the real window, on the record that the test itself holds open.
class ShownBank
{
public:
    ShownBank() { shown.setWorkspace(bank.fixture.workspace()); }
    /// What reads the record ends before the record does.
    ~ShownBank()
    {
        shown.window().setPages({});
        shown.jobs().cancelAndWait();
    }

    ShownBank(const ShownBank &) = delete;
    ShownBank &operator=(const ShownBank &) = delete;

    TwoSystems bank;
    WindowFixture shown;
};

}
