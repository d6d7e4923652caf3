#include "engine/parts/voice/arousal_model.h"

#include "engine/core/error.h"
#include "engine/core/json_fields.h"
#include "engine/parts/installed_part.h"

#include <algorithm>
#include <cmath>
#include <fstream>

namespace engine {

namespace {

constexpr double kFarthest = 3.0; ///< deviations: a number that is farther off says no more
constexpr double kLeastDeviation = 1e-6;

bool hasVoice(const VoiceStretch& stretch)
{
    return stretch.voiced >= ArousalModel::kLeastVoice;
}

}

ArousalModel ArousalModel::read(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throw IoError("file_not_found", path.string(), "cannot be opened");
    const nlohmann::json json = nlohmann::json::parse(stream, nullptr, false);
    if (json.is_discarded())
        throw FormatError("part_damaged", path.string(), "is no JSON");
    JsonFields fields(json, {"part_damaged", path.string(), {}});
    const std::vector<std::string> names = voiceFunctionalNames();
    ArousalModel model;
    model.m_ofEveryone.bias = fields.at("bias", "a number").number();
    for (const JsonValue& item : fields.items("numbers")) {
        JsonFields number = item.fields();
        const auto place = std::ranges::find(names, number.text("name"));
        if (place == names.end())
            number.complain("names no functional of eGeMAPS");
        model.m_places.push_back(static_cast<std::size_t>(place - names.begin()));
        model.m_everyone.means.push_back(number.at("mean", "a number").number());
        model.m_everyone.deviations.push_back(number.at("deviation", "a number above 0").positive());
        model.m_ofEveryone.weights.push_back(number.at("weight", "a number").number());
        model.m_ofKnown.weights.push_back(number.at("weight_of_known", "a number").number());
        number.close();
    }
    fields.close();
    return model;
}

ArousalModel ArousalModel::installed(const Installation& installation)
{
    return read(openPart(installation, kArousalPart).file("arousal.json"));
}

std::vector<double> ArousalModel::numbersOf(const VoiceStretch& stretch) const
{
    std::vector<double> numbers;
    for (const std::size_t place : m_places)
        numbers.push_back(static_cast<double>(stretch.functionals[place]));
    return numbers;
}

std::optional<UsualVoice> ArousalModel::usualVoice(std::span<const VoiceStretch> ofOneVoice) const
{
    double voiced = 0.0;
    std::vector<std::vector<double>> all;
    for (const VoiceStretch& stretch : ofOneVoice) {
        if (!hasVoice(stretch))
            continue;
        voiced += stretch.voiced;
        all.push_back(numbersOf(stretch));
    }
    if (voiced < kKnownVoice)
        return std::nullopt;
    UsualVoice usual{std::vector<double>(m_places.size()), std::vector<double>(m_places.size())};
    const auto count = static_cast<double>(all.size());
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        for (const std::vector<double>& numbers : all)
            usual.means[i] += numbers[i] / count;
        for (const std::vector<double>& numbers : all)
            usual.deviations[i] += (numbers[i] - usual.means[i]) * (numbers[i] - usual.means[i]) / count;
        usual.deviations[i] = std::max(kLeastDeviation, std::sqrt(usual.deviations[i]));
    }
    return usual;
}

double ArousalModel::answer(const Weighed& weighed, const UsualVoice& scale, std::span<const double> numbers)
{
    double sum = weighed.bias;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        sum += weighed.weights[i]
            * std::clamp((numbers[i] - scale.means[i]) / scale.deviations[i], -kFarthest, kFarthest);
    return std::tanh(sum / 2.0); // 0.46 one deviation from the middle of those who were learnt from
}

std::optional<double> ArousalModel::arousalOf(const VoiceStretch& stretch,
                                              const std::optional<UsualVoice>& usual) const
{
    if (!hasVoice(stretch))
        return std::nullopt;
    const std::vector<double> numbers = numbersOf(stretch);
    return usual ? answer(m_ofKnown, *usual, numbers) : answer(m_ofEveryone, m_everyone, numbers);
}

}
