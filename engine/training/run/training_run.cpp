#include "engine/training/run/training_run.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/sha256.h"
#include "engine/model_files/model_card_file.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"
#include "engine/models/serving/model_file.h"
#include "engine/models/serving/output_scores.h"
#include "engine/models/torch_seed.h"
#include "engine/training/data/data_hash.h"
#include "engine/training/data/feature_files.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/data/folds.h"
#include "engine/training/data/known_folds.h"
#include "engine/training/data/label_notes.h"
#include "engine/training/data/statistics.h"
#include "engine/training/data/unaligned.h"
#include "engine/training/parallel/worker_group.h"
#include "engine/training/run/conversation_run.h"
#include "engine/training/run/losses.h"
#include "engine/training/run/recipe_json.h"
#include "engine/training/run/result_tables.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/stage_run.h"
#include "engine/training/run/trainer.h"
#include "engine/training/run/training_dynamics.h"
#include "engine/training/run/watched_figure.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <numeric>

namespace engine {

namespace {

FeatureData readFolds(const TrainConfig& config, bool labels, const RunContext& run)
{
    FeatureData data = readFeatures(config.source, config.input, run);
    if (isOfConversations(config)) {
        for (FoldData& fold : data.folds)
            fold = withTurns(std::move(fold), data.source);
    }
    if (data.training().size() == 0 || data.validation().size() == 0)
        throw FormatError(
            "no_folds", config.source.name(),
            fmt::format("the folds train and valid must both have labelled segments, but train has "
                        "{} and valid {}; folds list ids of videos or of segments",
                        data.training().size(), data.validation().size()));
    if (data.training().size() == 1)
        throw FormatError(
            "no_folds", config.source.name(),
            fmt::format("the fold train has a single segment, {}; at least 2 are expected to learn from",
                        data.training().ids.front()));
    if (data.test().size() == 0)
        data.notes.emplace_back(
            "there is no fold test: no figure tells how good the model is on videos that it "
            "has not seen");
    requireApart(data);
    if (labels)
        requireLabels(data);
    return data;
}

/// What a model's sizes may follow from.
TrainingFacts factsOf(const FoldData& training, const ModelCard& card)
{
    TrainingFacts facts;
    const Task task = taskFromName(card.task);
    facts.modalities = card.modalities;
    facts.classes = task == Task::ClassesAndValues ? classesAmong(card.labels, task)
        : task == Task::Classes                    ? card.labels.size()
                                                   : 0;
    facts.values = card.labels.size() - facts.classes;
    facts.transcripts = training.transcripts;
    facts.people = peopleTogether(training);
    facts.seenNumbers = static_cast<std::int64_t>(training.seen.width());
    for (const Modality modality : allModalities) {
        const std::vector<std::int64_t>& lengths = training.lengthsOf(modality);
        facts.steps = std::max(facts.steps, std::ranges::max(lengths));
        facts.rows = std::max(facts.rows, std::accumulate(lengths.begin(), lengths.end(), std::int64_t{0}));
    }
    return facts;
}

/// The sizes that the data decide, put into the hyper-parameters.
nlohmann::json architectureFor(const TrainConfig& config, const FeatureData& data, const ModelCard& card)
{
    const auto width
        = [&](Modality modality) { return card.normalisation[static_cast<std::size_t>(modality)].width(); };
    nlohmann::json architecture = config.model;
    architecture["d_l"] = width(Modality::Text);
    architecture["d_a"] = width(Modality::Acoustic);
    architecture["d_v"] = width(Modality::Visual);
    architecture["out_dim"] = card.labels.size();
    settleModel(architecture, factsOf(data.training(), card));
    return architecture;
}

/// The columns that labels stand in, or all when none are named.
FeatureMatrix labelColumns(const FoldData& fold, const std::vector<LabelCard>& labels)
{
    return labels.empty() ? fold.labels : truthsOf(fold, labels, Task::Regression);
}

/// Labels of valid and test that do not fit those of train.
void noteHeldOutLabels(FeatureData& data, Task task, const std::vector<LabelCard>& labels)
{
    FeatureData heldOut;
    for (const std::size_t fold : {std::size_t(1), std::size_t(2)}) {
        const FoldData from = labelledOnly(data.folds[fold]);
        if (from.labels.columns != data.training().labels.columns) // refused later
            continue;
        heldOut.folds[fold].name = from.name; // without the features
        heldOut.folds[fold].ids = from.ids;
        heldOut.folds[fold].labels = from.labels;
    }
    std::ranges::move(labelNotes(heldOut, task, labels), std::back_inserter(data.notes));
}

/// Task and labels of data that have some.
void addLabels(ModelCard& card, const TrainConfig& config, FeatureData& data)
{
    const FoldData training = labelledOnly(data.training());
    if (training.size() == 0)
        throw FormatError("no_labels", data.source, "no turn of the fold train has labels");
    const FeatureMatrix labels = labelColumns(training, config.labels);
    const Task task = config.task.value_or(chooseTask(labels));
    if (!config.task)
        data.notes.push_back(reasonFor(task, labels));
    std::ranges::move(
        outlierNotes(training.name, training.ids, labels,
                     "and belongs to the scale all the same; \"labels\" in the configuration gives "
                     "another range"),
        std::back_inserter(data.notes));
    card.task = name(task);
    card.labels = config.labels.empty() ? labelsFor(task, labels, data.labelNames) : config.labels;
    noteHeldOutLabels(data, task, card.labels);
}

ModelCard cardFor(const TrainConfig& config, const std::vector<PlannedStage>& stages, FeatureData& data,
                  const std::string& command)
{
    ModelCard card;
    card.name = config.name;
    card.modalities = learnable(data, config.modalities);
    card.normalisation = measureNormalisation(data.training(), config.input);
    if (data.training().labels.columns > 0)
        addLabels(card, config, data);
    else
        card.labels = config.labels.empty() ? std::vector<LabelCard>{{"unlabelled"}} : config.labels;
    card.architecture = architectureFor(config, data, card);
    card.recipe = config.source.data.empty() ? toJson(config.source.recipe) : nlohmann::json();
    card.input.options = config.input;
    if (data.isUtteranceLevel
        && !isOfConversations(config)) // said, so that who has but one segment knows that others belong to it
        card.input.options.window = windowOf(true, config.input);
    card.input.isUnaligned = !data.isAligned();
    card.input.presenceThreshold = config.presenceThreshold;
    card.training = toJson(config.training);
    if (needsLabels(stages))
        card.training["loss"] = lossName(config.training, taskFromName(card.task)) + lossEnding(config);
    const std::vector<float>& ofListeners = data.training().listening.values.values;
    if (isOfConversations(config)
        && std::ranges::any_of(ofListeners, [](float value) { return std::isfinite(value); }))
        card.training["listeners"] = true; // whose labels it could learn from
    for (const PlannedStage& stage : stages)
        card.training["stages"].push_back(stage.described());
    card.folds = videosOf(data);
    card.segments = segmentHashes(data);
    noteCopies(data, *card.segments);
    card.trainingDataSha256 = sha256Of(data.training());
    card.command = command;
    if (data.who)
        card.learntFrom = LearntFrom{*data.who, data.languages};
    return card;
}

/// What a checkpoint must agree in; more epochs and more patience are another end, not another training. (Of
/// more epochs, a cosine makes other rates from the first on.)
std::string identityOf(const ModelCard& card, const TrainConfig& config, const FoldData& validation,
                       EnabledModalities enabled)
{
    nlohmann::json settings = card.training;
    if (settings.at("schedule").at("kind") != "cosine")
        settings.erase("epochs");
    settings.erase("patience");
    nlohmann::json identity{card.architecture,         settings,
                            toJson(card.input),        card.task,
                            toJson(card).at("labels"), card.trainingDataSha256,
                            sha256Of(validation),      enabled};
    if (config.beginWith)
        identity.push_back({hexadecimal(sha256OfFile(config.beginWith->file)), config.beginWith->names});
    Sha256 hash;
    hash.addAll(jsonText(identity));
    return hexadecimal(hash.digest());
}

std::filesystem::path checkpointFor(const std::filesystem::path& checkpoint, EnabledModalities enabled,
                                    bool isWhole)
{
    if (checkpoint.empty() || isWhole)
        return checkpoint;
    return checkpoint.parent_path()
        / (checkpoint.stem().string() + "-" + describe(enabled) + checkpoint.extension().string());
}

/// The modalities of the model itself, then each of them alone.
std::vector<EnabledModalities> modalitySets(EnabledModalities all, bool alsoAlone)
{
    std::vector<EnabledModalities> sets{all};
    for (std::size_t modality = 0; modality < all.size() && alsoAlone; ++modality) {
        EnabledModalities alone{};
        alone[modality] = true;
        if (all[modality] && alone != all)
            sets.push_back(alone);
    }
    return sets;
}

/// One configuration on its data, once for each set of modalities.
class Run {
public:
    Run(const TrainConfig& config, const TrainingPlaces& places, const RunContext& run)
        : m_config(config)
        , m_places(places)
        , m_run(run)
        , m_stages(planOf(config))
        , m_data(readFolds(config, needsLabels(m_stages), {run.stop, nullptr}))
        , m_card(cardFor(config, m_stages, m_data, places.command))
    {
        if (isOfConversations(config))
            refuseWhatIsOfSegments(config, !places.dynamics.empty());
        if (config.writesResults && !m_data.isAligned())
            throw FormatError("unaligned", config.source.name(),
                              "its modalities are not aligned, but results hold them side by side, step by "
                              "step; train it without \"results\"");
        if (config.tunesThresholds && taskFromName(m_card.task) != Task::Binary)
            throw FormatError("bad_config", "thresholds",
                              "are tuned of labels that are yes or no (task binary), not of the task "
                                  + m_card.task);
        m_data.labelNames.clear(); // the card's columns are of these data, whatever the labels are called
        for (const std::string& note : m_data.notes) {
            if (places.note)
                places.note(note);
        }
        if (places.begins)
            places.begins(m_data, m_card);
    }

