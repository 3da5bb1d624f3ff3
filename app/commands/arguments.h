#pragma once

#include <QDate>
#include <QString>

#include <optional>
#include <string>
#include <utility>

namespace plimsoll {

/// The day written as yyyy-MM-dd; nothing when none was, or another word.
std::optional<QDate> dayFrom(const std::string &words);
/// The two ends of a period written as A..B; nothing for an end that is open.
std::pair<std::optional<QDate>, std::optional<QDate>> periodFrom(const std::string &words);

}
