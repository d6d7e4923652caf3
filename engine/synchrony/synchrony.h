#pragma once

#include "engine/core/run_context.h"
#include "engine/synchrony/lag_peaks.h"
#include "engine/synchrony/lag_windows.h"
#include "engine/synchrony/surrogates.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace engine {

inline constexpr std::size_t kLeastSurrogates = 19; ///< fewer give no p: it could not be 0.05

struct SynchronyOptions {
    LagWindowOptions windows;
    LagPeakOptions peaks;
    bool isDetrended = true; ///< the straight line is taken out of each series
    std::size_t surrogates = 199; ///< 0: chance is not asked for
    SurrogateKind chance = SurrogateKind::Shift;
    std::uint64_t seed = 1;

    friend bool operator==(const SynchronyOptions&, const SynchronyOptions&) = default;
};

/// How a synchrony compares with that of surrogates: p = (1 + those that reach it) / (1 + all of them).
struct SynchronyChance {
    double pStrength = 1.0;
    double pMeanAbs = 1.0;
    std::optional<double>
        effect; ///< of the strength: less the mean of the surrogates, in their deviations (n − 1)
    std::optional<double> effectMeanAbs;
    std::optional<double> strip95; ///< 95 % of the rows of surrogates stay below this r
    std::vector<double> pRows; ///< of the largest r of each row; NaN where a row has none
    std::vector<double> qRows; ///< Benjamini and Hochberg over the rows
    std::size_t rowsFound = 0; ///< q ≤ 0.05
};

/// Two people's signals, window by window and lag by lag.
struct Synchrony {
    LagMatrix matrix;
    std::vector<double> lags; ///< seconds, of each column; positive: the first person comes first
    double lag = 0.0; ///< seconds, where the profile is highest
    double strengthZ = 0.0; ///< there
    double strengthR = 0.0; ///< tanh of it
    double meanAbsZ = 0.0;
    std::vector<std::optional<LagPeak>> peaks; ///< of each row
    std::size_t peakCount = 0;
    std::optional<double> peakMeanR;
    std::optional<double> peakLagMedian; ///< seconds
    std::optional<double> firstLeads; ///< share of the peaks at a lag above half a step
    std::optional<double> secondLeads; ///< share below minus half a step
    std::vector<double> strip; ///< the largest r of each row; NaN where there is none
    std::size_t surrogates = 0; ///< that there were
    std::optional<SynchronyChance> chance; ///< none with fewer than kLeastSurrogates
};

/// Windowed cross-correlation of two series on one grid (Boker et al. 2002), with chance by surrogates of the
/// second.
/// @param first, second  N samples each, as measured; NaN where missing. They are standardised here.
/// @param others  for SurrogateKind::Pseudo: series of other people, as measured; those shorter than N are
/// left out
/// @return none where no cell has a value: too short, constant, or too much is missing
/// @throws ShapeError (`row_mismatch`, `out_of_range`); Cancelled.
std::optional<Synchrony> synchronyOf(std::span<const double> first, std::span<const double> second,
                                     const SynchronyOptions& options = {},
                                     std::span<const std::vector<double>> others = {},
                                     const RunContext& run = {});

/// The surrogates of a standardised series that the options ask for. @param others  as of synchronyOf()
Surrogates surrogatesOf(std::span<const double> series, const SynchronyOptions& options,
                        std::span<const std::vector<double>> others);

}
