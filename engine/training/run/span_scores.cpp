#include "engine/training/run/span_scores.h"

#include "engine/core/error.h"
#include "engine/model_files/data_options.h"
#include "engine/training/run/scorer.h"

#include <algorithm>

namespace engine {

bool takesMedia(const ModelCard& card)
{
    return card.input.options.media.has_value();
}

bool asksParts(const ModelCard& card)
{
    return takesMedia(card) && card.input.options.media->areParts;
}

MediaOptions mediaOptionsOf(const ModelCard& card)
{
    if (!takesMedia(card))
        throw FormatError("needs_rows", card.name,
                          "reads rows of features, which a recording alone does not have; use --dataset");
    return *card.input.options.media;
}

bool readsText(const ModelCard& card)
{
    if (card.architecture.value("input", "") == "raw") // of clips, which have no text
        return false;
    const nlohmann::json modalities = card.architecture.value("modalities", nlohmann::json());
    return modalities.is_null() || std::ranges::find(modalities, "text") != modalities.end()
        || (modalities.is_string() && modalities.get<std::string>().find('t') != std::string::npos);
}

namespace {

FoldData spanFold(const Scorer& scorer, const AskedSpan& asked)
{
    const std::vector<std::string>& ids = asked.ids;
    FoldData fold;
    fold.name = "all";
    fold.ids = ids;
    fold.lengths.assign(ids.size(), 1);
    fold.labels = FeatureMatrix(ids.size(), 0);
    for (const Modality modality : allModalities) {
        const std::size_t width = scorer.card().normalisation[static_cast<std::size_t>(modality)].width();
        fold.of(modality) = {1, width, std::vector<float>(ids.size() * width)};
        fold.presenceOf(modality).assign(ids.size(), true);
    }
    fold.media = asked.media;
    fold.transcripts = asked.transcripts;
    return fold;
}

}

FeatureMatrix spanScores(const Scorer& scorer, const AskedSpan& asked, EnabledModalities enabled)
{
    return scorer.predict(spanFold(scorer, asked), false, enabled);
}

std::map<std::string, Tensor> spanDisplays(const Scorer& scorer, const AskedSpan& asked,
                                           EnabledModalities enabled)
{
    return scorer.displays(spanFold(scorer, asked), enabled);
}

std::array<std::vector<float>, allModalities.size()> modalityEffects(const Scorer& scorer,
                                                                     const AskedSpan& asked,
                                                                     EnabledModalities enabled,
                                                                     const std::vector<float>& scores)
{
    std::array<std::vector<float>, allModalities.size()> effects;
    for (const Modality modality : allModalities) {
        const auto index = static_cast<std::size_t>(modality);
        if (!enabled[index] || (modality == Modality::Text && asked.transcripts.empty()))
            continue;
        EnabledModalities others = enabled;
        others[index] = false;
        effects[index] = scores;
        const std::vector<float> without = spanScores(scorer, asked, others).values;
        for (std::size_t output = 0; output < without.size(); ++output)
            effects[index][output] -= without[output];
    }
    return effects;
}

}
