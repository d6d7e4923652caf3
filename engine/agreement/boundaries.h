#pragma once

#include "engine/agreement/statistic.h"
#include "engine/core/interval.h"

#include <array>
#include <span>

namespace engine {

/// One video, cut into segments by two raters. Segments may come in any order and may overlap.
struct SegmentedPair {
    std::string video;
    std::vector<Interval> first;
    std::vector<Interval> second;
};

/// Two segments that mean the same piece of the video.
struct SegmentMatch {
    std::size_t first = 0; ///< place in each list
    std::size_t second = 0;
    double overlapRatio = 0.0; ///< |A ∩ B| / |A ∪ B|, 0…1
};

/// Matches segments one to one so that the sum of their overlaps is as large as possible. Segments that share
/// no time (also points) stay unmatched. @return  sorted by `first`
std::vector<SegmentMatch> matchSegments(std::span<const Interval> first, std::span<const Interval> second);

struct BoundaryAgreement {
    /// Bounds within which deviations are counted: 20, 50 and 100 ms are usual for words, 250 ms for
    /// segments.
    static constexpr std::array<double, 4> kWithin{0.02, 0.05, 0.1, 0.25};

    Statistic meanOverlapRatio; ///< of the matched pairs
    Statistic shareOverHalf; ///< of the matched pairs, with an overlap ratio ≥ 0.5
    Statistic medianDeviation; ///< seconds, of starts and ends together
    Statistic percentile95Deviation; ///< seconds
    std::array<Statistic, kWithin.size()> shareWithin; ///< of starts and ends together
    std::size_t unmatchedFirst = 0;
    std::size_t unmatchedSecond = 0;
};

/// How well the boundaries of two raters' segments agree, over all videos. Segments are matched by maximum
/// total overlap (Kuhn's Hungarian method). Unmatched segments are dropped and counted on each side; they do
/// not count as overlap ratios of 0.
///
/// Undefined without matched segments.
BoundaryAgreement boundaryAgreement(std::span<const SegmentedPair> videos);

}
