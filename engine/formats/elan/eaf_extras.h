#pragma once

#include "engine/formats/common/exchanged_tiers.h"

#include <pugixml.hpp>

/// Parts of an EAF that have no place in tiers and are written again as they stood.
namespace engine::eaf {

inline constexpr std::string_view kId = "eaf"; ///< of the format
inline constexpr std::string_view kAuthor = "author";
inline constexpr std::string_view kLicences = "licences";
inline constexpr std::string_view kLinkedFiles = "linked files";
inline constexpr std::string_view kProperties = "properties";
inline constexpr std::string_view kLocales = "locales";
inline constexpr std::string_view kLanguages = "languages";
inline constexpr std::string_view kVocabularies = "vocabularies with more than their terms";
inline constexpr std::string_view kTypes = "linguistic types";
inline constexpr std::string_view kExternal = "external references";

/// The language of texts for which the file names none.
inline constexpr const char* kNoLanguage = "und";

/// As XML, but the author; of vocabularies those that a label scheme does not hold, with all languages.
std::vector<FormatExtra> extrasIn(pugi::xml_node document);

/// What is neither read nor kept, in sentences.
std::vector<std::string> notesOnWhatIsLeftOut(pugi::xml_node document);

/// All of a kind, each on lines of its own. @param indent  in front
std::string extrasOf(const ExchangedTiers& tiers, std::string_view kind, const std::string& indent);

}
