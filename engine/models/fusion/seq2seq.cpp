#include "engine/models/fusion/seq2seq.h"

#include "engine/core/error.h"
#include "engine/models/layers/codebook.h"
#include "engine/models/layers/padding.h"
#include "engine/models/layers/translation_loss.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace engine {

namespace {

constexpr std::int64_t usualCodes = 256;
constexpr std::int64_t lloydIterations = 20;
constexpr std::int64_t mostBeams = 64;
constexpr std::int64_t mostSteps = 10'000;

TargetKind targetKindFrom(const std::string& name)
{
    return name == "tokens" ? TargetKind::Tokens
        : name == "codes"   ? TargetKind::Codes
                            : TargetKind::Continuous;
}

/// The marks of ids are always the same; weight exchange files name them.
void checkMarks(HyperParameters& parameters)
{
    const auto check = [&](const char* name, std::int64_t expected) {
        const double value = parameters.number(name, 0.0, 1e6, static_cast<double>(expected));
        if (value != static_cast<double>(expected))
            throw FormatError("bad_hyper_parameter", std::string("hyper-parameter \"") + name + '"',
                              "is " + std::to_string(static_cast<std::int64_t>(value)) + ", expected "
                                  + std::to_string(expected));
    };
    check("bos", TokenVocabulary::begin);
    check("eos", TokenVocabulary::end);
    check("unk", TokenVocabulary::unknown);
}

/// What costs time without being borne out by weights.
std::int64_t bounded(const char* name, std::int64_t value, std::int64_t most)
{
    if (value > most)
        throw FormatError("bad_hyper_parameter", std::string("hyper-parameter \"") + name + '"',
                          "is " + std::to_string(value) + ", expected at most " + std::to_string(most));
    return value;
}

torch::Tensor scalar(double value)
{
    return torch::tensor(static_cast<float>(value));
}

}

Seq2SeqOptions Seq2SeqOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    Seq2SeqOptions options;
    options.read(parameters, TranslationSides(parameters));
    options.hidden = parameters.size("h", options.hidden);
    options.readsFinalState = parameters.choice("representation", {"sequence", "final"}) == "final";
    options.kind = targetKindFrom(parameters.choice("target_kind", {"continuous", "tokens", "codes"}));
    const std::int64_t vocabulary = parameters.size("vocab", TokenVocabulary::marks + 1);
    const bool namesVocabulary = config.contains("vocab");
    options.vocabulary = options.kind != TargetKind::Continuous || namesVocabulary ? vocabulary : 0;
    options.padsIds = options.kind != TargetKind::Continuous;
    options.embedding = parameters.size("emb", options.embedding);
    options.words = parameters.texts("vocabulary");
    options.beam.width = bounded("beam", parameters.size("beam", options.beam.width), mostBeams);
    options.beam.steps = bounded("max_steps", parameters.size("max_steps", 1), mostSteps);
    options.beam.lengthPenalty = parameters.number("length_penalty", 0.0, 10.0, 0.0);
    parameters.size("min_count", 1); // settle() has read it
    parameters.number("pad", 0.0, 1e6, 0.0);
    checkMarks(parameters);
    parameters.rejectUnknown();
    return options;
}

nlohmann::json Seq2SeqOptions::defaults()
{
    return {{"model",
             {{"source", {"text"}},
              {"target", {"visual"}},
              {"h", 32},
              {"reg", 32},
              {"teacher_forcing", 0.0}}}, // measured: a teacher does not help
            {"training", {{"lr", 3e-3}, {"batch", 32}, {"epochs", 60}, {"patience", 20}}}};
}

