#pragma once

#include "engine/agreement/confusion.h"
#include "engine/agreement/krippendorff.h"
#include "engine/agreement/rater_use.h"
#include "engine/agreement/rating_files.h"
#include "engine/agreement_reports/perspectives.h"
#include "engine/segment_agreement/segment_sweep.h"

#include <set>

namespace engine {

/// A family of statistics.
enum class Agreement {
    Alpha, ///< Krippendorff's
    Kappa, ///< Cohen's, of every pair of raters
    WeightedKappa, ///< with linear and with quadratic weights
    Fleiss,
    Icc, ///< all six
    Concordance, ///< CCC of every pair
    Ewe, ///< both variants' weights
    RaterUse, ///< bias, variance, histograms
    Confusion, ///< matrices of every pair
    Model, ///< a model's scores against the raters; needs one
    Boundaries, ///< of every pair's segments; needs times
    TimeKappa, ///< of every pair's segments
    Unitizing, ///< unitizing α of all raters' segments; it and what follows needs times
    Gamma, ///< γ of all raters' segments
    BoundarySimilarity, ///< B and π
    SegmentSweep ///< of every pair: found, named, edges
};

/// The names by which people choose them (`alpha`, `kappa`, `weighted`, …), in the order of the enumeration.
const std::vector<std::pair<std::string, Agreement>>& agreementNames();

struct AgreementOptions {
    std::set<Agreement> statistics{Agreement::Alpha};
    std::optional<AlphaMetric> metric; ///< absent: usualMetric()
    std::size_t draws = 2000; ///< of the bootstrap
    std::uint32_t seed = 1;
    /// The rater who is a model; empty: none. Only Agreement::Model uses this rater's scores.
    std::string model;
    double presentAbove = 0.0; ///< the model's score above which an emotion is present
    double step = 0.5; ///< of κ over time, seconds
    std::optional<std::size_t> samples = {}; ///< of γ; none: by precision
    double positionWeight = 1.0; ///< α of γ, > 0
    double nameWeight = 1.0; ///< β of γ, ≥ 0
    double resolution = 0.001; ///< ρ of unitizing α, seconds
    double atom = 0.1; ///< of boundary similarity, seconds, > 0
    std::size_t near = 2; ///< of boundary similarity, ≥ 1
};

/// A matrix and who its rows and columns are.
struct NamedMatrix {
    std::string rows;
    std::string columns;
    std::string rule; ///< `sampled every 0.5 s`; empty: by units
    ConfusionMatrix matrix{{}, {}};
};

/// A sweep over two raters' segments, and which label names the segments.
struct LabelledSweep {
    std::string label; ///< empty: segments without names
    SegmentSweep sweep;
};

/// The statistics of one label.
struct AgreementReport {
    std::string label;
    std::vector<std::string> raters;
    std::vector<Statistic> statistics;
    std::vector<NamedMatrix> matrices;
    std::vector<std::pair<std::string, double>> estimate; ///< EWE of each unit that has one
    std::string noEstimate; ///< why there is no EWE: a sentence; empty: there is, or none was asked for
    std::vector<RaterUse> uses; ///< the histograms of bias and variance
    /// The units that add most to α's observed disagreement, each with its part of it, 0…1; largest part
    /// first.
    std::vector<std::pair<std::string, double>> mostDisagreed;
    std::vector<LabelledSweep> sweeps; ///< of segments
    /// What people say of themselves beside what others see in them; the raters are `observer` and `self`.
    bool comparesPerspectives = false;
};

/// ICC and κ of what people said of themselves and what others saw in them.
AgreementReport perspectiveReport(const PerspectivePair& pair, const RunContext& run = {});

/// One report for each table with the chosen statistics, those of the two perspectives (`labels`,
/// `labels_self`) apart; one for each two tables that differ in the perspective, by perspectiveReport(); and
/// one for each tier's segments (`segments: TIER`, or `segments` for files without tiers). Statistics that
/// need a model or times are left out where there are none. What asks for the names of segments is told for
/// each label of the tier; where segments have no labels, their text is the name. A video lasts as long as
/// its file says, else from 0 to the last end of all raters; the rule says which.
///
/// @throws ShapeError (`unknown_rater`) when no table has the model; (`bad_step`) as timeKappa(); Cancelled.
std::vector<AgreementReport> agreementReports(const RatingTables& ratings, const AgreementOptions& options,
                                              const RunContext& run = {});

}
