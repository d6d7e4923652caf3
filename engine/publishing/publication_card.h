#pragma once

#include "engine/annotation/annotation.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What a person says of a dataset that is published; no figure of it can be worked out.
struct PublicationCard {
    struct Author {
        std::string family;
        std::string given;
        std::string affiliation; ///< may be empty, as orcid
        std::string orcid; ///< `0000-0002-1825-0097`
        friend bool operator==(const Author&, const Author&) = default;
    };
    std::string title;
    std::string summary;
    std::string licence; ///< the SPDX id of the licence: `CC-BY-4.0`; empty: nothing is published
    std::string licenceText; ///< empty: a sentence that names the licence and where its text is
    std::vector<Author> authors;
    std::vector<std::string> languages; ///< `en`
    std::vector<std::string> keywords;
    std::string version = "1.0.0";
    std::string date; ///< of the release, `2026-11-28`; empty: not said
    std::string doi;
    std::string url;
    std::string consent; ///< what the filmed people agreed to
    std::string erasure; ///< whom to ask that somebody be taken out
    std::string raters; ///< how raters were chosen and trained
    std::vector<std::string> limits; ///< known ones
    std::vector<std::string> changes; ///< since the version before
    friend bool operator==(const PublicationCard&, const PublicationCard&) = default;
};

inline constexpr auto kPublicationItems = "publication"; ///< the item `card` of a project

nlohmann::json toJson(const PublicationCard& card);
/// @param source  whence it is, for messages
/// @throws FormatError (`data_invalid`) naming the field: of a wrong type, an unknown one, a version or date
/// that is none, an ORCID that is none.
PublicationCard publicationCard(const nlohmann::json& from, const std::string& source);

/// The card that the project keeps. Absent: it has none, or none that can be read.
std::optional<PublicationCard> publicationCardOf(const Annotation& annotation);
Item publicationItem(const PublicationCard& card);

/// The web address of a licence's text by its SPDX id.
std::string licenceAddress(const std::string& spdx);

}
