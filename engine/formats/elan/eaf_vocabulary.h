#pragma once

#include "engine/annotation/tier.h"

#include <map>
#include <pugixml.hpp>
#include <string>
#include <unordered_set>

namespace engine::eaf {

/// A controlled vocabulary: as a label scheme, and its terms by their ids.
struct ControlledVocabulary {
    LabelScheme scheme;
    std::map<std::string, std::string> terms; ///< by CVE_ID
    std::unordered_set<std::string> names; ///< of the terms; none of a scale
};

/// By name. Numbers at equal distances are a scale. An entry in several languages is its first text; what
/// lies in other files is not fetched.
std::map<std::string, ControlledVocabulary> readVocabularies(pugi::xml_node document);

/// The entries that a scheme is written as: its terms, or the steps of its scale; none for free text and for
/// scales of any number.
std::vector<std::string> entriesOf(const LabelScheme& scheme);

}
