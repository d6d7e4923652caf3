#pragma once

#include "engine/alignment/chosen_columns.h"
#include "engine/alignment/segment_rows.h"
#include "engine/sequences/csd_file.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// The usual recipe; of a dataset without a sequence of the usual name the first of the group `acoustic`,
/// `visual` or `labels`, as `polylogue-extract` groups its own; none, where all are grouped so and a group
/// has none.
SegmentRecipe usualRecipeFor(const DatasetList& list);

/// The file of a sequence. @throws FormatError (`recipe_invalid`) when the list has none of that name.
CsdFile openSequence(const DatasetList& list, const std::string& key);

/// The columns that a recipe takes of a modality's sequence.
/// @throws as openSequence() and ChosenColumns.
ChosenColumns openColumns(const DatasetList& list, const SegmentRecipe& recipe, Modality modality);

/// By modality; absent: the recipe has none of it.
using ModalityColumns = std::array<std::optional<ChosenColumns>, allModalities.size()>;
/// @throws as openColumns().
ModalityColumns openModalities(const DatasetList& list, const SegmentRecipe& recipe);

/// The sequence of words. Where a dataset that is aligned already has none, the rows of its text are these.
/// @throws FormatError (`recipe_invalid`) for a sequence that is none of words.
CsdFile openWords(const DatasetList& list, const SegmentRecipe& recipe);

/// Whether an entry is a part of a video, `video[k]`.
bool isSegmentId(const std::string& id);

/// The entries of a file by their videos.
std::map<std::string, std::vector<std::string>> entriesByVideo(const CsdFile& file);

/// What the words say, as many as there are; none where their rows are no texts.
std::vector<std::string> textsOf(const CsdFile& words, const std::string& id);

/// The words first ≤ i < last with blanks between.
std::string transcriptOf(const std::vector<std::string>& texts, std::size_t first, std::size_t last);

}
