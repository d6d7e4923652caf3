#include "engine/training/run/scorer.h"

#include "engine/core/error.h"
#include "engine/core/with_source.h"
#include "engine/models/serving/model_file.h"
#include "engine/models/serving/output_scores.h"
#include "engine/models/tensor_conversion.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/data/unaligned.h"
#include "engine/training/run/conversation_scores.h"
#include "engine/training/run/recipe_json.h"
#include "engine/training/run/segment_tensors.h"
#include "engine/training/run/span_scores.h"
#include "engine/training/run/trainer.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace engine {

namespace {

void requireWidths(const Normalisation& scales, const FeatureData& data)
{
    for (const FoldData& fold : data.folds) {
        for (std::size_t i = 0; i < scales.size(); ++i) {
            const std::size_t width = fold.features[i].width;
            if (width == 0 || width == scales[i].width())
                continue;
            const std::string modality(name(allModalities[i]));
            const std::string place = data.sequences[i].empty()
                ? fold.name + "/" + modality
                : modality + " (the sequence " + data.sequences[i] + ")";
            throw FormatError(
                "wrong_width", data.source,
                fmt::format("{} has {} features, the model expects {}", place, width, scales[i].width()));
        }
    }
}

/// truthsOf(), with the file in what is wrong.
FeatureMatrix truthsIn(const FeatureData& data, const FoldData& fold, const std::vector<LabelCard>& labels,
                       Task task)
{
    try {
        return truthsOf(fold, labels, task);
    } catch (const ShapeError& error) {
        throw FormatError(error.code(), data.source, error.what());
    }
}

}

Scorer::Scorer(const std::filesystem::path& path, const std::string& device)
    : Scorer(readModel(path), path.string(), device)
{
}

Scorer::Scorer(TrainedModel trained, const std::string& device)
    : Scorer(std::move(trained), trained.card.name, device)
{
}

Scorer::Scorer(TrainedModel&& trained, std::string source, const std::string& device)
    : m_source(std::move(source))
    , m_trained(std::make_unique<TrainedModel>(std::move(trained)))
    , m_device(device)
{
    withSource(m_source, [this] { // what the card says of features is to be readable before any are
        m_task = taskFromName(card().task);
        m_recipe = segmentRecipeFromJson(card().recipe);
    });
    m_trained->model->to(deviceOf(device));
}

Scorer::~Scorer() = default;
Scorer::Scorer(Scorer&&) noexcept = default;
Scorer& Scorer::operator=(Scorer&&) noexcept = default;

const ModelCard& Scorer::card() const
{
    return m_trained->card;
}

double Scorer::threshold() const
{
    return card().input.presenceThreshold.value_or(kPresenceThreshold);
}

std::vector<double> Scorer::thresholds() const
{
    std::vector<double> thresholds;
    for (const LabelCard& label : card().labels) {
        const auto named = card().input.thresholds.find(label.name);
        if (named != card().input.thresholds.end())
            thresholds.push_back(named->second);
    }
    return thresholds.size() == card().labels.size() ? thresholds : std::vector<double>();
}

void Scorer::tuneThresholds(const FeatureData& data, const FoldData& fold)
{
    if (isOfConversations())
        throw FormatError("bad_config", "thresholds",
                          "are tuned for models of segments, not of whole conversations");
    const FeatureMatrix truths = truthsIn(data, fold, labelsIn(data), m_task);
    const std::vector<double> tuned
        = tunedThresholds(predict(fold, data.isUtteranceLevel, card().modalities), truths);
    for (std::size_t i = 0; i < tuned.size(); ++i)
        m_trained->card.input.thresholds[card().labels[i].name] = tuned[i];
}

std::vector<LabelCard> Scorer::labelsIn(const FeatureData& data) const
{
    const bool isIndex = card().task == name(Task::Classes)
        && std::ranges::all_of(data.folds, [](const FoldData& fold) { return fold.labels.columns <= 1; });
    return isIndex ? card().labels : labelsByName(card().labels, data.labelNames, data.source);
}

FeatureMatrix Scorer::predict(const FoldData& fold, bool isUtteranceLevel, EnabledModalities enabled) const
{
    return predict(
        fold.size(), [&fold](std::size_t first, std::size_t last) { return slice(fold, first, last); },
        isUtteranceLevel, enabled);
}

