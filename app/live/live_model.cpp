#include "app/live/live_model.h"

#include "engine/core/error.h"
#include "engine/model_files/model_card.h"

#include <algorithm>

namespace app {

LiveModel liveModelOf(const engine::ModelInfo& info)
{
    LiveModel model;
    model.name = QString::fromStdString(info.name);
    const engine::ModelCard card = engine::modelCardFromJson(info.card, info.name);
    model.taken = card.modalities;
    if (!card.labels.empty())
        model.range
            = {static_cast<double>(card.labels.front().low), static_cast<double>(card.labels.front().high)};
    for (const engine::LabelCard& label : card.labels) {
        model.outputs << QString::fromStdString(label.name);
        model.range = {std::min(model.range.first, static_cast<double>(label.low)),
                       std::max(model.range.second, static_cast<double>(label.high))};
    }
    if (card.input.is_object() && card.input.contains("media") && card.input["media"].is_object()) {
        constexpr double usual = 500.0, perSecond = 1000.0; // as engine/training reads it
        model.looksAtRecordings = true;
        model.every = card.input["media"].value("interval_ms", usual) / perSecond;
    }
    if (card.folds.is_object() && card.folds.contains("train") && card.folds["train"].is_array())
        model.videos = static_cast<int>(card.folds["train"].size());
    return model;
}

}
