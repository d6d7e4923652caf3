#pragma once

#include "engine/features/speech/speech_decoder.h"
#include "engine/features/speech/speech_model.h"
#include "engine/features/speech/word_alignment.h"

#include <span>
#include <string>
#include <vector>

namespace engine {

/// A word of a transcript as its recogniser can be asked for it.
struct PronouncedWord {
    std::string text; ///< as it stands in the transcript
    std::string spoken; ///< what is said, with spaces between words
    std::vector<std::string> words; ///< of the decoder's dictionary; empty: nobody knows how it is said
    std::size_t part = 0; ///< which part of the transcript it comes from
};

/// The words of all parts in their order. Those that the dictionary lacks are learnt by the decoder.
/// @throws IoError (`espeak`) when there are such words and espeak-ng cannot be run.
std::vector<PronouncedWord> pronouncedWords(std::span<const TranscriptPart> parts, const SpeechModel& model,
                                            SpeechDecoder& decoder);

}
