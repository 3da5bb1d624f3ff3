#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <concepts>
#include <optional>

namespace plimsoll {

/// The words by which an enum is written down: specialise with `static constexpr std::array
/// words{std::pair{...}}`. Words are for ever: journals keep them for years.
template <class E>
struct Words;

template <class E>
concept Worded = std::is_enum_v<E> && requires
{
    Words<E>::words.size();
};

template <Worded E>
constexpr QLatin1StringView word(E value)
{
    for (const auto &[candidate, text] : Words<E>::words) {
        if (candidate == value)
            return text;
    }
    return {};
}

template <Worded E>
std::optional<E> fromWord(QAnyStringView text)
{
    for (const auto &[candidate, known] : Words<E>::words) {
        if (known == text)
            return candidate;
    }
    return std::nullopt;
}

}
