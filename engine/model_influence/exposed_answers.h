#pragma once

#include "engine/annotation/annotation.h"
#include "engine/raters/influence.h"

namespace engine {

/// Whose influence on which answers.
struct InfluenceQuestion {
    std::string of; ///< the tier that is judged
    std::string label;
    std::string model; ///< as exposures name the source of its predictions
    friend bool operator==(const InfluenceQuestion&, const InfluenceQuestion&) = default;
};

/// The questions that what was kept of a project can answer: those about which most predictions are known
/// come first.
std::vector<InfluenceQuestion> influenceQuestions(const Annotation& annotation);

/// The answers of first passes about segments whose prediction is known.
struct ExposedAnswers {
    std::vector<ExposedAnswer> answers; ///< values and predictions in steps of the label's scale
    std::vector<std::string> units; ///< video and start of each unit of `answers`
    /// Whether chance decided who saw what: then only answers of a measurement are there.
    bool isRandomised = false;
    std::size_t without = 0; ///< committed answers about segments whose prediction nobody kept
};

/// @throws Error where the label has no scale of numbers.
ExposedAnswers exposedAnswers(const Annotation& annotation, const InfluenceQuestion& question);

}
