#pragma once

#include "app/document/tier_views.h"

namespace app {

/// Finds the row of the words' file that each word belongs to, since the file may be another than when the
/// words were read: it was extracted again, say. A word keeps its row where that has its text, or where it
/// lies over it with a text of its own; else it gets the row with its text that it lies over most; else none.
/// @param recorded  N words of the file, by start
void fitRows(WordsView& words, const engine::TimedText& recorded);

/// Words that the file does not have so: another text, or no row.
std::size_t wordsNotRecorded(const WordsView& words, const engine::TimedText& recorded);

}
