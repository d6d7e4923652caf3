#pragma once

#include "engine/alignment/video_part.h"

#include <string>
#include <vector>

/// The steps of a recipe other than align and impute, on one video's part of a dataset.
namespace engine {

/// Drops the video from all sequences when one of them lacks it; ids are compared without `[k]`.
/// @return the sequences that lack it; empty when it stays.
std::vector<std::string> unify(VideoPart& part);

/// Keeps the ids (with their `[k]`) that every sequence has.
/// @return the ids that were dropped, each with the sequences that lack it.
std::map<std::string, std::vector<std::string>> hardUnify(VideoPart& part);

/// What hardUnify() would drop. The part stays as it is.
std::map<std::string, std::vector<std::string>> unshared(const VideoPart& part);
/// The sequences that lack the video, as unify() would return them.
std::vector<std::string> missingIn(const VideoPart& part);
/// Whether any sequence has the video. A report does not mention a video that was not added yet, or was
/// removed before.
bool isAnywhere(const VideoPart& part);

/// Joins the segments `v[k]` again, in the order of k, after hardUnify(), whose result it returns. Rows that
/// lie in two segments appear twice.
/// @throws FormatError (`data_invalid`) for ids without `[k]`; ShapeError as joined().
std::map<std::string, std::vector<std::string>> revert(VideoPart& part);

/// Sorts the rows of every entry stably by start; NaN last.
void sort(VideoPart& part);

/// Drops this id from every sequence. @param purge  also all segments of it.
/// @return the entries that were dropped, of all sequences
std::size_t removeId(VideoPart& part, const std::string& id, bool purge);

}
