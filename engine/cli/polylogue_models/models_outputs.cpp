#include "engine/cli/polylogue_models/models_outputs.h"

#include "engine/core/error.h"
#include "engine/training/run/span_scores.h"

#include <algorithm>

namespace engine {

std::size_t outputOf(const ModelCard& card, const std::string& wanted)
{
    const auto found = std::ranges::find(card.labels, wanted, &LabelCard::name);
    if (wanted.empty())
        return 0;
    if (found == card.labels.end())
        throw FormatError("bad_option", "--output " + wanted, "is none of the model's outputs");
    return static_cast<std::size_t>(found - card.labels.begin());
}

void refuseMedia(const ModelCard& card, const std::filesystem::path& model)
{
    if (takesMedia(card))
        throw FormatError("not_rows", model.string(),
                          "sees pictures and hears sound; explanations are of models of feature sequences");
}

}
