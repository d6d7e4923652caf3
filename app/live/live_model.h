#pragma once

#include "app/prediction/answer_caution.h"
#include "engine/core/segment_input.h"
#include "engine/worker/messages.h"
#include "widgets/live/live_output.h"

#include <QStringList>

#include <vector>

namespace app {

/// What a live session has to know of the model that answers.
struct LiveModel {
    QString name;
    std::vector<widgets::LiveOutput> outputs; ///< one per label
    engine::EnabledModalities taken{}; ///< which it learnt from
    double every = 0.5; ///< seconds between two pictures that it sees
    int videos = 0; ///< from which it learnt; 0: not known
    std::optional<AnswerCaution> caution; ///< before what it says of people
    bool isOfParts = false; ///< and tells what each part found
    bool looksAtRecordings = false; ///< else it reads rows of features, and cannot answer live
};

QStringList outputNames(const LiveModel& model);

LiveModel liveModelOf(const engine::ModelInfo& info);

}
