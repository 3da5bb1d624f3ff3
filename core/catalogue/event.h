#pragma once

#include <QStringList>

namespace plimsoll {

/// Something that happens to a system and makes provisions due, each time anew.
struct Event
{
    QString id;
    QString says;        ///< a sentence without its full stop: "A model is about to be updated"
    QString waitsUntil;  ///< completes "Waits until ..."
    QStringList reopens; ///< ids of provisions

    friend bool operator==(const Event &, const Event &) = default;
};

}
