#pragma once

#include "engine/features/speech/speech_frames.h"
#include "engine/features/speech/speech_model.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// A line of dictionary words that a sound is said to hold, in their order.
struct SpokenLine {
    std::vector<std::string> words;
    /// Where silence may lie: before each word and after the last (words + 1). Empty: anywhere, and noise
    /// too.
    std::vector<bool> pauses;
    /// From which word on the sound may be over; words.size(): it holds all of them.
    std::size_t mayEndAfter = SIZE_MAX;
    /// How many of the first words may be missing in the sound.
    std::size_t mayLack = 0;
    /// The sound may begin with any word of the line, or behind the last; all are as likely.
    bool beginsAnywhere = false;
    /// Words that may be said any number of times anywhere in the line, where its own are not. Then any of
    /// its words may be missing, too.
    std::vector<std::string> anything = {};
    /// The search is wide from the beginning: slower, and not led astray by words that are not said.
    bool isThorough = false;
};

/// A line and the frames in which it is said.
struct FramedLine {
    SpokenLine line;
    SpeechFrames frames;
};

/// A word of the line in the sound, or what lies between words.
struct DecodedWord {
    std::string word; ///< with the pronunciation that was heard: `and(2)`; silence is `<sil>`
    bool isWord = false; ///< false: silence, noise, or one of `anything`
    double start = 0.0; ///< seconds from the beginning of the sound
    double end = 0.0;
    double score
        = 0.0; ///< how well each frame fits, as a logarithm without unit: −20 is good, −80 is nonsense
    bool isOther = false; ///< one of `anything`
};

/// PocketSphinx's decoder for one speech model. Not thread-safe; different decoders are independent. What it
/// says depends on what it is given alone, not on what it was given before.
class SpeechDecoder {
public:
    enum class Use { Alignment, AlignmentInNoise, Draft };

    /// @throws IoError (`speech_model`) when PocketSphinx cannot load the model, or a draft has no language
    /// model.
    SpeechDecoder(const SpeechModel& model, Use use);
    ~SpeechDecoder();
    SpeechDecoder(SpeechDecoder&&) noexcept;
    SpeechDecoder& operator=(SpeechDecoder&&) noexcept;

    bool knows(const std::string& word) const;
    std::vector<std::string> phonesOf(const std::string& word) const; ///< empty for an unknown word
    /// Adds a word. @return false when one of the phones is not the model's
    bool learn(const std::string& word, const std::vector<std::string>& phones);

    /// Finds a line of known words in a sound of 16 kHz. The search is widened until it comes to the line's
    /// end. @return nothing when it does not.
    std::optional<std::vector<DecodedWord>> follow(const SpokenLine& line, const SpeechFrames& frames);
    /// The same of several lines, each in frames of its own, two at a time where concurrency is on.
    std::vector<std::optional<std::vector<DecodedWord>>> followEach(std::span<const FramedLine> lines);

    /// The features of a sound of 16 kHz.
    SpeechFrames framesOf(std::span<const std::int16_t> sound);
    double frameSeconds() const;
    /// Whether followEach() takes a second thread, with a decoder of its own, which is loaded at once. What
    /// is found is the same.
    void setConcurrent(bool isConcurrent);
    bool isConcurrent() const { return m_second != nullptr; }

    /// What is said, by the language model; a decoder for drafts only.
    std::vector<DecodedWord> transcribe(const SpeechFrames& frames);

private:
    class Impl;
    SpeechModel m_model;
    Use m_use;
    std::vector<std::pair<std::string, std::string>> m_learnt; ///< words, and their phones
    std::unique_ptr<Impl> m_impl;
    std::unique_ptr<Impl> m_second; ///< of a second thread; none: there is none
};

/// `and(2)` without the number of its pronunciation.
std::string withoutVariant(const std::string& word);

}
