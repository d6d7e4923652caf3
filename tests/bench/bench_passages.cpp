// Transcripts that lack a passage that is said, or have one that nobody says: how many boundaries of the
// other words stay where they are, whether the place is told, and what is told of transcripts that are whole.
// The demo dataset is measured always; POLYLOGUE_MEDIA adds the talks of demo_talk and of GRID. The table
// goes to stderr, rows with budgets to stdout.
#include "engine/features/speech/word_aligner.h"

#include <cstdlib>
#include <string>

#include "tests/bench/bench_row.h"
#include "tests/support/timed_speech.h"

namespace {

using engine::AlignedWord;
using engine::Interval;
using engine::WordAligner;
using engine::WordAlignment;
using engine::test::TimedSpeech;
using engine::test::TimedWord;
using Speech = std::vector<TimedSpeech>;

constexpr std::size_t kPassage = 8; // words

struct Sums {
    std::size_t boundaries = 0;
    std::size_t near = 0; // within 50 ms
    std::size_t cases = 0;
    std::size_t told = 0; // whose place is told
    std::size_t others = 0; // places that are told and are none
    std::size_t far = 0; // words more than three words away from the passage
    std::size_t doubtful = 0; // of these
    std::size_t added = 0; // words that nobody says
    std::size_t addedDoubtful = 0;
};

/// A transcript with a passage changed, and where each of its words is said; absent: nobody says it.
struct Case {
    std::string text;
    std::vector<std::optional<Interval>> said;
    std::size_t at = 0; // word at which the passage begins
    std::size_t added = 0;
    std::optional<Interval> lacking; // what is said there
};

Case without(const TimedSpeech& speech, std::size_t first, std::size_t count)
{
    Case made;
    made.at = first;
    for (std::size_t i = 0; i < speech.words.size(); ++i) {
        if (i >= first && i < first + count)
            continue;
        made.text += speech.words[i].text + " ";
        made.said.emplace_back(speech.words[i].time);
    }
    if (count > 0)
        made.lacking = Interval{speech.words[first].time.start, speech.words[first + count - 1].time.end};
    return made;
}

Case with(const TimedSpeech& speech, std::size_t at, const TimedSpeech& other)
{
    Case made;
    made.at = at;
    made.added = kPassage;
    for (std::size_t i = 0; i <= speech.words.size(); ++i) {
        if (i == at) {
            for (std::size_t k = 0; k < kPassage; ++k) {
                made.text += other.words[other.words.size() / 3 + k].text + " ";
                made.said.emplace_back();
            }
        }
        if (i < speech.words.size()) {
            made.text += speech.words[i].text + " ";
            made.said.emplace_back(speech.words[i].time);
        }
    }
    return made;
}

void add(Sums& sums, const Case& one, const WordAlignment& found)
{
    if (found.words.size() != one.said.size()) {
        std::fprintf(stderr, "other words came back\n");
        return;
    }
    ++sums.cases;
    std::optional<Interval> between; // where the words that nobody says have to be
    for (std::size_t i = 0; i < one.said.size(); ++i) {
        const AlignedWord& word = found.words[i];
        if (!one.said[i]) {
            ++sums.added;
            sums.addedDoubtful += word.isDoubtful ? 1 : 0;
            continue;
        }
        for (const double error : {word.time.start - one.said[i]->start, word.time.end - one.said[i]->end}) {
            ++sums.boundaries;
            sums.near += std::abs(error) <= 0.05 ? 1 : 0;
        }
        const bool isFar = i + 3 < one.at || i >= one.at + one.added + 3;
        sums.far += isFar ? 1 : 0;
        sums.doubtful += isFar && word.isDoubtful ? 1 : 0;
    }
    bool isTold = false;
    for (const Interval& place : found.unwritten) {
        const bool isIt = one.lacking && place.overlap(*one.lacking) > 0.5 * one.lacking->length();
        isTold = isTold || isIt;
        sums.others += isIt || (one.lacking && place.overlap(*one.lacking) > 0) ? 0 : 1;
    }
    for (const engine::UnspokenWords& words : found.unspoken) {
        const bool isIt = one.added > 0 && words.first < one.at + one.added && words.end > one.at;
        isTold = isTold || (isIt && words.first <= one.at + 2 && words.end + 2 >= one.at + one.added);
        sums.others += isIt ? 0 : 1;
    }
    sums.told += isTold ? 1 : 0;
}

void print(const std::string& name, const Sums& sums)
{
    const auto share = [](std::size_t part, std::size_t all) {
        return all > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(all) : 0.0;
    };
    std::fprintf(stderr,
                 "%-36s %3zu cases: %5.1f %% within 50 ms, place told %3zu, other places %2zu, far words "
                 "doubtful %4.1f %%, added doubtful %5.1f %%\n",
                 name.c_str(), sums.cases, share(sums.near, sums.boundaries), sums.told, sums.others,
                 share(sums.doubtful, sums.far), share(sums.addedDoubtful, sums.added));
}

void measure(WordAligner& aligner, const std::string& name, const Speech& speech, bool hasBudget)
{
    Sums whole;
    Sums dropped;
    Sums added;
    for (std::size_t i = 0; i < speech.size(); ++i) {
        const TimedSpeech& one = speech[i];
        if (one.words.size() < 3 * kPassage)
            continue;
        const TimedSpeech& other = speech[(i + 1) % speech.size()];
        const auto align = [&](const Case& made, Sums& sums) {
            const engine::TranscriptPart part{made.text, std::nullopt};
            add(sums, made, aligner.align(one.sound, {&part, 1}));
        };
        align(without(one, 0, 0), whole);
        const std::size_t last = one.words.size() - kPassage;
        for (const std::size_t first : {std::size_t{0}, last / 2, last}) {
            align(without(one, first, kPassage), dropped);
            if (other.words.size() >= 2 * kPassage)
                align(with(one, first + (first == last ? kPassage : 0), other), added);
        }
    }
    print(name + ", whole", whole);
    print(name + ", a passage dropped", dropped);
    print(name + ", a passage added", added);
    const auto shortfall = [](std::size_t part, std::size_t all) {
        return 100.0 * (1.0 - static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(1, all)));
    };
    if (hasBudget) {
        bench::printRow("passages: dropped, off", shortfall(dropped.near, dropped.boundaries), "%", 12, 8);
        bench::printRow("passages: dropped, not told", shortfall(dropped.told, dropped.cases), "%", 10, 5);
        bench::printRow("passages: added, off", shortfall(added.near, added.boundaries), "%", 12, 8);
        bench::printRow("passages: added, not told", shortfall(added.told, added.cases), "%", 10, 5);
    }
}

}

int main()
{
    WordAligner aligner(engine::defaultSpeechModel(), engine::Installation::ofThisProgram());
    measure(aligner, "demo dataset", engine::test::demoSpeech(DEMO, {}), true);
    if (const char* media = std::getenv("POLYLOGUE_MEDIA")) {
        measure(aligner, "demo_talk", engine::test::talkSpeech(std::filesystem::path(media) / "demo_talk"),
                false);
        measure(aligner, "GRID", engine::test::gridSpeech(std::filesystem::path(media) / "grid"), false);
    }
}
