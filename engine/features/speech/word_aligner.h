#pragma once

#include "engine/core/installation.h"
#include "engine/core/run_context.h"
#include "engine/features/speech/speech_model.h"
#include "engine/features/speech/spoken_sound.h"
#include "engine/features/speech/word_alignment.h"

#include <memory>
#include <span>

namespace engine {

/// Finds the words of a transcript in its sound. It keeps the model loaded (some 60 MiB) and is not
/// thread-safe: one per thread. The same call gives the same times whatever was aligned before.
class WordAligner {
public:
    /// @param installation  of the net that refines boundaries, which is loaded when it is first needed
    /// @throws IoError (`speech_model`) when the model cannot be loaded.
    WordAligner(const SpeechModel& model, const Installation& installation);
    ~WordAligner();
    WordAligner(WordAligner&&) noexcept;
    WordAligner& operator=(WordAligner&&) noexcept;

    const SpeechModel& model() const;
    /// Takes a second core where it helps, with the model loaded once more. What is found is the same.
    void setConcurrent(bool isConcurrent);

    /// @param sound16k    mono, 16 000 samples per second, −1…1, beginning at 0 s.
    /// @param transcript  pieces in the order in which they are said. With rough times, each is sought there;
    ///                    without, in all of the sound, which is cut at pauses as it goes. Square, curly and
    ///                    pointed brackets hold what is not said (`[laughter]`).
    /// @return every word once. Where a stretch of the transcript was not found, its words are spread evenly
    /// over the time in which they were sought, doubtful and with confidence 0, and `fits` is false.
    /// @throws IoError (`espeak`) when the dictionary lacks a word and espeak-ng cannot be run;
    /// (`file_not_found`) when the net is not installed; Cancelled.
    WordAlignment align(std::span<const float> sound16k, std::span<const TranscriptPart> transcript,
                        const AlignOptions& options = {}, const RunContext& run = {});
    /// The same of a sound that need not be held whole. @throws also what the sound throws.
    WordAlignment align(SpokenSound& sound, std::span<const TranscriptPart> transcript,
                        const AlignOptions& options = {}, const RunContext& run = {});

    /// A guess at what is said where there is no transcript, with times as align() gives them. A third to
    /// a half of the words were wrong in clean speech: all are doubtful. @throws IoError (`speech_model`)
    /// when the model has no language model; Cancelled.
    WordAlignment draft(std::span<const float> sound16k, const RunContext& run = {});
    WordAlignment draft(SpokenSound& sound, const RunContext& run = {});

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
