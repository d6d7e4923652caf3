#pragma once

#include "engine/sequences/computational_sequence.h"
#include "engine/snapshot/words_view.h"

#include <filesystem>
#include <map>
#include <optional>

namespace engine {

/// Tiers that people made, as sequences of a recipe. As long as it lies in a project, a recipe names one as
/// the file `tier:NAME`, which no file has to be; a recipe that is written has a csd of it beside it.
std::filesystem::path tierPath(const TierName& tier);
std::optional<TierName> tierNamed(const std::filesystem::path& path); ///< absent: it names a file

/// The tier of this name of all videos, or of one: an entry per video, its intervals in the order of time;
/// the values of its numeric labels (N × D, NaN: nobody labelled this), else its texts (N × 1), else ones.
/// Its root name has a point where the name of the tier has `/`.
/// @param video  empty: of all that have it
ComputationalSequence tierSequence(const Annotation& annotation, const TierName& tier,
                                   const std::string& video = {});

/// The names of the tiers that a recipe can take: those of intervals, beside words and labels.
std::vector<TierName> sequenceTiers(const Annotation& annotation);

}
