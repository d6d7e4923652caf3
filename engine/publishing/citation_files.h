#pragma once

#include "engine/publishing/publication_card.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace engine {

std::string fullName(const PublicationCard::Author& author); ///< `Ada Lovelace`
/// Where the dataset is found: the DOI's address, else the card's; empty: neither is known.
std::string addressOf(const PublicationCard& card);

std::string bibTeX(const PublicationCard& card);
/// `CITATION.cff`, version 1.2.0 of the Citation File Format.
std::string citationCff(const PublicationCard& card);
/// `.zenodo.json`: what Zenodo reads of a release (developers.zenodo.org, deposition metadata).
nlohmann::ordered_json zenodoJson(const PublicationCard& card);

/// A text as a scalar of YAML, in quotes.
std::string yamlText(const std::string& text);

}
