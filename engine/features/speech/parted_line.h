#pragma once

#include "engine/features/speech/speech_decoder.h"

namespace engine {

/// Finds all words of a line as SpeechDecoder::follow() does, in half the time: the sound is parted in a
/// pause near its middle, and both parts are searched at once. The first may end after any word, the second
/// begin with any; only where they meet between the same two words is that an answer.
/// @return nothing where there is no such pause, or the parts do not meet
std::optional<std::vector<DecodedWord>>
followParted(SpeechDecoder& decoder, const std::vector<std::string>& words, const SpeechFrames& frames);

}
