#pragma once

#include "engine/model_files/model_card.h"
#include "engine/training/run/segment_explainer.h"

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace engine {

/// What an explanation of a whole set of segments is of.
struct ExplainedModel {
    ModelCard card;
    std::vector<double> ranges; ///< O, as SegmentExplainer::ranges()
    ExplainSettings settings;
    std::filesystem::path file = {}; ///< of the model
    std::filesystem::path data = {}; ///< that it is explained on
    std::string version = {}; ///< of Polylogue
};

/// One segment and one of the model's outputs as the command line shows it: {"id", "output", "absent", "f",
/// "m", "shapley", "class", "of", …}. Terms of modalities that the model did not learn from are left out.
nlohmann::json explanationJson(const ExplainedModel& model, const SegmentExplanation& segment,
                               std::size_t output);

/// Writes explanations as they come: `.csv` with a row per segment and output, or `.npz` with the arrays
/// `ids`, `folds`, `outputs`, `f` and `m` (N × O × 8, by the sets named in `sets`), `shapley` (N × O × 3),
/// `classes`, `bounds`; or `.csd`, as explanationSequence().
class ExplanationFile {
public:
    virtual ~ExplanationFile() = default;
    virtual void add(const SegmentExplanation& segment) = 0;
    /// @throws IoError (`io`).
    virtual void close() = 0;
};

/// @throws FormatError (`bad_ending`) for any other ending.
std::unique_ptr<ExplanationFile> explanationFile(const std::filesystem::path& path,
                                                 const ExplainedModel& model);

}
