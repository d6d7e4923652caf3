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
    if (const auto& media = card.input.options.media) {
        model.looksAtRecordings = true;
        model.every = media->every;
    }
    if (const auto training = card.folds.find("train"); training != card.folds.end())
        model.videos = static_cast<int>(training->second.size());
    model.caution = cautionOf(card, std::nullopt);
    return model;
}

}
