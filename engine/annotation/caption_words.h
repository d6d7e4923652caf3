#pragma once

#include "engine/annotation/segment.h"

#include <string>
#include <vector>

namespace engine {

/// Whether a text is more than one word: it has a blank between letters.
bool hasSeveralWords(const std::string& text);

/// The words of texts that have times, as captions are. The words of a text share its time by their numbers
/// of letters and have no times of their own; the first of them is taken as heard where the text begins. A
/// text of one word keeps its times, one without letters is left out. The segments are numbered from 1 on and
/// have neither parent nor values.
/// @param texts  N segments of one tier in the order of time
std::vector<Segment> wordsOfTexts(const std::vector<Segment>& texts);

}
