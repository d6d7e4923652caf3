#pragma once

#include "engine/core/finding.h"
#include "engine/core/run_context.h"
#include "engine/publishing/publication_card.h"
#include "engine/publishing/publication_tables.h"

#include <filesystem>

namespace engine {

struct PublicationWish {
    PublicationCard card;
    std::filesystem::path out; ///< a folder that is not there yet, or an earlier publication that is replaced
    PublishedRule rule = PublishedRule::Crowd;
    TableWishes tables;
    std::uint32_t seed = 1; ///< of intervals
    std::string version; ///< of the program
    std::string agreement; ///< the contents of `agreement.json`
    std::map<std::string, std::filesystem::path>
        copies; ///< files that go along as they are, by their place in the folder
    bool overwrites = false;
};

struct PublishedFile {
    std::string path; ///< in the folder: `codebook/v1.md`
    std::uintmax_t bytes = 0;
    std::string sha256;
    friend bool operator==(const PublishedFile&, const PublishedFile&) = default;
};

struct PublicationReport {
    std::vector<PublishedFile> files; ///< sorted; empty where nothing was written
    std::vector<Finding> findings;
    bool isRefused() const;
};

/// What is wrong with a card and a study before anything is written: `no_licence`, `no_title`, `no_authors`
/// (invalid); `no_url`, `no_consent`, `no_erasure`, `no_splits`, `group_cut`, `speakers_unknown` (warnings).
std::vector<Finding> publicationFindings(const PublicationCard& card, const PublishedStudy& study);

/// The split and group of each video with a unit, by the study's folds. Groups are speakers, and videos whose
/// speaker is not known; they have numbers, not names.
std::map<std::string, PublishedSplit> publishedSplits(const PublishedStudy& study);

/// Writes the folder, whole or not at all; the same study, card and seed give the same bytes. With a finding
/// that is invalid nothing is written. @throws IoError (`io`; `in_the_way` when `out` holds something else
/// than a publication, or one that is not to be replaced), Cancelled.
PublicationReport publish(const PublishedStudy& study, const PublicationWish& wish, const RunContext& run);

/// Looks at a folder that was published: sums of all files, nothing more and nothing less than they list,
/// tables that can be read, units that every table knows, groups in one split each. @return no finding: it is
/// as it was published
/// @throws IoError (`file_not_found`) where it has no sums; Cancelled.
PublicationReport verifyPublication(const std::filesystem::path& folder, const RunContext& run);

}
