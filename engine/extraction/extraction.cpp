#include "engine/extraction/extraction.h"

#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/sha256.h"
#include "engine/core/text_file.h"
#include "engine/extraction/extracted_files.h"
#include "engine/extraction/transcript_file.h"
#include "engine/features/text/hashed_vectors.h"
#include "engine/features/text/stored_vectors.h"
#include "engine/media/media_info.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <fmt/format.h>
#include <mutex>
#include <new>
#include <set>
#include <thread>

namespace engine {

namespace {

namespace fs = std::filesystem;
using State = StepRecord::State;
using Kind = ExtractionEvent::Kind;

constexpr std::array kSteps{ExtractionStep::Sound, ExtractionStep::Words, ExtractionStep::Functionals,
                            ExtractionStep::WordVectors};
/// Part of each key: raised when a step's values change, so that old ones are made again.
constexpr const char* kMethod = "1";

bool needsWords(ExtractionStep step)
{
    return step == ExtractionStep::Functionals || step == ExtractionStep::WordVectors;
}

std::vector<FeatureSet> setsOf(ExtractionStep step, const std::vector<FeatureSet>& wanted)
{
    std::vector<FeatureSet> sets;
    for (const FeatureSetFacts& facts : featureSets()) {
        if (facts.step == step && std::ranges::find(wanted, facts.set) != wanted.end())
            sets.push_back(facts.set);
    }
    return sets;
}

/// The recordings in the order of their names; the same whatever the order on the command line.
std::vector<Recording> recordingsOf(const ExtractionWish& wish)
{
    if (!wish.transcript.empty() && wish.media.size() != 1)
        throw FormatError("data_invalid", wish.transcript.string(),
                          "is one transcript, but there is not one recording");
    std::map<std::string, Recording> byId;
    for (const fs::path& media : wish.media) {
        const fs::path file = fs::absolute(media).lexically_normal();
        Recording recording{file.stem().string(), file, std::nullopt};
        recording.transcript = !wish.transcript.empty()
            ? std::optional(wish.transcript)
            : transcriptOf(file, wish.transcripts.empty() ? file.parent_path() : wish.transcripts);
        const auto [known, isNew] = byId.emplace(recording.id, recording);
        if (!isNew && known->second.media != file)
            throw FormatError("same_name", file.string(),
                              fmt::format("has the same name as {}; a recording is known by its name",
                                          known->second.media.string()));
    }
    std::vector<Recording> recordings;
    for (auto& [id, recording] : byId)
        recordings.push_back(std::move(recording));
    return recordings;
}

/// The wanted sets, and the words that some of them are made of.
std::vector<FeatureSet> neededSets(const ExtractionWish& wish)
{
    std::vector<FeatureSet> sets = wish.sets;
    const bool needWords
        = std::ranges::any_of(sets, [](FeatureSet set) { return needsWords(factsOf(set).step); });
    if (needWords && std::ranges::find(sets, FeatureSet::Words) == sets.end())
        sets.push_back(FeatureSet::Words);
    return sets;
}

/// The vectors that the settings name; null where no set needs any.
std::shared_ptr<const WordVectors> vectorsFor(const ExtractionWish& wish, const RunContext& run)
{
    if (setsOf(ExtractionStep::WordVectors, wish.sets).empty())
        return nullptr;
    if (!wish.settings.vectors.empty())
        return std::make_shared<StoredVectors>(
            openVectors(wish.settings.vectors, cacheFolder() / "vectors", run));
    const fs::path lexicon = textFolder();
    return std::make_shared<HashedVectors>(lexicon.empty() ? SentimentLexicon()
                                                           : SentimentLexicon(lexicon / "sentiment_en.tsv"));
}

/// One run: what all recordings share.
class Run {
public:
    Run(const ExtractionWish& wish, const OnExtraction& on, const RunContext& run)
        : m_wish(wish)
        , m_on(on)
        , m_run(run)
        , m_sets(neededSets(wish))
        , m_files(wish.out)
        , m_recordings(recordingsOf(wish))
        , m_vectors(vectorsFor(wish, run))
    {
    }

