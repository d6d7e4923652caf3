// Words on sound: how far the boundaries are from the known ones, with and without refinement, in noise, and
// how long it takes. The demo dataset is measured always. POLYLOGUE_MEDIA (a folder with demo_talk/words.json
// and grid/*.align) and POLYLOGUE_TIMIT (folders of speakers with *.wav and *.wrd) add what they hold, and a
// budget where one was set. The whole table goes to stderr, rows with budgets to stdout.
#include "engine/features/speech/word_aligner.h"

#include <cstdlib>
#include <string>

#include "tests/bench/bench_row.h"
#include "tests/support/noise.h"
#include "tests/support/timed_speech.h"

namespace {

using engine::AlignOptions;
using engine::WordAligner;
using engine::test::BoundaryErrors;
using engine::test::Noise;
using engine::test::TimedSpeech;
using Speech = std::vector<TimedSpeech>;

struct Measured {
    BoundaryErrors errors;
    double timesRealTime = 0.0;
};

Measured measure(WordAligner& aligner, const Speech& speech, const AlignOptions& options)
{
    Measured measured;
    double seconds = 0.0;
    const bench::Stopwatch watch;
    for (const TimedSpeech& one : speech) {
        seconds += static_cast<double>(one.sound.size()) / engine::kSpeechRate;
        const engine::TranscriptPart part{one.transcript(), std::nullopt};
        measured.errors.add(aligner.align(one.sound, {&part, 1}, options).words, one.words);
    }
    measured.timesRealTime = watch.milliseconds() / 1000.0 / seconds;
    return measured;
}

void printHead()
{
    std::fprintf(stderr, "%-30s %5s | %-31s | %-31s | %5s %5s %6s\n", "", "words",
                 "starts: mean median <20 <50 <100", "ends: mean median <20 <50 <100", "F1", "expect",
                 "x real");
}

void printLine(const std::string& name, const Measured& measured)
{
    const auto side = [](const BoundaryErrors::Figures& figures) {
        char text[64];
        std::snprintf(text, sizeof text, "%6.1f %6.1f %5.1f %5.1f %5.1f", figures.mean, figures.median,
                      figures.within20 * 100, figures.within50 * 100, figures.within100 * 100);
        return std::string(text);
    };
    const BoundaryErrors& errors = measured.errors;
    std::fprintf(stderr, "%-30s %5zu | %s | %s | %.3f %5.1f %6.4f%s\n", name.c_str(), errors.count(),
                 side(errors.starts()).c_str(), side(errors.ends()).c_str(), errors.f1(), errors.expected(),
                 measured.timesRealTime, errors.missed() > 0 ? "  (some were not aligned)" : "");
}

Measured report(WordAligner& aligner, const std::string& name, const Speech& speech,
                const AlignOptions& options)
{
    const Measured measured = measure(aligner, speech, options);
    printLine(name, measured);
    return measured;
}

AlignOptions with(bool refine, bool isPadded = false, bool denoise = false)
{
    AlignOptions options;
    options.refine = refine;
    options.denoise = denoise;
    if (isPadded)
        options.pad = engine::EdgePadding{};
    return options;
}

Speech noisy(const Speech& speech, Noise noise)
{
    std::vector<std::vector<float>> others;
    for (const TimedSpeech& one : speech)
        others.push_back(one.sound);
    Speech result = speech;
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i].sound
            = engine::test::withNoise(speech[i].sound, noise, 10.0, static_cast<std::uint32_t>(i), others);
    return result;
}

void measureNoises(WordAligner& aligner, const std::string& name, const Speech& speech)
{
    struct Kind {
        Noise noise;
        const char* name;
    };
    for (const Kind& kind : {Kind{Noise::White, "white"}, Kind{Noise::Babble, "babble"},
                             Kind{Noise::Hum, "hum"}, Kind{Noise::Clicks, "clicks"}}) {
        const Speech worse = noisy(speech, kind.noise);
        const std::string title = name + ", " + kind.name + " 10 dB";
        report(aligner, title + ", plain", worse, with(false));
        report(aligner, title, worse, with(true));
        report(aligner, title + ", denoise", worse, with(true, false, true));
    }
}

