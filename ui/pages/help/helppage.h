#pragma once

#include "ui/pages/page.h"

#include <vector>

namespace plimsoll {

/// How do I do this? The window in plain words, and its keys.
class HelpPage final : public Page
{
    Q_OBJECT

public:
    explicit HelpPage(QWidget *parent = nullptr);
};

/// What is this, which version, under which licence, and what does it stand on?
class AboutPage final : public Page
{
    Q_OBJECT

public:
    explicit AboutPage(QWidget *parent = nullptr);
};

/// Both, which the window has whatever is open.
std::vector<PageKind> helpPages();

}