    ExtractionRecord go()
    {
        measure();
        std::vector<std::jthread> threads;
        const std::size_t count
            = std::clamp<std::size_t>(m_wish.jobs, 1, std::max<std::size_t>(1, m_recordings.size()));
        for (std::size_t i = 1; i < count; ++i)
            threads.emplace_back([this] { work(); });
        work();
        threads.clear(); // waits
        if (m_broken)
            std::rethrow_exception(m_broken);
        m_run.tick(0, 1); // stopped: what is done stays in its parts
        if (m_wish.shards == 1)
            m_files.join(m_record, m_wish.settings, m_recordings, m_run);
        return m_record;
    }

private:
    /// The lengths of the recordings, for the progress of the whole.
    void measure()
    {
        for (std::size_t i = 0; i < m_recordings.size(); ++i) {
            double seconds = 1.0;
            try {
                seconds = std::max(seconds, probeMedia(m_recordings[i].media).duration);
            } catch (const Error&) {
                // The steps say what is wrong with it.
            }
            m_lengths.push_back(isMine(i) ? seconds : 0.0);
            m_total += m_lengths.back();
        }
    }

    bool isMine(std::size_t recording) const { return recording % m_wish.shards == m_wish.shard; }

    void work()
    {
        ExtractionTools tools(m_wish.settings, m_vectors);
        while (!m_run.stop.stop_requested()) {
            const std::size_t index = m_next++;
            if (index >= m_recordings.size())
                return;
            if (!isMine(index))
                continue;
            try {
                extract(index, tools);
            } catch (const Cancelled&) {
                return;
            } catch (...) { // the results cannot be written: the others could not be, either
                const std::lock_guard lock(m_mutex);
                if (!m_broken)
                    m_broken = std::current_exception();
                m_next = m_recordings.size();
                return;
            }
        }
    }

    void extract(std::size_t index, ExtractionTools& tools)
    {
        const Recording& recording = m_recordings[index];
        ExtractionRecord::File file;
        file.media = recording.media.lexically_relative(fs::absolute(m_wish.out).lexically_normal()).string();
        std::string trouble;
        try {
            file.sha256 = hexadecimal(sha256OfFile(recording.media, {m_run.stop, {}}));
        } catch (const IoError& error) {
            trouble = error.what();
        }
        for (const ExtractionStep step : kSteps) {
            const std::vector<FeatureSet> sets = setsOf(step, m_sets);
            if (sets.empty())
                continue;
            const auto begin = std::chrono::steady_clock::now();
            StepRecord& record = file.steps[name(step)];
            Kind kind = Kind::Done;
            if (!trouble.empty()) {
                record.state = State::Failed;
                record.reason = trouble;
            } else {
                record.key = keyOf(recording, file, step);
                kind = perform(index, step, sets, tools, file, record);
            }
            record.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            if (record.state == State::Failed)
                kind = Kind::Failed;
            else if (record.state == State::Skipped)
                kind = Kind::Skipped;
            tell(index, step, kind, 1.0, record.reason);
        }
        const std::lock_guard lock(m_mutex);
        m_done += m_lengths[index];
        m_record.files[recording.id] = std::move(file);
    }

