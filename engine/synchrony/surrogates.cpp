#include "engine/synchrony/surrogates.h"

#include "engine/conversations/random.h"

#include <algorithm>
#include <numeric>

namespace engine {

const char* name(SurrogateKind kind)
{
    switch (kind) {
    case SurrogateKind::Shuffle:
        return "shuffle";
    case SurrogateKind::Pseudo:
        return "pseudo";
    case SurrogateKind::Shift:
        break;
    }
    return "shift";
}

Surrogates Surrogates::shifted(std::span<const double> series, std::size_t count, std::uint64_t seed,
                               std::size_t least)
{
    Surrogates made;
    made.m_series.assign(series.begin(), series.end());
    if (series.size() < 2 * least)
        return made;
    made.m_shifts.resize(series.size() - 2 * least + 1);
    std::iota(made.m_shifts.begin(), made.m_shifts.end(), least);
    count = std::min(count, made.m_shifts.size());
    Random random(seed);
    for (std::size_t i = 0; i < count; ++i) // Fisher and Yates, from the front and only as far as needed
        std::swap(made.m_shifts[i], made.m_shifts[i + random.below(made.m_shifts.size() - i)]);
    made.m_shifts.resize(count);
    return made;
}

Surrogates Surrogates::shuffled(std::span<const double> series, std::size_t count, std::uint64_t seed,
                                std::size_t piece)
{
    Surrogates made;
    made.m_series.assign(series.begin(), series.end());
    made.m_piece = piece;
    const std::size_t pieces = piece > 0 ? series.size() / piece : 0;
    if (pieces < 4)
        return made;
    Random random(seed);
    std::vector<std::size_t> order(pieces);
    while (made.m_orders.size() < count) {
        std::iota(order.begin(), order.end(), std::size_t{0});
        random.shuffle(order);
        bool isAnyInPlace = false;
        for (std::size_t i = 0; i < pieces; ++i)
            isAnyInPlace = isAnyInPlace || order[i] == i;
        if (!isAnyInPlace)
            made.m_orders.push_back(order);
    }
    return made;
}

Surrogates Surrogates::of(std::vector<std::vector<double>> others)
{
    Surrogates made;
    made.m_others = std::move(others);
    return made;
}

std::size_t Surrogates::count() const
{
    return m_shifts.size() + m_orders.size() + m_others.size(); // of which two are empty
}

std::vector<double> Surrogates::series(std::size_t place) const
{
    if (!m_others.empty())
        return m_others.at(place);
    std::vector<double> made(m_series);
    if (!m_shifts.empty()) {
        std::ranges::rotate_copy(m_series, m_series.end() - static_cast<std::ptrdiff_t>(m_shifts.at(place)),
                                 made.begin());
        return made;
    }
    const std::vector<std::size_t>& order = m_orders.at(place);
    for (std::size_t i = 0; i < order.size(); ++i)
        std::copy_n(m_series.begin() + static_cast<std::ptrdiff_t>(order[i] * m_piece), m_piece,
                    made.begin() + static_cast<std::ptrdiff_t>(i * m_piece));
    return made;
}

}
