#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plimsoll {

/// Ids and words as they lie in the database, each with its number.
class Numbers
{
public:
    void add(std::string_view name, int number) { m_numbers.emplace(name, number); }
    /// -1 for a name that was never added.
    [[nodiscard]] int of(std::string_view name) const
    {
        const auto found = m_numbers.find(name);
        return found == m_numbers.end() ? -1 : found->second;
    }

private:
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::unordered_map<std::string, int, Hash, std::equal_to<>> m_numbers;
};

/// Rows come in runs of the same id: looks up each run once.
class RunOf
{
public:
    explicit RunOf(const Numbers &numbers)
        : m_numbers(numbers)
    {
    }
    int number(std::string_view id)
    {
        if (id != m_id) {
            m_id = id;
            m_number = m_numbers.of(id);
        }
        return m_number;
    }

private:
    const Numbers &m_numbers;
    std::string m_id;
    int m_number = -1;
};

/// Names come in much the same order again and again: tries the one that followed last time before it looks.
class FollowerOf
{
public:
    explicit FollowerOf(const Numbers &numbers)
        : m_numbers(numbers)
    {
    }
    int number(std::string_view name)
    {
        Place &guess = m_followers[size_t(m_last + 1)];
        if (guess.name != name)
            guess = {std::string(name), m_numbers.of(name)};
        m_last = guess.number;
        if (m_followers.size() < size_t(m_last + 2))
            m_followers.resize(size_t(m_last + 2));
        return m_last;
    }

private:
    struct Place
    {
        std::string name;
        int number = -1;
    };

    const Numbers &m_numbers;
    std::vector<Place> m_followers{1}; ///< by the number before, from -1 on
    int m_last = -1;
};

}
