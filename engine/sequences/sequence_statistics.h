#pragma once

#include "engine/core/run_context.h"
#include "engine/sequences/histogram.h"
#include "engine/sequences/sequence_file.h"

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// Statistics of the values of one dimension, which are added one at a time (Welford, Technometrics 4(3),
/// 1962).
class DimensionStatistics {
public:
    std::string name;

    void add(double value);

    std::size_t count() const { return m_count; } ///< finite values
    std::size_t nans() const { return m_nans; }
    std::size_t infinities() const { return m_infinities; }
    /// Of the finite values; NaN when there are none.
    double minimum() const { return m_minimum; }
    double maximum() const { return m_maximum; }
    double mean() const { return m_mean; }
    double standardDeviation() const; ///< of the population: the sum of squares is divided by the count
    const Histogram& histogram() const { return m_histogram; } ///< of the finite values
    /// Whether every value is the same; such a dimension tells nothing.
    bool isConstant() const { return m_count > 0 && m_minimum == m_maximum && m_nans + m_infinities == 0; }

private:
    std::size_t m_count = 0;
    std::size_t m_nans = 0;
    std::size_t m_infinities = 0;
    double m_minimum = std::numeric_limits<double>::quiet_NaN();
    double m_maximum = std::numeric_limits<double>::quiet_NaN();
    double m_mean = std::numeric_limits<double>::quiet_NaN();
    Histogram m_histogram;
    double m_squares = 0.0; ///< sum of the squared distances from the mean
};

struct SequenceStatistics {
    std::size_t ids = 0;
    std::size_t rows = 0;
    bool isText = false; ///< then there are no dimensions
    std::vector<DimensionStatistics> dimensions; ///< as many as the widest entry has
    std::string namesFrom; ///< of the dimensions, where the file has none (engine/sequences/column_names.h)
};

/// Reads the file entry by entry, once. Dimensions have the names of columnNames().
/// @throws FormatError (`data_invalid`) for a damaged entry, and for text among numbers; Cancelled.
SequenceStatistics statisticsOf(const SequenceFile& file, const RunContext& run = {});
/// The statistics of one video only: of its entry `v`, or its segments `v[k]`. @throws as the function above.
SequenceStatistics statisticsOf(const SequenceFile& file, const std::string& video,
                                const RunContext& run = {});

struct WordCount {
    std::string word;
    std::size_t count = 0;
    friend bool operator==(const WordCount&, const WordCount&) = default;
};

/// The texts of a sequence with how often each comes: the most frequent first, then by bytes.
/// @throws FormatError (`data_invalid`) for a damaged entry, and for numbers; Cancelled.
std::vector<WordCount> wordCounts(const SequenceFile& file, const RunContext& run = {});

}
