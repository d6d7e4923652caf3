// How well `suspects` finds planted errors, and what active learning saves: docs/label-errors.md.
// bench_labels [--seeds N] [--kinds
// real,real_pom_word,classes_mmmo_word,made_1.3,raters,demo,demo_late_sound,demo_none,learning,time,flip,…];
// tables go to stderr. One seed of all takes six minutes on two cores with nothing else at work.
#include "engine/agreement/rater_consensus.h"
#include "engine/core/segment_id.h"
#include "engine/core/stopwatch.h"
#include "engine/suspects/queue_figures.h"
#include "engine/training/suspects/learning_order.h"
#include "engine/training/suspects/suspect_search.h"

#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "tests/bench/bench_row.h"
#include "tests/bench/interval.h"
#include "tests/bench/labels_real.h"
#include "tests/bench/work_folder.h"
#include "tests/support/planted_errors.h"
#include "tests/support/planted_sequences.h"

namespace {

using namespace bench;
using namespace engine;
using namespace engine::test;

struct BenchOptions {
    std::size_t seeds = 1;
    std::vector<std::string> kinds{
        "demo", "demo_late_sound",   "demo_other_face", "demo_word_edge", "demo_none",
        "real", "classes_mmmo_word", "raters",          "learning",       "time",
        "flip", "off_by_two",        "uniform",         "shift",          "annotator",
        "swap", "late_sound",        "other_face",      "word_edge",      "mixed"};
};

/// The figures of one way to order the queue, a value per seed.
struct Measured {
    std::vector<double> precision, tenth, fifth, effort;

    void add(const QueueFigures& figures)
    {
        precision.push_back(figures.averagePrecision);
        tenth.push_back(figures.inFirstTenth);
        fifth.push_back(figures.inFirstFifth);
        effort.push_back(figures.effort);
    }
};

void print(const std::string& kind, const std::string& order, const Measured& measured)
{
    std::fprintf(stderr, "%s\n", // scripts/bench reads the rows on stdout
                 fmt::format("| {} | {} | {} | {} | {} | {} |", kind, order, shown(measured.precision),
                             shown(measured.tenth), shown(measured.fifth), shown(measured.effort))
                     .c_str());
}

RatingTable ratingTable(const MadeSegments& made)
{
    RatingTable table("sentiment", made.words.ids, {"anna", "ben", "cleo"});
    for (std::size_t i = 0; i < made.ratings.size(); ++i) {
        for (std::size_t rater = 0; rater < 3; ++rater)
            table.setValue(i, rater, made.ratings[i][rater]);
    }
    return table;
}

/// The kinds that are sought in frames; the others are measured in tensors, as most data sets are given.
bool isOfTime(const std::string& kind)
{
    return kind == "late_sound" || kind == "other_face" || kind == "word_edge" || kind == "mixed";
}

/// The score of each segment in the order of the data.
std::vector<double> scoresOf(const Suspects& suspects, const std::vector<std::string>& ids)
{
    std::map<std::string, double> scores;
    for (std::size_t i = 0; i < suspects.segments.size(); ++i)
        scores[suspects.segments[i].id] = -static_cast<double>(i);
    std::vector<double> result;
    for (const std::string& id : ids)
        result.push_back(scores.at(id));
    return result;
}

std::vector<double> distances(const std::vector<double>& a, const FeatureMatrix& labels)
{
    std::vector<double> result;
    for (std::size_t i = 0; i < a.size(); ++i)
        result.push_back(std::abs(a[i] - static_cast<double>(labels.values[i])));
    return result;
}

/// What planted segments, and the others, are said to be.
struct Names {
    std::map<std::string, double> ofPlanted, ofOthers;

    void count(const Suspects& suspects, const std::set<std::string>& planted)
    {
        for (const Suspect& suspect : suspects.segments)
            (planted.contains(suspect.id) ? ofPlanted : ofOthers)[std::string(name(suspect.kind))] += 1.0;
    }

