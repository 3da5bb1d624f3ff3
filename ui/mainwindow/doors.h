#pragma once

#include "ui/pages/page.h"
#include "ui/pages/start/startpage.h"

namespace plimsoll {

class MainWindow;

/// The page of a window in which nothing is open. What is asked for there, the window asks for.
PageKind startPage(MainWindow &window, StartPage::Sample sample);

/// Ask which one shall be opened; pathChosen() of the window says it.
void askForWorkspace(MainWindow &window);
void askForPackage(MainWindow &window);

/// Where the sample is, or would be made.
QString sampleFolder();
bool isSampleThere();

}
