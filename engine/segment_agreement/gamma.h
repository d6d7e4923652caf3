#pragma once

#include "engine/agreement/statistic.h"
#include "engine/core/run_context.h"
#include "engine/segment_agreement/marked_video.h"

namespace engine {

/// How far two names are apart, 0…1, by the names in alphabetical order.
using NameDistances = std::map<std::pair<std::string, std::string>, double>;

struct GammaOptions {
    double positionWeight = 1.0; ///< α of the distance, > 0
    double nameWeight = 1.0; ///< β, ≥ 0
    NameDistances distances = {}; ///< pairs that are not listed: 1
    double precision = 0.02; ///< of the expected disorder: as many samples are drawn
    std::size_t leastSamples = 30; ///< ≥ 2
    std::size_t mostSamples = 500;
    std::optional<std::size_t> samples; ///< ≥ 2; none: by precision
    std::uint32_t seed = 1;
};

struct Gamma {
    Statistic statistic; ///< `gamma`
    double observed = 0.0; ///< disorder of the best alignment
    double expected = 0.0; ///< mean disorder of the samples
    double expectedHalfWidth = 0.0; ///< of a 95 % interval of the mean
    std::size_t samples = 0;
    std::size_t approximate = 0; ///< alignments, observed or sampled, with too many ways to compare all
};

/// γ: whether the raters' segments can be paired, in place and in name (Mathet, Widlöcher, Métivier,
/// Computational Linguistics 41(3), 2015, doi 10.1162/COLI_a_00227). 1 − the disorder of the best alignment /
/// the mean disorder of raters whose segments are turned round the videos, laid end to end as a ring.
/// Overlapping segments of one rater are allowed.
///
/// Videos that some rater did not do are left out and counted. Undefined for fewer than two raters; when no
/// video was done by all; for points; when nobody marked anything; when no disorder is to be expected.
///
/// @throws Cancelled.
Gamma gammaAgreement(const std::vector<MarkedVideo>& videos, const GammaOptions& options = {},
                     const RunContext& run = {});

/// Distances of names that are numbers: |difference| / range of all. Empty where a name is no number, or all
/// are equal.
NameDistances scaleDistances(const std::vector<std::string>& names);

}