/// A second of the shares that are to be large: a row is ok below its budget.
void printShortfall(const std::string& name, double share, double wanted)
{
    bench::printRow(name + " outside", (1.0 - share) * 100, "%", (1.0 - wanted) * 100, (1.0 - wanted) * 100);
}

void measureRealign(WordAligner& aligner, const TimedSpeech& talk)
{
    std::vector<double> times;
    engine::TranscriptPart part;
    for (const engine::test::TimedWord& word : talk.words) {
        if (word.time.start >= 1.0 && word.time.end <= 11.0)
            part.text += word.text + " ";
    }
    part.roughly = engine::Interval{1.0, 11.0};
    aligner.setConcurrent(true); // as for a person who waits
    for (int i = 0; i < 5; ++i) {
        const bench::Stopwatch watch;
        aligner.align(talk.sound, {&part, 1});
        times.push_back(watch.milliseconds());
    }
    aligner.setConcurrent(false);
    bench::printRow("speech: 10 s aligned again", bench::percentile(times, 0.5), "ms", 300, 250);
}

}

int main()
{
    WordAligner aligner(engine::defaultSpeechModel(), engine::Installation::ofThisProgram());
    printHead();
    const Speech demo = engine::test::demoSpeech(DEMO, {});
    report(aligner, "demo dataset, plain", demo, with(false));
    const Measured refined = report(aligner, "demo dataset", demo, with(true));
    bench::printRow("speech: demo starts", refined.errors.starts().mean, "ms", 15, 9);
    bench::printRow("speech: demo ends", refined.errors.ends().mean, "ms", 15, 11);
    bench::printRow("speech: x real time", refined.timesRealTime, "x", 0.1, 0.025);
    measureRealign(aligner, demo.front());
    aligner.setConcurrent(true);
    report(aligner, "demo dataset, two threads", demo, with(true));
    aligner.setConcurrent(false);
    if (const char* media = std::getenv("POLYLOGUE_MEDIA")) {
        const Speech talks = engine::test::talkSpeech(std::filesystem::path(media) / "demo_talk");
        report(aligner, "demo_talk, plain", talks, with(false));
        aligner.setConcurrent(true);
        report(aligner, "demo_talk, two threads", talks, with(true));
        aligner.setConcurrent(false);
        const Measured talk = report(aligner, "demo_talk", talks, with(true));
        bench::printRow("speech: demo_talk starts", talk.errors.starts().mean, "ms", 15, 13);
        bench::printRow("speech: demo_talk ends", talk.errors.ends().mean, "ms", 15, 13);
        printShortfall("speech: demo_talk F1", talk.errors.f1(), 0.90);
        const Speech grid = engine::test::gridSpeech(std::filesystem::path(media) / "grid");
        report(aligner, "GRID, plain", grid, with(false));
        report(aligner, "GRID", grid, with(true));
        const Measured padded = report(aligner, "GRID, padded", grid, with(true, true));
        bench::printRow("speech: GRID padded", padded.errors.all().mean, "ms", 25, 24);
        printShortfall("speech: GRID padded 50 ms", padded.errors.all().within50, 0.90);
        printShortfall("speech: GRID padded 100 ms", padded.errors.all().within100, 0.97);
    }
    if (const char* folder = std::getenv("POLYLOGUE_TIMIT")) {
        const Speech timit = engine::test::timitSpeech(folder);
        report(aligner, "TIMIT sample, plain", timit, with(false));
        aligner.setConcurrent(true);
        report(aligner, "TIMIT sample, two threads", timit, with(true));
        aligner.setConcurrent(false);
        const Measured hand = report(aligner, "TIMIT sample", timit, with(true));
        bench::printRow("speech: TIMIT starts", hand.errors.starts().mean, "ms", 17.5, 16.4);
        bench::printRow("speech: TIMIT ends", hand.errors.ends().mean, "ms", 17.5, 16.6);
        printShortfall("speech: TIMIT 50 ms", hand.errors.all().within50, 0.91);
        printShortfall("speech: TIMIT F1", hand.errors.f1(), 0.73);
        measureNoises(aligner, "TIMIT", timit);
    } else {
        measureNoises(aligner, "demo dataset", demo);
    }
}
