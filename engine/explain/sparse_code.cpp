#include "engine/explain/sparse_code.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace engine {

namespace {

constexpr double kNothing = 1e-9; ///< of a vector's length: less than this is not worth a unit
constexpr int kRefinements = 12; ///< of the strengths, after each unit that joins

double product(std::span<const double> a, std::span<const double> b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Makes its length 1. @return false: it has none
bool normalise(std::vector<double>& direction)
{
    const double length = std::sqrt(product(direction, direction));
    if (length <= kNothing)
        return false;
    for (double& value : direction)
        value /= length;
    return true;
}

VectorRows centredOn(const std::vector<double>& mean, const VectorRows& vectors)
{
    VectorRows centred = vectors;
    for (std::size_t i = 0; i < centred.values.size(); ++i)
        centred.values[i] -= mean[i % centred.width];
    return centred;
}

double squares(const VectorRows& rows)
{
    return product(rows.values, rows.values);
}

}

SparseCode::SparseCode(const VectorRows& vectors, const SparseCodeSettings& settings, const RunContext& run)
    : m_active(settings.active)
    , m_mean(vectors.width)
{
    if (vectors.size() == 0 || settings.units == 0 || settings.active == 0)
        throw ShapeError("no_rows", "a sparse code needs at least one vector and one unit");
    for (std::size_t i = 0; i < vectors.values.size(); ++i)
        m_mean[i % vectors.width] += vectors.values[i] / static_cast<double>(vectors.size());
    const VectorRows centred = centredOn(m_mean, vectors);
    begin(centred, settings);
    Codes codes(centred.size());
    for (std::size_t pass = 0; pass <= settings.passes; ++pass) {
        run.tick(pass, settings.passes + 1);
        makeProducts();
        for (std::size_t i = 0; i < codes.size(); ++i)
            codes[i] = encodeCentred(centred.row(i));
        if (pass == settings.passes)
            break;
        VectorRows left = rests(centred, codes);
        improve(left, codes);
    }
    sortByUse(codes);
    makeProducts();
}

/// Directions of vectors that are drawn at random; where there are too few, of random numbers.
void SparseCode::begin(const VectorRows& vectors, const SparseCodeSettings& settings)
{
    std::mt19937_64 random(settings.seed);
    std::vector<std::size_t> places(vectors.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    while (m_directions.size() < settings.units) {
        std::vector<double> direction(vectors.width);
        if (!places.empty()) {
            std::swap(places[random() % places.size()], places.back());
            const std::span<const double> drawn = vectors.row(places.back());
            direction.assign(drawn.begin(), drawn.end());
            places.pop_back();
        } else {
            for (double& value : direction)
                value = static_cast<double>(random() >> 11) / static_cast<double>(1ULL << 53) - 0.5;
        }
        if (normalise(direction))
            m_directions.push_back(std::move(direction));
    }
}

void SparseCode::makeProducts()
{
    m_products.assign(m_directions.size(), std::vector<double>(m_directions.size()));
    for (std::size_t j = 0; j < m_directions.size(); ++j) {
        for (std::size_t k = 0; k <= j; ++k)
            m_products[j][k] = m_products[k][j] = product(m_directions[j], m_directions[k]);
    }
}

std::vector<ActiveUnit> SparseCode::encode(std::span<const double> vector) const
{
    std::vector<double> centred(vector.begin(), vector.end());
    for (std::size_t d = 0; d < centred.size(); ++d)
        centred[d] -= m_mean[d];
    return encodeCentred(centred);
}

/// Takes the unit that is most like what is left, settles all strengths anew, none below 0, and so on.
std::vector<ActiveUnit> SparseCode::encodeCentred(std::span<const double> centred) const
{
    std::vector<double> like(m_directions.size()); // each direction with what is left
    for (std::size_t j = 0; j < like.size(); ++j)
        like[j] = product(m_directions[j], centred);
    const double least = kNothing + kNothing * std::sqrt(product(centred, centred));
    std::vector<ActiveUnit> taken;
    const auto change = [&](ActiveUnit& active, double strength) {
        const double more = strength - active.strength;
        active.strength = strength;
        for (std::size_t j = 0; j < like.size(); ++j)
            like[j] -= more * m_products[active.unit][j];
    };
    while (taken.size() < std::min(m_active, like.size())) {
        std::size_t best = like.size();
        for (std::size_t j = 0; j < like.size(); ++j) {
            const bool isTaken = std::ranges::find(taken, j, &ActiveUnit::unit) != taken.end();
            if (!isTaken && like[j] > least && (best == like.size() || like[j] > like[best]))
                best = j;
        }
        if (best == like.size())
            break;
        taken.push_back({best, 0.0});
        for (int time = 0; time < kRefinements; ++time) {
            for (ActiveUnit& active : taken)
                change(active, std::max(0.0, active.strength + like[active.unit]));
        }
    }
    std::erase_if(taken, [&](const ActiveUnit& active) { return active.strength <= least; });
    std::ranges::stable_sort(taken, std::greater<>(), &ActiveUnit::strength);
    return taken;
}

VectorRows SparseCode::rests(const VectorRows& centred, const Codes& codes) const
{
    VectorRows left = centred;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const std::span<double> row = std::span(left.values).subspan(i * left.width, left.width);
        for (const ActiveUnit& active : codes[i]) {
            for (std::size_t d = 0; d < row.size(); ++d)
                row[d] -= active.strength * m_directions[active.unit][d];
        }
    }
    return left;
}

/// Each unit points to where it serves its vectors best; one that has none takes the vector that is coded
/// worst.
void SparseCode::improve(VectorRows& left, Codes& codes)
{
    std::vector<std::vector<std::size_t>> users(m_directions.size());
    for (std::size_t i = 0; i < codes.size(); ++i) {
        for (const ActiveUnit& active : codes[i])
            users[active.unit].push_back(i);
    }
    const auto rowOf
        = [&](std::size_t i) { return std::span(left.values).subspan(i * left.width, left.width); };
    std::vector<bool> isGiven(codes.size(), false);
    for (std::size_t j = 0; j < m_directions.size(); ++j) {
        std::vector<double> better(left.width);
        if (users[j].empty()) {
            std::size_t worst = 0;
            double most = -1.0;
            for (std::size_t i = 0; i < codes.size(); ++i) {
                const double rest = product(rowOf(i), rowOf(i));
                if (!isGiven[i] && rest > most)
                    most = rest, worst = i;
            }
            isGiven[worst] = true;
            better.assign(rowOf(worst).begin(), rowOf(worst).end());
            if (normalise(better))
                m_directions[j] = std::move(better);
            continue;
        }
        const auto strengthIn = [&](std::size_t i) -> double& {
            return std::ranges::find(codes[i], j, &ActiveUnit::unit)->strength;
        };
        for (const std::size_t i : users[j]) {
            const double strength = strengthIn(i);
            for (std::size_t d = 0; d < left.width; ++d) {
                rowOf(i)[d] += strength * m_directions[j][d]; // without this unit
                better[d] += strength * rowOf(i)[d];
            }
        }
        if (normalise(better))
            m_directions[j] = std::move(better);
        for (const std::size_t i : users[j]) {
            strengthIn(i) = std::max(0.0, product(rowOf(i), m_directions[j]));
            for (std::size_t d = 0; d < left.width; ++d)
                rowOf(i)[d] -= strengthIn(i) * m_directions[j][d];
        }
    }
}

void SparseCode::sortByUse(const Codes& codes)
{
    std::vector<double> use(m_directions.size());
    for (const std::vector<ActiveUnit>& code : codes) {
        for (const ActiveUnit& active : code)
            use[active.unit] += active.strength * active.strength;
    }
    std::vector<std::size_t> order(m_directions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t unit) { return use[unit]; });
    std::vector<std::vector<double>> sorted;
    for (const std::size_t unit : order)
        sorted.push_back(std::move(m_directions[unit]));
    m_directions = std::move(sorted);
}

double SparseCode::explained(const VectorRows& vectors) const
{
    const VectorRows centred = centredOn(m_mean, vectors);
    Codes codes(centred.size());
    for (std::size_t i = 0; i < codes.size(); ++i)
        codes[i] = encodeCentred(centred.row(i));
    const double all = squares(centred);
    return all <= 0.0 ? 1.0 : 1.0 - squares(rests(centred, codes)) / all;
}

}
