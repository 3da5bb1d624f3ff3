#pragma once

#include "core/record/words.h"

#include <CLI/CLI.hpp>

#include <QDate>
#include <QString>

#include <optional>
#include <utility>

namespace plimsoll {

/// Lets only a calendar day through, as yyyy-MM-dd.
CLI::Validator isDay();
/// Lets only A..B through: two days in order, either of which may be missing.
CLI::Validator isPeriod();

/// The words, one of which must be said.
CLI::Validator isOneOf(const QStringList &words);

/// One of the words by which the record writes the enum down.
template <Worded E>
CLI::Validator isWordOf()
{
    QStringList words;
    for (const auto &[value, text] : Words<E>::words)
        words.append(text);
    return isOneOf(words);
}

/// The day that isDay() let through; nothing when it was not said.
std::optional<QDate> dayFrom(const std::string &words);
/// The two ends of what isPeriod() let through; nothing for an end that is open.
std::pair<std::optional<QDate>, std::optional<QDate>> periodFrom(const std::string &words);

}
