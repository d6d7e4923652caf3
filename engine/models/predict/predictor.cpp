#include "engine/models/predict/predictor.h"

#include "engine/core/error.h"
#include "engine/core/stopwatch.h"
#include "engine/explain/variant_input.h"
#include "engine/model_files/input_shape.h"
#include "engine/models/batch.h"
#include "engine/models/conversation/conversation_model.h"
#include "engine/models/explain/segment_explanation.h"
#include "engine/models/serving/model_file.h"
#include "engine/models/serving/output_scores.h"
#include "engine/models/tensor_conversion.h"

#include <algorithm>
#include <span>
#include <vector>

namespace engine {

namespace {

/// Rows of an explanation: the whole segment, three without a modality, then one for each word.
constexpr std::size_t firstWord = 1 + allModalities.size();

SegmentInput withoutModality(SegmentInput input, Modality modality)
{
    switchOff(input, modality);
    return input;
}

SegmentInput withoutWord(SegmentInput input, std::size_t word)
{
    if (input.text.rows > 1)
        return withoutStep(std::move(input), word);
    for (const Modality modality : allModalities)
        switchOff(input, modality);
    return input;
}

/// Row `index` of an explanation.
SegmentInput variant(const SegmentInput& whole, std::size_t index)
{
    if (index == 0)
        return whole;
    return index < firstWord ? withoutModality(whole, allModalities[index - 1])
                             : withoutWord(whole, index - firstWord);
}

/// The predictions of variants 1…`count` - 1: (count - 1) × O.
torch::Tensor predictVariants(const TrainedModel& trained, const SegmentInput& whole, std::size_t count)
{
    const auto rowsPerBatch
        = static_cast<std::size_t>(rowsTogether(static_cast<std::int64_t>(whole.text.rows)));
    const InputShape shape = InputShape::of(trained.card);
    std::vector<torch::Tensor> predictions;
    for (std::size_t first = 1; first < count; first += rowsPerBatch) {
        std::vector<SegmentInput> rows;
        for (std::size_t i = first; i < std::min(first + rowsPerBatch, count); ++i)
            rows.push_back(shape.shaped(variant(whole, i)));
        const FusionOutput output = trained.model->forward(makeBatch({rows.begin(), rows.end()}));
        predictions.push_back(scoresOf(output.prediction, trained.card));
    }
    return torch::cat(predictions);
}

const DisplayCard runningPrediction{
    kRunningPrediction, "Prediction word by word", {"step", "output"}, {{}, {}}, DisplayScale::Signed};

/// The scores after each of T words: T × O.
Tensor runningScores(LiveRun& live, const ModalityBatch& segment, const ModelCard& card)
{
    std::vector<torch::Tensor> scores;
    for (std::int64_t word = 0; word < segment.text.size(1); ++word) {
        const NamedTensors features{{"x_l", segment.text.select(1, word)},
                                    {"x_a", segment.acoustic.select(1, word)},
                                    {"x_v", segment.visual.select(1, word)}};
        scores.push_back(scoresOf(live.next(features, Displays::No).prediction, card));
    }
    return toPlain(torch::cat(scores));
}

/// One packed segment as the model takes it, as training made it.
/// @param seen  normalised; a modality without columns is missing
ModalityBatch packedBatch(SegmentInput seen, const PredictRequest& request, const ModelCard& card)
{
    torch::Tensor present = torch::ones({1, static_cast<std::int64_t>(allModalities.size())}, torch::kBool);
    for (std::size_t i = 0; i < allModalities.size(); ++i) {
        FeatureMatrix& features = seen.of(allModalities[i]);
        const bool isThere = features.columns > 0 && request.enabled[i] && card.modalities[i];
        present[0][static_cast<std::int64_t>(i)] = isThere;
        if (!isThere)
            features = FeatureMatrix(features.rows, card.normalisation[i].width());
    }
    ModalityBatch batch;
    const bool isAligned = std::ranges::all_of(
        allModalities, [&](Modality modality) { return seen.of(modality).rows == seen.text.rows; });
    const auto tensorOf = [&seen](Modality modality) {
        const FeatureMatrix& features = seen.of(modality);
        return torch::tensor(features.values, torch::kFloat32)
            .reshape(
                {1, static_cast<std::int64_t>(features.rows), static_cast<std::int64_t>(features.columns)});
    };
    const auto lengthOf = [&seen](Modality modality) {
        return torch::tensor({static_cast<std::int64_t>(seen.of(modality).rows)}, torch::kInt64);
    };
    for (const Modality modality : allModalities)
        batch.of(modality) = tensorOf(modality);
    batch.lengths = lengthOf(Modality::Text);
    if (!isAligned) {
        batch.acousticLengths = lengthOf(Modality::Acoustic);
        batch.visualLengths = lengthOf(Modality::Visual);
    }
    if (!present.all().item<bool>())
        batch.present = present;
    return batch;
}

/// Segments with the same steps as one batch.
ModalityBatch joined(std::span<const ModalityBatch> segments)
{
    const auto catOf = [&](auto member) {
        std::vector<torch::Tensor> parts;
        for (const ModalityBatch& segment : segments)
            parts.push_back(member(segment));
        return parts.front().defined() ? torch::cat(parts) : torch::Tensor();
    };
    ModalityBatch all;
    for (const Modality modality : allModalities)
        all.of(modality) = catOf([modality](const ModalityBatch& segment) { return segment.of(modality); });
    all.lengths = catOf([](const ModalityBatch& segment) { return segment.lengths; });
    all.acousticLengths = catOf([](const ModalityBatch& segment) { return segment.acousticLengths; });
    all.visualLengths = catOf([](const ModalityBatch& segment) { return segment.visualLengths; });
    all.present = catOf([](const ModalityBatch& segment) { return segment.present; });
    return all;
}

/// Scores of single segments, of which neighbours with the same steps are predicted together: 1 × O, or more
/// rows, each; as many rows as segments in all.
std::vector<torch::Tensor> scoresTogether(const TrainedModel& trained,
                                          std::span<const ModalityBatch> segments)
{
    std::vector<torch::Tensor> scores;
    for (std::size_t first = 0; first < segments.size();) {
        const auto most = static_cast<std::size_t>(rowsTogether(segments[first].text.size(1)));
        std::size_t count = 1;
        const auto fits = [&](const ModalityBatch& segment) {
            return std::ranges::all_of(allModalities, [&](Modality modality) {
                return segment.of(modality).sizes() == segments[first].of(modality).sizes();
            });
        };
        while (count < most && first + count < segments.size() && fits(segments[first + count]))
            ++count;
        const FusionOutput output = trained.model->forward(joined(segments.subspan(first, count)));
        scores.push_back(scoresOf(output.prediction, trained.card));
        first += count;
    }
    return scores;
}

/// @param predictions  (4 + T) × O, in the order of variant().
void explainFrom(const Tensor& predictions, Prediction& prediction)
{
    const std::size_t outputs = prediction.values.size();
    const auto difference = [&](std::size_t row, std::size_t output) {
        return prediction.values[output] - predictions.values[row * outputs + output];
    };
    for (std::size_t modality = 0; modality < allModalities.size(); ++modality) {
        for (std::size_t output = 0; output < outputs; ++output)
            prediction.occlusion[modality].push_back(difference(1 + modality, output));
    }
    const std::size_t words = static_cast<std::size_t>(predictions.shape.front()) - firstWord;
    prediction.wordImportance = FeatureMatrix(words, outputs);
    for (std::size_t word = 0; word < words; ++word) {
        for (std::size_t output = 0; output < outputs; ++output)
            prediction.wordImportance.at(word, output) = difference(firstWord + word, output);
    }
}

}

Predictor::Predictor(const std::filesystem::path& path) : Predictor(readModel(path)) { }

Predictor::Predictor(TrainedModel trained) : m_trained(std::make_unique<TrainedModel>(std::move(trained)))
{
    refuseConversations(*m_trained->model, m_trained->card.name);
}

Predictor::~Predictor() = default;
Predictor::Predictor(Predictor&&) noexcept = default;
Predictor& Predictor::operator=(Predictor&&) noexcept = default;

const ModelCard& Predictor::card() const
{
    return m_trained->card;
}

std::vector<DisplayCard> Predictor::displays() const
{
    std::vector<DisplayCard> displays = m_trained->model->displays();
    if (m_trained->model->live())
        displays.push_back(runningPrediction);
    return displays;
}

Prediction Predictor::predict(const PredictRequest& request) const
{
    const Stopwatch watch;
    if (request.isPacked)
        return predictPacked(request, watch);
    const InputShape shape = InputShape::of(card());
    shape.checkSegment();
    SegmentInput input = request.input;
    shape.settleBrokenNumbers(input);
    fillAbsent(input, card().normalisation);
    checkInput(input, card().normalisation);
    input = normalised(input, card().normalisation);
    keepOnly(input, request.enabled);
    keepOnly(input, card().modalities); // the others were at their mean in training

    const SegmentInput seen = shape.shaped(input);
    Prediction prediction = predicted(request, input, seen);
    if (request.explanation)
        prediction.explanation
            = explainSegment(*m_trained, makeBatch({seen}), *request.explanation, scaleWidths(card().labels));
    prediction.milliseconds = watch.milliseconds();
    return prediction;
}

/// What the model shows of the segment that it has seen, in the units of its features.
std::map<std::string, Tensor> Predictor::shown(FusionOutput& output) const
{
    m_trained->model->showInUnits(output.outputs, card().normalisation);
    std::map<std::string, Tensor> shown;
    for (const DisplayCard& display : displays()) {
        for (const std::string& name : {display.output, display.namedBy}) {
            if (const auto found = output.outputs.find(name); found != output.outputs.end())
                shown.emplace(name, toPlain(found->second[0]));
        }
    }
    return shown;
}

Prediction Predictor::predictPacked(const PredictRequest& request, const Stopwatch& watch) const
{
    InputShape shape = InputShape::of(card());
    shape.window = 0; // they are made
    shape.checkSegment();
    SegmentInput input = request.input;
    shape.settleBrokenNumbers(input);
    checkPackedInput(input, card().normalisation);
    input = normalised(input, card().normalisation);
    const auto batchOf
        = [&](const SegmentInput& whole) { return packedBatch(shape.shaped(whole), request, card()); };
    const ModalityBatch segment = batchOf(input);
    if (!segment.isAligned() && !m_trained->model->takesUnaligned())
        throw FormatError(
            "unaligned", card().name,
            "takes segments whose modalities have the same steps; these have steps of their own");
    Prediction prediction;
    prediction.id = request.id;
    {
        const torch::InferenceMode inference;
        m_trained->model->eval();
        FusionOutput output
            = m_trained->model->forward(segment, request.explain ? Displays::Yes : Displays::No);
        prediction.values = toPlain(scoresOf(output.prediction, card())[0]).values;
        if (request.explain) {
            prediction.outputs = shown(output);
            const std::size_t steps
                = segment.isAligned() ? input.text.rows : 0; // unaligned rows are no common steps
            std::vector<ModalityBatch> variants;
            for (std::size_t i = 1; i < firstWord + steps; ++i)
                variants.push_back(batchOf(variant(input, i)));
            const std::vector<torch::Tensor> scores = scoresTogether(*m_trained, variants);
            explainFrom(toPlain(torch::cat({scoresOf(output.prediction, card()), torch::cat(scores)})),
                        prediction);
        }
    }
    if (request.explanation)
        prediction.explanation
            = explainSegment(*m_trained, segment, *request.explanation, scaleWidths(card().labels));
    prediction.milliseconds = watch.milliseconds();
    return prediction;
}

/// @param input  normalised, without what is off
/// @param seen   the same in the shape that the model takes
Prediction Predictor::predicted(const PredictRequest& request, const SegmentInput& input,
                                const SegmentInput& seen) const
{
    const torch::InferenceMode inference;
    const ModalityBatch segment = makeBatch({seen});
    FusionOutput output = m_trained->model->forward(segment, request.explain ? Displays::Yes : Displays::No);
    const torch::Tensor scores = scoresOf(output.prediction, card());

    Prediction prediction;
    prediction.id = request.id;
    prediction.values = toPlain(scores[0]).values;
    if (request.explain) {
        prediction.outputs = shown(output);
        if (const std::unique_ptr<LiveRun> live = m_trained->model->live())
            prediction.outputs.emplace(runningPrediction.output, runningScores(*live, segment, card()));
        const std::size_t count = firstWord + input.text.rows;
        const torch::Tensor variants = predictVariants(*m_trained, input, count);
        explainFrom(toPlain(torch::cat({scores, variants})), prediction);
    }
    return prediction;
}

}
