#pragma once

#include "engine/annotation/formats/exchanged_tiers.h"

#include <nlohmann/json.hpp>
#include <span>

/// The field `provenance` in the metadata of a sequence of labels: whose they are.
namespace engine {

/// Whose labels a sequence holds.
struct CsdProvenance {
    /// What its tiers are called. That they are predictions or settle what others said shows there:
    /// `prediction: labels`, `labels/settled`; and further passes: `labels/anna/2`.
    std::string tier;
    std::string annotator; ///< empty: nobody's in particular
    Provenance pass; ///< that each value was given in; without annotator: not known, or there are several
    std::vector<std::string> combined; ///< whose judgements were put together, where it is several people's
};

/// @param field  as convert writes it, or as the labels' export does; anything else says nothing
/// @param rootName  of the sequence, which counts when it was renamed
CsdProvenance provenanceIn(const nlohmann::json& field, const std::string& rootName);

/// The field for tiers of one name and annotator.
nlohmann::json provenanceOf(const std::string& tier, std::span<const ExchangedTier* const> tiers);

/// Whether reading gives each value the same pass again: all were given in one, at no known time.
bool keepsPasses(std::span<const ExchangedTier* const> tiers);

/// A tier's name as a name in HDF5, where a slash parts names.
std::string groupName(std::string tier);

}
