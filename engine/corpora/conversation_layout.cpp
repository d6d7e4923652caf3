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

namespace {

constexpr std::array kIemocapSigns{"Session1/dialog/EmoEvaluation", "Session5/dialog/EmoEvaluation"};
constexpr std::array kMeldSigns{"train_sent_emo.csv", "train/train_sent_emo.csv", "dev_sent_emo.csv",
                                "test_sent_emo.csv"};
constexpr std::array kMerSigns{"track1_train.csv"};
constexpr std::array kSeamlessSigns{"improvised/train",   "improvised/dev",   "improvised/test",
                                    "naturalistic/train", "naturalistic/dev", "naturalistic/test",
                                    "metadata/vad"};
constexpr std::array kSocialIqSigns{"qa/qa_train.json", "qa/qa_val.json"};

}

std::span<const ConversationLayout> conversationLayouts()
{
    static constexpr std::array kLayouts{
        ConversationLayout{"iemocap", "IEMOCAP", kIemocapSigns, "reading dialogues", false,
                           iemocap::makeDataset},
        ConversationLayout{"meld", "MELD", kMeldSigns, "looking at clips", false, meld::makeDataset},
        ConversationLayout{"mer", "MER", kMerSigns, "reading features", true, mer::makeDataset},
        ConversationLayout{"seamless", "Seamless Interaction", kSeamlessSigns, "reading recordings", false,
                           seamless::makeDataset},
        ConversationLayout{"siq2", "Social-IQ 2.0", kSocialIqSigns, "reading questions", false,
                           social_iq::makeDataset},
    };
    return kLayouts;
}

const ConversationLayout* conversationLayout(const std::string& name)
{
    const auto all = conversationLayouts();
    const auto found = std::ranges::find(all, name, &ConversationLayout::name);
    return found == all.end() ? nullptr : &*found;
}

const ConversationLayout* layoutSeenIn(const std::filesystem::path& folder)
{
    const auto isThere = [&](const char* const sign) {
        std::error_code missing;
        return std::filesystem::exists(folder / sign, missing);
    };
    const auto all = conversationLayouts();
    const auto seen = std::ranges::find_if(
        all, [&](const ConversationLayout& layout) { return std::ranges::any_of(layout.signs, isThere); });
    return seen == all.end() ? nullptr : &*seen;
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
