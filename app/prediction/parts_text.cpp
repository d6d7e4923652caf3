#include "app/prediction/parts_text.h"

#include "engine/core/installation.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

struct PartsText {
    Q_DECLARE_TR_FUNCTIONS(app::PartsText)
};

using Part = widgets::ModalityList::Part;

/// A figure of the card; absent where it has none of this name.
std::optional<double> figureIn(const engine::ModelInfo& model, const char* modality, const char* name)
{
    const nlohmann::json training = model.card.value("training", nlohmann::json::object());
    const nlohmann::json measured = training.is_object()
        ? training.value("measured", nlohmann::json::object())
        : nlohmann::json::object();
    const nlohmann::json part = measured.is_object() ? measured.value(modality, nlohmann::json::object())
                                                     : nlohmann::json::object();
    const nlohmann::json value = part.is_object() ? part.value(name, nlohmann::json()) : nlohmann::json();
    return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

QString measuredText(const engine::ModelInfo& model, engine::Modality modality)
{
    const auto figure = [&](const char* part, const char* name) {
        return widgets::shownNumber(figureIn(model, part, name).value_or(std::nan("")), 2, 'f');
    };
    const auto count = [&](const char* part) {
        return QLocale().toString(static_cast<int>(figureIn(model, part, "n").value_or(0.0)));
    };
    switch (modality) {
    case engine::Modality::Text:
        if (figureIn(model, "text", "n"))
            return PartsText::tr("measured on CMU-MOSI, %1 texts: r %2")
                .arg(count("text"), figure("text", "r"));
        break;
    case engine::Modality::Acoustic:
        if (figureIn(model, "acoustic", "n"))
            return PartsText::tr(
                       "measured on RAVDESS, %1 acted utterances: AUC %2, once the voice is known %3")
                .arg(count("acoustic"), figure("acoustic", "auc"), figure("acoustic", "auc_known"));
        break;
    case engine::Modality::Visual:
        if (figureIn(model, "visual", "n"))
            return PartsText::tr("measured on FER+, %1 faces: %2 of seven classes, valence r %3")
                .arg(count("visual"), figure("visual", "accuracy"), figure("visual", "r"));
        break;
    }
    return {};
}

/// The numbers that the parts found.
class FoundNumbers {
public:
    explicit FoundNumbers(std::span<const float> numbers) : m_numbers(numbers) { }
    double at(engine::PartNumber number) const
    {
        return static_cast<double>(m_numbers[static_cast<std::size_t>(number)]);
    }
    int count(engine::PartNumber number) const { return static_cast<int>(std::lround(at(number))); }

private:
    std::span<const float> m_numbers;
};

/// Where the part of a modality is not installed.
QString missingText(engine::Modality modality)
{
    constexpr std::array parts{"valence", "arousal", "expression"}; // in the order of allModalities
    static const std::array areThere = [&] { // looked up once: answers come while a person drags
        const engine::Installation installed = engine::Installation::ofThisProgram();
        std::array<bool, parts.size()> found{};
        std::ranges::transform(parts, found.begin(),
                               [&](const char* part) { return !installed.part(part).empty(); });
        return found;
    }();
    const char* part = parts.at(static_cast<std::size_t>(modality));
    return !areThere.at(static_cast<std::size_t>(modality))
        ? PartsText::tr("the part %1 is not installed (package polylogue-parts)").arg(QLatin1String(part))
        : QString();
}

QString wordsText(const FoundNumbers& found)
{
    using enum engine::PartNumber;
    if (found.count(AreEnglish) == 0)
        return PartsText::tr("no English words here");
    if (found.count(RatedWords) == 0)
        return PartsText::tr("none of the words is rated");
    return PartsText::tr("%n word(s) are rated; their sentence %1", nullptr, found.count(RatedWords))
        .arg(widgets::signedNumber(found.at(WordsValence), 1));
}

QString voiceText(const FoundNumbers& found)
{
    using enum engine::PartNumber;
    if (found.at(Voiced) <= 0.0)
        return PartsText::tr("no voice is heard");
    const QString seconds = widgets::shownNumber(found.at(Voiced), 1, 'f');
    const QString arousal = widgets::signedNumber(found.at(Arousal), 2);
    return found.count(KnownVoice) == 1
        ? PartsText::tr("arousal alone: %1; %2 s of voice, beside how it usually sounds here")
              .arg(arousal, seconds)
        : PartsText::tr("arousal alone: %1; %2 s of voice, not known yet (20 s)").arg(arousal, seconds);
}

QString faceText(const FoundNumbers& found)
{
    using enum engine::PartNumber;
    if (found.count(Frames) == 0)
        return PartsText::tr("no picture");
    if (found.count(Faces) == 0)
        return PartsText::tr("no face is found");
    return PartsText::tr("found in %1 of %2 pictures; valence %3")
        .arg(found.count(Faces))
        .arg(found.count(Frames))
        .arg(widgets::signedNumber(found.at(FaceValence), 2));
}

}

