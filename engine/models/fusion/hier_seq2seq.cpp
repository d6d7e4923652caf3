#include "engine/models/fusion/hier_seq2seq.h"

#include "engine/models/layers/translation_loss.h"

namespace engine {

HierSeq2SeqOptions HierSeq2SeqOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    HierSeq2SeqOptions options;
    const TranslationSides sides(parameters);
    options.read(parameters, sides);
    options.then = sides.read(parameters, "d_z", "then", {Modality::Acoustic});
    options.hidden1 = parameters.size("h1", options.hidden1);
    options.hidden2 = parameters.size("h2", options.hidden2);
    parameters.rejectUnknown();
    return options;
}

nlohmann::json HierSeq2SeqOptions::defaults()
{
    return {{"model",
             {{"source", {"text"}},
              {"target", {"visual"}},
              {"then", {"acoustic"}},
              {"h1", 32},
              {"h2", 32},
              {"reg", 32},
              {"teacher_forcing", 0.0}}},
            {"training", {{"lr", 3e-3}, {"batch", 32}, {"epochs", 60}, {"patience", 20}}}};
}

namespace {

SequenceEncoder encoderOf(const HierSeq2SeqOptions& options, std::int64_t inputs, std::int64_t hidden)
{
    return SequenceEncoder(options.cell,
                           RecurrentSizes{inputs, hidden, options.layers, options.bidirectional});
}

AttentionDecoder decoderOf(const HierSeq2SeqOptions& options, std::int64_t outputs, std::int64_t hidden)
{
    return AttentionDecoder(DecoderSizes{outputs, hidden, 0, options.cell, options.attention});
}

}

HierSeq2Seq::HierSeq2Seq(const HierSeq2SeqOptions& options)
    : TranslationModel(options.source, options.target, options.then, options.learning)
    , m_options(options)
    , m_encoder1(register_module("encoder1", encoderOf(options, options.source.width, options.hidden1)))
    , m_decoder1(register_module("decoder1", decoderOf(options, options.target.width, options.hidden1)))
    , m_encoder2(register_module("encoder2", encoderOf(options, options.hidden1, options.hidden2)))
    , m_decoder2(register_module("decoder2", decoderOf(options, options.then.width, options.hidden2)))
    , m_regressor(register_module("regressor",
                                  SequenceRegressor(options.hidden2, options.regression, options.outputs)))
{
}

HierSeq2Seq::Levels HierSeq2Seq::encode(const NamedTensors& inputs)
{
    const torch::Tensor& x = requiredInput(inputs, "x");
    const Encoded first = m_encoder1(x, lengthsOf(inputs, x));
    return {first, m_encoder2(first.sequence, first.lengths)};
}

FusionOutput HierSeq2Seq::run(const NamedTensors& inputs, Displays displays)
{
    const Levels levels = encode(inputs);
    const Regressed regressed = m_regressor(levels.second);
    FusionOutput output{regressed.prediction, {}};
    if (displays == Displays::No)
        return output;
    const Decoded y = m_decoder1->decode(levels.first, stepsOf(inputs, "target"), Teacher());
    const Decoded z = m_decoder2->decode(levels.second, stepsOf(inputs, "then"), Teacher());
    output.outputs = {{"translation_y", y.outputs},
                      {"translation_z", z.outputs},
                      {"regression_attention", regressed.attention},
                      {"joint_xy", levels.first.sequence},
                      {"joint_xyz", levels.second.sequence}};
    addTranslated(output.outputs, kTranslated, y.outputs, inputs, "target");
    addTranslated(output.outputs, kTranslated2, z.outputs, inputs, "then");
    if (m_options.attention) {
        output.outputs.emplace("attention_y", y.attention);
        output.outputs.emplace("attention_z", z.attention);
    }
    return output;
}

torch::Tensor HierSeq2Seq::lossOf(AttentionDecoder& decoder, const Encoded& encoded,
                                  const NamedTensors& lesson, const std::string& target, double share)
{
    const torch::Tensor& truth = requiredInput(lesson, target);
    return sequenceError(decoder->decode(encoded, truth.size(1), {truth, share}).outputs, truth,
                         requiredInput(lesson, target + "_lengths"));
}

torch::Tensor HierSeq2Seq::translationLoss(const std::string& stage, const NamedTensors& lesson, double share)
{
    const Levels levels = encode(lesson);
    return stage == "translate2" ? lossOf(m_decoder2, levels.second, lesson, "then", share)
                                 : lossOf(m_decoder1, levels.first, lesson, "target", share);
}

torch::Tensor HierSeq2Seq::objective(const TrainingStep& step)
{
    const NamedTensors lesson = lessonOf(step.batch);
    const double share = m_learning.shareOf(step);
    const Levels levels = encode(lesson);
    return step.task(m_regressor(levels.second).prediction, step.truths)
        + m_learning.weight
        * (lossOf(m_decoder1, levels.first, lesson, "target", share)
           + lossOf(m_decoder2, levels.second, lesson, "then", share));
}

std::vector<Written> HierSeq2Seq::write(const NamedTensors& lesson)
{
    const Levels levels = encode(lesson);
    const auto written = [&](const std::string& figures, AttentionDecoder& decoder, const Encoded& encoded,
                             const std::string& target) -> Written {
        const torch::Tensor& truth = requiredInput(lesson, target);
        const Decoded decoded = decoder->decode(encoded, truth.size(1), Teacher());
        return {figures,           decoded.outputs, truth, requiredInput(lesson, target + "_lengths"),
                decoded.attention, encoded.lengths};
    };
    return {written("translation", m_decoder1, levels.first, "target"),
            written("translation2", m_decoder2, levels.second, "then")};
}

std::vector<StageOffer> HierSeq2Seq::stages() const
{
    std::vector<std::string> ofRegression{"regressor."};
    if (m_learning.finetune)
        ofRegression.insert(ofRegression.end(), {"encoder1.", "encoder2."});
    return {{"translate", {"encoder1.", "decoder1."}, false, "translation_mse"},
            {"translate2", {"encoder2.", "decoder2."}, false, "translation2_mse"},
            {"regress", ofRegression},
            {"joint"}};
}

std::vector<DisplayCard> HierSeq2Seq::displays() const
{
    std::vector<DisplayCard> cards{translatedCard(kTranslated, "Translation beside the truth"),
                                   translatedCard(kTranslated2, "Second translation beside the truth")};
    if (m_options.attention)
        cards.insert(cards.end(),
                     {translationAttentionCard("attention_y", "Attention of the first translation"),
                      translationAttentionCard("attention_z", "Attention of the second translation")});
    cards.push_back(regressionAttentionCard());
    return cards;
}

}
