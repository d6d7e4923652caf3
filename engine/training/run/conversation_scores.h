#pragma once

#include "engine/training/figures/scores.h"
#include "engine/training/run/conversation_tensors.h"

namespace engine {

/// A model's scores for all turns of a fold. @param fold  has turns (withTurns())
/// @throws as prepareConversations(); FormatError (`no_score`) for a score that is NaN or infinite.
/// @param context  as that
TurnScores turnScores(const TrainedModel& trained, const FoldData& fold, EnabledModalities enabled,
                      const std::string& device, std::optional<std::size_t> context = {});

/// How the figures of conversations are measured.
struct TurnFigures {
    EnabledModalities enabled{true, true, true};
    double threshold = kPresenceThreshold;
    ScoreDetail detail = ScoreDetail::Usual;
    std::vector<double> thresholds{}; ///< of yes and no
    std::string device = "cpu";
    TurnRole about = TurnRole::Both;
};

/// The figures of a model of conversations on each fold, the held-out fold first: of all turns that somebody
/// labelled. Behind them, with a name after the modalities, those of some turns: `listening` (of a model that
/// predicts everyone), `turn 1`, `turns 2-4`, `turns 5+`, `2 people`, …, and `shifts`, the turns whose label
/// differs from that of the same person's turn before. About Listening all figures, named `listening`, are of
/// those who listen in such turns; shifts, of those who felt otherwise when they listened before.
///
/// @param labels  with the columns that they have in the data
/// @throws as turnScores() and truthsOf(); FormatError (`speakers_only`) about Listening of a model that
/// predicts speakers alone; (`no_labels`) where nobody says anything of listeners.
Report evaluateConversations(const TrainedModel& trained, const FeatureData& data,
                             const std::vector<LabelCard>& labels, const TurnFigures& figures);

/// Whether a mood changed: another class is true, or a value lies on the other side of its neutral point.
/// Both of O values, as truthsOf() makes them.
bool isShift(std::span<const float> before, std::span<const float> now, const std::vector<LabelCard>& labels,
             Task task);

}