bool isOfParts(const engine::ModelInfo& model)
{
    const nlohmann::json architecture = model.card.value("architecture", nlohmann::json::object());
    return architecture.is_object() && architecture.value("class", nlohmann::json()) == "Ready";
}

widgets::ModalityList::Parts partsText(const engine::ModelInfo& model, const engine::Prediction* prediction)
{
    widgets::ModalityList::Parts parts;
    for (const engine::Modality modality : engine::allModalities)
        parts[static_cast<std::size_t>(modality)].measured = measuredText(model, modality);
    const auto numbers = prediction ? prediction->outputs.find(engine::kPartsFound)
                                    : std::map<std::string, engine::Tensor>::const_iterator();
    if (!prediction || numbers == prediction->outputs.end()
        || numbers->second.values.size() != engine::kPartNumbers)
        return parts;
    const FoundNumbers found(numbers->second.values);
    parts[static_cast<std::size_t>(engine::Modality::Text)].found = wordsText(found);
    parts[static_cast<std::size_t>(engine::Modality::Acoustic)].found = voiceText(found);
    parts[static_cast<std::size_t>(engine::Modality::Visual)].found = faceText(found);
    for (const engine::Modality modality : engine::allModalities) {
        if (const QString missing = missingText(modality); !missing.isEmpty())
            parts[static_cast<std::size_t>(modality)].found = missing;
    }
    return parts;
}

std::array<QString, engine::allModalities.size()> shortPartsText(std::span<const float> numbers)
{
    using enum engine::PartNumber;
    const FoundNumbers found(numbers);
    const auto valence = [&](engine::PartNumber number) {
        return PartsText::tr("valence %1").arg(widgets::signedNumber(found.at(number), 1));
    };
    return {found.count(RatedWords) > 0 ? valence(WordsValence) : PartsText::tr("no rated words"),
            found.at(Voiced) > 0.0
                ? PartsText::tr("arousal %1").arg(widgets::signedNumber(found.at(Arousal), 1))
                : PartsText::tr("no voice"),
            found.count(Faces) > 0 ? valence(FaceValence) : PartsText::tr("no face")};
}

std::array<std::optional<float>, engine::allModalities.size()> partsOnOneScale(std::span<const float> numbers)
{
    using enum engine::PartNumber;
    constexpr float mostOfWords = 3.0F;
    const FoundNumbers found(numbers);
    const auto number = [&](engine::PartNumber which) { return numbers[static_cast<std::size_t>(which)]; };
    std::array<std::optional<float>, engine::allModalities.size()> parts;
    if (found.count(RatedWords) > 0)
        parts[0] = number(WordsValence) / mostOfWords;
    if (found.at(Voiced) > 0.0)
        parts[1] = number(Arousal);
    if (found.count(Faces) > 0)
        parts[2] = number(FaceValence);
    return parts;
}

bool sayNothing(const engine::Prediction& prediction)
{
    const auto numbers = prediction.outputs.find(engine::kPartsFound);
    if (numbers == prediction.outputs.end() || numbers->second.values.size() != engine::kPartNumbers)
        return false;
    const FoundNumbers found(numbers->second.values);
    return found.count(engine::PartNumber::RatedWords) == 0 && found.count(engine::PartNumber::Faces) == 0;
}

std::optional<QString> partsTogether(const engine::ModelInfo& model, const engine::Prediction* prediction)
{
    if (!isOfParts(model))
        return std::nullopt;
    if (prediction && sayNothing(*prediction))
        return PartsText::tr(
            "Neither rated words nor a face here: the sentiment stands at neutral because nothing "
            "is known, and the emotions follow the voice alone.");
    return PartsText::tr("Each part was measured; their sum was not: there are no recordings of real people "
                         "with labels of all that they show.");
}

}