    Kind perform(std::size_t index, ExtractionStep step, const std::vector<FeatureSet>& sets,
                 ExtractionTools& tools, const ExtractionRecord::File& file, StepRecord& record)
    {
        const Recording& recording = m_recordings[index];
        const bool hasWords = recording.transcript || m_wish.settings.drafts;
        if ((step == ExtractionStep::Words || needsWords(step)) && !hasWords) {
            record.state = m_wish.areSetsChosen ? State::Failed : State::Skipped;
            record.reason
                = fmt::format("there is no transcript {}.txt, .srt, .vtt, .TextGrid or .eaf", recording.id);
            return Kind::Skipped;
        }
        if (const auto words = file.steps.find("words"); needsWords(step)
            && (words == file.steps.end() ? !m_files.has(FeatureSet::Words, recording.id)
                                          : words->second.state == State::Failed)) {
            record.state = State::Failed;
            record.reason = "its words are missing";
            return Kind::Failed;
        }
        std::vector<FeatureSet> missing;
        for (const FeatureSet set : sets) {
            if (!m_files.has(set, recording.id, name(step), record.key))
                missing.push_back(set);
        }
        if (missing.empty()) {
            record.reason = m_files.reasonBefore(recording.id, name(step));
            return Kind::Reused;
        }
        const RunContext stepRun{m_run.stop,
                                 [&](double fraction) { tell(index, step, Kind::Running, fraction, {}); }};
        try {
            std::vector<ExtractedEntry> entries;
            if (step == ExtractionStep::Sound)
                entries = extractSound(recording, missing, stepRun);
            else if (step == ExtractionStep::Words)
                entries = extractWords(recording, tools, record.reason, stepRun);
            else if (step == ExtractionStep::Functionals)
                entries = extractFunctionals(recording, m_files.words(recording.id), stepRun);
            else
                entries = extractWordVectors(m_files.words(recording.id), tools, record.reason);
            for (ExtractedEntry& entry : entries) {
                if (std::ranges::find(sets, entry.set) != sets.end())
                    m_files.put(std::move(entry), recording.id, record.key);
            }
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) {
            record.state = State::Failed;
            record.reason = error.what();
            return Kind::Failed;
        } catch (const std::bad_alloc&) {
            record.state = State::Failed;
            record.reason = "there is not enough memory for this recording";
            return Kind::Failed;
        }
        return Kind::Done;
    }

    /// What the step's result depends on, in one sum.
    std::string keyOf(const Recording& recording, const ExtractionRecord::File& file,
                      ExtractionStep step) const
    {
        const ExtractionSettings& settings = m_wish.settings;
        std::string made = fmt::format("{} {} {}", kMethod, name(step), file.sha256);
        if (step != ExtractionStep::Sound) {
            made += settings.denoise ? " denoise" : "";
            if (settings.pad)
                made += fmt::format(" pad {} {}", settings.pad->start, settings.pad->end);
            made += " model " + settings.speechModel.string();
            std::error_code error;
            if (recording.transcript && fs::exists(*recording.transcript, error))
                made += " transcript " + hexadecimal(sha256OfFile(*recording.transcript, {m_run.stop, {}}));
        }
        if (step == ExtractionStep::WordVectors)
            made += " vectors " + (m_vectors ? m_vectors->description() : std::string());
        Sha256 hash;
        hash.addAll(made);
        return hexadecimal(hash.digest());
    }

    void tell(std::size_t index, ExtractionStep step, Kind kind, double fraction, const std::string& text)
    {
        if (!m_on)
            return;
        const std::lock_guard lock(m_mutex);
        const auto place = static_cast<double>(std::ranges::find(kSteps, step) - kSteps.begin());
        const double within = (place + fraction) / static_cast<double>(kSteps.size());
        const double overall = m_total > 0 ? (m_done + within * m_lengths[index]) / m_total : 1.0;
        m_on({kind, m_recordings[index].id, step, fraction, std::min(1.0, overall), text});
    }

    const ExtractionWish& m_wish;
    const OnExtraction& m_on;
    const RunContext& m_run;
    std::vector<FeatureSet> m_sets;
    ExtractedFiles m_files;
    std::vector<Recording> m_recordings;
    std::vector<double> m_lengths; ///< seconds; 0: another shard's
    double m_total = 0.0;
    std::shared_ptr<const WordVectors> m_vectors;
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_mutex; ///< of all below
    double m_done = 0.0; ///< seconds of recordings that are done
    ExtractionRecord m_record;
    std::exception_ptr m_broken;
};

}

ExtractionRecord extractFeatures(const ExtractionWish& wish, const OnExtraction& on, const RunContext& run)
{
    makeFolder(wish.out);
    return Run(wish, on, run).go();
}

}
