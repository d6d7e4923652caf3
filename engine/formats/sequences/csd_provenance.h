#pragma once

#include "engine/formats/common/exchanged_tiers.h"

#include <nlohmann/json.hpp>
#include <span>

/// The field `provenance` in the metadata of a sequence of labels, which tells who gave the labels.
namespace engine {

/// Who gave the labels of a sequence.
struct CsdProvenance {
    /// The name of its tiers. It shows whether they are predictions (`prediction: labels`), settled values
    /// (`labels/settled`) or further passes (`labels/anna/2`).
    std::string tier;
    std::string annotator; ///< empty: no single annotator is known
    /// The pass in which each value was given; without annotator: not known, or several passes.
    Provenance pass;
    /// The annotators whose judgements were combined; empty: one annotator.
    std::vector<std::string> combined;
};

/// @param field  as `convert` or the export of labels writes it; any other form gives only the tier's name
/// @param rootName  of the sequence; it replaces the tier's name when the sequence was renamed
CsdProvenance provenanceIn(const nlohmann::json& field, const std::string& rootName);

/// The field for tiers of one name and annotator.
nlohmann::json provenanceOf(const std::string& tier, std::span<const ExchangedTier* const> tiers);

/// Whether reading gives each value the same pass again: all values come from one pass, at an unknown time.
bool keepsPasses(std::span<const ExchangedTier* const> tiers);

/// A tier's name as a name in HDF5, where a slash separates names.
std::string groupName(std::string tier);

}