    void print(const std::string& kind, std::size_t seeds) const
    {
        for (const auto& [whose, counts] : {std::pair{"planted", ofPlanted}, {"others", ofOthers}}) {
            std::string line;
            for (const auto& [called, count] : counts)
                line += fmt::format(" {} {:.1f}", called, count / static_cast<double>(seeds));
            std::fprintf(stderr, "%s: %s are called%s\n", kind.c_str(), whose, line.c_str());
        }
    }
};

struct KindFigures {
    Measured found, residual, truth, random;
    std::vector<double> bestR;
    Names names;
};

double correlationOf(const std::vector<double>& a, const std::vector<double>& b)
{
    double both = 0.0, squaresA = 0.0, squaresB = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - meanOf(a)) * (b[i] - meanOf(b));
        squaresA += (a[i] - meanOf(a)) * (a[i] - meanOf(a));
        squaresB += (b[i] - meanOf(b)) * (b[i] - meanOf(b));
    }
    return both / std::sqrt(squaresA * squaresB);
}

void measureSeed(const std::string& kind, std::size_t seed, KindFigures& figures)
{
    MadeSettings settings;
    settings.seed = seed;
    MadeSegments made = makeSegments(settings);
    plantErrors(made, kind, 0.1, seed);
    SuspectData data{made.words, {}, "made segments", "sentiment"};
    if (isOfTime(kind)) {
        data.frames = made.frames;
        for (std::size_t i = 0; i < made.frames.size(); ++i) {
            std::vector<SegmentWord>& words = data.words.emplace_back();
            for (const Interval& span : made.spansOf(i))
                words.push_back({span, {}});
        }
    }
    const WorkFolder work;
    OutOfFoldSettings how;
    how.seed = seed;
    how.work = work.path;
    const std::optional<RatingTable> ratings
        = kind == "annotator" ? std::optional(ratingTable(made)) : std::nullopt;
    const Suspects suspects = findSuspects(data, ratings, how);
    figures.found.add(queueFigures(scoresOf(suspects, made.words.ids), made.isPlanted));
    std::set<std::string> planted;
    for (std::size_t i = 0; i < made.isPlanted.size(); ++i) {
        if (made.isPlanted[i])
            planted.insert(made.words.ids[i]);
    }
    figures.names.count(suspects, planted);
    const OutOfFold models = trainOutOfFold(made.words, how, "made segments");
    std::size_t best = 0;
    for (std::size_t m = 0; m < models.members.size(); ++m) {
        if (suspects.members[m].correlation > suspects.members[best].correlation)
            best = m;
    }
    figures.bestR.push_back(correlationOf(models.members[best].values, made.truths));
    figures.residual.add(
        queueFigures(distances(models.members[best].values, made.words.labels), made.isPlanted));
    figures.truth.add(queueFigures(distances(made.truths, made.words.labels), made.isPlanted));
    std::vector<double> chance(made.isPlanted.size());
    std::mt19937_64 random(seed);
    for (double& value : chance)
        value = static_cast<double>(random());
    figures.random.add(queueFigures(chance, made.isPlanted));
}

/// How far a rating is from the raters' consensus and the rater's bias, as `polylogue-cli agreement
/// --consensus` tells both: the largest of each segment.
std::vector<double> consensusResiduals(const RatingTable& table)
{
    const RaterConsensus consensus = raterConsensus(table);
    std::vector<double> residuals(table.units().size(), 0.0);
    for (std::size_t unit = 0; unit < residuals.size(); ++unit) {
        for (std::size_t rater = 0; rater < table.raters().size(); ++rater)
            residuals[unit]
                = std::max(residuals[unit],
                           std::abs(table.value(unit, rater).value_or(0.0)
                                    - consensus.values[unit].value_or(0.0) - consensus.raters[rater].bias));
    }
    return residuals;
}

