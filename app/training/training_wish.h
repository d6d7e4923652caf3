#pragma once

#include "engine/sequences/dataset_list.h"
#include "engine/snapshot/labels_to_learn.h"

#include <QString>

#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// A class of models that can be trained, as `polylogue-models classes` tells of it.
struct ModelClass {
    /// What it learns from.
    enum class Takes { Aligned, Unaligned, Recordings, Conversations };

    std::string name; ///< `LMF`
    nlohmann::ordered_json model; ///< sizes by default, with its class
    nlohmann::ordered_json training; ///< settings by default
    Takes takes = Takes::Aligned;
};

/// @throws FormatError (`bad_answer`) for anything but such a list.
std::vector<ModelClass> modelClassesFrom(const std::string& answer);

/// The configuration that a form begins with: `model`, `training` with every field that the form has,
/// `alone`, and `media` for a class that looks at recordings.
/// @param hasListeners  a class that can answer for who listens learns of them, too
nlohmann::ordered_json usualOptions(const ModelClass& each, bool hasListeners = false);

/// The fields of `recipe` that name a sequence of a modality, and the names in `modalities`; by
/// engine::Modality.
inline constexpr std::array<const char*, 3> kModalityFields{"text", "acoustic", "visual"};

/// What a person wants to have trained on what, before it becomes a configuration.
struct TrainingWish {
    enum class Source { Words, OwnRows, File };
    nlohmann::ordered_json options; ///< model, training and other fields of the configuration
    Source source = Source::Words;
    QString file; ///< of features, for Source::File
    std::map<std::string, std::string> sequences; ///< fields of `recipe` → names: `text` → `word_vectors`
    engine::FoldLists folds; ///< in the place of the dataset's; none: as the dataset has them
    std::optional<engine::LabelToLearn::Key> label; ///< in the place of all labels of the dataset
    QString folder; ///< of the run
};

/// Leaves modalities without a sequence out of the options, unless these name their own.
void leaveOutModalities(nlohmann::ordered_json& options, const std::map<std::string, std::string>& sequences);

/// The folds of a wish whose videos are drawn: 70, 15 and 15 of 100, at least one each.
/// @param videos  at least three. The same seed draws the same.
std::map<std::string, std::vector<std::string>> drawnFolds(std::vector<std::string> videos,
                                                           std::uint64_t seed);

/// The configuration for `polylogue-models train`. @param list  the dataset list's path, where it is needed
nlohmann::ordered_json configurationOf(const TrainingWish& wish, const std::string& list);

}
