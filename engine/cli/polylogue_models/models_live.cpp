#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_modalities.h"
#include "engine/cli/polylogue_models/models_output.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/formats/format_registry.h"
#include "engine/live/hop_clock.h"
#include "engine/live/picture_sieve.h"
#include "engine/live/playing_file.h"
#include "engine/media/media_info.h"
#include "engine/models/threads.h"
#include "engine/numbers/quantiles.h"
#include "engine/training/run/live_answerer.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/span_scores.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <condition_variable>
#include <ctime>
#include <fmt/format.h>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

namespace engine {

namespace {

struct LiveOptions {
    std::string model;
    std::string media;
    std::string transcript;
    double window = 4.0;
    double hop = 0.5;
    double seconds = 0.0; ///< 0: to the file's end
    int threads = 1; ///< waiting for each other, two take longer where other programs want the cores as well
    std::vector<std::string> modalities;
    bool json = false;
};

/// What the playing file has given and nobody has taken yet. Thread-safe.
class LiveInbox {
public:
    explicit LiveInbox(double step) : m_sieve(step) { }

    PlayingFile::Callbacks callbacks()
    {
        PlayingFile::Callbacks calls;
        calls.picture = [this](std::shared_ptr<const VideoFrame> picture) {
            change([&] { put(m_sieve.next(std::move(picture))); });
        };
        calls.sound = [this](double start, const std::vector<float>& samples) {
            change([&] {
                if (m_request.sound.empty())
                    m_request.soundStart = start;
                m_request.sound.insert(m_request.sound.end(), samples.begin(), samples.end());
            });
        };
        calls.reached = [this](double until, double decoding) {
            change([&] {
                put(m_sieve.until(until - kBelow));
                m_reached = until;
                m_decoding += decoding;
            });
        };
        calls.ended = [this] { change([&] { m_hasEnded = true; }); };
        calls.failed = [this](const std::string& message) { change([&] { m_failure = message; }); };
        return calls;
    }

    struct Taken {
        LiveRequest request;
        double decoding = 0.0; ///< milliseconds
    };
    /// Waits until everything before `seconds` is there. @return nothing when it never will be
    /// @throws IoError (`io`); Cancelled.
    std::optional<Taken> takeUntil(double seconds, const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [&] { return m_reached >= seconds || m_hasEnded || !m_failure.empty(); });
        if (stop.stop_requested())
            throw Cancelled();
        if (!m_failure.empty())
            throw IoError("io", "the recording", m_failure);
        if (m_reached < seconds)
            return std::nullopt;
        return Taken{std::exchange(m_request, {}), std::exchange(m_decoding, 0.0)};
    }

private:
    static constexpr double kBelow = 1e-3; ///< a picture that is shown just now may be followed at once

    template <class Work>
    void change(Work work)
    {
        const std::scoped_lock lock(m_mutex);
        work();
        m_changed.notify_all();
    }

    void put(const std::shared_ptr<const VideoFrame>& picture)
    {
        if (picture)
            m_request.pictures.push_back(
                {picture->time, picture->width, picture->height, picture->bgra.copied()});
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    PictureSieve m_sieve;
    LiveRequest m_request;
    double m_reached = 0.0;
    double m_decoding = 0.0;
    bool m_hasEnded = false;
    std::string m_failure;
};

struct SpokenWord {
    Interval interval;
    std::string text;
};

/// Those that overlap a span, and where `mayGoOn` is false have ended by then.
std::string spokenIn(const std::vector<SpokenWord>& words, Interval span, bool mayGoOn)
{
    std::string spoken;
    for (const SpokenWord& word : words) {
        if (word.interval.overlap(span) > 0.0 && (mayGoOn || word.interval.end <= span.end))
            spoken += (spoken.empty() ? "" : " ") + word.text;
    }
    return spoken;
}

/// The texts of the tier that has most of them, in order of time.
std::vector<SpokenWord> wordsOf(const std::string& transcript)
{
    std::vector<SpokenWord> words;
    if (transcript.empty())
        return words;
    const Format& format = formatOf(transcript);
    if (!format.read)
        throw FormatError("no_segments", transcript, "is of a format that is only written");
    const ImportedTiers read = format.read(transcript, {});
    for (const ExchangedTier& tier : read.content.tiers) {
        if (tier.timesAreInvented || tier.segments.size() <= words.size())
            continue;
        words.clear();
        for (const Segment& segment : tier.segments)
            words.push_back({{segment.start.seconds(), segment.end.seconds()}, segment.text});
    }
    return words;
}

double rankOf(const std::vector<double>& values, double part)
{
    return values.empty() ? 0.0 : quantile(values, part);
}

/// What each part of a model of parts found; what none had something for is left out.
nlohmann::json partsLine(const std::vector<float>& found)
{
    const auto at = [&](PartNumber number) { return found[static_cast<std::size_t>(number)]; };
    nlohmann::json line = nlohmann::json::object();
    if (at(PartNumber::RatedWords) > 0.0F)
        line["valence_of_words"] = at(PartNumber::WordsValence);
    if (at(PartNumber::Voiced) > 0.0F)
        line["arousal"] = at(PartNumber::Arousal);
    if (at(PartNumber::Faces) > 0.0F)
        line["valence_of_face"] = at(PartNumber::FaceValence);
    return line;
}

/// What is said of each answer, and of all of them in the end.
class LiveReport {
public:
    LiveReport(const ModelCard& card, const std::vector<SpokenWord>& words, bool json)
        : m_card(card)
        , m_words(words)
        , m_json(json)
    {
    }

