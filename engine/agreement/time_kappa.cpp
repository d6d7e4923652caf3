#include "engine/agreement/time_kappa.h"

#include "engine/core/error.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <tuple>

namespace engine {

namespace {

constexpr double kMostSamples = 1e7;
constexpr double kTimeRounding = 1e-9; // of a step: a sample on an edge belongs to what begins there

/// Tells which span lies at a time; times must not decrease from call to call.
class Reader {
public:
    explicit Reader(std::vector<MarkedSpan> spans) : m_spans(std::move(spans))
    {
        std::ranges::stable_sort(m_spans, {}, [](const MarkedSpan& span) { return span.interval.start; });
    }

    const std::string& at(double seconds)
    {
        static const std::string nothing = "(nothing)";
        while (m_next < m_spans.size() && m_spans[m_next].interval.start <= seconds)
            m_open.push_back(m_next++);
        std::erase_if(m_open, [&](std::size_t span) { return m_spans[span].interval.end <= seconds; });
        return m_open.empty() ? nothing : m_spans[m_open.front()].mark;
    }

private:
    std::vector<MarkedSpan> m_spans;
    std::vector<std::size_t> m_open;
    std::size_t m_next = 0;
};

std::optional<Interval> extent(const MarkedPair& pair)
{
    std::optional<Interval> all;
    for (const auto* spans : {&pair.first, &pair.second}) {
        for (const MarkedSpan& span : *spans) {
            if (!all)
                all = span.interval;
            all->start = std::min(all->start, span.interval.start);
            all->end = std::max(all->end, span.interval.end);
        }
    }
    return all;
}

using Counts = std::map<std::pair<std::string, std::string>, std::size_t>;

void sample(const MarkedPair& pair, double step, Counts& counts)
{
    const auto all = extent(pair);
    if (!all)
        return;
    if (all->length() / step > kMostSamples)
        throw ShapeError(
            "bad_step",
            fmt::format("Sampling {} every {} s would give more than 10 million samples.", pair.video, step));
    Reader first(pair.first);
    Reader second(pair.second);
    for (double i = 0.0; all->start + i * step < all->end - kTimeRounding * step; ++i) {
        const double seconds = all->start + (i + kTimeRounding) * step;
        ++counts[{first.at(seconds), second.at(seconds)}];
    }
}

/// Numbers by their size, in front of other names.
struct ByValue {
    bool operator()(const std::string& left, const std::string& right) const
    {
        return key(left) < key(right);
    }

private:
    static std::tuple<bool, double, std::string_view> key(const std::string& name)
    {
        double number = 0.0;
        const char* first = name.data() + (name.starts_with('+') ? 1 : 0);
        const char* last = name.data() + name.size();
        const auto [rest, error] = std::from_chars(first, last, number);
        const bool isNumber = error == std::errc() && rest == last && std::isfinite(number);
        return {!isNumber, isNumber ? number : 0.0, name};
    }
};

using Places = std::map<std::string, std::size_t, ByValue>; ///< of names in a matrix

Places namesIn(const Counts& counts)
{
    Places places;
    for (const auto& [marks, count] : counts) {
        places.emplace(marks.first, 0);
        places.emplace(marks.second, 0);
    }
    return places;
}

ConfusionMatrix matrixOf(const Counts& counts, Places places)
{
    std::vector<std::string> names;
    for (auto& [mark, place] : places) {
        place = names.size();
        names.push_back(mark);
    }
    std::vector<double> values(names.size());
    std::iota(values.begin(), values.end(), 0.0);
    ConfusionMatrix matrix(std::move(values), std::move(names));
    for (const auto& [marks, count] : counts)
        matrix.add(places[marks.first], places[marks.second], count);
    return matrix;
}

}

TimeKappa timeKappa(std::span<const MarkedPair> videos, double step)
{
    if (!(step > 0.0) || !std::isfinite(step))
        throw ShapeError("bad_step", "Samples need a step of more than 0 seconds.");
    Counts counts;
    for (const MarkedPair& pair : videos)
        sample(pair, step, counts);
    Places places = namesIn(counts);
    TimeKappa result{.kappa = {}, .step = step};
    if (const std::size_t names = places.size(); names > ConfusionMatrix::kMostValues) {
        result.kappa.statistic.refuse(
            {"The segments have {} different names; at most {} make a table.",
             {std::to_string(names), std::to_string(ConfusionMatrix::kMostValues)}});
    } else {
        result.matrix = matrixOf(counts, std::move(places));
        result.kappa = cohensKappa(result.matrix);
    }
    Statistic& statistic = result.kappa.statistic;
    statistic.key = "time_kappa";
    statistic.name = "Cohen's kappa over time";
    statistic.rule = fmt::format("sampled every {} s, nothing counts as a category", step);
    return result;
}

}
