#pragma once

#include "engine/core/run_context.h"
#include "engine/core/share.h"
#include "engine/training/data/feature_data.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// The member of an ensemble that is a ridge regression of all modalities.
inline constexpr const char* kRidgeOfAll = "ridge";

/// How an ensemble is trained out of fold.
struct OutOfFoldSettings {
    std::size_t folds = 5;
    std::uint64_t seed = 1;
    std::size_t column = 0; ///< of the labels; classes with a column each (areOneHot()) are learnt together
    /// The folder that keeps what each model of each fold said, so that what was stopped goes on; it is made.
    /// Empty: nothing is kept.
    std::filesystem::path work;
    std::size_t threads = 2; ///< models that are trained side by side; the result does not depend on it
};

/// What models say of segments whose videos they have not seen.
struct OutOfFold {
    struct Member {
        std::string name; ///< `LMF`, `text alone`
        std::vector<double> values; ///< N, in the units of the label; of K classes N × K
        std::string only{}; ///< the only modality that it sees; empty: it sees all
    };
    std::vector<std::size_t> folds; ///< N: the fold in which a segment was not learnt from
    std::vector<Member> members; ///< models that see all first, then each modality alone
    std::vector<double> neighbours; ///< as values: mean label of the nearest segments in a fusion layer
    std::vector<double> neighbourDeviations; ///< N: of these labels
    std::vector<std::vector<std::size_t>> nearest; ///< N: places of the five nearest of them, nearest first
    std::vector<std::vector<double>> errors; ///< N: SuspectGrounds::errors of each
};

/// Trains small models on the videos of all folds but one, and asks them about that one; fold by fold: three
/// that fuse, one of each modality, and ridge regressions of means and deviations. The same seed gives the
/// same numbers, with any number of threads, stopped or not. This header needs no LibTorch header.
///
/// @throws FormatError (`no_labels`, `not_finite`, `too_few_videos`); IoError for the work folder; Cancelled.
OutOfFold trainOutOfFold(const FoldData& segments, const OutOfFoldSettings& settings,
                         const std::string& where, const RunContext& run = {});

/// How many of the models of one share are kept, and how many all shares have.
struct TrainedShare {
    std::size_t models = 0;
    std::size_t all = 0;
};
/// Trains a share of the models, each member of each fold, and keeps them in the work folder, where
/// trainOutOfFold() of the same segments and settings takes them. @throws as trainOutOfFold().
TrainedShare trainShareOutOfFold(const FoldData& segments, const OutOfFoldSettings& settings, Share share,
                                 const std::string& where, const RunContext& run = {});

}
