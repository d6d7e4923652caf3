// Words on sound: how far the boundaries are from the known ones, with and without refinement, and how long
// it takes. The demo dataset is measured always; POLYLOGUE_MEDIA (a folder with demo_talk/words.json and
// grid/*.align) and POLYLOGUE_TIMIT (folders of speakers with *.wav and *.wrd) add what they hold.
#include "engine/features/speech/word_aligner.h"

#include <cstdlib>
#include <cstring>

#include "tests/bench/bench_row.h"
#include "tests/support/timed_speech.h"

namespace {

using engine::test::BoundaryErrors;
using engine::test::TimedSpeech;

struct Measured {
    BoundaryErrors errors;
    double timesRealTime = 0.0;
};

Measured measure(engine::WordAligner& aligner, const std::vector<TimedSpeech>& speech,
                 const engine::AlignOptions& options)
{
    Measured measured;
    double seconds = 0.0;
    const bench::Stopwatch watch;
    for (const TimedSpeech& one : speech) {
        seconds += static_cast<double>(one.sound.size()) / 16000.0;
        const engine::TranscriptPart part{one.transcript(), std::nullopt};
        const engine::WordAlignment found = aligner.align(one.sound, {&part, 1}, options);
        if (!measured.errors.add(found.words, one.words))
            std::fprintf(stderr, "%s: %zu words, expected %zu\n", one.id.c_str(), found.words.size(),
                         one.words.size());
        if (std::getenv("BENCH_VERBOSE")) {
            std::printf("# %s %s\n", one.id.c_str(), found.reason.c_str());
            for (std::size_t i = 0; i < found.words.size() && i < one.words.size(); ++i)
                std::printf("%-14s %7.3f %7.3f %+5.0f %+5.0f  %.2f %s\n", found.words[i].text.c_str(),
                            found.words[i].time.start, found.words[i].time.end,
                            (found.words[i].time.start - one.words[i].time.start) * 1000,
                            (found.words[i].time.end - one.words[i].time.end) * 1000,
                            found.words[i].confidence, found.words[i].isDoubtful ? "?" : "");
        }
    }
    measured.timesRealTime = watch.milliseconds() / 1000.0 / seconds;
    return measured;
}

void print(const std::string& name, const Measured& m)
{
    const auto s = m.errors.starts();
    const auto e = m.errors.ends();
    std::printf("%-28s n %4zu  start %5.1f/%4.1f %3.0f %3.0f %5.1f  end %5.1f/%4.1f %3.0f %3.0f %5.1f  F1 "
                "%.3f exp %.1f  x%.4f\n",
                name.c_str(), m.errors.count(), s.mean, s.median, s.within20 * 100, s.within50 * 100,
                s.within100 * 100, e.mean, e.median, e.within20 * 100, e.within50 * 100, e.within100 * 100,
                m.errors.f1(), m.errors.expected(), m.timesRealTime);
    std::fflush(stdout);
}

}

int main()
{
    engine::WordAligner aligner(engine::defaultSpeechModel());
    const auto both = [&](const std::string& name, const std::vector<TimedSpeech>& speech) {
        engine::AlignOptions options;
        options.refine = false;
        print(name + " plain", measure(aligner, speech, options));
        options.refine = true;
        print(name, measure(aligner, speech, options));
        options.pad = engine::EdgePadding{};
        print(name + " padded", measure(aligner, speech, options));
    };
    if (const char* media = std::getenv("POLYLOGUE_MEDIA")) {
        both("demo_talk", engine::test::talkSpeech(std::filesystem::path(media) / "demo_talk"));
        both("GRID", engine::test::gridSpeech(std::filesystem::path(media) / "grid"));
    }
    if (const char* timit = std::getenv("POLYLOGUE_TIMIT"))
        both("TIMIT sample", engine::test::timitSpeech(timit));
    both("demo dataset", engine::test::demoSpeech(DEMO, {}));
}
