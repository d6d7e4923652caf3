#pragma once

#include "engine/core/run_context.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace engine {

/// N vectors of H numbers, row after row.
struct VectorRows {
    std::size_t width = 0;
    std::vector<double> values;

    std::size_t size() const { return width == 0 ? 0 : values.size() / width; }
    std::span<const double> row(std::size_t place) const
    {
        return std::span(values).subspan(place * width, width);
    }
};

struct SparseCodeSettings {
    std::size_t units = 64;
    std::size_t active = 8; ///< of them at most, in one vector
    std::size_t passes = 24; ///< over the vectors, while it learns
    std::uint64_t seed = 1;

    friend bool operator==(const SparseCodeSettings&, const SparseCodeSettings&) = default;
};

/// That a unit is there in a vector, and how much of it.
struct ActiveUnit {
    std::size_t unit = 0;
    double strength = 0.0; ///< > 0

    friend bool operator==(const ActiveUnit&, const ActiveUnit&) = default;
};

/// A k-sparse linear code: a vector is near to the mean plus some of the units' directions, each taken a
/// positive number of times. So a unit means one thing, not one thing and its opposite. (The wish is that of
/// Makhzani & Frey, k-Sparse Autoencoders, ICLR 2014; it is learnt by the approximate K-SVD of Rubinstein et
/// al. 2008, with nonnegative orthogonal matching pursuit.)
class SparseCode {
public:
    /// @param vectors  N ≥ 1 × H ≥ 1. The same vectors and seed give the same code.
    /// @throws ShapeError (`no_rows`) where there are none, Cancelled.
    SparseCode(const VectorRows& vectors, const SparseCodeSettings& settings, const RunContext& run = {});

    std::size_t units() const { return m_directions.size(); }
    const std::vector<double>& mean() const { return m_mean; } ///< H
    /// H, of length 1. The first unit holds most of the vectors that the code learnt from.
    const std::vector<double>& direction(std::size_t unit) const { return m_directions[unit]; }

    /// The units of a vector of H numbers, the strongest first.
    std::vector<ActiveUnit> encode(std::span<const double> vector) const;
    /// The part of the squared distances from the mean that the code has, of these vectors; 1 where they do
    /// not differ from it.
    double explained(const VectorRows& vectors) const;

private:
    using Codes = std::vector<std::vector<ActiveUnit>>;

    void begin(const VectorRows& vectors, const SparseCodeSettings& settings);
    void makeProducts();
    std::vector<ActiveUnit> encodeCentred(std::span<const double> centred) const;
    /// What is left of each vector.
    VectorRows rests(const VectorRows& centred, const Codes& codes) const;
    void improve(VectorRows& rests, Codes& codes);
    void sortByUse(const Codes& codes);

    std::size_t m_active = 0;
    std::vector<double> m_mean;
    std::vector<std::vector<double>> m_directions;
    std::vector<std::vector<double>> m_products; ///< of the directions with each other
};

}
