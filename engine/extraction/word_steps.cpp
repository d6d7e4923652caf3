#include "engine/core/error.h"
#include "engine/extraction/extraction_step.h"
#include "engine/extraction/speech_sound.h"
#include "engine/extraction/timed_words.h"
#include "engine/extraction/transcript_file.h"
#include "engine/features/text/hashed_vectors.h"
#include "engine/features/text/looked_up_words.h"
#include "engine/parts/text/english_text.h"
#include "engine/parts/text/table_vectors.h"

#include <algorithm>
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

constexpr double kSentencePause = 0.6; // seconds between two sentences, where no sign tells

/// Where the sentence ends that begins with this word: behind a sign that ends one, or at a pause.
std::size_t endOfSentence(const TimedText& words, std::size_t first)
{
    for (std::size_t i = first; i + 1 < words.texts.size(); ++i) {
        const std::size_t last = words.texts[i].find_last_not_of("\"')]");
        const bool ends = last != std::string::npos
            && std::string_view(".!?").find(words.texts[i][last]) != std::string_view::npos;
        if (ends || words.intervals[i + 1].start - words.intervals[i].end >= kSentencePause)
            return i + 1;
    }
    return words.texts.size();
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

std::string descriptionOf(const std::string& purpose)
{
    return fmt::format("{}, made by Polylogue from recordings", purpose);
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
    ReadSound sound(recording.sound(), run);
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
    if (dynamic_cast<const HashedVectors*>(&tools.vectors())) // as files have it that were made before
        entry.metadata["computational sequence description"]
            = descriptionOf("spelling and tone of each word, or a file of word vectors");
    if (const auto* table = dynamic_cast<const TableVectors*>(&tools.vectors())) {
        const auto outside = std::ranges::count_if(
            words.texts, [&](const std::string& word) { return !table->knows(word); });
        if (outside > 0)
            note = fmt::format("{} of {} words have vectors of their spelling: the table lacks them", outside,
                               words.texts.size());
    }
    if (coverage.known < coverage.words)
        note = fmt::format("{} of {} words have a vector", coverage.known, coverage.words);
    std::vector<ExtractedEntry> entries;
    entries.push_back(std::move(entry));
    return entries;
}

std::vector<ExtractedEntry> extractValence(const TimedText& words, const ExtractionTools& tools,
                                           std::string& note)
{
    const ValenceModel& model = tools.valence();
    const std::string& language = tools.settings().language;
    if (language.empty() ? !looksEnglish(fmt::format("{}", fmt::join(words.texts, " ")), model)
                         : !isEnglishCode(language))
        throw Error("not_english", notEnglishNote());
    FeatureRows rows;
    rows.columns = {{"valence", "-3..3"},
                    {"sentence_valence", "-3..3"},
                    {"negated", "0/1"},
                    {"boosted", "points of -4..4"},
                    {"words_found"}};
    rows.intervals = words.intervals;
    rows.values = FeatureMatrix(words.texts.size(), rows.columns.size());
    std::size_t found = 0;
    for (std::size_t first = 0; first < words.texts.size();) {
        const std::size_t end = endOfSentence(words, first);
        const TextValence sentence = model.valenceOfWords(std::span(words.texts).subspan(first, end - first));
        found += sentence.wordsFound;
        for (std::size_t i = first; i < end; ++i) {
            const WordValence& word = sentence.words[i - first];
            rows.values.at(i, 0) = static_cast<float>(word.valence);
            rows.values.at(i, 1) = static_cast<float>(sentence.valence);
            rows.values.at(i, 2) = word.isNegated ? 1.0F : 0.0F;
            rows.values.at(i, 3) = static_cast<float>(word.boost);
            rows.values.at(i, 4) = static_cast<float>(sentence.wordsFound);
        }
        first = end;
    }
    note = fmt::format("{} of {} words have a rating", found, words.texts.size());
    std::vector<ExtractedEntry> entries;
    entries.push_back(entryOfRows(FeatureSet::Valence, std::move(rows)));
    entries.back().metadata["valence"] = model.description();
    return entries;
}

}