    Report write()
    {
        const std::vector<EnabledModalities> sets = modalitySets(m_card.modalities, m_config.trainsAlone);
        Report report;
        std::optional<Scorer> chosen;
        for (std::size_t i = 0; i < sets.size(); ++i) {
            TrainedModel trained = trainOne(sets[i], i == 0);
            if (!isFirst())
                continue;
            Scorer scorer(std::move(trained), m_places.device);
            if (m_config.tunesThresholds)
                scorer.tuneThresholds(m_data, m_data.validation());
            const Report rows = scorer.evaluate(m_data, sets[i], m_config.presenceThreshold);
            report.insert(report.end(), rows.begin(), rows.end());
            if (i == 0)
                chosen.emplace(std::move(scorer));
        }
        if (!isFirst())
            return {};
        chosen->trained().card.scores = toJson(report);
        chosen->trained().card.rules = resultOf(report, "valid", describe(m_card.modalities)).at("rules");
        chosen->trained().model->to(torch::kCPU);
        writeModel(m_places.model, chosen->trained());
        if (m_config.writesResults)
            writeResults(m_places.results, m_data, *chosen, report);
        return report;
    }

private:
    bool isFirst() const { return !m_places.workers || m_places.workers->isFirst(); }

    SegmentTensors prepared(const FoldData& fold, EnabledModalities enabled) const
    {
        return prepare(shaped(fold, m_data.isUtteranceLevel, m_config.input), m_card, enabled,
                       m_places.device);
    }

