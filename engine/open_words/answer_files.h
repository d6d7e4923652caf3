#pragma once

#include "engine/agreement/term_sets.h"
#include "engine/open_words/best_worst.h"
#include "engine/open_words/bradley_terry.h"

#include <filesystem>
#include <map>

namespace engine {

/// The words of a cell that lists them, `a; b` or `['a', 'b']`: in lower case, without outer blanks.
TermSet listedWords(const std::string& cell);

/// Words by unit: a table with a column `unit` (or `name`, or `video_id` with `clip_id` where there is one)
/// and a column `words` (or `openset`). Several rows of one unit go together.
/// @throws IoError, FormatError (`data_invalid`) as readDelimited(), and for a table without these columns.
std::map<std::string, TermSet> readUnitWords(const std::filesystem::path& path);

/// A table with columns `first`, `second` and `choice`: 1 the first, 2 the second, 0 a tie; or
/// `comparisons.csv` of a published folder, of which the rows of one comparison of two are read.
/// @param comparison  `c01`, of a published table; empty: the only one that is of this kind
/// @throws as above, with the line of a choice that is none of these, or of an item beside itself; a
/// comparison that the table does not have, or several where none is named.
std::vector<Preference> readPreferences(const std::filesystem::path& path,
                                        const std::string& comparison = {});

/// A table with columns `items` (parted by semicolons) or `item1`, `item2`, …, and `best`, `worst`: an item,
/// or its place from 1; or a published `comparisons.csv`. @param comparison  as above
/// @throws as above, with the line of an answer that was not shown, or is best and worst.
std::vector<BestWorstJudgement> readBestWorst(const std::filesystem::path& path,
                                              const std::string& comparison = {});

/// Items to be compared, each once: a table with a column `item`, else each line. Empty lines are none.
/// @throws IoError (`file_not_found`, `io`), FormatError (`data_invalid`, `too_large`); an item with a
/// semicolon, which parts items in tables of answers.
std::vector<std::string> readItems(const std::filesystem::path& path);

/// Sets as a table with columns `item1`, `item2`, …, `best`, `worst`, these empty: to be filled in.
std::string bestWorstTable(const std::vector<std::vector<std::string>>& sets);

}
