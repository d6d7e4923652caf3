#include "engine/models/fusion/mctn.h"

#include "engine/models/layers/translation_loss.h"

namespace engine {

MctnOptions MctnOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    MctnOptions options;
    const TranslationSides sides(parameters);
    options.source = sides.read(parameters, "d_x", "source", {Modality::Text});
    options.target = sides.read(parameters, "d_y", "target", {Modality::Visual});
    if (config.contains("then") || config.contains("d_z"))
        options.then = sides.read(parameters, "d_z", "then", {});
    options.hidden = parameters.size("h", options.hidden);
    options.regression = parameters.size("reg", options.regression);
    options.outputs = parameters.size("out_dim", 1);
    options.bidirectional = parameters.flag("bidirectional", true);
    options.cycleWeight = parameters.number("cycle_weight", 0.0, 1e6, options.cycleWeight);
    options.regressorPenalty = parameters.number("reg_l2", 0.0, 1e6, options.regressorPenalty);
    options.learning = TranslationLearning::fromJson(parameters, 0.1);
    parameters.rejectUnknown();
    return options;
}

nlohmann::json MctnOptions::defaults()
{
    return {{"model",
             {{"source", {"text"}}, {"target", {"acoustic"}}, {"then", {"visual"}}, {"h", 32}, {"reg", 32}}},
            {"training", {{"lr", 1e-3}, {"batch", 32}, {"epochs", 60}, {"patience", 20}}}};
}

Mctn::Mctn(const MctnOptions& options)
    : TranslationModel(options.source, options.target, options.then, options.learning)
    , m_options(options)
    , m_encoder(register_module(
          "encoder",
          SequenceEncoder(CellKind::Lstm,
                          RecurrentSizes{options.source.width, options.hidden, 1, options.bidirectional})))
    , m_forward(
          register_module("decoder_f", AttentionDecoder(DecoderSizes{options.target.width, options.hidden})))
    , m_back(
          register_module("decoder_b", AttentionDecoder(DecoderSizes{options.source.width, options.hidden})))
    , m_bridge(register_module("bridge", torch::nn::Linear(options.target.width, options.source.width)))
{
    if (options.then.width > 0) {
        m_encoder2 = register_module(
            "encoder2",
            SequenceEncoder(CellKind::Lstm,
                            RecurrentSizes{options.hidden, options.hidden, 1, options.bidirectional}));
        m_decoder2
            = register_module("decoder2", AttentionDecoder(DecoderSizes{options.then.width, options.hidden}));
    }
    m_regressor = register_module("regressor",
                                  SequenceRegressor(options.hidden, options.regression, options.outputs));
}

Encoded Mctn::encode(const NamedTensors& inputs)
{
    const torch::Tensor& x = requiredInput(inputs, "x");
    return m_encoder(x, lengthsOf(inputs, x));
}

Encoded Mctn::jointOf(const Encoded& source)
{
    return m_encoder2 ? m_encoder2(source.sequence, source.lengths) : source;
}

Mctn::Round Mctn::roundTrip(const Encoded& source, std::int64_t steps, const torch::Tensor& lengths,
                            std::int64_t sourceSteps)
{
    Decoded there = m_forward->decode(source, steps, Teacher());
    const Encoded back = m_encoder(m_bridge(there.outputs), lengths);
    return {source, back, std::move(there), m_back->decode(back, sourceSteps, Teacher())};
}

FusionOutput Mctn::run(const NamedTensors& inputs, Displays displays)
{
    const Encoded source = encode(inputs);
    const Encoded joint = jointOf(source);
    const Regressed regressed = m_regressor(joint);
    FusionOutput output{regressed.prediction, {}};
    if (displays == Displays::No)
        return output;
    const torch::Tensor own = optionalInput(inputs, "target_lengths");
    const Round round = roundTrip(source, stepsOf(inputs, "target"),
                                  own.defined() ? own.clamp_min(1) : source.lengths, source.sequence.size(1));
    output.outputs = {{"translation", round.there.outputs},          {"back_translation", round.home.outputs},
                      {"attention_f", round.there.attention},        {"attention_b", round.home.attention},
                      {"regression_attention", regressed.attention}, {"joint", joint.sequence}};
    addTranslated(output.outputs, kTranslated, round.there.outputs, inputs, "target");
    if (m_decoder2) {
        const Decoded z = m_decoder2->decode(joint, stepsOf(inputs, "then"), Teacher());
        addTranslated(output.outputs, kTranslated2, z.outputs, inputs, "then");
        output.outputs.emplace("translation_z", z.outputs);
        output.outputs.emplace("attention_z", z.attention);
    }
    return output;
}

