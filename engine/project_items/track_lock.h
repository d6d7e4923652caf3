#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/tier_roles.h"

#include <string>

/// The item that keeps the order of the tracks, and which of them a person locked.
namespace engine {

inline constexpr auto kTrackItems = "layout";
inline constexpr auto kTrackItem = "tracks"; ///< name of the item

/// How the item calls the track of a tier.
std::string trackKeyOf(const TierName& tier);

/// Whether a person locked the track of these tiers; an item that cannot be read locks nothing.
bool isTrackLocked(const Annotation& annotation, const TierName& tier);

}
