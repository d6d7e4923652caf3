#pragma once

#include "engine/annotation/segment.h"
#include "engine/project_items/review_pass.h"

#include <set>
#include <variant>

namespace engine {

/// What somebody could see of the views of others on a segment.
enum class ExposedThing {
    Prediction, ///< what a model predicts
    Explanation, ///< what explains this prediction
    Suggestion, ///< a draft that waits to be accepted
    Other, ///< the answer of another person
    Suspect, ///< that models do not believe the label
};
const char* name(ExposedThing thing);

/// One thing that could be seen of a segment before one answer was committed, or afterwards.
struct Exposure {
    ExposedThing what = ExposedThing::Prediction;
    std::string label; ///< that the value is of; empty: the thing has none
    std::string source; ///< the model or the person; empty: not known
    std::optional<std::variant<double, std::string>> value;
    std::optional<double> confidence;
    std::int64_t shown = 0; ///< first seen, in milliseconds since 1970, UTC; 0: never
    std::int64_t visible = 0; ///< milliseconds on the screen, in pieces of kLeastLook and more
    bool isBeforeAnswer = true;
    SightArm arm = SightArm::Free;
    friend bool operator==(const Exposure&, const Exposure&) = default;
};

/// A thing that was on the screen for a shorter time was not seen, in milliseconds.
inline constexpr std::int64_t kLeastLook = 200;

/// Whether both tell of the same thing, on the same side of the answer.
bool isSameThing(const Exposure& a, const Exposure& b);

/// What could be seen at a place of a pass; a row per thing and side of the answer.
std::vector<Exposure> exposuresAt(const Annotation& annotation, const ReviewPass& pass,
                                  const ReviewPass::Place& place);

/// The item that adds rows to those of a place: times on the screen add up, nothing is taken back.
Item addedExposures(const Annotation& annotation, const ReviewPass& pass, const ReviewPass::Place& place,
                    const std::vector<Exposure>& further);

/// What a project's item lacks of that of a copy: rows that the copy alone has, and the longer time of rows
/// that both have. Absent: it lacks nothing.
std::optional<Item> lackingExposures(const Item& project, const Item& copy);

/// What was seen before an answer, of an item of exposures.
struct SeenThings {
    std::string video;
    std::set<ExposedThing> things;
};
SeenThings seenThings(const Item& exposures);

/// What exports say of an answer: what was seen of the views of models and of others before the answer.
enum class AnswerExposure {
    None, ///< nothing was
    Shown, ///< something was
    Free, ///< nothing was hidden, and nobody kept what was seen
};
const char* name(AnswerExposure exposure);
AnswerExposure answerExposure(const Annotation& annotation, const ReviewPass& pass,
                              const ReviewPass::Place& place);

}
