#include "ui/mainwindow/unsavedforms.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/widgets/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

QString named(const Page &page, const QList<Unsaved> &begun)
{
    QStringList names;
    for (const Unsaved &one : begun)
        names.append(one.name);
    return MainWindow::tr("%1 (page %2)").arg(names.join(u", "_s), shownInLine(page.title()));
}

}

bool UnsavedForms::holdBack(const Page *besides)
{
    QStringList names;
    Page *first = nullptr;
    QPointer<QWidget> part;
    const auto pages = m_window.findChildren<Page *>();
    for (Page *page : pages) {
        const QList<Unsaved> begun = page->unsaved();
        if (page == besides || isNamed(begun))
            continue;
        names.append(named(*page, begun));
        if (!first || page == m_window.currentPage()) {
            first = page;
            part = begun.first().part;
        }
    }
    if (!first)
        return false;
    letGo(besides);
    m_window.showPart(*first, *part);
    first->banner().say(BannerKind::Notice, MainWindow::tr("Begun and not saved yet: %1. Save it with the "
                                                           "button of its form, or ask once more to leave "
                                                           "without it.")
                                                .arg(names.join(u"; "_s)));
    return true;
}

bool UnsavedForms::isNamed(const QList<Unsaved> &begun) const
{
    return std::ranges::all_of(begun, [this](const Unsaved &one) { return m_named.contains(one.content); });
}

void UnsavedForms::letGo(const Page *besides)
{
    m_named.clear();
    const auto pages = m_window.findChildren<Page *>();
    for (const Page *page : pages) {
        if (page == besides)
            continue;
        for (const Unsaved &one : page->unsaved())
            m_named.insert(one.content);
    }
}

}
