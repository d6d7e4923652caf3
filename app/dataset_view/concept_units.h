#pragma once

#include "engine/explain/concepts.h"
#include "widgets/dataset/concept_model.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>

namespace app {

/// What was done to units by a person.
struct ConceptWishes {
    std::map<std::size_t, QString> names;
    std::set<std::size_t> muted;
};

/// What the muted units add to the prediction of each segment, by its id.
using MutedEffects = std::unordered_map<std::string, double>;

/// The units that are in any of the segments that are shown; for tasks.
std::vector<widgets::ConceptUnit> conceptUnits(const engine::Concepts& concepts,
                                               const widgets::DatasetContent& content,
                                               const ConceptWishes& wishes);

/// For tasks. Empty where nothing is muted.
MutedEffects mutedEffects(const engine::Concepts& concepts, const std::set<std::size_t>& muted);

}
