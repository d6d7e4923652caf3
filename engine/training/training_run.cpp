#include "engine/training/training_run.h"

#include "engine/core/error.h"
#include "engine/models/model_file.h"
#include "engine/models/registry.h"
#include "engine/training/data_hash.h"
#include "engine/training/evaluate.h"
#include "engine/training/folds.h"
#include "engine/training/recipe_json.h"
#include "engine/training/statistics.h"
#include "engine/training/trainer.h"

namespace engine {

namespace {

Folds readFolds(const TrainConfig& config, const RunContext& run)
{
    Folds folds = splitByFold(labelledSegments(readDatasetList(config.dataset), config.recipe, run));
    if (folds.training.empty() || folds.validation.empty())
        throw FormatError("no_folds", config.dataset.string(),
                          "the folds train and valid must both have labelled segments");
    return folds;
}

/// The sizes that the data decide, put into the hyper-parameters.
nlohmann::json architectureFor(const TrainConfig& config, const Normalisation& normalisation)
{
    const auto width
        = [&](Modality modality) { return normalisation[static_cast<std::size_t>(modality)].width(); };
    nlohmann::json architecture = config.model;
    architecture["d_l"] = width(Modality::Text);
    architecture["d_a"] = width(Modality::Acoustic);
    architecture["d_v"] = width(Modality::Visual);
    architecture["out_dim"] = config.labels.size();
    return architecture;
}

TrainingData prepare(std::span<const LabelledSegment> segments, const ModelCard& card,
                     EnabledModalities enabled)
{
    TrainingData data;
    for (const LabelledSegment& segment : segments) {
        checkInput(segment.input, card.normalisation);
        SegmentInput input = normalised(segment.input, card.normalisation);
        keepOnly(input, enabled);
        data.inputs.push_back(std::move(input));
        data.labels.push_back(truthsOf(segment, card.labels));
    }
    return data;
}

TrainedModel trainOne(const ModelCard& card, const Folds& folds, const TrainingSettings& settings,
                      EnabledModalities enabled, const RunContext& run)
{
    torch::manual_seed(settings.seed);
    TrainedModel trained{createModel(card.architecture), card};
    train(*trained.model, prepare(folds.training, card, enabled), prepare(folds.validation, card, enabled),
          settings, run);
    return trained;
}

void appendScores(Report& report, const TrainedModel& trained, const Folds& folds, EnabledModalities enabled)
{
    const Predictor predictor(trained);
    for (const auto& [fold, segments] : namedFolds(folds)) {
        const Report rows = evaluate(predictor, fold, segments, enabled);
        report.insert(report.end(), rows.begin(), rows.end());
    }
}

/// The modalities of the model itself, then each of them alone.
std::vector<EnabledModalities> modalitySets(EnabledModalities all)
{
    std::vector<EnabledModalities> sets{all};
    for (std::size_t modality = 0; modality < all.size(); ++modality) {
        EnabledModalities alone{};
        alone[modality] = true;
        if (all[modality] && alone != all)
            sets.push_back(alone);
    }
    return sets;
}

/// The part of the progress that run `index` of `count` makes.
RunContext partOf(const RunContext& whole, std::size_t index, std::size_t count)
{
    RunContext part{whole.stop, nullptr};
    if (whole.progress)
        part.progress = [&whole, index, count](double fraction) {
            whole.progress((static_cast<double>(index) + fraction) / static_cast<double>(count));
        };
    return part;
}

}

Report trainAndWrite(const TrainConfig& config, const std::string& command, const std::filesystem::path& out,
                     const RunContext& run)
{
    const Folds folds = readFolds(config, {run.stop, nullptr});

    ModelCard card;
    card.name = config.name;
    card.normalisation = measureNormalisation(folds.training);
    card.architecture = architectureFor(config, card.normalisation);
    card.labels = config.labels;
    card.recipe = toJson(config.recipe);
    card.training = toJson(config.training);
    card.modalities = config.modalities;
    card.folds = videosOf(folds);
    card.trainingDataSha256 = sha256Of(folds.training);
    card.command = command;

    const std::vector<EnabledModalities> sets = modalitySets(config.modalities);
    Report report;
    std::optional<TrainedModel> chosen;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        TrainedModel trained = trainOne(card, folds, config.training, sets[i], partOf(run, i, sets.size()));
        appendScores(report, trained, folds, sets[i]);
        if (i == 0)
            chosen = std::move(trained);
    }
    chosen->card.scores = toJson(report);
    writeModel(out, *chosen);
    return report;
}

}
