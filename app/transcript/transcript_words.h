#pragma once

#include "app/document/document.h"
#include "widgets/transcript/transcript_word.h"

#include <vector>

namespace app {

/// The words of the video in sight as running text. A paragraph begins with a sentence, after a pause of a
/// second, and with a labelled segment.
std::vector<widgets::TranscriptWord> transcriptWords(const Document& document);

}
