#pragma once

#include "engine/features/speech/word_alignment.h"

#include <filesystem>
#include <span>
#include <vector>

namespace engine {

// Words whose times are known: somebody aligned them, or put them where they are said.

inline constexpr const char* kTimedWordsEnding = ".TextGrid"; ///< `A.TextGrid` for `A.mp4`

/// The words of a file as readTranscript() reads it, each a part with its times, in the order of these.
/// @throws as readTranscript(); FormatError (`data_invalid`) where a word has no times.
std::vector<TranscriptPart> readTimedWords(const std::filesystem::path& file);

/// The same words in phrases that can be aligned: one ends where nobody speaks, or is long.
std::vector<TranscriptPart> phrasesOf(std::span<const TranscriptPart> words);

/// An alignment of these phrases with the times that its words are known to have: phones keep their shares of
/// their word. A word that was found elsewhere is not doubtful, for somebody put it where it is; one that was
/// not found (`[laughter]`) has no phones.
WordAlignment withTimes(const WordAlignment& found, std::span<const TranscriptPart> words);

}
