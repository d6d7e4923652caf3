#include "engine/cli/polylogue_models/models_modalities.h"

#include "engine/core/error.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace engine {

void addModalitiesOption(CLI::App& command, std::vector<std::string>& names)
{
    command
        .add_option("--modalities", names,
                    "Only these of text, acoustic and visual; the others are held at their mean")
        ->check(CLI::IsMember({"text", "acoustic", "visual"}));
}

EnabledModalities enabledForListeners(const std::vector<std::string>& names, const ModelCard& card)
{
    if (!names.empty())
        return enabledFrom(names, card);
    constexpr auto kSeen = static_cast<std::size_t>(Modality::Visual);
    if (!card.modalities[kSeen])
        throw FormatError("only_seen", card.name,
                          "sees nothing, and who listens says nothing; --modalities asks nevertheless");
    EnabledModalities enabled{};
    enabled[kSeen] = true;
    return enabled;
}

EnabledModalities enabledFrom(const std::vector<std::string>& names, const ModelCard& card)
{
    EnabledModalities enabled = card.modalities;
    for (std::size_t i = 0; i < allModalities.size() && !names.empty(); ++i)
        enabled[i]
            = enabled[i] && std::ranges::find(names, std::string(name(allModalities[i]))) != names.end();
    return enabled;
}

}