void Seq2SeqOptions::settle(nlohmann::json& config, const TrainingFacts& facts)
{
    const std::string kind = config.value("target_kind", "continuous");
    if (kind == "tokens" && !config.contains("vocabulary")) {
        if (facts.transcripts.empty())
            throw FormatError("no_transcripts", "model.target_kind",
                              "is tokens, but the data have no transcripts to take words from");
        const auto most = config.value("vocab", std::size_t(10'000));
        const auto least = config.value("min_count", std::size_t(1));
        const TokenVocabulary vocabulary = TokenVocabulary::of(facts.transcripts, most, least);
        config["vocabulary"] = vocabulary.words();
        config["vocab"] = vocabulary.size();
        if (!config.contains("max_steps"))
            config["max_steps"] = vocabulary.idsOf(facts.transcripts).size(1);
    }
    if (kind == "codes" && !config.contains("vocab"))
        config["vocab"] = TokenVocabulary::marks
            + (facts.rows < usualCodes ? std::max<std::int64_t>(facts.rows / 4, 1) : usualCodes);
    if (kind != "tokens" && !config.contains("max_steps"))
        config["max_steps"] = facts.steps;
}

Seq2Seq::Seq2Seq(const Seq2SeqOptions& options)
    : TranslationModel(options.source, options.target, {}, options.learning)
    , m_options(options)
    , m_encoder(register_module("encoder",
                                SequenceEncoder(options.cell,
                                                RecurrentSizes{options.source.width, options.hidden,
                                                               options.layers, options.bidirectional})))
    , m_decoder(register_module(
          "decoder",
          AttentionDecoder(DecoderSizes{options.vocabulary > 0 ? options.vocabulary : options.target.width,
                                        options.hidden, options.vocabulary > 0 ? options.embedding : 0,
                                        options.cell, options.attention})))
    , m_regressor(
          register_module("regressor",
                          SequenceRegressor(options.hidden, options.readsFinalState ? 0 : options.regression,
                                            options.outputs)))
{
    if (options.kind == TargetKind::Codes)
        m_codebook = register_buffer(
            "codebook", torch::zeros({options.vocabulary - TokenVocabulary::marks, options.target.width}));
}

Encoded Seq2Seq::encode(const NamedTensors& inputs)
{
    const torch::Tensor& x = requiredInput(inputs, "x");
    return m_encoder(x, lengthsOf(inputs, x));
}

NamedTensors Seq2Seq::inputsFrom(const ModalityBatch& batch) const
{
    NamedTensors inputs = TranslationModel::inputsFrom(batch);
    if (m_options.kind == TargetKind::Tokens)
        inputs.emplace("steps", torch::tensor(m_options.beam.steps));
    return inputs;
}

FusionOutput Seq2Seq::run(const NamedTensors& inputs, Displays displays)
{
    const Encoded encoded = encode(inputs);
    const Regressed regressed = m_regressor(encoded);
    FusionOutput output{regressed.prediction, {}};
    if (displays == Displays::No)
        return output;
    const torch::Tensor teacher = optionalInput(inputs, "teacher");
    const Decoded decoded = m_decoder->decode(
        encoded, teacher.defined() ? teacher.size(1) : stepsOf(inputs, "target"), {teacher, 1.0});
    const bool showsCodes = m_options.kind == TargetKind::Codes && !teacher.defined();
    output.outputs = {{"translation", showsCodes ? featuresOf(decoded.outputs) : decoded.outputs},
                      {"joint", encoded.sequence}};
    if (decoded.attention.defined())
        output.outputs.emplace("attention", decoded.attention);
    if (regressed.attention.defined())
        output.outputs.emplace("regression_attention", regressed.attention);
    else
        output.outputs.emplace("joint_final", encoded.last);
    if (m_options.kind != TargetKind::Tokens && !teacher.defined())
        addTranslated(output.outputs, kTranslated, output.outputs.at("translation"), inputs, "target");
    if (writesWords())
        addHypotheses(output.outputs, encoded);
    return output;
}

torch::Tensor Seq2Seq::truthOf(const NamedTensors& lesson) const
{
    if (m_options.kind == TargetKind::Tokens)
        return requiredInput(lesson, "tokens");
    const torch::Tensor& target = requiredInput(lesson, "target");
    if (m_options.kind == TargetKind::Continuous)
        return target;
    const torch::Tensor ids = nearestCodes(target, m_codebook) + TokenVocabulary::marks;
    return ids.masked_fill(~validSteps(requiredInput(lesson, "target_lengths"), ids.size(1)),
                           TokenVocabulary::padding);
}

torch::Tensor Seq2Seq::featuresOf(const torch::Tensor& logits) const
{
    const torch::Tensor codes = logits.narrow(2, TokenVocabulary::marks, m_codebook.size(0)).argmax(2);
    return m_codebook.index_select(0, codes.flatten()).view({codes.size(0), codes.size(1), -1});
}

torch::Tensor Seq2Seq::translationLoss(const std::string& /*stage*/, const NamedTensors& lesson, double share)
{
    const torch::Tensor truth = truthOf(lesson);
    const torch::Tensor outputs = m_decoder->decode(encode(lesson), truth.size(1), {truth, share}).outputs;
    return writesIds() ? tokenLoss(outputs, truth, pad())
                       : sequenceError(outputs, truth, requiredInput(lesson, "target_lengths"));
}

torch::Tensor Seq2Seq::objective(const TrainingStep& step)
{
    const NamedTensors lesson = lessonOf(step.batch);
    const torch::Tensor truth = truthOf(lesson);
    const Encoded encoded = encode(lesson);
    const torch::Tensor outputs
        = m_decoder->decode(encoded, truth.size(1), {truth, m_learning.shareOf(step)}).outputs;
    const torch::Tensor translation = writesIds()
        ? tokenLoss(outputs, truth, pad())
        : sequenceError(outputs, truth, requiredInput(lesson, "target_lengths"));
    return step.task(m_regressor(encoded).prediction, step.truths) + m_learning.weight * translation;
}

std::vector<Written> Seq2Seq::write(const NamedTensors& lesson)
{
    if (m_options.kind == TargetKind::Tokens)
        return {};
    const Encoded encoded = encode(lesson);
    const torch::Tensor& target = requiredInput(lesson, "target");
    const Decoded decoded = m_decoder->decode(encoded, target.size(1), Teacher());
    return {{"translation", writesIds() ? featuresOf(decoded.outputs) : decoded.outputs, target,
             requiredInput(lesson, "target_lengths"), decoded.attention, encoded.lengths}};
}

std::vector<StageOffer> Seq2Seq::stages() const
{
    std::vector<std::string> ofRegression{"regressor."};
    if (m_learning.finetune)
        ofRegression.emplace_back("encoder.");
    return {
        {"translate", {"encoder.", "decoder."}, false, writesIds() ? "translation_loss" : "translation_mse"},
        {"regress", ofRegression},
        {"joint"}};
}

void Seq2Seq::begin(const EachBatch& training, std::uint64_t seed)
{
    TranslationModel::begin(training, seed);
    if (m_options.kind != TargetKind::Codes)
        return;
    std::vector<torch::Tensor> rows;
    training([&](const ModalityBatch& batch) {
        const torch::Tensor target = m_target.rowsOf(batch);
        rows.push_back(target.index({validSteps(m_target.targetLengthsOf(batch), target.size(1))}));
    });
    const torch::Tensor all = torch::cat(rows);
    if (all.size(0) < m_codebook.size(0))
        throw FormatError("bad_hyper_parameter", "model.vocab",
                          "is " + std::to_string(m_options.vocabulary) + ", but the training segments have "
                              + std::to_string(all.size(0)) + " rows to make codes of");
    m_codebook.copy_(codebookOf(all, m_codebook.size(0), lloydIterations, seed));
}

std::vector<ModelFigure> Seq2Seq::figures(const EachBatch& fold)
{
    std::vector<ModelFigure> figures = TranslationModel::figures(fold);
    if (writesIds()) {
        const std::vector<ModelFigure> ofIds = tokenFigures(fold);
        figures.insert(figures.end(), ofIds.begin(), ofIds.end());
    }
    return figures;
}

std::vector<ModelFigure> Seq2Seq::tokenFigures(const EachBatch& fold)
{
    const torch::NoGradGuard noGradient;
    double right = 0.0, count = 0.0, loss = 0.0, scores = 0.0, rows = 0.0;
    fold([&](const ModalityBatch& batch) {
        const NamedTensors lesson = lessonOf(batch);
        if (m_options.kind == TargetKind::Tokens && !lesson.contains("tokens"))
            return;
        const torch::Tensor ids = truthOf(lesson);
        const torch::Tensor counts = ids != TokenVocabulary::padding;
        const Encoded encoded = encode(lesson);
        const torch::Tensor greedy
            = greedyIds(m_decoder, encoded, ids.size(1), TokenVocabulary::end, TokenVocabulary::padding);
        const auto tokens = counts.sum().item<double>();
        right += ((greedy == ids) & counts).sum().item<double>();
        loss += tokenLoss(m_decoder->decode(encoded, ids.size(1), {ids, 1.0}).outputs, ids, pad())
                    .item<double>()
            * tokens;
        count += tokens;
        for (std::int64_t row = 0; row < ids.size(0) && m_options.kind == TargetKind::Tokens; ++row) {
            scores += beamSearch(m_decoder, rowOf(encoded, row), m_options.beam).front().score;
            rows += 1.0;
        }
    });
    const auto mean
        = [](double sum, double number) { return number > 0.0 ? std::optional(sum / number) : std::nullopt; };
    std::vector<ModelFigure> figures{
        {"token_accuracy", mean(right, count)},
        {"perplexity", count > 0.0 ? std::optional(std::exp(loss / count)) : std::nullopt}};
    if (m_options.kind == TargetKind::Tokens)
        figures.push_back({"beam_score", mean(scores, rows)});
    return figures;
}

NamedTensors Seq2Seq::extrasOf(const std::vector<std::string>& transcripts) const
{
    if (m_options.kind != TargetKind::Tokens || transcripts.empty())
        return {};
    return {{"tokens", TokenVocabulary(m_options.words).idsOf(transcripts)}};
}

torch::Tensor Seq2Seq::caseLoss(const std::string& kind, const NamedTensors& inputs,
                                const FusionOutput& output)
{
    const torch::Tensor& translation = output.outputs.at("translation");
    if (kind == "token_cross_entropy")
        return tokenLoss(translation, requiredInput(inputs, "teacher"), pad());
    if (kind != "masked_mse_plus_mae")
        return FusionModel::caseLoss(kind, inputs, output);
    const torch::Tensor truths = requiredInput(inputs, "target_y").view_as(output.prediction);
    return sequenceError(translation, requiredInput(inputs, "teacher"), optionalInput(inputs, "lengths"))
        + (output.prediction - truths).abs().mean();
}

bool Seq2Seq::writesWords() const
{
    return m_options.kind == TargetKind::Tokens && !m_options.words.empty();
}

/// `hypotheses` B × P × S, padded, and `hypothesis_scores` B × P: the likeliest first.
void Seq2Seq::addHypotheses(NamedTensors& outputs, const Encoded& encoded)
{
    const torch::NoGradGuard noGradient;
    const std::int64_t rows = encoded.last.size(0);
    const std::int64_t places = m_options.beam.width, steps = m_options.beam.steps;
    torch::Tensor ids = torch::full({rows, places, steps}, static_cast<float>(TokenVocabulary::padding));
    torch::Tensor scores = torch::full({rows, places}, std::numeric_limits<float>::quiet_NaN());
    for (std::int64_t row = 0; row < rows; ++row) {
        const std::vector<Hypothesis> found = beamSearch(m_decoder, rowOf(encoded, row), m_options.beam);
        for (std::int64_t place = 0; place < std::min<std::int64_t>(places, std::ssize(found)); ++place) {
            const Hypothesis& one = found[static_cast<std::size_t>(place)];
            scores[row][place] = one.score;
            for (std::int64_t step = 0; step < std::min<std::int64_t>(steps, std::ssize(one.ids)); ++step)
                ids[row][place][step] = static_cast<float>(one.ids[static_cast<std::size_t>(step)]);
        }
    }
    outputs.emplace("hypotheses", ids);
    outputs.emplace("hypothesis_scores", scores);
}

/// `beam_ids_R_P` and `beam_scores` B × P; of a single row `beam_ids_P` and P.
void Seq2Seq::addBeams(NamedTensors& outputs, const Encoded& encoded)
{
    const std::int64_t rows = encoded.last.size(0);
    std::vector<torch::Tensor> scores;
    for (std::int64_t row = 0; row < rows; ++row) {
        const std::vector<Hypothesis> found = beamSearch(m_decoder, rowOf(encoded, row), m_options.beam);
        std::vector<double> own;
        for (std::size_t place = 0; place < found.size(); ++place) {
            const std::string name
                = (rows == 1 ? "beam_ids_" : "beam_ids_" + std::to_string(row) + "_") + std::to_string(place);
            outputs.emplace(name, torch::tensor(found[place].ids, torch::kInt64).to(torch::kFloat32));
            own.push_back(found[place].score);
        }
        scores.push_back(torch::tensor(own, torch::kFloat32));
    }
    const torch::Tensor all = torch::stack(scores);
    outputs.emplace("beam_scores", rows == 1 ? all[0] : all);
    outputs.emplace("beam_score", all.select(1, 0).mean());
}

NamedTensors Seq2Seq::caseOutputs(const NamedTensors& inputs, const FusionOutput& output)
{
    const torch::NoGradGuard noGradient;
    const torch::Tensor teacher = optionalInput(inputs, "teacher");
    if (!teacher.defined())
        return {};
    const Encoded encoded = encode(inputs);
    if (!writesIds())
        return {{"translation_free", m_decoder->decode(encoded, teacher.size(1), Teacher()).outputs}};
    NamedTensors outputs;
    addBeams(outputs, encoded);
    const torch::Tensor greedy
        = greedyIds(m_decoder, encoded, m_options.beam.steps, TokenVocabulary::end, TokenVocabulary::padding);
    const std::int64_t steps = std::min(greedy.size(1), teacher.size(1));
    const torch::Tensor ids = teacher.narrow(1, 0, steps);
    const torch::Tensor counts = ids != pad();
    outputs.emplace("greedy_ids", greedy.to(torch::kFloat32));
    outputs.emplace("token_accuracy",
                    ((greedy.narrow(1, 0, steps) == ids) & counts).sum() / counts.sum().to(torch::kFloat32));
    outputs.emplace(
        "perplexity",
        scalar(std::exp(tokenLoss(output.outputs.at("translation"), teacher, pad()).item<double>())));
    return outputs;
}

std::vector<DisplayCard> Seq2Seq::displays() const
{
    std::vector<DisplayCard> cards;
    if (m_options.kind != TargetKind::Tokens)
        cards.push_back(translatedCard(kTranslated, "Translation beside the truth"));
    if (writesWords()) {
        cards.push_back({"hypothesis_scores", "Likeliest texts", {"hypothesis"}, {{}}, DisplayScale::Signed});
        cards.back().namedBy = "hypotheses";
        cards.back().vocabulary = m_options.words;
        cards.back().marks = TokenVocabulary::marks;
    }
    if (m_options.attention)
        cards.push_back(translationAttentionCard("attention", "Attention of the translation"));
    if (!m_options.readsFinalState)
        cards.push_back(regressionAttentionCard());
    return cards;
}

}
