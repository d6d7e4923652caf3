#include "engine/agreement/disagreement.h"

#include "engine/numbers/moments.h"

#include <algorithm>
#include <numeric>

namespace engine {

namespace {

constexpr std::size_t kMostBins = 4096; // a table of 128 MiB

double ratioDistance(double a, double b)
{
    if (a == b) // 0 and 0, too
        return 0.0;
    const double part = (a - b) / (a + b);
    return part * part;
}

/// Σ of (x − y)² over the ordered pairs of `count` numbers, of which these are the sums.
double squaredDifferences(double count, double sum, double squares)
{
    return std::max(0.0, 2.0 * (count * squares - sum * sum));
}

}

Disagreement::Disagreement(const PairableRatings& ratings, AlphaMetric metric,
                           const std::vector<std::string>& categories)
    : m_ratings(ratings)
    , m_metric(metric)
    , m_places(ratings.values)
    , m_counts(ratings.values.size())
{
    if (m_places.empty())
        return;
    if (m_metric == AlphaMetric::Sets) {
        for (const double value : ratings.values)
            m_sets.push_back(termsIn(categories.at(static_cast<std::size_t>(value))));
    }
    const double middle = meanOf(m_places); // large numbers that differ little would lose their differences
    for (double& place : m_places)
        place -= middle;
    if (m_metric == AlphaMetric::Ordinal)
        return;
    std::vector<double> within;
    for (std::size_t unit = 0; unit < ratings.units(); ++unit)
        within.push_back(this->within(unit));
    m_within = std::move(within);
}

/// Of two of the different values, by their places; where isOfPairs().
double Disagreement::distance(std::size_t a, std::size_t b) const
{
    return m_metric == AlphaMetric::Sets ? masiDistance(m_sets[a], m_sets[b])
                                         : ratioDistance(m_ratings.values[a], m_ratings.values[b]);
}

double Disagreement::within(std::size_t unit) const
{
    if (!m_within.empty())
        return m_within[unit];
    const std::span<const std::uint32_t> codes = m_ratings.unit(unit);
    double sum = 0.0;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        for (std::size_t j = i + 1; j < codes.size(); ++j) {
            if (m_metric == AlphaMetric::Nominal) {
                sum += codes[i] == codes[j] ? 0.0 : 1.0;
            } else if (isOfPairs()) {
                sum += distance(codes[i], codes[j]);
            } else {
                const double apart = m_places[codes[i]] - m_places[codes[j]];
                sum += apart * apart;
            }
        }
    }
    return 2.0 * sum / static_cast<double>(codes.size() - 1);
}

/// The ordinal δ of two values is the number of ratings between them, half of their own included: the
/// difference of their mean ranks.
void Disagreement::placeRanks()
{
    double below = 0.0;
    for (std::size_t value = 0; value < m_counts.size(); ++value) {
        m_places[value] = below + m_counts[value] / 2.0;
        below += m_counts[value];
    }
    for (double& place : m_places)
        place -= below / 2.0;
}

Disagreement::Sums Disagreement::of(std::span<const std::size_t> units)
{
    Sums sums;
    std::ranges::fill(m_counts, 0.0);
    for (const std::size_t unit : units) {
        const std::span<const std::uint32_t> codes = m_ratings.unit(unit);
        for (const std::uint32_t code : codes)
            m_counts[code] += 1.0;
        sums.ratings += codes.size();
    }
    if (std::ranges::count_if(m_counts, [](double count) { return count > 0.0; }) < 2)
        return sums; // exactly none is expected, whatever rounding would make of it
    if (m_metric == AlphaMetric::Ordinal)
        placeRanks();
    for (const std::size_t unit : units)
        sums.within += within(unit);
    sums.among = among(units);
    return sums;
}

double Disagreement::among(std::span<const std::size_t> units) const
{
    if (isOfPairs())
        return m_table.empty() ? withoutTable() : byTable(units);
    const double n = std::accumulate(m_counts.begin(), m_counts.end(), 0.0);
    if (m_metric == AlphaMetric::Nominal)
        return n * n - std::inner_product(m_counts.begin(), m_counts.end(), m_counts.begin(), 0.0);
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t value = 0; value < m_counts.size(); ++value) {
        sum += m_counts[value] * m_places[value];
        squares += m_counts[value] * m_places[value] * m_places[value];
    }
    return squaredDifferences(n, sum, squares);
}

double Disagreement::withoutTable() const
{
    double sum = 0.0;
    for (std::size_t a = 0; a < m_counts.size(); ++a) {
        double row = 0.0;
        for (std::size_t b = a + 1; b < m_counts.size(); ++b)
            row += m_counts[b] * distance(a, b);
        sum += m_counts[a] * row;
    }
    return 2.0 * sum;
}

/// The table holds, for two bins, the sum over their pairs; twice that above the diagonal.
double Disagreement::byTable(std::span<const std::size_t> units) const
{
    std::vector<double> counts = m_counts;
    if (m_bins != counts.size()) {
        counts.assign(m_bins, 0.0);
        for (const std::size_t unit : units)
            counts[unit] += 1.0;
    }
    double sum = 0.0;
    for (std::size_t a = 0; a < m_bins; ++a) {
        if (counts[a] == 0.0)
            continue;
        const auto row = m_table.begin() + static_cast<std::ptrdiff_t>(a * m_bins);
        sum += counts[a]
            * std::transform_reduce(counts.begin() + static_cast<std::ptrdiff_t>(a), counts.end(),
                                    row + static_cast<std::ptrdiff_t>(a), 0.0);
    }
    return sum;
}

bool Disagreement::prepareDraws()
{
    const std::size_t values = m_ratings.values.size();
    m_bins = std::min(values, m_ratings.units());
    if (!isOfPairs())
        return true;
    if (m_bins > kMostBins)
        return false;
    m_table.assign(m_bins * m_bins, 0.0);
    for (std::size_t a = 0; a < m_bins; ++a) {
        for (std::size_t b = a; b < m_bins; ++b) {
            double& sum = m_table[a * m_bins + b];
            if (m_bins == values) {
                sum = 2.0 * distance(a, b);
                continue;
            }
            for (const std::uint32_t first : m_ratings.unit(a)) {
                for (const std::uint32_t second : m_ratings.unit(b))
                    sum += distance(first, second);
            }
            sum *= a == b ? 1.0 : 2.0;
        }
    }
    return true;
}

}