FeatureMatrix Scorer::predict(std::size_t segments, const ReadSegments& read, bool isUtteranceLevel,
                              EnabledModalities enabled) const
{
    if (isOfConversations())
        return predictTurns(read(0, segments), enabled).speaking;
    FeatureMatrix predictions(segments, card().labels.size());
    const std::size_t window = windowOf(isUtteranceLevel, card().input.options);
    for (std::size_t first = 0; first < segments; first += kRowsPerBatch) {
        const std::size_t context = std::min(first, window - 1);
        const std::size_t last = std::min(segments, first + kRowsPerBatch);
        const FeatureMatrix part
            = predictPart(read(first - context, last), context, isUtteranceLevel, enabled);
        std::ranges::copy(part.values, predictions.row(first).begin());
    }
    return predictions;
}

/// @param context  segments at the beginning of the part that only windows look at
FeatureMatrix Scorer::predictPart(const FoldData& part, std::size_t context, bool isUtteranceLevel,
                                  EnabledModalities enabled) const
{
    FoldData unlabelled = shaped(part, isUtteranceLevel, card().input.options);
    if (context > 0)
        unlabelled = slice(unlabelled, context, unlabelled.size());
    unlabelled.labels = FeatureMatrix(unlabelled.size(), 0);
    const SegmentTensors segments = prepareFor(*m_trained->model, unlabelled, card(), enabled, m_device);
    const torch::Tensor scores
        = scoresOf(outputsOf(*m_trained->model, segments), card()).to(torch::kCPU).contiguous();
    FeatureMatrix predictions(unlabelled.size(), card().labels.size());
    std::copy_n(scores.data_ptr<float>(), scores.numel(), predictions.values.begin());
    const auto broken
        = std::ranges::find_if_not(predictions.values, [](float score) { return std::isfinite(score); });
    if (broken != predictions.values.end())
        throw FormatError(
            "no_score", m_source,
            fmt::format(
                "the model gives {} for {} (fold {}); its weights are too large for these features", *broken,
                unlabelled
                    .ids[static_cast<std::size_t>(broken - predictions.values.begin()) / predictions.columns],
                unlabelled.name));
    return predictions;
}

FeatureMatrix Scorer::predictSide(const FoldData& fold, bool isUtteranceLevel, EnabledModalities enabled,
                                  const std::string& side) const
{
    FoldData unlabelled = shaped(fold, isUtteranceLevel, card().input.options);
    unlabelled.labels = FeatureMatrix(unlabelled.size(), 0);
    FeatureMatrix predictions(fold.size(), card().labels.size());
    if (fold.size() == 0)
        return predictions;
    const SegmentTensors segments = prepare(unlabelled, card(), enabled, m_device);
    const torch::Tensor scores
        = scoresOf(outputsOf(*m_trained->model, segments, side), card()).to(torch::kCPU).contiguous();
    std::copy_n(scores.data_ptr<float>(), scores.numel(), predictions.values.begin());
    return predictions;
}

std::map<std::string, Tensor> Scorer::displays(const FoldData& segment, EnabledModalities enabled) const
{
    FusionModel& model = *m_trained->model;
    FoldData unlabelled = shaped(segment, false, card().input.options);
    unlabelled.labels = FeatureMatrix(unlabelled.size(), 0);
    const SegmentTensors segments = prepareFor(model, unlabelled, card(), enabled, m_device);
    model.eval();
    const torch::NoGradGuard noGradient;
    FusionOutput output = model.forward(segments.range(0, 1), Displays::Yes);
    model.showInUnits(output.outputs, card().normalisation);
    std::map<std::string, Tensor> shown;
    for (const DisplayCard& display : model.displays()) {
        const auto found = output.outputs.find(display.output);
        if (found == output.outputs.end())
            continue;
        const bool countsItems = !display.axes.empty() && display.axes.front() == kFrameAxis;
        shown.emplace(display.output,
                      toPlain((countsItems ? found->second : found->second[0]).to(torch::kCPU)));
    }
    return shown;
}

void Scorer::requireTakes(const FeatureData& data) const
{
    engine::requireTakes(*m_trained->model, card(), data);
    if (!asksParts(card()))
        requireWidths(card().normalisation, data);
}

bool Scorer::learntLabels() const
{
    const auto* const staged = dynamic_cast<const StagedModel*>(m_trained->model.get());
    if (!staged || !card().training.is_object() || !card().training.contains("stages"))
        return true;
    const std::vector<StageOffer> offers = staged->stages();
    return std::ranges::any_of(card().training.at("stages"), [&](const nlohmann::json& stage) {
        const auto offer
            = std::ranges::find(offers, stage.is_object() ? stage.value("stage", "") : "", &StageOffer::name);
        return offer == offers.end() || offer->needsLabels;
    });
}