/// One of three raters judges otherwise than the others: `--ratings` beside the consensus alone.
void measureRaters(std::size_t seeds)
{
    struct Way {
        const char* name;
        Misrating manner;
        double share;
        bool inARun;
    };
    for (const Way& way : {Way{"+1.5 in a run of 29 %", Misrating::Raised, 0.29, true},
                           Way{"+1.5 here and there in 29 %", Misrating::Raised, 0.29, false},
                           Way{"half the scale in a run of 30 %", Misrating::Halved, 0.3, true},
                           Way{"half the scale always", Misrating::Halved, 1.0, true},
                           Way{"reversed in a run of 10 %", Misrating::Reversed, 0.1, true}}) {
        Measured found, consensus;
        double worst = 1.0;
        for (std::size_t seed = 1; seed <= seeds; ++seed) {
            MadeSettings settings;
            settings.seed = seed;
            settings.videos = 40;
            settings.noise = 1.3;
            MadeSegments made = makeSegments(settings);
            plantRatings(made, way.manner, way.share, way.inARun, seed);
            const SuspectData data{made.words, {}, "made segments", "sentiment"};
            OutOfFoldSettings how;
            how.seed = seed;
            const RatingTable table = ratingTable(made);
            const Suspects suspects = findSuspects(data, table, how);
            found.add(queueFigures(scoresOf(suspects, made.words.ids), made.isPlanted));
            consensus.add(queueFigures(consensusResiduals(table), made.isPlanted));
            worst = std::min(worst, found.precision.back() - consensus.precision.back());
        }
        print(way.name, "suspects --ratings", found);
        print(way.name, "consensus", consensus);
        std::fprintf(stderr, "%s: worst seed %+.3f\n", way.name, worst);
        printRow(std::string("labels: AP short of consensus, ") + way.name,
                 std::max(0.0, meanOf(consensus.precision) - meanOf(found.precision)), "-", 0.01, 0.0);
    }
}

/// The drawn demo with planted flips: recall in the first fifth.
void measureDemo(std::size_t seeds)
{
    Measured found;
    const SuspectData whole
        = readSuspectData({{}, std::string(DEMO) + "/dataset.json", {}}, 0, SuspectFrames::Wanted);
    for (std::size_t seed = 1; seed <= seeds; ++seed) {
        SuspectData data = whole;
        std::vector<double> labels;
        std::vector<std::string> videos;
        for (std::size_t i = 0; i < data.segments.size(); ++i) {
            labels.push_back(data.segments.labels.at(i, 0));
            videos.push_back(videoOfSegment(data.segments.ids[i]));
        }
        const std::vector<bool> isWrong = plantInLabels(labels, videos, "flip", 0.1, seed);
        for (std::size_t i = 0; i < labels.size(); ++i)
            data.segments.labels.at(i, 0) = static_cast<float>(labels[i]);
        OutOfFoldSettings how;
        how.seed = seed;
        found.add(queueFigures(scoresOf(findSuspects(data, {}, how), data.segments.ids), isWrong));
    }
    print("flip in the demo", "suspects", found);
    printRow("labels: missed flips, demo", 100.0 * (1.0 - meanOf(found.fifth)), "%", 15, 0);
}

/// The drawn demo with errors in its sequences, or with none: `demo_late_sound`.
void measureDemoData(const std::string& kind, std::size_t seeds)
{
    Measured found, random;
    Names names;
    for (std::size_t seed = 1; seed <= seeds; ++seed) {
        const WorkFolder work;
        const PlantedSequences planted
            = plantInSequences(std::string(DEMO) + "/dataset.json", kind, 0.1, seed, work.path);
        FeatureSource source;
        source.dataset = planted.dataset;
        const SuspectData data = readSuspectData(source, 0, SuspectFrames::Wanted);
        OutOfFoldSettings how;
        how.seed = seed;
        const Suspects suspects = findSuspects(data, {}, how);
        names.count(suspects, planted.wrong);
        std::vector<bool> isWrong;
        for (const std::string& id : data.segments.ids)
            isWrong.push_back(planted.wrong.contains(id));
        if (planted.wrong.empty())
            continue;
        found.add(queueFigures(scoresOf(suspects, data.segments.ids), isWrong));
        std::vector<double> chance(isWrong.size());
        std::mt19937_64 numbers(seed);
        for (double& value : chance)
            value = static_cast<double>(numbers());
        random.add(queueFigures(chance, isWrong));
    }
    names.print("demo, " + kind, seeds);
    if (found.precision.empty())
        return;
    print(kind + " in the demo", "suspects", found);
    print(kind + " in the demo", "random", random);
    if (kind != "word_edge")
        printRow("labels: 1 - AP, demo, " + kind, 1.0 - meanOf(found.precision), "-", 0.6, 0.6);
}

