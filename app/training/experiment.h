#pragma once

#include "app/training/training_wish.h"
#include "engine/snapshot/label_change.h"

#include <QString>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace app {

/// How the rows of one side of an experiment come about, and which modalities are learnt from.
struct ExperimentSide {
    enum class Rows {
        Words, ///< aligned to words
        Own, ///< each sequence has its own
        FixedRate, ///< steps of the same length
        Stored ///< packed segments: as they are in the file
    };

    Rows rows = Rows::Words;
    double hertz = 25.0; ///< of Rows::FixedRate
    std::string collapse = "mean"; ///< many rows → one; not of Rows::Own
    std::string impute = "zeros"; ///< of Rows::Words: the row of a word that a sequence has nothing for;
                                  ///< `none`: such words are left out
    std::vector<std::string> modalities = {}; ///< `text`, `acoustic`, `visual`; empty: all that there are

    friend bool operator==(const ExperimentSide&, const ExperimentSide&) = default;
};

/// The fields of `recipe` in a configuration for its rows.
nlohmann::ordered_json recipeOf(const ExperimentSide& side);
/// `text`, `sound`, `face` of `text`, `acoustic`, `visual`.
QString modalityText(std::string_view modality);
/// `aligned to words: max, gaps filled by mean · text alone`.
QString sideText(const ExperimentSide& side);
/// `labels now: 12 changed, 3 new`, or as they were. @param side  0 or 1
QString labelsText(const engine::LabelChange& change, std::size_t side);

/// Two trainings that differ only in how their rows come about and in modalities, or in their labels; each
/// with every seed.
struct Experiment {
    nlohmann::ordered_json options; ///< the configuration, but seed, and recipe where rows differ; with
                                    ///< `split` where folds are drawn
    std::map<std::string, std::string> sequences; ///< fields of `recipe` → names
    std::array<ExperimentSide, 2> sides;
    std::vector<std::uint64_t> seeds;
    std::optional<engine::LabelToLearn::Key> label = {}; ///< as TrainingWish::label
    /// How the labels of B differ from those of A; absent: rows differ.
    std::optional<engine::LabelChange> labels = {};
    QString folder;
};

/// Its files beside the folders of its runs.
inline constexpr const char* kExperimentFile = "experiment.json";
inline constexpr const char* kExperimentDataset = "dataset.json";
inline constexpr const char* kExperimentBefore = "dataset-before.json"; ///< of A, where labels differ
inline constexpr const char* kExperimentResult = "comparison.json";

nlohmann::ordered_json toJson(const Experiment& experiment);
/// @throws IoError (`io`), FormatError (`bad_config`) for a file that toJson() did not give.
Experiment readExperiment(const std::filesystem::path& folder);

/// The folder of a run: `a-1`. @param side  0 or 1
std::filesystem::path runFolderOf(const Experiment& experiment, std::size_t side, std::uint64_t seed);
/// What is trained there.
TrainingWish wishOf(const Experiment& experiment, std::size_t side, std::uint64_t seed);

}
