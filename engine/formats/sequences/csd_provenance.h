#pragma once

#include "engine/formats/common/exchanged_tiers.h"

#include <nlohmann/json.hpp>
#include <span>

/// The field `provenance` in the metadata of a sequence of labels, which says who gave them.
namespace engine {

/// Who gave the labels of a sequence.
struct CsdProvenance {
    /// The name of its tiers. It tells predictions (`prediction: labels`), settled values (`labels/settled`)
    /// and further passes (`labels/anna/2`).
    std::string tier;
    std::string annotator; ///< empty: no single one is known
    Provenance pass; ///< in which each value was given; without annotator: not known, or several
    std::vector<std::string> combined; ///< the annotators whose judgements were put together; empty: one's
};

/// @param field  as `convert` or the export of labels writes it; any other form gives no answer
/// @param rootName  of the sequence, which counts when it was renamed
CsdProvenance provenanceIn(const nlohmann::json& field, const std::string& rootName);

/// The field for tiers of one name and annotator.
nlohmann::json provenanceOf(const std::string& tier, std::span<const ExchangedTier* const> tiers);

/// Whether reading gives each value the same pass again: all were given in one, at no known time.
bool keepsPasses(std::span<const ExchangedTier* const> tiers);

/// A tier's name as a name in HDF5, where a slash parts names.
std::string groupName(std::string tier);

}
