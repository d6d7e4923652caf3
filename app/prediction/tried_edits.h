#pragma once

#include "app/document/tried_items.h"

#include <cstddef>

namespace app {

class Document;
class Editor;

/// Makes what was tried an edit: a word is removed, gets another text, or begins or ends elsewhere; a
/// sequence lies later or earlier in the whole video. Other trials are none.
/// @param firstWord  of the trial's segment, among the words of the video in sight
void applyTried(const Tried& tried, std::size_t firstWord, const Document& document, Editor& editor);

}