    TrainingTask taskOf(const ModelCard& card, const TrainingSettings& training,
                        const SegmentTensors& segments, const FoldData& validation) const
    {
        const Task task = taskFromName(card.task);
        return {taskLoss(training, task, segments.targets, classesAmong(card.labels, task)),
                watchedFigure(card, training, m_config.presenceThreshold,
                              truthsOf(validation, card.labels, task)),
                !training.watchesLess()};
    }

    void trainStages(TrainedModel& trained, EnabledModalities enabled, const TrainingHooks& hooks) const
    {
        const auto prepareStage = [&](const StageData& data, const FoldData& fold, bool labels) {
            FoldData used = shaped(fold, data.features.isUtteranceLevel, m_config.input);
            if (!labels)
                used.labels = FeatureMatrix(used.size(), 0);
            return prepareFor(*trained.model, used, data.card, enabled, m_places.device);
        };
        const auto task
            = [&](const StageData& data, const TrainingSettings& settings, const SegmentTensors& training) {
                  return taskOf(data.card, settings, training, data.features.validation());
              };
        nlohmann::json identity{m_card.architecture,
                                toJson(m_card.input),
                                m_card.task,
                                toJson(m_card).at("labels"),
                                m_card.trainingDataSha256,
                                sha256Of(m_data.validation()),
                                enabled};
        if (m_config.beginWith)
            identity.push_back(
                {hexadecimal(sha256OfFile(m_config.beginWith->file)), m_config.beginWith->names});
        trainInStages(trained, m_config,
                      {m_stages,
                       {m_data, m_card},
                       prepareStage,
                       task,
                       hooks,
                       std::move(identity),
                       {m_run.stop, m_run.progress}});
    }

