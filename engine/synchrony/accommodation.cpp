#include "engine/synchrony/accommodation.h"

#include "engine/conversations/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace engine {

namespace {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

/// Pearson's r of at least 3 pairs; NaN where a side hardly varies.
double correlationOf(std::span<const double> a, std::span<const double> b)
{
    const auto n = static_cast<double>(a.size());
    if (a.size() < 3)
        return kNoValue;
    const double meanA = std::accumulate(a.begin(), a.end(), 0.0) / n;
    const double meanB = std::accumulate(b.begin(), b.end(), 0.0) / n;
    double aa = 0.0, bb = 0.0, ab = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        aa += (a[i] - meanA) * (a[i] - meanA);
        bb += (b[i] - meanB) * (b[i] - meanB);
        ab += (a[i] - meanA) * (b[i] - meanB);
    }
    return std::min(aa, bb) <= 1e-12 * n ? kNoValue : ab / std::sqrt(aa * bb);
}

/// The turns of each speaker, in the order in which speakers come first.
std::vector<std::vector<std::size_t>> placesOfSpeakers(std::span<const TurnValue> turns)
{
    std::vector<std::size_t> order;
    std::vector<std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const auto known = std::ranges::find(order, turns[i].speaker);
        const auto who = static_cast<std::size_t>(known - order.begin());
        if (known == order.end()) {
            order.push_back(turns[i].speaker);
            places.emplace_back();
        }
        places[who].push_back(i);
    }
    return places;
}

/// Each value in its speaker's own deviations (over n); NaN where the speaker's values do not differ.
std::vector<double> withinSpeakers(std::span<const TurnValue> turns,
                                   const std::vector<std::vector<std::size_t>>& places)
{
    std::vector<double> z(turns.size(), kNoValue);
    for (const std::vector<std::size_t>& own : places) {
        double n = 0.0, mean = 0.0, variance = 0.0;
        for (const std::size_t i : own) {
            if (std::isfinite(turns[i].value)) {
                mean += turns[i].value;
                n += 1.0;
            }
        }
        mean /= n;
        for (const std::size_t i : own) {
            if (std::isfinite(turns[i].value))
                variance += (turns[i].value - mean) * (turns[i].value - mean);
        }
        const double deviation = std::sqrt(variance / n);
        for (const std::size_t i : own) {
            if (deviation > 0.0 && std::isfinite(turns[i].value))
                z[i] = (turns[i].value - mean) / deviation;
        }
    }
    return z;
}

/// Where a turn and the next are of different people and have values.
std::vector<std::size_t> exchangesOf(std::span<const TurnValue> turns, std::span<const double> values)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i + 1 < turns.size(); ++i) {
        if (turns[i].speaker != turns[i + 1].speaker && std::isfinite(values[i])
            && std::isfinite(values[i + 1]))
            places.push_back(i);
    }
    return places;
}

struct Neighbours {
    double proximity = kNoValue;
    double synchrony = kNoValue;

    Neighbours(std::span<const TurnValue> turns, std::span<const double> z)
    {
        const std::vector<std::size_t> places = exchangesOf(turns, z);
        if (places.size() < kLeastExchanges)
            return;
        std::vector<double> before, behind;
        double apart = 0.0;
        for (const std::size_t i : places) {
            before.push_back(z[i]);
            behind.push_back(z[i + 1]);
            apart += std::abs(z[i + 1] - z[i]);
        }
        proximity = -apart / static_cast<double>(places.size());
        synchrony = correlationOf(before, behind);
    }
};

/// How far apart the sides of exchanges are, and when; of exchanges that share no turn.
struct ApartInTime {
    std::vector<double> apart;
    std::vector<double> at;

    ApartInTime(std::span<const TurnValue> turns, std::span<const std::size_t> exchanges)
    {
        std::optional<std::size_t> last;
        for (const std::size_t i : exchanges) {
            if (last && i <= *last + 1)
                continue;
            last = i;
            apart.push_back(std::abs(turns[i + 1].value - turns[i].value));
            at.push_back(turns[i + 1].at);
        }
    }
};

void countAsMuch(std::size_t& count, double other, double mine)
{
    count += other < mine - 1e-12 ? 0 : 1; // a draw without a value counts, against what was found
}

}

Accommodation accommodationOf(std::span<const TurnValue> turns, const AccommodationOptions& options,
                              const RunContext& run)
{
    std::vector<double> values;
    for (const TurnValue& turn : turns)
        values.push_back(turn.value);
    const std::vector<std::vector<std::size_t>> places = placesOfSpeakers(turns);
    const std::vector<double> z = withinSpeakers(turns, places);
    const std::vector<std::size_t> exchanges = exchangesOf(turns, values);
    const Neighbours neighbours(turns, z);
    Accommodation found;
    found.pairs = exchanges.size();
    if (exchanges.size() < kLeastExchanges || !std::isfinite(neighbours.synchrony))
        return found;
    const ApartInTime course(turns, exchanges);
    const double convergence = -correlationOf(course.apart, course.at);
    Random random(options.seed);
    std::array<std::size_t, 3> counts{};
    std::vector<std::size_t> order;
    const auto shuffledOrder = [&](std::size_t size) -> const std::vector<std::size_t>& {
        order.resize(size);
        std::iota(order.begin(), order.end(), std::size_t{0});
        random.shuffle(order);
        return order;
    };
    for (std::size_t draw = 0; draw < options.permutations; ++draw) {
        run.tick(draw, options.permutations);
        std::vector<double> drawn = z;
        for (std::size_t who = 1; who < places.size(); ++who) {
            const std::vector<std::size_t>& by = shuffledOrder(places[who].size());
            for (std::size_t i = 0; i < by.size(); ++i)
                drawn[places[who][i]] = z[places[who][by[i]]];
        }
        const Neighbours other(turns, drawn);
        std::vector<double> apart;
        for (const std::size_t i : shuffledOrder(course.apart.size()))
            apart.push_back(course.apart[i]);
        countAsMuch(counts[0], other.proximity, neighbours.proximity);
        countAsMuch(counts[1], other.synchrony, neighbours.synchrony);
        countAsMuch(counts[2], -correlationOf(apart, course.at), convergence);
    }
    const auto figure = [&](double value, std::size_t count) {
        return AccommodationFigure{std::isfinite(value) ? std::optional(value) : std::nullopt,
                                   static_cast<double>(1 + count)
                                       / static_cast<double>(1 + options.permutations)};
    };
    found.isDefined = true;
    found.proximity = figure(neighbours.proximity, counts[0]);
    found.synchrony = figure(neighbours.synchrony, counts[1]);
    found.convergence = figure(convergence, counts[2]);
    return found;
}

}
