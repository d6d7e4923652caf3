#pragma once

#include "app/prediction/answer_caution.h"
#include "engine/core/segment_input.h"
#include "engine/worker/messages.h"

#include <QStringList>

#include <utility>

namespace app {

/// What a live session has to know of the model that answers.
struct LiveModel {
    QString name;
    QStringList outputs; ///< one per label
    std::pair<double, double> range{0.0, 1.0}; ///< of all outputs
    engine::EnabledModalities taken{}; ///< which it learnt from
    double every = 0.5; ///< seconds between two pictures that it sees
    int videos = 0; ///< from which it learnt; 0: not known
    std::optional<AnswerCaution> caution; ///< before what it says of people
    bool looksAtRecordings = false; ///< else it reads rows of features, and cannot answer live
};

LiveModel liveModelOf(const engine::ModelInfo& info);

}
