#include "engine/extraction/extraction.h"

#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/core/sha256.h"
#include "engine/core/text_file.h"
#include "engine/extraction/extracted_files.h"
#include "engine/extraction/extraction_progress.h"
#include "engine/extraction/transcript_file.h"
#include "engine/extraction/voicing_check.h"
#include "engine/features/text/hashed_vectors.h"
#include "engine/features/text/looked_up_words.h"
#include "engine/features/text/stored_vectors.h"
#include "engine/media/cut_short.h"
#include "engine/media/media_info.h"
#include "engine/sequences/sequence_statistics.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <fmt/format.h>
#include <iterator>
#include <mutex>
#include <new>
#include <set>
#include <thread>

namespace engine {

namespace {

namespace fs = std::filesystem;
using State = StepRecord::State;
using Kind = ExtractionEvent::Kind;
using Clock = std::chrono::steady_clock;

constexpr std::array kSteps{ExtractionStep::Sound, ExtractionStep::Words, ExtractionStep::Functionals,
                            ExtractionStep::WordVectors, ExtractionStep::Face};
/// Part of each key: raised when a step's values change, so that old ones are made again.
const char* methodOf(ExtractionStep step)
{
    return step == ExtractionStep::Sound || step == ExtractionStep::Functionals ? "2" : "1";
}
/// In the folder: the vectors of its words, where they come from a large file.
constexpr const char* kVocabulary = "vocabulary.vectors";

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

/// Nothing is written over what is read. @throws FormatError (`same_file`).
void refuseToOverwrite(const ExtractionWish& wish, const std::vector<Recording>& recordings)
{
    std::vector<fs::path> inputs{wish.settings.vectors};
    for (const Recording& recording : recordings) {
        inputs.push_back(recording.media);
        if (recording.transcript)
            inputs.push_back(*recording.transcript);
    }
    std::vector<fs::path> outputs{wish.out / "dataset.json", wish.out / "extraction.json",
                                  wish.out / kVocabulary};
    for (const FeatureSetFacts& facts : featureSets())
        outputs.push_back(wish.out / (std::string(facts.name) + ".csd"));
    refuseInputsAsOutputs(inputs, outputs);
}

/// The recordings in the order of their names; the same whatever the order on the command line.
std::vector<Recording> recordingsOf(const ExtractionWish& wish)
{
    if (!wish.transcript.empty() && wish.media.size() != 1)
        throw FormatError("data_invalid", wish.transcript.string(),
                          "is one transcript, but there is not one recording");
    const fs::path before = wish.out / "extraction.json";
    const ExtractionRecord record = readExtractionRecord(before);
    std::map<std::string, Recording> byId;
    for (const fs::path& media : wish.media) {
        const fs::path file = fs::absolute(media).lexically_normal();
        Recording recording{file.stem().string(), file, std::nullopt};
        if (!wish.transcript.empty())
            recording.transcript = wish.transcript;
        for (const fs::path& folder : wish.transcripts)
            if (!recording.transcript)
                recording.transcript = transcriptOf(file, folder);
        if (!recording.transcript)
            recording.transcript = transcriptOf(file, file.parent_path());
        if (!recording.transcript)
            recording.transcript = transcriptBefore(record, recording.id, before);
        const auto [known, isNew] = byId.emplace(recording.id, recording);
        if (!isNew && known->second.media != file)
            throw FormatError("same_name", file.string(),
                              fmt::format("has the same name as {}; a recording is known by its name",
                                          known->second.media.string()));
    }
    std::vector<Recording> recordings;
    for (auto& [id, recording] : byId)
        recordings.push_back(std::move(recording));
    refuseToOverwrite(wish, recordings);
    return recordings;
}

/// What one should know of a recording whatever is made of it; empty: nothing, or its steps say it.
std::string remarkOn(const fs::path& media)
{
    try {
        if (const auto cut = cutShort(media))
            return fmt::format("ends at {:.1f} of {:.1f} s: the file is cut short", cut->at, cut->promised);
    } catch (const Error&) { // which the steps find, too
    }
    return {};
}

/// Which rows of covarep74 (its column VUV) or of egemaps25 (its last, `valid`) are voiced.
std::vector<bool> voicedRows(FeatureSet set, const Entry& rows)
{
    const auto* values = std::get_if<std::vector<float>>(&rows.features.values);
    const std::size_t columns = rows.features.shape.size() == 2 ? rows.features.shape[1] : 0;
    std::vector<bool> isVoiced(rows.intervals.values.size());
    const std::size_t column = set == FeatureSet::Covarep74 ? 1 : columns - 1;
    for (std::size_t row = 0; values && row < isVoiced.size() && column < columns; ++row)
        isVoiced[row] = (*values)[row * columns + column] > 0.0F;
    return isVoiced;
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

/// The vectors that the settings name, or whose vocabulary the folder has; null where no set needs any.
std::shared_ptr<const WordVectors> vectorsFor(const ExtractionWish& wish, const RunContext& run)
{
    if (setsOf(ExtractionStep::WordVectors, wish.sets).empty())
        return nullptr;
    if (!wish.settings.vectors.empty())
        return std::make_shared<StoredVectors>(
            openVectors(wish.settings.vectors, cacheFolder() / "vectors", run));
    std::error_code error;
    if (fs::exists(wish.out / kVocabulary, error))
        return std::make_shared<StoredVectors>(wish.out / kVocabulary);
    const fs::path lexicon = wish.installation.text();
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
        , m_recordings(recordingsOf(wish))
        , m_sums(m_recordings.size())
        , m_files(wish.out)
        , m_shared{vectorsFor(wish, run), nullptr}
        , m_progress(wish.jobs)
    {
        loadLandmarks();
    }

    ExtractionRecord go()
    {
        makeUnits();
        std::vector<std::jthread> threads;
        const std::size_t count
            = std::clamp<std::size_t>(m_wish.jobs, 1, std::max<std::size_t>(1, m_units.size()));
        for (std::size_t i = 1; i < count; ++i)
            threads.emplace_back([this] { work(); });
        work();
        threads.clear(); // waits
        if (m_broken)
            std::rethrow_exception(m_broken);
        m_run.tick(0, 1); // stopped: what is done stays in its parts
        failEmptyOnes();
        if (m_wish.shards == 1) {
            m_files.join(m_record, m_wish.settings, m_recordings, m_run);
            keepVocabulary();
        }
        return m_record;
    }

private:
    /// The vectors of the folder's words are kept beside them, so that the large file is not needed again.
    void keepVocabulary() const
    {
        const auto* vectors = dynamic_cast<const StoredVectors*>(m_shared.vectors.get());
        const fs::path words = m_wish.out / (std::string(factsOf(FeatureSet::Words).name) + ".csd");
        std::error_code error;
        if (!vectors || m_wish.settings.vectors.empty() || !fs::exists(words, error))
            return;
        std::set<std::string> spellings;
        for (const WordCount& counted : wordCounts(CsdFile(words), m_run))
            std::ranges::copy(spellingsOf(counted.word), std::inserter(spellings, spellings.end()));
        writeVocabulary(*vectors, vectors->source(), spellings, m_wish.out / kVocabulary);
    }

    /// Steps of a recording that one thread does one after the other. Pictures are looked at beside the
    /// sound, so that a single long recording keeps two cores busy.
    struct Unit {
        std::size_t recording = 0;
        std::vector<ExtractionStep> steps;
        std::size_t number = 0; ///< in m_progress
    };

    /// What a recording's units share: its SHA-256, or why it cannot be read.
    struct Sum {
        std::once_flag isKnown;
        std::string sha256;
        std::string trouble;
        std::string remark; ///< on the media
    };

    /// What is left out is no failure, unless nothing at all came of a recording.
    void failEmptyOnes()
    {
        for (auto& [id, file] : m_record.files) {
            if (std::ranges::any_of(file.steps,
                                    [](const auto& step) { return step.second.state != State::Skipped; }))
                continue;
            for (const ExtractionStep step : kSteps) {
                const auto record = file.steps.find(name(step));
                if (record == file.steps.end() || record->second.state != State::Skipped)
                    continue;
                record->second.state = State::Failed;
                if (m_on)
                    m_on({Kind::Failed, id, step, 1.0, 1.0, {}, record->second.reason});
            }
        }
    }

    /// Without the model everything else is made.
    void loadLandmarks()
    {
        if (setsOf(ExtractionStep::Face, m_sets).empty())
            return;
        try {
            m_shared.landmarks = std::make_shared<const LandmarkModel>();
        } catch (const Error& error) {
            m_noLandmarks = error.what();
        }
    }

    void makeUnits()
    {
        for (std::size_t i = 0; i < m_recordings.size(); ++i) {
            if (i % m_wish.shards != m_wish.shard)
                continue;
            const double length = lengthOf(m_recordings[i]);
            Unit heard{i, {}};
            Unit seen{i, {}};
            for (const ExtractionStep step : kSteps) {
                if (setsOf(step, m_sets).empty())
                    continue;
                Unit& unit = step == ExtractionStep::Face ? seen : heard;
                unit.steps.push_back(step);
            }
            for (Unit& unit : {std::ref(heard), std::ref(seen)}) {
                if (unit.steps.empty())
                    continue;
                std::vector<std::pair<ExtractionStep, double>> expected;
                for (const ExtractionStep step : unit.steps)
                    expected.emplace_back(step, length * costOf(step));
                unit.number = m_progress.add(expected);
                ++m_unitsLeft[i];
                m_units.push_back(std::move(unit));
            }
        }
    }

    /// In seconds; of one that cannot be read, one: its steps say what is wrong with it.
    static double lengthOf(const Recording& recording)
    {
        try {
            return std::max(1.0, probeMedia(recording.media).duration);
        } catch (const Error&) {
            return 1.0;
        }
    }

    double costOf(ExtractionStep step) const
    {
        double cost = 0.001; // each has something to do
        for (const FeatureSet set : setsOf(step, m_sets))
            cost += factsOf(set).cost;
        return cost;
    }

    void work()
    {
        ExtractionTools tools(m_wish.settings, m_wish.installation, m_shared);
        while (!m_run.stop.stop_requested()) {
            const std::size_t next = m_next++;
            if (next >= m_units.size())
                return;
            try {
                perform(m_units[next], tools);
                if (isFirstToBeWhole(m_units[next].recording))
                    joinFirst(m_recordings[m_units[next].recording]);
            } catch (const Cancelled&) {
                return;
            } catch (...) { // the results cannot be written: the others could not be, either
                const std::lock_guard lock(m_mutex);
                if (!m_broken)
                    m_broken = std::current_exception();
                m_next = m_units.size();
                return;
            }
        }
    }

    void perform(Unit& unit, ExtractionTools& tools)
    {
        const Recording& recording = m_recordings[unit.recording];
        ExtractionRecord::File file;
        const fs::path out = fs::absolute(m_wish.out).lexically_normal();
        file.media = recording.media.lexically_relative(out).string();
        if (recording.transcript)
            file.transcript
                = fs::absolute(*recording.transcript).lexically_normal().lexically_relative(out).string();
        const Sum& sum = sumOf(unit.recording);
        file.sha256 = sum.sha256;
        file.remark = sum.remark;
        for (const ExtractionStep step : unit.steps) {
            const auto begin = Clock::now();
            StepRecord& record = file.steps[name(step)];
            Kind kind = Kind::Done;
            if (!sum.trouble.empty()) {
                record.state = State::Failed;
                record.reason = sum.trouble;
            } else {
                record.key = keyOf(recording, file, step);
                kind = perform(unit, step, tools, file, record, begin);
            }
            record.seconds = since(begin);
            if (record.state == State::Failed)
                kind = Kind::Failed;
            else if (record.state == State::Skipped)
                kind = Kind::Skipped;
            tell(unit, step, begin, kind, 1.0, record.reason);
        }
        checkVoicing(recording, file);
        const std::lock_guard lock(m_mutex);
        ExtractionRecord::File& all = m_record.files[recording.id];
        all.media = file.media;
        all.transcript = file.transcript;
        all.sha256 = file.sha256;
        all.remark = file.remark;
        all.steps.merge(file.steps);
    }

    /// What the sound's voicing and the words say of each other is a reason of the step `sound`, which is
    /// told once more.
    void checkVoicing(const Recording& recording, ExtractionRecord::File& file)
    {
        const auto isDone = [&](ExtractionStep step) {
            const auto found = file.steps.find(name(step));
            return found != file.steps.end() && found->second.state == State::Done;
        };
        const auto wanted = std::ranges::find_if(m_sets, [](FeatureSet set) {
            return set == FeatureSet::Covarep74 || set == FeatureSet::Egemaps25;
        });
        if (wanted == m_sets.end() || !isDone(ExtractionStep::Sound) || !isDone(ExtractionStep::Words))
            return;
        const Entry rows = m_files.entry(*wanted, recording.id);
        const std::optional<Finding> finding
            = voicingFinding(recording.id,
                             voicedParts(m_files.words(recording.id).intervals, rows.intervals.values,
                                         voicedRows(*wanted, rows)));
        StepRecord& sound = file.steps[name(ExtractionStep::Sound)];
        sound.reason = finding ? finding->message : std::string();
        if (!finding)
            return;
        const std::lock_guard lock(m_mutex);
        if (m_on)
            m_on({Kind::Remark, recording.id, ExtractionStep::Sound, 1.0, m_progress.overall(),
                  m_progress.left(), finding->message, finding->code});
    }

    /// Whether all of a recording's units are done, before any other's and while others are to come.
    bool isFirstToBeWhole(std::size_t recording)
    {
        const std::lock_guard lock(m_mutex);
        --m_unitsLeft[recording];
        if (m_hasFirst || m_unitsLeft[recording] > 0 || m_wish.shards > 1 || m_recordings.size() < 2
            || m_files.hadList())
            return false;
        const auto& steps = m_record.files[m_recordings[recording].id].steps;
        m_hasFirst
            = std::ranges::any_of(steps, [](const auto& step) { return step.second.state == State::Done; });
        return m_hasFirst;
    }

    void joinFirst(const Recording& first)
    {
        ExtractionRecord record;
        {
            const std::lock_guard lock(m_mutex);
            record.files[first.id] = m_record.files[first.id];
        }
        m_files.joinFirst(record, m_wish.settings, first, m_run);
        const std::lock_guard lock(m_mutex);
        if (m_on)
            m_on({Kind::Ready,
                  first.id,
                  ExtractionStep::Words,
                  1.0,
                  m_progress.overall(),
                  m_progress.left(),
                  {}});
    }

    const Sum& sumOf(std::size_t recording)
    {
        Sum& sum = m_sums[recording];
        std::call_once(sum.isKnown, [&] {
            try {
                sum.sha256 = hexadecimal(sha256OfFile(m_recordings[recording].media, {m_run.stop, {}}));
            } catch (const IoError& error) {
                sum.trouble = error.what();
                return;
            }
            sum.remark = remarkOn(m_recordings[recording].media);
            const std::lock_guard lock(m_mutex);
            if (m_on && !sum.remark.empty())
                m_on({Kind::Remark, m_recordings[recording].id, ExtractionStep::Sound, 0.0,
                      m_progress.overall(), m_progress.left(), sum.remark, "cut_short"});
        });
        return sum;
    }

    Kind perform(Unit& unit, ExtractionStep step, ExtractionTools& tools, const ExtractionRecord::File& file,
                 StepRecord& record, Clock::time_point begin)
    {
        const Recording& recording = m_recordings[unit.recording];
        const std::vector<FeatureSet> sets = setsOf(step, m_sets);
        const bool hasWords = recording.transcript || m_wish.settings.drafts;
        if ((step == ExtractionStep::Words || needsWords(step)) && !hasWords) {
            record.state = State::Skipped;
            record.reason
                = fmt::format("there is no transcript {}.txt, .srt, .vtt, .TextGrid or .eaf{}", recording.id,
                              m_wish.transcripts.empty() ? std::string()
                                                         : fmt::format(" beside the recording or in {}",
                                                                       m_wish.transcripts.front().string()));
            return Kind::Skipped;
        }
        if (step == ExtractionStep::Face && !m_shared.landmarks) {
            record.state = State::Skipped;
            record.reason = m_noLandmarks;
            return Kind::Skipped;
        }
        if (needsWords(step) && file.steps.at("words").state != State::Done) { // the words were tried before
            record.state = file.steps.at("words").state;
            record.reason = "its words are missing";
            return Kind::Failed;
        }
        std::vector<FeatureSet> missing;
        for (const FeatureSet set : sets) {
            if (!m_files.has(set, recording.id, name(step), record.key, m_wish.again))
                missing.push_back(set);
        }
        if (missing.empty()) {
            record.reason = m_files.reasonBefore(recording.id, name(step), sets.front());
            return Kind::Reused;
        }
        const RunContext stepRun{
            m_run.stop, [&](double fraction) { tell(unit, step, begin, Kind::Running, fraction, {}); }};
        try {
            std::vector<ExtractedEntry> entries;
            if (step == ExtractionStep::Sound)
                entries = extractSound(recording, missing, stepRun);
            else if (step == ExtractionStep::Words)
                entries = extractWords(recording, tools, record.reason, stepRun);
            else if (step == ExtractionStep::Functionals)
                entries = extractFunctionals(recording, m_files.words(recording.id), stepRun);
            else if (step == ExtractionStep::Face)
                entries = extractFace(recording, tools, record.reason, stepRun);
            else
                entries = extractWordVectors(m_files.words(recording.id), tools, record.reason);
            for (ExtractedEntry& entry : entries) {
                if (std::ranges::find(sets, entry.set) != sets.end())
                    m_files.put(std::move(entry), recording.id, record.key, record.reason);
            }
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) {
            // A recording without sound, picture or face has what it can have.
            const bool isLack
                = error.code() == "no_audio" || error.code() == "no_video" || error.code() == "no_face";
            record.state = isLack ? State::Skipped : State::Failed;
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
        std::string made = fmt::format("{} {} {}", methodOf(step), name(step), file.sha256);
        if (step != ExtractionStep::Sound && step != ExtractionStep::Face) {
            made += settings.denoise ? " denoise" : "";
            if (settings.pad)
                made += fmt::format(" pad {} {}", settings.pad->start, settings.pad->end);
            made += " model " + settings.speechModel.string();
            std::error_code error;
            if (recording.transcript && fs::exists(*recording.transcript, error))
                made += " transcript " + hexadecimal(sha256OfFile(*recording.transcript, {m_run.stop, {}}));
        }
        if (step == ExtractionStep::WordVectors)
            made += " vectors " + (m_shared.vectors ? m_shared.vectors->description() : std::string());
        Sha256 hash;
        hash.addAll(made);
        return hexadecimal(hash.digest());
    }

    static double since(Clock::time_point begin)
    {
        return std::chrono::duration<double>(Clock::now() - begin).count();
    }

    /// @param begin  of the step
    void tell(const Unit& unit, ExtractionStep step, Clock::time_point begin, Kind kind, double fraction,
              const std::string& text)
    {
        const std::lock_guard lock(m_mutex);
        if (kind == Kind::Running)
            m_progress.reach(unit.number, step, fraction, since(begin));
        else
            m_progress.end(unit.number, step, since(begin), kind == Kind::Done);
        if (m_on)
            m_on({kind, m_recordings[unit.recording].id, step, fraction, m_progress.overall(),
                  m_progress.left(), text});
    }

    const ExtractionWish& m_wish;
    const OnExtraction& m_on;
    const RunContext& m_run;
    std::vector<FeatureSet> m_sets;
    std::vector<Recording> m_recordings;
    std::vector<Sum> m_sums;
    ExtractedFiles m_files;
    std::vector<Unit> m_units;
    ExtractionTools::Shared m_shared;
    std::string m_noLandmarks; ///< why there are none
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_mutex; ///< of all below
    ExtractionProgress m_progress;
    std::map<std::size_t, int> m_unitsLeft; ///< by recording
    bool m_hasFirst = false; ///< a recording is whole, and the dataset can be opened
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
