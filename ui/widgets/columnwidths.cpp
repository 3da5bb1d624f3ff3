#include "ui/widgets/columnwidths.h"

#include <functional>
#include <numeric>

namespace plimsoll {

namespace {

template <class Width>
int sum(const std::vector<ColumnWidth> &widths, Width width)
{
    return std::accumulate(widths.cbegin(), widths.cend(), 0,
                           [&](int all, const ColumnWidth &each) { return all + std::invoke(width, each); });
}

/// Gives each column from `before` up to `upTo`, as far as the room lasts. Whoever misses least is served
/// first: a period that is nearly whole becomes whole, and a title takes what is left.
template <class Before, class UpTo>
void grow(std::vector<ColumnWidth> &widths, Before before, UpTo upTo, int room)
{
    std::vector<ColumnWidth *> waiting;
    for (ColumnWidth &each : widths) {
        each.given = std::invoke(before, each);
        waiting.push_back(&each);
    }
    const auto missing = [&](const ColumnWidth *each) {
        return std::max(0, std::invoke(upTo, *each) - std::invoke(before, *each));
    };
    std::sort(waiting.begin(), waiting.end(),
              [&](const auto *a, const auto *b) { return missing(a) < missing(b); });
    int left = std::max(0, room - sum(widths, before));
    for (size_t served = 0; served < waiting.size(); ++served) {
        const int part = std::min(missing(waiting[served]), left / int(waiting.size() - served));
        waiting[served]->given += part;
        left -= part;
    }
}

/// What nobody needs goes to the words that are longer than was thought: they may be longer still than what
/// was measured of them.
void giveRest(std::vector<ColumnWidth> &widths, int room)
{
    const auto wordiest =
        std::max_element(widths.begin(), widths.end(), [](const ColumnWidth &a, const ColumnWidth &b) {
            return a.needed - a.whole < b.needed - b.whole;
        });
    if (wordiest != widths.end() && wordiest->needed > wordiest->whole)
        wordiest->given += room - sum(widths, &ColumnWidth::given);
}

}

bool areAllWhole(const std::vector<ColumnWidth> &widths, int room)
{
    return sum(widths, &ColumnWidth::needed) <= room;
}

bool haveAllTheirShare(const std::vector<ColumnWidth> &widths, int room)
{
    return sum(widths, &ColumnWidth::tight) <= room;
}

void shareRoom(std::vector<ColumnWidth> &widths, int room)
{
    const auto least = [](const ColumnWidth &each) {
        return std::min(each.least, each.tight());
    };
    const auto most = [](const ColumnWidth &each) {
        return std::max(each.whole, each.needed);
    };
    // It scrolls anyway: a name gives way, for what is told of the thing to stand beside it in sight.
    const auto inSight = [&least](const ColumnWidth &each) {
        return each.column == 0 ? least(each) : each.tight();
    };
    if (sum(widths, least) > room)
        return grow(widths, inSight, inSight, room);
    if (sum(widths, most) <= room) {
        grow(widths, &ColumnWidth::whole, &ColumnWidth::needed, room);
        return giveRest(widths, room);
    }
    if (sum(widths, &ColumnWidth::tight) <= room)
        return grow(widths, &ColumnWidth::tight, &ColumnWidth::needed, room);
    grow(widths, least, &ColumnWidth::tight, room);
}

}
