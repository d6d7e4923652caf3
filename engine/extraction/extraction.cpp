#include "engine/extraction/extraction.h"

#include "engine/core/error.h"
#include "engine/core/sha256.h"
#include "engine/core/text_file.h"
#include "engine/extraction/extraction_progress.h"
#include "engine/extraction/extraction_shards.h"
#include "engine/extraction/recording_lengths.h"
#include "engine/extraction/step_maker.h"
#include "engine/features/text/looked_up_words.h"
#include "engine/features/text/stored_vectors.h"
#include "engine/media/cut_short.h"
#include "engine/sequences/sequence_statistics.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <fmt/format.h>
#include <iterator>
#include <mutex>
#include <set>
#include <thread>

namespace engine {

namespace {

namespace fs = std::filesystem;
using State = StepRecord::State;
using Kind = ExtractionEvent::Kind;
using Clock = std::chrono::steady_clock;

constexpr double kTellingPause = 0.1; ///< seconds
constexpr double kSearched = 0.7; ///< of the search is done when lengths are sought
constexpr double kLeastPart = 20.0; ///< of the time that joining takes lies between two times that it is done

constexpr std::array kSteps{ExtractionStep::Sound,       ExtractionStep::Words,
                            ExtractionStep::Functionals, ExtractionStep::WordVectors,
                            ExtractionStep::Valence,     ExtractionStep::Arousal,
                            ExtractionStep::Face,        ExtractionStep::Expression,
                            ExtractionStep::FaceMesh,    ExtractionStep::Blendshapes};

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

/// One run: what all recordings share.
class Run {
public:
    Run(const ExtractionWish& wish, const OnExtraction& on, const RunContext& run)
        : m_wish(wish)
        , m_on(on)
        , m_run(run)
        , m_sets(neededSets(wish))
        , m_recordings(recordingsOf(wish, searching(0.0, kSearched)))
        , m_sums(m_recordings.size())
        , m_files(wish.out, wish.list)
        , m_maker(wish, m_sets, m_files, run)
        , m_progress(wish.jobs)
    {
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
        const auto* vectors = dynamic_cast<const StoredVectors*>(m_maker.vectors());
        const fs::path words = m_wish.out / (std::string(factsOf(FeatureSet::Words).name) + ".csd");
        std::error_code error;
        if (!vectors || m_wish.settings.vectors.empty() || !fs::exists(words, error))
            return;
        std::set<std::string> spellings;
        for (const WordCount& counted : wordCounts(CsdFile(words), m_run))
            std::ranges::copy(spellingsOf(counted.word), std::inserter(spellings, spellings.end()));
        writeVocabulary(*vectors, vectors->source(), spellings, m_wish.out / kVocabularyFile);
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

    void makeUnits()
    {
        const std::vector<double> lengths = lengthsOf(m_recordings, searching(kSearched, 1.0));
        const std::vector<std::size_t> shards = shardsByLength(lengths, m_wish.shards);
        for (std::size_t i = 0; i < m_recordings.size(); ++i) {
            if (shards[i] != m_wish.shard)
                continue;
            const double length = lengths[i];
            Unit heard{i, {}};
            Unit seen{i, {}};
            for (const ExtractionStep step : kSteps) {
                if (setsOf(step, m_sets).empty())
                    continue;
                const bool isSeen = step == ExtractionStep::Face || step == ExtractionStep::Expression
                    || step == ExtractionStep::FaceMesh || step == ExtractionStep::Blendshapes;
                Unit& unit = isSeen ? seen : heard;
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

    /// Tells how far the search is, some ten times a second at most.
    /// @param from, to  what part of the search the work is
    RunContext searching(double from, double to)
    {
        RunContext of{m_run.stop, {}};
        if (m_on)
            of.progress = [this, from, to](double done) {
                if (since(m_searchTold) < kTellingPause)
                    return;
                m_searchTold = Clock::now();
                m_on({Kind::Searching, {}, ExtractionStep::Words, from + done * (to - from), 0.0, {}, {}});
            };
        return of;
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
        ExtractionTools tools = m_maker.tools();
        while (!m_run.stop.stop_requested()) {
            const std::size_t next = m_next++;
            if (next >= m_units.size())
                return;
            try {
                perform(m_units[next], tools);
                if (const auto whole = toBeJoined(m_units[next].recording); !whole.empty())
                    joinSoFar(whole);
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
        file.media = recording.media.path().lexically_relative(out).string();
        if (recording.transcript)
            file.transcript
                = fs::absolute(*recording.transcript).lexically_normal().lexically_relative(out).string();
        file.hasWordTimes = recording.hasTimes;
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
                record.key = m_maker.keyOf(recording, file, step);
                kind = m_maker.make(step, recording, tools, file, record,
                                    {m_run.stop, [&](double fraction) {
                                         tell(unit, step, begin, Kind::Running, fraction, {});
                                     }});
            }
            if (record.state == State::Failed)
                kind = Kind::Failed;
            else if (record.state == State::Skipped)
                kind = Kind::Skipped;
            tell(unit, step, begin, kind, 1.0, record.reason);
        }
        const std::optional<Finding> voicing = m_maker.checkVoicing(recording, file);
        const std::lock_guard lock(m_mutex);
        if (m_on && voicing) // told once more: it is a reason of the step `sound`, too
            m_on({Kind::Remark,
                  recording.id,
                  ExtractionStep::Sound,
                  1.0,
                  m_progress.overall(),
                  m_progress.left(),
                  voicing->message,
                  {},
                  voicing->code});
        ExtractionRecord::File& all = m_record.files[recording.id];
        all.takeInputs(file);
        all.steps.merge(file.steps);
    }

    /// Notes that a unit is done. @return all recordings that are whole, if they are to be joined now: while
    /// others are still made, and where joining takes little of the time
    std::vector<Recording> toBeJoined(std::size_t recording)
    {
        const std::lock_guard lock(m_mutex);
        if (--m_unitsLeft[recording] > 0)
            return {};
        m_unitsLeft.erase(recording);
        m_sums[recording].sha256 = {}; // which the record has
        if (m_wish.shards > 1)
            return {};
        const auto& steps = m_record.files[m_recordings[recording].id].steps;
        if (std::ranges::any_of(steps, [](const auto& step) { return step.second.state == State::Done; }))
            m_whole.push_back(recording);
        if (m_isJoining || !m_hasNews || m_whole.empty() || m_unitsLeft.empty()
            || since(m_joinedAt) < kLeastPart * m_joinTook)
            return {};
        m_isJoining = true;
        m_hasNews = false;
        std::vector<Recording> whole;
        std::ranges::transform(m_whole, std::back_inserter(whole),
                               [&](std::size_t each) { return m_recordings[each]; });
        return whole;
    }

    void joinSoFar(const std::vector<Recording>& whole)
    {
        ExtractionRecord record;
        {
            const std::lock_guard lock(m_mutex);
            for (const Recording& recording : whole)
                record.files[recording.id] = m_record.files[recording.id];
        }
        const auto begin = Clock::now();
        m_files.joinSoFar(record, m_wish.settings, whole, m_run);
        const std::lock_guard lock(m_mutex);
        m_joinedAt = Clock::now();
        m_joinTook = since(begin);
        m_isJoining = false;
        if (m_on)
            m_on({Kind::Ready,
                  whole.back().id,
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
                m_on({Kind::Remark,
                      m_recordings[recording].id,
                      ExtractionStep::Sound,
                      0.0,
                      m_progress.overall(),
                      m_progress.left(),
                      sum.remark,
                      {},
                      "cut_short"});
        });
        return sum;
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
        m_hasNews |= kind == Kind::Done;
        if (m_on)
            m_on({kind, m_recordings[unit.recording].id, step, fraction, m_progress.overall(),
                  m_progress.left(), text,
                  kind == Kind::Running ? std::nullopt : std::optional(since(begin))});
    }

    const ExtractionWish& m_wish;
    const OnExtraction& m_on;
    const RunContext& m_run;
    Clock::time_point m_searchTold; ///< the first time at once
    std::vector<FeatureSet> m_sets;
    std::vector<Recording> m_recordings;
    std::vector<Sum> m_sums;
    ExtractedFiles m_files;
    std::vector<Unit> m_units;
    StepMaker m_maker;
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_mutex; ///< of all below
    ExtractionProgress m_progress;
    std::map<std::size_t, int> m_unitsLeft; ///< by recording
    std::vector<std::size_t> m_whole; ///< recordings of which something came
    bool m_isJoining = false;
    bool m_hasNews = false; ///< something was made that is not joined yet
    Clock::time_point m_joinedAt = Clock::now();
    double m_joinTook = 0.0; ///< seconds
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