    TrainedModel trainOne(EnabledModalities enabled, bool isWhole) const
    {
        const TorchSeed seed(m_config.training.seed);
        TrainedModel trained{createModel(m_card.architecture), m_card};
        requireTakes(*trained.model, m_card, m_data);
        if (m_config.beginWith)
            beginWith(*trained.model, *m_config.beginWith);
        trained.model->to(deviceOf(m_places.device));
        TrainingHooks hooks;
        hooks.checkpoint = checkpointFor(m_places.checkpoint, enabled, isWhole);
        hooks.checkpointEvery = m_places.checkpointEvery;
        hooks.resume = m_places.resume;
        hooks.card = metadataOf(m_card);
        hooks.workers = m_places.workers;
        if (isWhole)
            hooks.note = m_places.note;
        if (m_places.epochDone)
            hooks.epochDone = [&](const EpochReport& epoch) { m_places.epochDone(describe(enabled), epoch); };
        if (!m_stages.empty()) {
            trainStages(trained, enabled, hooks);
            return trained;
        }
        hooks.identity = identityOf(m_card, m_config, m_data.validation(), enabled);
        if (asConversationModel(*trained.model)) {
            trainOnConversations(trained, m_data, {m_config, enabled, m_places.device}, hooks,
                                 {m_run.stop, m_run.progress});
            return trained;
        }
        if (isWhole && !m_places.dynamics.empty())
            hooks.learnt = followSegments();
        const SegmentTensors training = prepared(m_data.training(), enabled);
        const SegmentTensors validation = prepared(m_data.validation(), enabled);
        train(*trained.model, training, validation,
              taskOf(m_card, m_config.training, training, m_data.validation()), m_config.training, hooks,
              {m_run.stop, m_run.progress});
        return trained;
    }

    /// Keeps TrainingDynamics in their file. The error of a segment is the mean over its labels.
    std::function<void(std::size_t, const torch::Tensor&)> followSegments() const
    {
        auto dynamics = std::make_shared<TrainingDynamics>(m_data.training().ids, m_data.training().spans);
        if (m_places.resume)
            dynamics->read(m_places.dynamics);
        const FeatureMatrix truths = truthsOf(m_data.training(), m_card.labels, taskFromName(m_card.task));
        return [this, dynamics, truths](std::size_t epoch, const torch::Tensor& outputs) {
            if (dynamics->epochs() >= epoch) // of a run that was killed before its checkpoint was written
                return;
            const torch::Tensor scores = scoresOf(outputs, m_card).to(torch::kCPU).contiguous();
            std::vector<double> errors(truths.rows);
            for (std::size_t i = 0; i < truths.values.size(); ++i)
                errors[i / truths.columns] += std::abs(static_cast<double>(scores.data_ptr<float>()[i])
                                                       - static_cast<double>(truths.values[i]))
                    / static_cast<double>(truths.columns);
            dynamics->addEpoch(errors);
            dynamics->write(m_places.dynamics);
        };
    }

    const TrainConfig& m_config;
    const TrainingPlaces& m_places;
    const RunContext& m_run;
    const std::vector<PlannedStage> m_stages;
    FeatureData m_data;
    ModelCard m_card;
};

}

Report trainAndWrite(const TrainConfig& config, const TrainingPlaces& places, const RunContext& run)
{
    return Run(config, places, run).write();
}

}
