#pragma once

#include <nlohmann/json.hpp>
#include <optional>

namespace engine::cli {

/// What the engine computes for a recorded case, in the form of the case's `expected`; none: the case asks
/// for something else. Each throws FormatError or ShapeError where the case lacks what its kind needs.
using CaseResult = std::optional<nlohmann::json>;

/// `what`: `ordinal`, `alpha`, `reliability`, `design`, `influence`.
CaseResult ratersCase(const nlohmann::json& recorded);
/// `what`: a measure of conversations. A case has `input`; of a file with `cases` the results are a list, in the
/// order of the file. The order of participants decides ties.
CaseResult conversationCase(const nlohmann::ordered_json& recorded);
CaseResult publishingCase(const nlohmann::json& recorded); ///< splits, a changed voice
CaseResult segmentCase(const nlohmann::json& recorded); ///< agreement on segments and boundaries
CaseResult wordsCase(const nlohmann::json& recorded); ///< sets of words, preferences, best and worst

}
