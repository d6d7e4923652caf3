#pragma once

#include "engine/agreement/rater_consensus.h"
#include "engine/agreement/rating_files.h"

#include <filesystem>
#include <nlohmann/json.hpp>

namespace engine::cli {

/// What the raters of each label agree on, where it is numbers.
struct LabelConsensus {
    const RatingTable* table; ///< of the tables that it was made of
    RaterConsensus consensus;
};
std::vector<LabelConsensus> consensusOf(const RatingTables& ratings);

/// A row per unit and label: the consensus, how sure it is, and beside it mean and majority.
/// @throws IoError (`io`).
void writeConsensus(const std::vector<LabelConsensus>& labels, const std::filesystem::path& file);

/// The raters' profiles, for people: a line each.
std::string profilesText(const LabelConsensus& label);
nlohmann::json profilesJson(const LabelConsensus& label);

}