    void add(const LiveReply& reply, double age, double late, double decoding)
    {
        m_ages.push_back(age);
        m_late.push_back(late);
        m_frames += reply.frames;
        m_found += reply.found;
        const std::clock_t spent = std::clock();
        const double processor = 1000.0 * static_cast<double>(spent - m_spent) / CLOCKS_PER_SEC;
        m_spent = spent;
        m_processor.push_back(processor);
        nlohmann::json scores = nlohmann::json::object();
        for (std::size_t i = 0; i < reply.values.size(); ++i)
            scores[m_card.labels[i].name] = reply.values[i];
        nlohmann::json line{{"start", reply.span->start},
                            {"end", reply.span->end},
                            {"scores", scores},
                            {"age_ms", age},
                            {"late_ms", late},
                            {"decode_ms", decoding},
                            {"face_ms", reply.faceMilliseconds},
                            {"features_ms", reply.featureMilliseconds},
                            {"model_ms", reply.modelMilliseconds},
                            {"processor_ms", processor},
                            {"frames", reply.frames},
                            {"faces", reply.found}};
        if (!m_words.empty())
            line["words"] = spokenIn(m_words, *reply.span, /*mayGoOn=*/true);
        if (!reply.parts.empty())
            line["parts"] = partsLine(reply.parts);
        if (m_json) {
            fmt::print("{}\n", jsonText(line));
        } else {
            std::string text
                = fmt::format("{:7.2f} – {:7.2f} s  age {:4.0f} ms", reply.span->start, reply.span->end, age);
            for (const auto& [name, value] : scores.items())
                text += fmt::format("  {} {:.2f}", name, value.get<double>());
            fmt::print("{}\n", text);
        }
        std::fflush(stdout);
    }

