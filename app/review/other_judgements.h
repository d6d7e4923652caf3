#pragma once

#include "engine/annotation/layers.h"

#include <QString>

#include <vector>

namespace app {

class Document;
class LivePrediction;
class ModelsClient;

/// What somebody else, or a model, said of a segment.
struct OtherJudgement {
    QString who;
    bool isModel = false;
    std::string source = {}; ///< as what was seen names it: the person, or modelSource()
    std::map<std::string, engine::LabelValue> values;
    std::optional<double> confidence;
    QString comment;
    bool isFlagged = false;
};

/// What the judged tier itself, all other layers and the model say of a segment of the video in sight.
/// @param own  the annotator's own layer, which is left out
std::vector<OtherJudgement> otherJudgements(const Document& document, const ModelsClient& modelsClient,
                                            const LivePrediction& prediction, engine::SegmentId judged,
                                            const engine::Layer& own);

}
