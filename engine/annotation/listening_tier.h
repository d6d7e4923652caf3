#pragma once

#include <string_view>

namespace engine {

/// What tiers and sequences are called whose labels tell of who listens, as others see them or, with `_self`
/// behind the name, as they felt.
inline constexpr std::string_view kListeningTier = "labels_listening";

inline bool isOfListeners(std::string_view tier)
{
    return tier.starts_with(kListeningTier);
}

}