torch::Tensor Mctn::cycleLoss(const NamedTensors& lesson, const Encoded& source)
{
    const torch::Tensor& truth = requiredInput(lesson, "target");
    const torch::Tensor& lengths = requiredInput(lesson, "target_lengths");
    const torch::Tensor& x = requiredInput(lesson, "x");
    const Round round = roundTrip(source, truth.size(1), lengths.clamp_min(1), x.size(1));
    return m_learning.weight * sequenceError(round.there.outputs, truth, lengths)
        + m_options.cycleWeight * sequenceError(round.home.outputs, x, source.lengths);
}

torch::Tensor Mctn::objective(const TrainingStep& step)
{
    const NamedTensors lesson = lessonOf(step.batch);
    const Encoded source = encode(lesson);
    const Encoded joint = jointOf(source);
    torch::Tensor loss = step.task(m_regressor(joint).prediction, step.truths) + cycleLoss(lesson, source);
    if (m_decoder2) {
        const torch::Tensor& z = requiredInput(lesson, "then");
        loss = loss
            + m_learning.weight
                * sequenceError(m_decoder2->decode(joint, z.size(1), Teacher()).outputs, z,
                                requiredInput(lesson, "then_lengths"));
    }
    return loss + m_options.regressorPenalty * m_regressor->squaredKernels();
}

torch::Tensor Mctn::translationLoss(const std::string& /*stage*/, const NamedTensors& lesson,
                                    double /*share*/)
{
    return cycleLoss(lesson, encode(lesson));
}

std::vector<Written> Mctn::write(const NamedTensors& lesson)
{
    const Encoded source = encode(lesson);
    const torch::Tensor& truth = requiredInput(lesson, "target");
    const torch::Tensor& lengths = requiredInput(lesson, "target_lengths");
    const torch::Tensor& x = requiredInput(lesson, "x");
    const Round round = roundTrip(source, truth.size(1), lengths.clamp_min(1), x.size(1));
    std::vector<Written> written{
        {"translation", round.there.outputs, truth, lengths, round.there.attention, source.lengths},
        {"back_translation", round.home.outputs, x, requiredInput(lesson, "lengths"), {}, {}}};
    if (m_decoder2) {
        const Encoded joint = jointOf(source);
        const torch::Tensor& z = requiredInput(lesson, "then");
        written.push_back({"translation2",
                           m_decoder2->decode(joint, z.size(1), Teacher()).outputs,
                           z,
                           requiredInput(lesson, "then_lengths"),
                           {},
                           {}});
    }
    return written;
}

torch::Tensor Mctn::caseLoss(const std::string& kind, const NamedTensors& inputs, const FusionOutput& output)
{
    if (kind != "mctn")
        return FusionModel::caseLoss(kind, inputs, output);
    const torch::Tensor lengths = optionalInput(inputs, "lengths");
    const torch::Tensor truths = requiredInput(inputs, "y").view_as(output.prediction);
    return (output.prediction - truths).abs().mean()
        + m_learning.weight
        * sequenceError(output.outputs.at("translation"), requiredInput(inputs, "target"), lengths)
        + m_options.cycleWeight
        * sequenceError(output.outputs.at("back_translation"), requiredInput(inputs, "x"), lengths);
}

std::vector<DisplayCard> Mctn::displays() const
{
    std::vector<DisplayCard> cards{
        translatedCard(kTranslated, "Translation beside the truth"),
        translationAttentionCard("attention_f", "Attention of the translation"),
        translationAttentionCard("attention_b", "Attention of the translation back")};
    if (m_decoder2) {
        cards.push_back(translatedCard(kTranslated2, "Second translation beside the truth"));
        cards.push_back(translationAttentionCard("attention_z", "Attention of the second translation"));
    }
    cards.push_back(regressionAttentionCard());
    return cards;
}

}
