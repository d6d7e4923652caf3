#include "engine/models/networks/ready.h"

#include "engine/core/error.h"
#include "engine/parts/text/english_text.h"

namespace engine {

namespace {

constexpr std::int64_t kClasses = 7; // of a face: neutral, happiness, surprise, sadness, anger, disgust, fear
constexpr std::int64_t kLookColumns = 2 + kClasses;
constexpr double kSentimentEnd = 3.0;
constexpr std::array<std::int64_t, Ready::kEmotions> kClassOfEmotion{1, 2, 4,
                                                                     3, 5, 6}; // happy, surprise, anger, …

/// What one part says of a segment. It has a say where there is something that it can be about.
struct PartSays {
    torch::Tensor value; ///< B × what is said
    torch::Tensor hasSay; ///< B, 0 or 1
    torch::Tensor isOn; ///< B, 0 or 1
    torch::Tensor weight; ///< one number
};

/// The weighed mean over those that have a say; 0 where none has.
torch::Tensor weighedMean(const std::vector<PartSays>& parts)
{
    torch::Tensor sum, weights;
    for (const PartSays& part : parts) {
        const torch::Tensor weight = part.weight * part.hasSay;
        const torch::Tensor said = (weight * part.isOn).unsqueeze(1) * part.value;
        sum = sum.defined() ? sum + said : said;
        weights = weights.defined() ? weights + weight : weight;
    }
    return sum / weights.clamp_min(1e-6).unsqueeze(1);
}

/// Between the rows of a table at −1, 0 and 1. @param at  B
torch::Tensor between(const torch::Tensor& table, const torch::Tensor& at)
{
    const torch::Tensor up = at.clamp(0, 1).unsqueeze(1), down = (-at).clamp(0, 1).unsqueeze(1);
    return table[1] * (1 - up - down) + table[2] * up + table[0] * down;
}

/// The mean of the frames in which a face is found, B × kLookColumns; its first column is their share.
torch::Tensor meanLooks(const torch::Tensor& looks, const torch::Tensor& counts)
{
    torch::Tensor means = torch::zeros({counts.size(0), kLookColumns});
    const torch::Tensor plain = counts.to(torch::kCPU);
    std::int64_t first = 0;
    for (std::int64_t row = 0; row < plain.size(0); ++row) {
        const std::int64_t count = plain[row].item<std::int64_t>();
        const torch::Tensor sum = looks.narrow(0, first, count).sum(0);
        means[row] = sum / sum[0].clamp_min(1.0);
        first += count;
    }
    return means.to(looks.device());
}

}

Ready::Ready(const Installation& installation)
    : m_sentimentWeights(register_buffer("sentiment_weights", torch::ones({2})))
    , m_emotionWeights(register_buffer("emotion_weights", torch::ones({3})))
    , m_byValence(register_buffer("by_valence", torch::zeros({3, static_cast<std::int64_t>(kEmotions)})))
    , m_byArousal(register_buffer("by_arousal", torch::zeros({3, static_cast<std::int64_t>(kEmotions)})))
    , m_scale(register_buffer("scale", torch::ones({static_cast<std::int64_t>(kOutputs)})))
    , m_offset(register_buffer("offset", torch::zeros({static_cast<std::int64_t>(kOutputs)})))
{
    if (hasPart(installation, kValencePart))
        m_valence.emplace(installation);
}

NamedTensors Ready::inputsFrom(const ModalityBatch& batch) const
{
    const std::int64_t rows = batch.lengths.size(0);
    NamedTensors inputs = batch.media;
    if (!inputs.contains("looks")) {
        inputs["looks"] = torch::zeros({0, kLookColumns});
        inputs["v_lens"] = torch::zeros({rows}, torch::kInt64);
    }
    if (!inputs.contains("voice"))
        inputs["voice"] = torch::zeros({rows, 3});
    const auto words = batch.extras.find("words");
    inputs["words"] = words == batch.extras.end() ? torch::zeros({rows, 3}) : words->second;
    if (!inputs.contains("on"))
        inputs["on"] = torch::ones({rows, 3});
    return inputs;
}

FusionOutput Ready::run(const NamedTensors& inputs, Displays displays)
{
    const torch::Tensor looks = requiredInput(inputs, "looks");
    const torch::Tensor face = meanLooks(looks, requiredInput(inputs, "v_lens"));
    const torch::Tensor voice = requiredInput(inputs, "voice"), words = requiredInput(inputs, "words");
    const torch::Tensor on = requiredInput(inputs, "on");
    const torch::Tensor sentiment = words.select(1, 0), arousal = voice.select(1, 0);
    const torch::Tensor hasWords = (words.select(1, 1) > 0).to(torch::kFloat32);
    const torch::Tensor hasVoice = (voice.select(1, 1) > 0).to(torch::kFloat32);
    const torch::Tensor hasFace = (face.select(1, 0) > 0).to(torch::kFloat32);
    const auto isOn = [&](Modality modality) { return on.select(1, static_cast<std::int64_t>(modality)); };
    const torch::Tensor classes
        = torch::tensor(std::vector<std::int64_t>(kClassOfEmotion.begin(), kClassOfEmotion.end()))
        + 1; // behind `found`
    const torch::Tensor one = torch::ones({1});
    const torch::Tensor saidOfSentiment
        = weighedMean({{sentiment.unsqueeze(1), hasWords, isOn(Modality::Text), m_sentimentWeights[0]},
                       {kSentimentEnd * face.select(1, kLookColumns - 1).unsqueeze(1), hasFace,
                        isOn(Modality::Visual), m_sentimentWeights[1]}});
    const torch::Tensor saidOfArousal
        = weighedMean({{arousal.unsqueeze(1), hasVoice, isOn(Modality::Acoustic), one}});
    const torch::Tensor saidOfEmotions = weighedMean(
        {{between(m_byValence, sentiment / kSentimentEnd), hasWords, isOn(Modality::Text),
          m_emotionWeights[0]},
         {between(m_byArousal, arousal), hasVoice, isOn(Modality::Acoustic), m_emotionWeights[1]},
         {face.index_select(1, classes), hasFace, isOn(Modality::Visual), m_emotionWeights[2]}});
    FusionOutput output;
    output.prediction = torch::cat({saidOfSentiment, saidOfArousal, saidOfEmotions}, 1) * m_scale + m_offset;
    if (displays == Displays::Yes && looks.size(0) > 0) // sound alone has no pictures
        output.outputs["seen_by_frame"] = looks.narrow(1, 1, kClasses);
    return output;
}

std::vector<DisplayCard> Ready::displays() const
{
    return {{"seen_by_frame",
             "Expression, picture by picture",
             {kFrameAxis, "unit"},
             {{}, {"neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear"}},
             DisplayScale::Share}};
}

NamedTensors Ready::extrasOf(const std::vector<std::string>& transcripts) const
{
    if (transcripts.empty() || !m_valence)
        return {};
    torch::Tensor words = torch::zeros({static_cast<std::int64_t>(transcripts.size()), 3});
    for (std::size_t i = 0; i < transcripts.size(); ++i) {
        if (transcripts[i].empty() || !looksEnglish(transcripts[i], *m_valence))
            continue;
        const TextValence rated = m_valence->valenceOf(transcripts[i]);
        words[static_cast<std::int64_t>(i)]
            = torch::tensor({rated.valence, static_cast<double>(rated.wordsFound), 1.0}, torch::kFloat32);
    }
    return {{"words", words}};
}

torch::Tensor Ready::objective(const TrainingStep& /*step*/)
{
    throw FormatError(
        "bad_config", "model.class",
        "is Ready, which is not trained: its parts learnt, and its few numbers stand in its card");
}

}
