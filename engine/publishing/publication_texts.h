#pragma once

#include "engine/publishing/publication_card.h"
#include "engine/publishing/published_facts.h"

#include <string>
#include <vector>

namespace engine {

/// A paragraph for a paper, sentence by sentence, and what a person has to write: facts that the project does
/// not hold.
struct MethodsText {
    std::vector<std::string> sentences;
    std::vector<std::string> missing; ///< what the sentences left out would have said
};

MethodsText methodsText(const PublishedFacts& facts, const PublicationCard& card, const std::string& version,
                        std::uint32_t seed);
std::string methodsMarkdown(const MethodsText& methods);
std::string methodsTex(const MethodsText& methods);

/// `README.md`: the card, with a head that Hugging Face reads.
/// @param splits   the section on them (splitsSection()); may be empty
/// @param further  files that lie there beside those of every publication: `words.csd`, `media/ada_1.mp4`
std::string cardText(const PublicationCard& card, const PublishedFacts& facts, const MethodsText& methods,
                     const std::string& splits = {}, const std::vector<std::string>& further = {});
/// `LICENSE`.
std::string licenceText(const PublicationCard& card);
/// `CONSENT.md`.
std::string consentText(const PublicationCard& card);
/// `codebook/v1.md`. @param version  from 1 on
std::string codebookText(const PublishedStudy& study, std::size_t version);

}
