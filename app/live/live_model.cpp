#include "app/live/live_model.h"

#include "app/prediction/parts_text.h"
#include "engine/model_files/model_card.h"

namespace app {

QStringList outputNames(const LiveModel& model)
{
    QStringList names;
    for (const widgets::LiveOutput& output : model.outputs)
        names << output.name;
    return names;
}

LiveModel liveModelOf(const engine::ModelInfo& info)
{
    LiveModel model;
    model.name = QString::fromStdString(info.name);
    const engine::ModelCard card = engine::modelCardFromJson(info.card, info.name);
    model.taken = card.modalities;
    for (const engine::LabelCard& label : card.labels)
        model.outputs.push_back({QString::fromStdString(label.name), static_cast<double>(label.low),
                                 static_cast<double>(label.high)});
    model.isOfParts = isOfParts(info);
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
