#pragma once

#include "engine/features/speech/word_alignment.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace engine {

/// `.txt`, …: of two files with one name the one with the earlier ending is the transcript.
std::span<const std::string_view> transcriptEndings();

/// The file in the folder, or archive, that is called as the recording, with another ending. Absent: there is
/// none.
std::optional<std::filesystem::path>
fileNamedAs(const std::filesystem::path& media, const std::filesystem::path& folder, std::string_view ending);

/// The transcript of a recording by its name: `A.txt`, `A.srt`, `A.vtt`, `A.TextGrid` or `A.eaf` in the
/// folder, the first of these that is there. Absent: there is none.
std::optional<std::filesystem::path> transcriptOf(const std::filesystem::path& media,
                                                  const std::filesystem::path& folder);

/// Whether a `.json` has the words of a recording, as the Montreal Forced Aligner, Gentle or WhisperX write
/// them.
bool isWordsJson(const std::filesystem::path& file);

/// The text of a transcript, in the order in which it is said. A plain text is one part without times. Of
/// other files it is the text of one tier, with the rough times of its segments: the tier that is called
/// words, transcript or text; else the one with the most letters.
/// @throws IoError (`file_not_found`, `io`), FormatError (`unknown_format`, `data_invalid`) also when it has
/// no text.
std::vector<TranscriptPart> readTranscript(const std::filesystem::path& file);

}
