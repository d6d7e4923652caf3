#include "engine/training/run/stage_run.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/sha256.h"
#include "engine/core/with_source.h"
#include "engine/training/data/data_hash.h"
#include "engine/training/run/checkpoint.h"

#include <optional>

namespace engine {

namespace {

/// The features of a stage that has its own.
struct OwnData {
    FeatureData features;
    ModelCard card;
};

OwnData readOwn(const PlannedStage& stage, const TrainConfig& config, const ModelCard& card,
                const RunContext& run)
{
    DataOptions options = config.input;
    options.split.reset(); // it is of the run's data
    OwnData own{readFeatures(*stage.settings.source, options, {run.stop, nullptr}), card};
    if (stage.offer.needsLabels)
        own.card.labels = labelsByName(card.labels, own.features.labelNames, own.features.source);
    return own;
}

/// The identity of a checkpoint within stage `index`: of the stages so far, so that others may follow.
std::string identityOf(const StageRun& run, std::size_t index, const std::vector<std::string>& hashes)
{
    nlohmann::json stages = nlohmann::json::array();
    for (std::size_t i = 0; i <= index; ++i) {
        stages.push_back(run.stages[i].described());
        if (!hashes[i].empty())
            stages.back()["data"] = hashes[i];
    }
    Sha256 hash;
    hash.addAll(jsonText(nlohmann::json{run.identity, stages}));
    return hexadecimal(hash.digest());
}

/// The mean of the figures of a model that are called so, or so with a way behind: `recall_at_5` is that of
/// `recall_at_5_video_to_audio` and of `recall_at_5_audio_to_video`.
double meanFigure(StagedModel& model, const SegmentTensors& validation, const std::string& name)
{
    double sum = 0.0;
    int count = 0;
    for (const ModelFigure& figure : model.figures(validation.each())) {
        if (figure.name != name && !figure.name.starts_with(name + "_"))
            continue;
        sum += figure.value.value_or(0.0);
        ++count;
    }
    if (count == 0)
        throw FormatError("bad_config", "training.validation", name + " is no figure that the model has");
    return sum / count;
}

void trainStage(TrainedModel& trained, const StageRun& run, std::size_t index, const StageData& data,
                TrainingHooks hooks)
{
    const PlannedStage& stage = run.stages[index];
    FusionModel& model = *trained.model;
    auto* const staged = dynamic_cast<StagedModel*>(&model);
    if (stage.settings.beginWith)
        beginWith(model, *stage.settings.beginWith);
    const SegmentTensors training = run.prepared(data, data.features.training(), stage.offer.needsLabels);
    const SegmentTensors validation = run.prepared(data, data.features.validation(), stage.offer.needsLabels);
    TrainingTask task;
    if (stage.offer.needsLabels)
        task = run.task(data, stage.settings.training, training);
    if (staged)
        task.objective = [&](const TrainingStep& step) { return staged->stageLoss(stage.offer.name, step); };
    if (!stage.offer.watches.empty())
        task.validation = [&] { return staged->stageFigure(stage.offer.name, validation.each()); };
    const std::string& figure = stage.settings.training.validation;
    if (!stage.offer.watches.empty() && figure != "loss") {
        task.ownFigure = [&] { return -meanFigure(*staged, validation, figure); };
        task.isWatchedNegated = true;
    }
    letLearn(model, stage.offer.learns);
    hooks.stage = index;
    hooks.stageName = stage.offer.name;
    try {
        train(model, training, validation, task, stage.settings.training, hooks, run.run);
    } catch (...) {
        letLearn(model, {});
        throw;
    }
    letLearn(model, {});
}

}

void trainInStages(TrainedModel& trained, const TrainConfig& config, const StageRun& run)
{
    std::vector<std::optional<OwnData>> own(run.stages.size());
    std::vector<std::string> hashes(run.stages.size());
    for (std::size_t i = 0; i < run.stages.size(); ++i) {
        if (!run.stages[i].settings.source)
            continue;
        own[i] = readOwn(run.stages[i], config, run.own.card, run.run);
        hashes[i] = sha256Of(own[i]->features.training()) + sha256Of(own[i]->features.validation());
    }
    const bool resumes = run.hooks.resume && std::filesystem::exists(run.hooks.checkpoint);
    const std::size_t first = resumes ? stageOfCheckpoint(run.hooks.checkpoint) : 0;
    if (first >= run.stages.size())
        throw FormatError("bad_checkpoint", run.hooks.checkpoint.string(),
                          "is of another model, other data or other settings; without --resume training "
                          "begins anew");
    if (auto* const staged = dynamic_cast<StagedModel*>(trained.model.get())) {
        trained.model->eval();
        staged->begin(run.prepared(run.own, run.own.features.training(), false).each(), config.training.seed);
    }
    for (std::size_t i = first; i < run.stages.size(); ++i) {
        TrainingHooks hooks = run.hooks;
        hooks.resume = resumes && i == first;
        hooks.identity = identityOf(run, i, hashes);
        const StageData data = own[i] ? StageData{own[i]->features, own[i]->card} : run.own;
        withSource(own[i] ? own[i]->features.source : std::string(),
                   [&] { trainStage(trained, run, i, data, hooks); });
    }
}

}
