#include "ui/pages/help/keys.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

KeysInWords pageKeys()
{
    KeysInWords pages{{}, Text::tr("Ctrl+1 to Ctrl+9"), Text::tr("The pages of the left column")};
    for (int digit = 1; digit <= 9; ++digit)
        pages.keys.append(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + digit)));
    return pages;
}

QList<KeysInWords> keysOfTheWindow()
{
    return {{{Qt::CTRL | Qt::Key_K},
             {},
             Text::tr("Search everything: pages, systems, provisions, people, assets, evidence")},
            {{Qt::ALT | Qt::Key_Left, Qt::ALT | Qt::SHIFT | Qt::Key_Right},
             {},
             Text::tr("Back to where you were, and forward again")},
            pageKeys(),
            {{QKeySequence::Undo, Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
             {},
             Text::tr("Undo and redo; both are recorded in the journal. While you write in a field they take "
                      "back what you wrote there first")},
            {{QKeySequence::Copy}, {}, Text::tr("Copy the selected rows as a table for a spreadsheet")},
            {{QKeySequence::ZoomIn, QKeySequence::ZoomOut, Qt::CTRL | Qt::Key_0},
             {},
             Text::tr("Larger, smaller and normal text")},
            {{Qt::CTRL | Qt::Key_PageDown, Qt::CTRL | Qt::Key_PageUp},
             {},
             Text::tr("The next and the previous tab of the page")},
            {{Qt::Key_F6}, {}, Text::tr("From the left column to the page and back")},
            {{QKeySequence::New, QKeySequence::Open}, {}, Text::tr("Make a workspace, open one")},
            {{QKeySequence::HelpContents}, {}, Text::tr("This page")},
            {{Qt::CTRL | Qt::Key_Q}, {}, Text::tr("Quit; everything is saved already")}};
}

QList<KeysInWords> keysOfThePages()
{
    return {
        {{Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_0},
         {},
         Text::tr("Answer: met, partly met, not met, not applicable, not answered; in the list of a "
                  "checklist or at its answers, and for the cells chosen in the grid; elsewhere, and while "
                  "you type words, they are digits")},
        {{Qt::Key_F2},
         {},
         Text::tr(
             "Write the rationale of the item, or of all that are chosen; Ctrl+Enter goes on from there")},
        {{Qt::ALT | Qt::Key_Right}, {}, Text::tr("The next item of the checklist that is open")},
        {{Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
         Text::tr("Ctrl+Enter"),
         Text::tr("Save what is written and go to the next open item; with several chosen, set them all")},
        {{Qt::CTRL | Qt::Key_Down, Qt::CTRL | Qt::Key_Up},
         {},
         Text::tr("The next and the previous item of the checklist")},
        {{Qt::Key_Escape}, {}, Text::tr("With several items chosen: choose the current one alone again")},
        {{Qt::Key_F11}, {}, Text::tr("Guided: one item at a time over the whole width, and back")},
        {{Qt::Key_Return, Qt::Key_Enter},
         Text::tr("Enter"),
         Text::tr("Press the button, or open the chosen row of a table or cell of the grid")},
        {{Qt::Key_Down, Qt::Key_Up},
         {},
         Text::tr("Choose the row of a table below or above; the only one of a table as well")},
        {{Qt::SHIFT | Qt::Key_F10}, {}, Text::tr("Choose the columns of a table")},
        {{Qt::ALT | Qt::Key_Down}, {}, Text::tr("Open the calendar of a day")}};
}

}

QString KeysInWords::inWords() const
{
    if (!shown.isEmpty())
        return shown;
    QStringList names;
    for (const QKeySequence &key : keys)
        names.append(key.toString(QKeySequence::NativeText));
    return names.join(Text::tr(", "));
}

QList<KeysInWords> allKeys()
{
    return keysOfTheWindow() + keysOfThePages();
}

}
