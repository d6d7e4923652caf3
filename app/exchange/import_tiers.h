#pragma once

#include "engine/annotation/annotation.h"
#include "engine/formats/common/exchanged_tiers.h"

#include <QStringList>

#include <set>
#include <span>
#include <string>

namespace app {

/// The tiers of one file.
struct TiersOfFile {
    engine::ExchangedTiers content;
    std::string video; ///< of the tiers that name none
    std::string words = {}; ///< the tier of this file that becomes the words; empty: as `TierImport` says
};

/// How tiers of files become part of a project.
struct TierImport {
    /// Judgements of the segments of `labels`, one layer for each tier, instead of tiers of their own: each
    /// goes to the segment that it shares most time with, or in its turn, where the file has no times and as
    /// many judgements as the video has segments.
    bool asJudgements = false;
    /// Tiers of the files, by the names that these give them, that become the words and the labelled
    /// segments. Empty: none.
    std::string words = {};
    std::string labels = {};
    std::set<std::string> known; ///< videos of the dataset; tiers of other videos are left out
};

/// The change that adds what files had, as one step. Names that a video has already get a number; tiers that
/// would break a constraint of theirs (overlaps, children outside their parents) stand by themselves or may
/// overlap.
/// @param notes  takes what was changed on the way, in sentences; segments that found no place
engine::Change importTiers(const engine::Annotation& annotation, std::span<const TiersOfFile> files,
                           const TierImport& how, QStringList& notes);

}
