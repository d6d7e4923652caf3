#include "engine/core/error.h"
#include "engine/extraction/extraction_step.h"
#include "engine/extraction/speech_sound.h"
#include "engine/extraction/timed_words.h"
#include "engine/extraction/transcript_file.h"
#include "engine/features/text/looked_up_words.h"

#include <fmt/format.h>

namespace engine {

namespace {

ExtractedEntry textEntry(FeatureSet set, std::vector<Interval> times, std::vector<std::string> texts)
{
    ExtractedEntry result;
    result.set = set;
    result.entry.intervals.values = std::move(times);
    result.entry.features = {ElementType::Text, {texts.size(), 1}, std::move(texts)};
    result.metadata["dimension names"] = {set == FeatureSet::Words ? "word" : "phone"};
    return result;
}

/// How sure each word is, for whoever looks over them.
ExtractedEntry surenessOf(const WordAlignment& alignment)
{
    FeatureRows rows;
    rows.columns = {{"confidence"}, {"start_error", "s"}, {"end_error", "s"}, {"doubtful"}, {"draft"}};
    rows.values = FeatureMatrix(alignment.words.size(), rows.columns.size());
    for (std::size_t i = 0; i < alignment.words.size(); ++i) {
        const AlignedWord& word = alignment.words[i];
        rows.intervals.push_back(word.time);
        rows.values.at(i, 0) = static_cast<float>(word.confidence);
        rows.values.at(i, 1) = static_cast<float>(word.startError);
        rows.values.at(i, 2) = static_cast<float>(word.endError);
        rows.values.at(i, 3) = word.isDoubtful ? 1.0F : 0.0F;
        rows.values.at(i, 4) = alignment.isDraft ? 1.0F : 0.0F;
    }
    return entryOfRows(FeatureSet::WordAlignment, std::move(rows));
}

}

WordAligner& ExtractionTools::aligner()
{
    if (!m_aligner)
        m_aligner = std::make_unique<WordAligner>(
            m_settings.speechModel.empty() ? defaultSpeechModel() : speechModelIn(m_settings.speechModel),
            m_installation);
    return *m_aligner;
}

std::vector<ExtractedEntry> extractWords(const Recording& recording, ExtractionTools& tools,
                                         std::string& note, const RunContext& run)
{
    const ExtractionSettings& settings = tools.settings();
    std::vector<TranscriptPart> transcript;
    if (recording.transcript) // before the sound, which takes longer
        transcript = recording.hasTimes ? readTimedWords(*recording.transcript)
                                        : readTranscript(*recording.transcript);
    ReadSound sound(MediaFile(recording.media), run);
    const auto aligned = [&] {
        if (recording.hasTimes)
            return withTimes(
                tools.aligner().align(sound, phrasesOf(transcript), {.denoise = settings.denoise}, run),
                transcript);
        return recording.transcript ? tools.aligner().align(
                   sound, transcript, {.denoise = settings.denoise, .pad = settings.pad}, run)
                                    : tools.aligner().draft(sound, run);
    };
    const WordAlignment alignment = aligned();
    if (!alignment.fits) {
        if (alignment.words.empty())
            throw FormatError("transcript", recording.transcript.value_or(recording.media).string(),
                              alignment.reason);
        note = alignment.reason;
    }
    std::vector<Interval> times;
    std::vector<std::string> texts;
    std::vector<Interval> phoneTimes;
    std::vector<std::string> phones;
    for (const AlignedWord& word : alignment.words) {
        times.push_back(word.time);
        texts.push_back(word.text);
        for (const AlignedPhone& phone : word.phones) {
            phoneTimes.push_back(phone.time);
            phones.push_back(phone.phone);
        }
    }
    std::vector<ExtractedEntry> entries;
    entries.push_back(textEntry(FeatureSet::Words, std::move(times), std::move(texts)));
    entries.push_back(textEntry(FeatureSet::Phones, std::move(phoneTimes), std::move(phones)));
    entries.push_back(surenessOf(alignment));
    return entries;
}

std::vector<ExtractedEntry> extractWordVectors(const TimedText& words, const ExtractionTools& tools,
                                               std::string& note)
{
    VectorCoverage coverage;
    ExtractedEntry entry = entryOfRows(
        FeatureSet::WordVectors, lookedUpWords(words.intervals, words.texts, tools.vectors(), coverage));
    entry.metadata["vectors"] = tools.vectors().description();
    if (coverage.known < coverage.words)
        note = fmt::format("{} of {} words have a vector", coverage.known, coverage.words);
    std::vector<ExtractedEntry> entries;
    entries.push_back(std::move(entry));
    return entries;
}

}
