#pragma once

#include "engine/core/run_context.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What is believed of units and raters before a study. Truths ~ N(middle of the scale, spread). A rating is
/// the whole step nearest to middle + b + s (truth − middle) + noise · N(0, 1), kept within the scale, where
/// a rater has b ~ N(0, bias), s ~ N(1, slope), and a noise that varies between raters by the factor exp(N(0,
/// 0.3)).
struct StudyAssumptions {
    int low = -3; ///< of the scale, whose steps are whole numbers
    int high = 3;
    double spread = 1.5; ///< deviation of the truths, in steps
    double bias = 0.3; ///< deviation between raters, in steps
    double slope = 0.15; ///< deviation between raters
    double noise = 0.8; ///< of the usual rater, in steps
    bool isFromPilot = false; ///< false: nothing was known but the scale

    friend bool operator==(const StudyAssumptions&, const StudyAssumptions&) = default;
};

/// What is assumed where only the scale is known: the spread is a quarter of its range.
StudyAssumptions usualStudy(int low, int high);

struct DesignOptions {
    StudyAssumptions assumptions;
    std::vector<std::size_t> units{50, 100, 200, 400};
    std::size_t mostRaters = 6; ///< of a unit
    std::size_t pool = 0; ///< raters among whom the units are shared; 0: mostRaters, 6 at least
    std::size_t pools = 20; ///< that are drawn
    std::size_t each = 10; ///< studies with each pool
    std::uint32_t seed = 1;
    double cost = 1.0; ///< of a rating
};

/// What `raters` ratings of each of `units` units give, over all simulated studies.
struct DesignRow {
    std::size_t units = 0;
    std::size_t raters = 0; ///< k of a unit
    double ratings = 0.0; ///< units · k
    double cost = 0.0;
    double error = 0.0; ///< mean distance of the unit's mean rating from the truth, in steps
    /// r² of mean ratings and truths; absent where a study's mean ratings are all the same.
    std::optional<double> reliability;
    /// Mean ordinal α; absent for one rater, and where α of a study is undefined.
    std::optional<double> alpha;
    /// 1.96 deviations of α between studies with the same raters: what more units cure. Absent with `alpha`,
    /// and where there is only one study of each pool.
    std::optional<double> halfWidthOfUnits;
    /// 1.96 deviations of α between studies with other raters, too: what only more raters cure.
    std::optional<double> halfWidthOfRaters;
    std::string undefined; ///< why figures are absent: a sentence; empty otherwise

    friend bool operator==(const DesignRow&, const DesignRow&) = default;
};

/// A row for each number of units and, within it, for each k from 1 on; by simulation, with equal draws for
/// equal seeds. Time grows with pools · each · ratings of a row.
///
/// @throws ShapeError (`out_of_range`) for no units, raters, pools or studies, for fewer than two steps, and
/// for a pool smaller than `mostRaters`; Cancelled.
std::vector<DesignRow> designRows(const DesignOptions& options, const RunContext& run = {});

/// The mean distance from the truth, in steps, of the consensus in which raters count by how well they judge
/// (raterConsensus), over `runs` pools with a study each.
double consensusError(const DesignOptions& options, std::size_t units, std::size_t raters,
                      std::size_t runs = 20, const RunContext& run = {});

}
