#pragma once

#include "engine/core/interval.h"
#include "widgets/player/subtitles.h"
#include "widgets/predict/answer_card.h"

#include <QFont>

#include <vector>

namespace app {

class Document;
class LivePrediction;
class ModelsClient;

/// What stands beside and in the picture of a rendered video, by value: nothing that is edited while the
/// video is made changes it.
struct RenderContent {
    struct Answer {
        engine::Interval span; ///< seconds
        widgets::AnswerCard card;
    };
    widgets::Subtitles subtitles;
    std::vector<Answer> answers; ///< by start; empty: there is no model, or no segment
    widgets::AnswerCard between; ///< what stands where no segment is

    /// The card of a time; null: there are no answers at all.
    const widgets::AnswerCard* cardAt(double seconds) const;
};

/// @param withAnswers, withWords  whether these are wanted
RenderContent renderContent(const Document& document, const LivePrediction& prediction,
                            const ModelsClient& client, bool withAnswers, bool withWords);

}