    void end(const HopClock& clock) const
    {
        const double share
            = m_frames == 0 ? 0.0 : static_cast<double>(m_found) / static_cast<double>(m_frames);
        const nlohmann::json line{{"due", clock.due()},
                                  {"answered", m_ages.size()},
                                  {"skipped", clock.skipped()},
                                  {"age_p50_ms", rankOf(m_ages, 0.5)},
                                  {"age_p95_ms", rankOf(m_ages, 0.95)},
                                  {"late_p95_ms", rankOf(m_late, 0.95)},
                                  {"processor_p50_ms", rankOf(m_processor, 0.5)},
                                  {"with_face", share}};
        if (m_json)
            fmt::print("{}\n", jsonText(line));
        else
            fmt::print(
                "{} of {} answered, {} left out; age {:.0f} ms (median), {:.0f} ms (95 of 100); a face "
                "on {:.0f} of 100 pictures\n",
                m_ages.size(), clock.due(), clock.skipped(), rankOf(m_ages, 0.5), rankOf(m_ages, 0.95),
                100.0 * share);
    }

private:
    const ModelCard& m_card;
    const std::vector<SpokenWord>& m_words;
    bool m_json;
    std::vector<double> m_ages, m_late; ///< milliseconds
    std::vector<double> m_processor; ///< of all cores, from one answer to the next: decoding included
    std::clock_t m_spent = std::clock();
    std::size_t m_frames = 0, m_found = 0;
};

/// A dark second without sound: the first answer of a model takes longer than all others.
LiveRequest darkness(double window)
{
    constexpr int side = 64;
    LiveRequest request;
    request.begins = true;
    request.window = window;
    request.pictures.push_back({0.0, side, side, std::vector<std::uint8_t>(std::size_t{4} * side * side)});
    request.sound.assign(static_cast<std::size_t>(window * kLiveSoundRate), 0.0F);
    request.span = Interval{0.0, window};
    request.findsFace = true;
    return request;
}

/// Prepares as much as there is time for before the next answer is due.
class AheadPace {
public:
    void workAhead(LiveAnswerer& answerer, const PlayingFile& file, double due)
    {
        constexpr std::size_t together = 2; // a large network reads its weights once for both
        for (;;) {
            const double began = file.now();
            const auto most
                = std::min(together, static_cast<std::size_t>(std::max(0.0, due - began) / m_each));
            const std::optional<std::size_t> pieces = most > 0 ? answerer.workAhead(most) : std::nullopt;
            if (!pieces)
                return;
            if (*pieces > 0)
                m_each = (file.now() - began) / static_cast<double>(*pieces);
        }
    }

private:
    double m_each = 1e-3; ///< seconds that a piece of sound took, the last time
};

constexpr double kAheadEvery = 0.1; ///< seconds from one look at what is to come to the next

/// A recording alone gives no turns; and some models of turns would look ahead besides.
void refuseTurns(const Scorer& scorer, const std::string& model)
{
    if (scorer.looksAhead())
        throw FormatError("looks_ahead", model,
                          "reads the turns that follow as well (bidirectional), so it cannot answer while a "
                          "conversation goes on; train one with \"bidirectional\": false");
    if (scorer.isOfConversations())
        throw FormatError(
            "whole_conversations", model,
            "is a model of turns, of which a recording says nothing by itself; predict asks it");
}

void live(const LiveOptions& options)
{
    const StopOnSignal stop;
    const TorchThreads torchThreads(options.threads);
    const double lasts = probeMedia(options.media).duration;
    const double heard = options.seconds > 0.0 ? std::min(options.seconds, lasts) : lasts;
    if (heard < options.window)
        throw FormatError("too_short", options.media,
                          fmt::format("plays for {:.1f} s, and each answer is about {:.1f} s (--window)",
                                      heard, options.window));
    Scorer scorer(options.model);
    refuseTurns(scorer, options.model);
    const std::vector<SpokenWord> words = wordsOf(options.transcript);
    printCautions(scorer.card());
    LiveReport report(scorer.card(), words, options.json);
    if (readsText(scorer.card()) && (!asksParts(scorer.card()) || words.empty()))
        printNotes({"text: goes unheard; the model answers from pictures and sound"});
    LiveAnswerer answerer(scorer);
    const EnabledModalities enabled = enabledFrom(options.modalities, scorer.card());
    answerer.answer(darkness(options.window));
    LiveInbox inbox(pictureStep(options.hop, mediaOptionsOf(scorer.card()).every));
    HopClock clock(options.window, options.hop);
    const auto answered = [&](LiveInbox::Taken& given, bool begins, std::optional<Interval> span) {
        LiveRequest& request = given.request;
        request.begins = begins;
        request.window = options.window;
        request.enabled = enabled;
        request.span = span;
        request.upcoming = clock.next();
        if (span)
            request.transcript = spokenIn(words, *span, /*mayGoOn=*/false);
        return answerer.answer(std::move(request));
    };
    const PlayingFile file(options.media, inbox.callbacks());
    double taken = 0.0, decoding = 0.0; // until when, in seconds; milliseconds since the last answer
    AheadPace pace;
    for (bool begins = true; options.seconds <= 0.0 || clock.next().end <= options.seconds; begins = false) {
        const Interval next = clock.next();
        const bool isDue = taken + kAheadEvery >= next.end; // else there is time to prepare
        taken = isDue ? next.end : taken + kAheadEvery;
        std::optional<LiveInbox::Taken> given = inbox.takeUntil(taken, stop.token());
        if (!given)
            break;
        decoding += given->decoding;
        const std::optional<Interval> span = isDue ? clock.take(next.end) : std::nullopt;
        const LiveReply reply = answered(*given, begins, span);
        if (!span) {
            pace.workAhead(answerer, file, next.end);
            taken = std::max(taken, std::min(file.now(), next.end - kAheadEvery));
            continue;
        }
        constexpr double milliseconds = 1000.0;
        const double now = file.now();
        report.add(reply, milliseconds * (now - reply.newest), milliseconds * (now - span->end),
                   std::exchange(decoding, 0.0));
        clock.pass(options.seconds > 0.0 ? std::min(now, options.seconds) : now);
        answerer.expect(clock.next());
        pace.workAhead(answerer, file, clock.next().end);
        taken = std::max(taken, std::min(file.now(), clock.next().end - kAheadEvery));
    }
    report.end(clock);
}

}

void addLiveCommand(CLI::App& program)
{
    auto options = std::make_shared<LiveOptions>();
    CLI::App* const command = program.add_subcommand(
        "live", "Answer about the last seconds of a recording while it plays, as if it were a camera.");
    command->add_option("model", options->model, "The model file (.safetensors)")->required();
    command->add_option("--media", options->media, "The recording that stands in for a camera")->required();
    command->add_option("--transcript", options->transcript,
                        "Its words (.srt, .vtt, …), shown with each answer; a model of parts reads them");
    command->add_option("--window", options->window, "Seconds that each answer is about")
        ->check(CLI::Range(0.4, 60.0));
    command->add_option("--hop", options->hop, "Seconds from one answer to the next")
        ->check(CLI::Range(0.05, 60.0));
    command->add_option("--seconds", options->seconds, "Stop after so many")->check(CLI::NonNegativeNumber);
    command->add_option("--threads", options->threads, "Of the model; 1 by default")
        ->check(CLI::Range(1, 256));
    addModalitiesOption(*command, options->modalities);
    command->add_flag("--json", options->json, "A line of JSON for each answer, and one in the end");
    command->callback([options] { live(*options); });
}

}
