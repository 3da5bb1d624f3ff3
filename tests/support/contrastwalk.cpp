#include "tests/support/contrastwalk.h"

#include "core/report/chartcolours.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int enlarged = 3; // times: strokes are broad enough then to show their colour
constexpr int frame = 4;    // pixels in which edges are drawn

/// Where a widget shows words.
struct ShownText
{
    const QWidget *widget = nullptr;
    QRect place; ///< in the widget
    QString words;
};

bool isLarge(const QFont &font)
{
    return font.pointSizeF() >= 18 || (font.bold() && font.pointSizeF() >= 14);
}

QRect within(const QRect &place)
{
    return place.adjusted(frame, frame, -frame, -frame);
}

QList<ShownText> cellsOf(const QAbstractItemView &view)
{
    QList<ShownText> cells;
    const auto *model = view.model();
    const QRect sight = view.viewport()->rect();
    for (int row = 0; model && row < model->rowCount(view.rootIndex()); ++row) {
        for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
            const auto index = model->index(row, column, view.rootIndex());
            const QRect place = view.visualRect(index);
            if (index.flags().testFlag(Qt::ItemIsEnabled) && sight.contains(place))
                cells.append({view.viewport(), within(place), index.data().toString()});
        }
    }
    return cells;
}

QList<ShownText> tabsOf(const QTabBar &tabs)
{
    QList<ShownText> all;
    for (int tab = 0; tab < tabs.count(); ++tab) {
        if (tabs.isTabEnabled(tab) && tabs.isTabVisible(tab))
            all.append({&tabs, within(tabs.tabRect(tab)), tabs.tabText(tab)});
    }
    return all;
}

QList<ShownText> headersOf(const QHeaderView &header)
{
    QList<ShownText> all;
    for (int section = 0; section < header.count(); ++section) {
        const int at = header.sectionViewportPosition(section);
        const QRect place(at, 0, header.sectionSize(section), header.height());
        if (header.orientation() == Qt::Horizontal && !header.isSectionHidden(section))
            all.append({header.viewport(), within(place),
                        header.model()->headerData(section, Qt::Horizontal).toString()});
    }
    return all;
}

QList<ShownText> textsOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return {{label, label->contentsRect(), label->text()}};
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return {{button, within(button->rect()), button->text()}};
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return {{line, within(line->rect()), line->text() + line->placeholderText()}};
    if (const auto *choice = qobject_cast<const QComboBox *>(&widget))
        return {{choice, within(choice->rect()), choice->currentText()}};
    if (const auto *plain = qobject_cast<const QPlainTextEdit *>(&widget))
        return {{plain->viewport(), within(plain->viewport()->rect()),
                 plain->toPlainText() + plain->placeholderText()}};
    if (const auto *rich = qobject_cast<const QTextEdit *>(&widget))
        return {{rich->viewport(), within(rich->viewport()->rect()), rich->toPlainText()}};
    if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
        return headersOf(*header);
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
        return cellsOf(*view);
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        return tabsOf(*tabs);
    return {};
}

/// The colours of the place, the one that covers most of it first.
QList<std::pair<int, QRgb>> coloursIn(const QImage &picture, const QRect &place)
{
    QHash<QRgb, int> covered;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = place.left(); x <= place.right();) {
            const int from = x;
            while (x <= place.right() && line[x] == line[from])
                ++x;
            covered[line[from]] += x - from;
        }
    }
    QList<std::pair<int, QRgb>> colours;
    for (auto colour = covered.cbegin(); colour != covered.cend(); ++colour)
        colours.emplace_back(*colour, colour.key());
    std::ranges::sort(colours, std::greater());
    return colours;
}

/// Of the colours that cover much beside the ground, the one that stands out most: the rest are the soft
/// edges of letters. A mark beside the words may stand out more than they do.
double contrastIn(const QImage &picture, const QRect &place)
{
    const auto colours = coloursIn(picture, place);
    double most = 1;
    for (qsizetype i = 1; i < colours.size() && colours[i].first * 10 >= colours[1].first; ++i)
        most = std::max(most, double(contrast(QColor(colours[i].second), QColor(colours[0].second))));
    return most;
}

QImage paintedPicture(QWidget &window)
{
    QPixmap picture(window.size() * enlarged);
    picture.setDevicePixelRatio(enlarged);
    window.render(&picture);
    return picture.toImage().convertToFormat(QImage::Format_RGB32);
}

}

QStringList faintTexts(QWidget &page)
{
    auto &window = *page.window();
    const QImage picture = paintedPicture(window);
    QStringList faults;
    for (const auto *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&page) || !widget->isEnabled() || widget->window() != &window)
            continue;
        for (const ShownText &text : textsOf(*widget)) {
            const bool isInSight = !text.words.trimmed().isEmpty() && text.place.isValid() &&
                                   text.widget->visibleRegion().contains(text.place.center()) &&
                                   text.widget->visibleRegion().boundingRect().contains(text.place);
            if (!isInSight)
                continue;
            const QRect place(text.widget->mapTo(&window, text.place.topLeft()) * enlarged,
                              text.place.size() * enlarged);
            const double least = isLarge(widget->font()) ? 3 : 4.5;
            const double drawn = contrastIn(picture, place.intersected(picture.rect()));
            if (drawn < least)
                faults.append(u"“%1” of %2 '%3' is drawn at %4 to 1"_s.arg(
                    text.words.left(30), QLatin1StringView(widget->metaObject()->className()),
                    widget->objectName(), QString::number(drawn, 'f', 2)));
        }
    }
    return faults;
}

}
