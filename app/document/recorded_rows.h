#pragma once

#include "app/document/tier_views.h"

namespace app {

/// Gives each word the row of the words' file that it belongs to: the file may have been extracted again
/// since the words were read. A word keeps its row if the row has the word's text. Otherwise it gets the row
/// that has its text and overlaps it most. Where no row has, it keeps its row if both overlap in time; else
/// it has none.
/// @param recorded  N words of the file, by start
void fitRows(WordsView& words, const engine::TimedText& recorded);

/// Words that the file does not have so: another text, or no row.
std::size_t wordsNotRecorded(const WordsView& words, const engine::TimedText& recorded);

}
