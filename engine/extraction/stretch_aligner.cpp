#include "engine/extraction/stretch_aligner.h"

#include "engine/extraction/speech_sound.h"

#include <algorithm>

namespace engine {

namespace {

/// One entry per word: parts of the transcript are words, of which an aligner may make several
/// (`well-known`).
StretchTimes timesOf(const WordAlignment& alignment, const SpokenStretch& stretch)
{
    StretchTimes times;
    times.words.resize(stretch.words.size());
    if (!alignment.fits)
        times.reason = alignment.reason;
    for (const AlignedWord& word : alignment.words) {
        const SpokenTime now{{word.time.start + stretch.sound.start, word.time.end + stretch.sound.start},
                             word.confidence,
                             word.startError,
                             word.endError,
                             word.isDoubtful};
        std::optional<SpokenTime>& sum = times.words[word.part];
        if (!sum) {
            sum = now;
            continue;
        }
        sum->time.end = now.time.end;
        sum->endError = now.endError;
        sum->confidence = std::min(sum->confidence, now.confidence);
        sum->isDoubtful = sum->isDoubtful || now.isDoubtful;
    }
    return times;
}

}

/// The last sound is kept: it is asked for again after each edit. Another span of it is read anew, since what
/// a decoder makes of a moment depends a little on where it began.
std::span<const float> StretchAligner::soundOf(const MediaFile& media, Interval span, const RunContext& run)
{
    std::error_code missing; // speechSound() tells
    const ReadSpan wanted{media, std::filesystem::last_write_time(media.path, missing),
                          std::filesystem::file_size(media.path, missing), span};
    if (m_read != wanted) {
        m_read.reset();
        m_sound = speechSound(media, span, run);
        m_read = wanted;
    }
    return m_sound;
}

StretchReply StretchAligner::answer(const StretchWish& wish, const RunContext& run)
{
    if (!m_aligner || m_folder != wish.speechModel) {
        m_aligner.emplace(wish.speechModel.empty() ? defaultSpeechModel() : speechModelIn(wish.speechModel),
                          m_installation);
        m_aligner->setConcurrent(true); // somebody waits for it
        m_folder = wish.speechModel;
    }
    StretchReply reply;
    reply.id = wish.id;
    const MediaFile media(wish.media,
                          wish.countsFromPicture ? TimeZero::FirstPicture : TimeZero::EarliestStream);
    for (std::size_t i = 0; i < wish.stretches.size(); ++i) {
        const SpokenStretch& stretch = wish.stretches[i];
        RunContext part{run.stop, {}};
        if (run.progress)
            part.progress = [&](double fraction) {
                run.progress((static_cast<double>(i) + fraction)
                             / static_cast<double>(wish.stretches.size()));
            };
        const std::span<const float> sound = soundOf(media, stretch.sound, run);
        if (stretch.words.empty()) {
            reply.stretches.emplace_back();
            continue;
        }
        std::vector<TranscriptPart> words;
        for (const std::string& word : stretch.words)
            words.push_back({word, std::nullopt});
        reply.stretches.push_back(timesOf(m_aligner->align(sound, words, {}, part), stretch));
    }
    return reply;
}

}
