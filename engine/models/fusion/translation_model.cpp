#include "engine/models/fusion/translation_model.h"

#include "engine/core/error.h"
#include "engine/models/layers/translation_loss.h"

#include <algorithm>
#include <map>

namespace engine {

namespace {

/// How often the attention is greatest on the step of the same place, from the beginning and from the end.
struct AttentionHits {
    std::size_t steps = 0, same = 0, mirrored = 0;

    void add(const Written& written)
    {
        const torch::Tensor greatest = written.attention.argmax(2).to(torch::kCPU).contiguous();
        const torch::Tensor lengths = written.lengths.to(torch::kCPU);
        for (std::int64_t row = 0; row < greatest.size(0); ++row) {
            const auto length = lengths[row].item<std::int64_t>();
            const auto source = written.sourceLengths.defined()
                ? written.sourceLengths[row].item<std::int64_t>()
                : written.attention.size(2);
            if (source != length)
                continue; // there is no step of the same place
            const auto* const places = greatest[row].data_ptr<std::int64_t>();
            for (std::int64_t step = 0; step < length; ++step) {
                ++steps;
                same += places[step] == step ? 1 : 0;
                mirrored += places[step] == length - 1 - step ? 1 : 0;
            }
        }
    }

    std::optional<double> share() const
    {
        if (steps == 0)
            return std::nullopt;
        return static_cast<double>(std::max(same, mirrored)) / static_cast<double>(steps);
    }
};

void addSteps(TranslationScores& scores, const Written& written)
{
    const torch::Tensor output = written.output.to(torch::kCPU, torch::kFloat64).contiguous();
    const torch::Tensor truth = written.truth.to(torch::kCPU, torch::kFloat64).contiguous();
    const torch::Tensor lengths = written.lengths.to(torch::kCPU);
    const auto width = static_cast<std::size_t>(truth.size(2));
    for (std::int64_t row = 0; row < truth.size(0); ++row) {
        for (std::int64_t step = 0; step < lengths[row].item<std::int64_t>(); ++step) {
            const std::int64_t at = (row * truth.size(1) + step) * truth.size(2);
            scores.add({output.data_ptr<double>() + at, width}, {truth.data_ptr<double>() + at, width});
        }
    }
}

/// Whether every segment of the batch lacks the target.
bool isWithoutTarget(const NamedTensors& lesson)
{
    const auto lengths = lesson.find("target_lengths");
    return lengths == lesson.end() || lengths->second.max().item<std::int64_t>() == 0;
}

}

void TranslationOptions::read(HyperParameters& parameters, const TranslationSides& sides)
{
    source = sides.read(parameters, "d_x", "source", {Modality::Text});
    target = sides.read(parameters, "d_y", "target", {Modality::Visual});
    regression = parameters.size("reg", regression);
    outputs = parameters.size("out_dim", outputs);
    layers = parameters.size("layers", layers);
    bidirectional = parameters.flag("bidirectional", bidirectional);
    cell = cellKindFrom(parameters.choice("cell", {"lstm", "gru"}));
    attention = parameters.flag("attention", attention);
    learning = TranslationLearning::fromJson(parameters, 1.0);
}

TranslationLearning TranslationLearning::fromJson(HyperParameters& parameters, double usualWeight)
{
    TranslationLearning learning;
    learning.teacherForcing = parameters.number("teacher_forcing", 0.0, 1.0, learning.teacherForcing);
    learning.weight = parameters.number("translation_weight", 0.0, 1e6, usualWeight);
    learning.finetune = parameters.flag("finetune", learning.finetune);
    return learning;
}

double TranslationLearning::shareOf(const TrainingStep& step) const
{
    if (teacherForcing >= 0.0)
        return teacherForcing;
    if (step.epochs < 2)
        return 1.0;
    return 1.0 - static_cast<double>(step.epoch) / static_cast<double>(step.epochs - 1);
}

TranslationModel::TranslationModel(TranslationSide source, TranslationSide target, TranslationSide then,
                                   const TranslationLearning& learning)
    : m_source(std::move(source))
    , m_target(std::move(target))
    , m_then(std::move(then))
    , m_learning(learning)
{
}

bool TranslationModel::takesUnaligned() const
{
    const auto isOne = [](const TranslationSide& side) { return side.modalities.size() <= 1; };
    return isOne(m_source) && isOne(m_target) && isOne(m_then);
}

NamedTensors TranslationModel::inputsFrom(const ModalityBatch& batch) const
{
    NamedTensors inputs{{"x", m_source.rowsOf(batch)}, {"lengths", m_source.lengthsOf(batch)}};
    const auto addTarget = [&](const TranslationSide& side, const std::string& name) {
        if (side.modalities.empty())
            return;
        inputs.emplace(name, side.rowsOf(batch));
        inputs.emplace(name + "_lengths", side.targetLengthsOf(batch));
    };
    addTarget(m_target, "target");
    addTarget(m_then, "then");
    inputs.insert(batch.extras.begin(), batch.extras.end());
    return inputs;
}

NamedTensors TranslationModel::lessonOf(const ModalityBatch& batch) const
{
    NamedTensors lesson = inputsOf(batch);
    lesson.at("target_lengths") = m_target.targetLengthsOf(batch);
    if (!m_then.modalities.empty())
        lesson.at("then_lengths") = m_then.targetLengthsOf(batch);
    return lesson;
}

std::int64_t TranslationModel::stepsOf(const NamedTensors& inputs, const std::string& target)
{
    if (const auto steps = inputs.find("steps"); steps != inputs.end())
        return steps->second.item<std::int64_t>();
    const auto found = inputs.find(target);
    return (found == inputs.end() ? requiredInput(inputs, "x") : found->second).size(1);
}

void TranslationModel::begin(const EachBatch& training, std::uint64_t /*seed*/)
{
    bool hasSource = false;
    training([&](const ModalityBatch& batch) {
        hasSource = hasSource || m_source.targetLengthsOf(batch).max().item<std::int64_t>() > 0;
    });
    if (!hasSource)
        throw FormatError("no_source", "fold train",
                          "has no " + m_source.name()
                              + " to translate from; model.source names what the model reads");
}

torch::Tensor TranslationModel::stageLoss(const std::string& stage, const TrainingStep& step)
{
    if (stage == "joint")
        return objective(step);
    if (stage == "regress")
        return step.task(forward(step.batch).prediction, step.truths);
    return translationLoss(stage, lessonOf(step.batch), m_learning.shareOf(step));
}

double TranslationModel::stageFigure(const std::string& stage, const EachBatch& validation)
{
    const torch::NoGradGuard noGradient;
    double sum = 0.0, weights = 0.0;
    validation([&](const ModalityBatch& batch) {
        const NamedTensors lesson = lessonOf(batch);
        const char* const lengths = stage == "translate2" ? "then_lengths" : "target_lengths";
        const auto weight = lesson.at(lengths).sum().item<double>();
        sum += translationLoss(stage, lesson, 0.0).item<double>() * weight;
        weights += weight;
    });
    if (weights == 0.0)
        throw FormatError("no_target", "fold valid", "has no " + m_target.name() + " to translate to");
    return sum / weights;
}

std::vector<ModelFigure> TranslationModel::figures(const EachBatch& fold)
{
    const torch::NoGradGuard noGradient;
    std::vector<std::string> names;
    std::map<std::string, TranslationScores> scores;
    AttentionHits hits;
    fold([&](const ModalityBatch& batch) {
        const NamedTensors lesson = lessonOf(batch);
        if (isWithoutTarget(lesson))
            return;
        for (const Written& written : write(lesson)) {
            if (std::ranges::find(names, written.figures) == names.end())
                names.push_back(written.figures);
            if (written.output.defined())
                addSteps(scores[written.figures], written);
            if (written.attention.defined() && written.figures == names.front())
                hits.add(written);
        }
    });
    std::vector<ModelFigure> figures;
    for (const std::string& name : names) {
        const TranslationScores& own = scores[name];
        figures.insert(figures.end(),
                       {{name + "_mse", own.meanSquareError()},
                        {name + "_ratio", own.ratio()},
                        {name + "_r", own.correlation()}});
    }
    if (!names.empty())
        figures.push_back({"attention_on_step", hits.share()});
    return figures;
}

void TranslationModel::showInUnits(NamedTensors& outputs, const Normalisation& scales) const
{
    const auto rescale = [&](const char* name, const TranslationSide& side) {
        const auto found = outputs.find(name);
        if (found == outputs.end())
            return;
        std::vector<float> mean, deviation;
        for (const Modality modality : side.modalities) {
            const FeatureScale& scale = scales[static_cast<std::size_t>(modality)];
            mean.insert(mean.end(), scale.mean.begin(), scale.mean.end());
            deviation.insert(deviation.end(), scale.deviation.begin(), scale.deviation.end());
        }
        const auto perFeature = [&](const std::vector<float>& values) {
            return torch::tensor(values).to(found->second.options()).view({1, -1, 1, 1});
        };
        found->second = found->second * perFeature(deviation) + perFeature(mean);
    };
    rescale(kTranslated, m_target);
    rescale(kTranslated2, m_then);
}

void addTranslated(NamedTensors& outputs, const std::string& name, const torch::Tensor& written,
                   const NamedTensors& inputs, const std::string& truth)
{
    const auto found = inputs.find(truth);
    if (found != inputs.end())
        outputs.emplace(name, torch::stack({found->second, written}, 1).permute({0, 3, 1, 2}));
}

DisplayCard translatedCard(const std::string& output, const std::string& title)
{
    return {
        output, title, {"feature", "side", "step"}, {{}, {"true", "translated"}, {}}, DisplayScale::Signed};
}

DisplayCard translationAttentionCard(const std::string& output, const std::string& title)
{
    return {output, title, {"target_step", "step"}, {{}, {}}, DisplayScale::Share};
}

DisplayCard regressionAttentionCard()
{
    return {"regression_attention", "Attention of the score", {"step"}, {{}}, DisplayScale::Share};
}

}
