#pragma once

#include "engine/features/speech/speech_decoder.h"
#include "engine/features/speech/word_alignment.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// A dictionary word where the recogniser hears it; times in seconds from the beginning of the sound.
struct HeardWord {
    std::size_t index = 0; ///< in the line
    Interval byWords; ///< when words were sought
    Interval byPhones; ///< when the phones of the pronunciations that were heard were sought
    std::vector<AlignedPhone> phones; ///< fill `byPhones`
    double score = 0.0; ///< DecodedWord::score, over all its frames
    std::vector<std::string> pronunciation = {}; ///< the phones of the one that was heard
};

/// A sound of 16 kHz as the recogniser wants it. One unit of noise lies over it, always the same: exact
/// silence has no logarithm.
std::vector<std::int16_t> recogniserSound(std::span<const float> sound);

/// The words of the decoder that are said where phones are, each by itself: for SpokenLine::anything.
std::vector<std::string> loosePhones(SpeechDecoder& decoder, std::span<const std::string> phones);

/// Finds words in a sound, without their phones.
/// @param line  its `pauses` are not used
/// @return one entry per word that was found, all of them unless `line.mayEndAfter` or `line.mayLack` says
/// otherwise; nothing when they do not fit at all
std::optional<std::vector<HeardWord>> hearWords(SpeechDecoder& decoder, const SpokenLine& line,
                                                const SpeechFrames& frames);

/// Finds the phones of such words, pause by pause.
/// @param beside  other lines that are sought meanwhile
/// @return what was found of these, as SpeechDecoder::followEach() does
std::vector<std::optional<std::vector<DecodedWord>>> addPhones(SpeechDecoder& decoder,
                                                               std::vector<HeardWord>& words,
                                                               const SpeechFrames& frames,
                                                               std::vector<FramedLine> beside = {});

/// Finds words and their phones.
std::optional<std::vector<HeardWord>> hear(SpeechDecoder& decoder, const SpokenLine& line,
                                           const SpeechFrames& frames);

}