void Scorer::addModelFigures(Report& rows, const FoldData& fold, bool isUtteranceLevel,
                             EnabledModalities enabled) const
{
    auto* const staged = dynamic_cast<StagedModel*>(m_trained->model.get());
    if (!staged || fold.size() == 0)
        return;
    FoldData unlabelled = shaped(fold, isUtteranceLevel, card().input.options);
    unlabelled.labels = FeatureMatrix(unlabelled.size(), 0);
    m_trained->model->eval();
    const SegmentTensors segments = prepareFor(*m_trained->model, unlabelled, card(), enabled, m_device);
    const std::vector<ModelFigure> figures = staged->figures(segments.each());
    if (rows.empty())
        rows.push_back({fold.name,
                        describe(enabled),
                        ReportRow::allLabels,
                        {{"n", static_cast<double>(fold.size())}},
                        nullptr});
    for (const ModelFigure& figure : figures)
        rows.back().metrics.push_back({figure.name, figure.value});
}

bool Scorer::isOfConversations() const
{
    return asConversationModel(*m_trained->model) != nullptr;
}

bool Scorer::predictsEveryone() const
{
    const ConversationModel* const model = asConversationModel(std::as_const(*m_trained->model));
    return model && model->predictsEveryone();
}

bool Scorer::learntListeners() const
{
    return card().training.is_object() && card().training.value("listeners", false);
}

bool Scorer::looksAhead() const
{
    const ConversationModel* const model = asConversationModel(std::as_const(*m_trained->model));
    return model && model->readsBackwards();
}

TurnScores Scorer::predictTurns(const FoldData& fold, EnabledModalities enabled,
                                std::optional<std::size_t> context) const
{
    return turnScores(*m_trained, withTurns(fold, m_source), enabled, m_device, context);
}

void Scorer::conversationDisplays(const FoldData& fold, EnabledModalities enabled, const VisitDisplays& visit,
                                  std::optional<std::size_t> context) const
{
    FusionModel& model = *m_trained->model;
    FoldData unlabelled = withTurns(fold, m_source);
    unlabelled.labels = FeatureMatrix(fold.size(), 0);
    const ConversationTensors conversations
        = prepareConversations(*asConversationModel(model), unlabelled, card(), enabled, m_device, context);
    model.eval();
    const torch::NoGradGuard noGradient;
    for (std::size_t i = 0; i < conversations.pieces.size(); ++i) {
        const auto place = static_cast<std::int64_t>(i);
        const FusionOutput output
            = model.forward(conversations.tensors.range(place, place + 1), Displays::Yes);
        std::map<std::string, Tensor> shown;
        for (const DisplayCard& display : model.displays())
            shown.emplace(display.output, toPlain(output.outputs.at(display.output)[0].to(torch::kCPU)));
        visit(conversations.pieces[i], shown);
    }
}

Report Scorer::evaluate(const FeatureData& data, EnabledModalities enabled, double threshold,
                        ScoreDetail detail, TurnRole about) const
{
    requireTakes(data);
    if (isOfConversations()) {
        FeatureData whole = data;
        for (FoldData& fold : whole.folds)
            fold = withTurns(std::move(fold), data.source);
        return evaluateConversations(*m_trained, whole, labelsIn(data),
                                     {enabled, threshold, detail, thresholds(), m_device, about});
    }
    const Task task = m_task;
    const bool hasScores = learntLabels();
    const std::vector<LabelCard> labels = hasScores ? labelsIn(data) : card().labels;
    const std::vector<double> tuned = thresholds();
    Report report;
    for (const std::size_t fold : {std::size_t(2), std::size_t(1), std::size_t(0)}) {
        const FoldData& segments = data.folds[fold];
        Report rows;
        if (hasScores)
            rows = scoreFold(segments.name, describe(enabled), task, card().labels,
                             predict(segments, data.isUtteranceLevel, enabled),
                             truthsIn(data, segments, labels, task), threshold, detail, tuned);
        addModelFigures(rows, segments, data.isUtteranceLevel, enabled);
        report.insert(report.end(), rows.begin(), rows.end());
    }
    for (const FoldData& fold : data.folds) {
        for (const SidePrediction& side : m_trained->model->sides()) {
            const Report rows
                = scoreFold(fold.name, describe(enabled) + ", " + side.name, task, card().labels,
                            predictSide(fold, data.isUtteranceLevel, enabled, side.output),
                            truthsIn(data, fold, labels, task), threshold, detail, tuned);
            report.insert(report.end(), rows.begin(), rows.end());
        }
    }
    return report;
}

}
