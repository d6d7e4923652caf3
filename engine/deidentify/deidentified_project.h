#pragma once

#include "engine/deidentify/hidden_names.h"
#include "engine/tier_export/all_tiers.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace engine {

/// A project's annotation as it leaves the house: names in tiers, texts, values and comments are hidden, annotators have
/// codes, moments of answers are left out, and so is all that the project keeps beside its tiers.
struct DeidentifiedTiers {
    std::vector<ExchangedTier> tiers; ///< of videos by their new names
    std::map<std::string, std::vector<Interval>> beeps; ///< by the videos' old names: where a hidden name is said
    std::vector<std::string> places; ///< of whole segments that are beeped, because their words have no times
};

/// @param videos      new names of videos by old ones
/// @param annotators  codes by name
/// @throws as AllTiers::of(); Cancelled.
DeidentifiedTiers deidentifiedTiers(AllTiers& tiers, const HiddenNames& hidden, const std::map<std::string, std::string>& videos,
                                    const std::map<std::string, std::string>& annotators, const RunContext& run);

/// A new project with these tiers over the dataset beside it. @throws IoError
void writeDeidentifiedProject(const std::vector<ExchangedTier>& tiers, const std::filesystem::path& list,
                              const std::filesystem::path& project);

/// All segments as a table: `video, tier, start, end, text, label, value, rater, comment`; a row per label.
std::string segmentTable(const std::vector<ExchangedTier>& tiers);

}