/// Which share of the labels gives 99 % of the correlation of all.
void measureLearning(std::size_t seeds)
{
    std::vector<double> shares;
    for (std::size_t seed = 1; seed <= seeds; ++seed) {
        MadeSettings settings;
        settings.seed = seed;
        LearningSettings how;
        how.seed = seed;
        const MadeSegments made = makeSegments(settings);
        const LearningOrder order = learningOrder(made.words, how, "made segments");
        shares.push_back(static_cast<double>(order.enough()) / static_cast<double>(order.ids.size()));
        for (const LearningOrder::Point& point : order.curve)
            std::fprintf(stderr, "%s\n",
                         fmt::format("| {} | {:.3f} | {:.3f} | {:+.3f} to {:+.3f} |", point.labels,
                                     point.correlation, point.atRandom, point.low, point.high)
                             .c_str());
    }
    printRow("labels: asked for 99 % of r", 100.0 * meanOf(shares), "%", 40, 40);
}

/// As large as CMU-MOSI with its usual features.
void measureTime()
{
    MadeSettings settings;
    settings.videos = 110;
    settings.widths = {300, 74, 35};
    MadeSegments made = makeSegments(settings);
    const SuspectData data{std::move(made.words), {}, "made segments", "sentiment"};
    const engine::Stopwatch watch;
    findSuspects(data, {}, {});
    printRow("labels: all of MOSI's size", watch.milliseconds() / 1000.0, "s", 600, 600);
}

void measureKind(const std::string& kind, std::size_t seeds)
{
    KindFigures figures;
    for (std::size_t seed = 1; seed <= seeds; ++seed)
        measureSeed(kind, seed, figures);
    print(kind, "suspects", figures.found);
    print(kind, "plain residual", figures.residual);
    print(kind, "random", figures.random);
    print(kind, "label − truth", figures.truth);
    std::fprintf(stderr, "%s: r of the best model %.3f\n", kind.c_str(), meanOf(figures.bestR));
    figures.names.print(kind, seeds);
    const double precision = meanOf(figures.found.precision);
    const std::map<std::string, double> targets{
        {"flip", 0.75}, {"off_by_two", 0.45}, {"late_sound", 0.5}, {"other_face", 0.5}};
    if (const auto target = targets.find(kind); target != targets.end())
        printRow("labels: 1 - AP, " + kind, 1.0 - precision, "-", 1.0 - target->second, 1.0 - target->second);
}

}

int main(int argc, char** argv)
{
    BenchOptions options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string option = argv[i];
        if (option == "--seeds") {
            options.seeds = std::strtoul(argv[i + 1], nullptr, 10);
        } else if (option == "--kinds") {
            options.kinds.clear();
            std::istringstream text(argv[i + 1]);
            for (std::string kind; std::getline(text, kind, ',');)
                options.kinds.push_back(kind);
        }
    }
    for (const std::string& kind : options.kinds) {
        if (kind == "demo")
            measureDemo(options.seeds);
        else if (kind.starts_with("demo_"))
            measureDemoData(kind.substr(5), options.seeds);
        else if (kind == "real") {
            for (const char* name : {"mosi_utterance", "pom_word", "mmmo_word"})
                measureRealSet(name, /*isOfClasses=*/false, options.seeds);
        } else if (kind.starts_with("real_"))
            measureRealSet(kind.substr(5), /*isOfClasses=*/false, options.seeds);
        else if (kind.starts_with("classes_"))
            measureRealSet(kind.substr(8), /*isOfClasses=*/true, options.seeds);
        else if (kind.starts_with("made_"))
            measureMadeSet(std::strtod(kind.c_str() + 5, nullptr), options.seeds);
        else if (kind == "raters")
            measureRaters(options.seeds);
        else if (kind == "learning")
            measureLearning(options.seeds);
        else if (kind == "time")
            measureTime();
        else
            measureKind(kind, options.seeds);
    }
}
