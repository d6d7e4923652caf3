#pragma once

#include "engine/agreement/gold_score.h"
#include "engine/agreement/self_agreement.h"
#include "engine/project_items/gold_items.h"
#include "engine/project_items/review_pass.h"

namespace app {

/// The step of a label by which answers are right or not: of a scale without steps a sixth of it; of terms 1.
double goldStep(const engine::LabelScheme& label);
/// An answer beside what is right, as numbers; of terms 0 where they are the same, else 1. Absent: one of
/// them says nothing about the label.
std::optional<engine::GoldAnswer> goldAnswer(const engine::GoldItem& gold, const engine::Segment& given,
                                             const std::string& label);
/// The committed answers of a pass to segments whose right value is known, in the order of answering. What
/// was given after a look at what is right, or at what others said, does not count.
std::vector<engine::GoldAnswer> goldAnswers(const engine::Annotation& annotation,
                                            const engine::ReviewPass& pass,
                                            const std::vector<engine::GoldItem>& gold,
                                            const std::string& label);
/// Of answers that are terms: how well those are met whose right one is this, by the right one.
std::map<std::string, engine::GoldScore> goldByTerm(const engine::Annotation& annotation,
                                                    const engine::ReviewPass& pass,
                                                    const std::vector<engine::GoldItem>& gold,
                                                    const std::string& label);
/// The first and second answers of a pass to the segments that came again, where both were committed; of
/// terms as goldAnswer().
std::vector<engine::AnswerPair> answersAgain(const engine::Annotation& annotation,
                                             const engine::ReviewPass& pass, const std::string& label);

}
