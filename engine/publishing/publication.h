#pragma once

#include "engine/core/finding.h"
#include "engine/core/run_context.h"
#include "engine/publishing/publication_card.h"
#include "engine/publishing/unit_shards.h"
#include "engine/splits/group_splits.h"

#include <filesystem>
#include <optional>

namespace engine {

struct PublicationWish {
    PublicationCard card;
    std::filesystem::path out
        = {}; ///< a folder that is not there yet, or an earlier publication that is replaced
    PublishedRule rule = PublishedRule::Crowd;
    TableWishes tables = {};
    std::uint32_t seed = 1; ///< of intervals
    std::string version = {}; ///< of the program
    std::string agreement = {}; ///< the contents of `agreement.json`
    std::map<std::string, std::filesystem::path> copies
        = {}; ///< files that go along as they are, by their place in the folder
    /// Shares of the splits, which are drawn anew; empty: the study's folds, or the usual shares where it has
    /// none.
    std::vector<SplitShare> shares = {};
    std::optional<ShardWish> shards = {}; ///< clips of the units, as archives
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

/// Which split each video with a unit lies in.
struct PublishedSplits {
    std::map<std::string, PublishedSplit> videos;
    /// Between a split's part of all seconds and the wished part; absent: the study's folds are the splits.
    std::optional<double> largestDeviation;
    std::vector<std::string> tooLarge; ///< groups that are longer than 1.5 times the part of their split
};

/// The split and group of each video: groupSplits() of the shares, or the study's folds where there are none;
/// 70, 10 and 20 percent train, valid and test where it has no folds either. Groups are speakers, and videos
/// whose speaker is not known; they have numbers, not names. @throws ShapeError (`bad_shares`).
PublishedSplits publishedSplits(const PublishedStudy& study, const std::vector<SplitShare>& shares);

/// What is wrong with a card: `no_licence`, `no_title`, `no_authors` (invalid); `no_url`, `no_consent`,
/// `no_erasure`, `no_summary`, `rater_is_author` (warnings). O(raters).
std::vector<Finding> cardFindings(const PublicationCard& card, const PublishedStudy& study);
/// What is wrong with a study: `no_segments` (invalid); `few_answers`, `speakers_unknown`, `no_splits`,
/// `group_cut`, `group_too_large` (warnings). O(votes).
std::vector<Finding> studyFindings(const PublishedStudy& study, const PublishedSplits& splits);
/// Both, before anything is written.
std::vector<Finding> publicationFindings(const PublicationCard& card, const PublishedStudy& study,
                                         const PublishedSplits& splits);

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
