#include "engine/corpora/conversation_layout.h"

#include "engine/core/error.h"
#include "engine/corpora/iemocap.h"
#include "engine/corpora/meld.h"
#include "engine/corpora/mer.h"
#include "engine/corpora/seamless.h"
#include "engine/corpora/social_iq.h"

#include <algorithm>
#include <array>

namespace engine {

std::span<const ConversationLayout> conversationLayouts()
{
    static constexpr std::array kLayouts{
        ConversationLayout{"iemocap", "reading dialogues", false, iemocap::makeDataset},
        ConversationLayout{"meld", "looking at clips", false, meld::makeDataset},
        ConversationLayout{"mer", "reading features", true, mer::makeDataset},
        ConversationLayout{"seamless", "reading recordings", false, seamless::makeDataset},
        ConversationLayout{"siq2", "reading questions", false, social_iq::makeDataset},
    };
    return kLayouts;
}

const ConversationLayout* conversationLayout(const std::string& name)
{
    const auto all = conversationLayouts();
    const auto found = std::ranges::find(all, name, &ConversationLayout::name);
    return found == all.end() ? nullptr : &*found;
}

void requireFree(const std::filesystem::path& folder, const std::vector<std::string>& names,
                 const LayoutOptions& options)
{
    for (const std::string& name : names) {
        std::error_code unknown;
        if (!options.replaces && std::filesystem::exists(folder / name, unknown))
            throw FormatError("exists", (folder / name).string(), "is there already; --force writes it anew");
    }
}

}
