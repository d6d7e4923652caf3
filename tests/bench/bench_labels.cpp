// How well `suspects` finds planted errors, and what active learning saves: docs/label-errors.md.
// bench_labels [--seeds N] [--kinds
// real,real_pom_word,classes_mmmo_word,raters,demo,demo_late_sound,demo_none,learning,time,flip,…]; tables go
// to stderr. One seed of all takes six minutes on two cores with nothing else at work.
#include "engine/agreement/rater_consensus.h"
#include "engine/core/stopwatch.h"
#include "engine/suspects/class_prediction.h"
#include "engine/suspects/queue_figures.h"
#include "engine/training/suspects/learning_order.h"
#include "engine/training/suspects/suspect_search.h"

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <sstream>

#include "tests/bench/bench_row.h"
#include "tests/support/planted_errors.h"
#include "tests/support/planted_sequences.h"

namespace {

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

double meanOf(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Half of the 95 % interval of the mean, by Student's t.
double intervalOf(const std::vector<double>& values)
{
    constexpr std::array<double, 10> quantiles{0, 12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26};
    if (values.size() < 2)
        return 0.0;
    double squares = 0.0;
    for (const double value : values)
        squares += (value - meanOf(values)) * (value - meanOf(values));
    const auto count = static_cast<double>(values.size());
    return quantiles.at(std::min<std::size_t>(values.size() - 1, 9))
        * std::sqrt(squares / (count - 1.0) / count);
}

std::string shown(const std::vector<double>& values)
{
    return fmt::format("{:.2f} ± {:.2f}", meanOf(values), intervalOf(values));
}

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

/// What the models said is kept for the second look at it.
struct WorkFolder {
    std::filesystem::path path
        = std::filesystem::temp_directory_path() / fmt::format("bench-labels-{}", std::random_device()());
    WorkFolder() = default;
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder() { std::filesystem::remove_all(path); }
};

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

/// Labels with this kind planted, by the search's own planter, whose seeds are others here; mixed: a share of
/// each.
PlantedLabels plantInReal(const PredictionEvidence& labels, const LabelScale& scale,
                          const SegmentChains& chains, const std::vector<SuspectKind>& kinds,
                          std::uint64_t seed)
{
    std::mt19937_64 random(seed * 40503 + 7);
    PlantedLabels all{labels.labels, std::vector<bool>(labels.labels.size(), false)};
    for (const SuspectKind kind : kinds) {
        const PlantedLabels one
            = plantedLabels(labels, scale, chains, kind, 0.1 / static_cast<double>(kinds.size()), random);
        for (std::size_t i = 0; i < one.labels.size(); ++i) {
            if (one.isWrong[i] && !all.isWrong[i]) {
                all.labels[i] = one.labels[i];
                all.isWrong[i] = true;
            }
        }
    }
    return all;
}

/// Segments of a file with real features, and what is known of their labels.
struct RealSet {
    SuspectData data;
    PredictionEvidence labels;
    SegmentChains chains; ///< how segments follow each other in their videos
    LabelScale scale;

    SuspectData labelled(const std::vector<double>& given) const
    {
        SuspectData told = data;
        for (std::size_t i = 0; i < given.size(); ++i) {
            if (told.segments.labels.columns == 1)
                told.segments.labels.at(i, 0) = static_cast<float>(given[i]);
            else
                for (std::size_t k = 0; k < told.segments.labels.columns; ++k)
                    told.segments.labels.at(i, k) = static_cast<double>(k) == given[i] ? 1.0F : 0.0F;
        }
        return told;
    }
};

/// Which of three classes, of about as many labels each.
std::vector<double> thirds(const std::vector<double>& labels)
{
    std::vector<double> sorted = labels;
    std::ranges::sort(sorted);
    const double first = sorted[sorted.size() / 3], second = sorted[sorted.size() * 2 / 3];
    std::vector<double> classes;
    for (const double label : labels)
        classes.push_back(label <= first ? 0.0 : label <= second ? 1.0 : 2.0);
    return classes;
}

/// @param isOfClasses  the labels become one of three classes, which have columns of their own
RealSet readReal(const std::filesystem::path& file, bool isOfClasses)
{
    RealSet set{readSuspectData({file, {}, {}}, 0, SuspectFrames::None), {}, {}, {}};
    const FoldData& segments = set.data.segments;
    std::vector<double>& labels = set.labels.labels;
    std::map<std::string, std::vector<std::size_t>> videos;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        labels.push_back(segments.labels.at(i, 0));
        videos[videoOf(segments.ids[i])].push_back(i);
    }
    for (const auto& [video, places] : videos)
        set.chains.push_back(places);
    if (isOfClasses) {
        labels = thirds(labels);
        set.data.segments.labels = FeatureMatrix(labels.size(), 3);
        set.data.labelNames = {"low", "middle", "high"};
        set.data.labelName.clear();
    }
    const std::set<double> values(labels.begin(), labels.end());
    if (isOfClasses || values.size() == 2)
        set.labels.classes.assign(values.begin(), values.end());
    const auto [low, high] = std::ranges::minmax(labels);
    set.scale = {low, high, 0.5 * (low + high)};
    return set;
}

/// What orders the same segments more simply: by what all models say together, and by a ridge regression.
struct SimpleOrders {
    std::vector<double> own, ridge;
};

SimpleOrders ordersOf(const Suspects& suspects, const std::map<std::string, std::size_t>& places)
{
    SimpleOrders orders{std::vector<double>(places.size()), std::vector<double>(places.size())};
    const auto ridgeOfAll = std::ranges::find(suspects.members, kRidgeOfAll, &Suspects::Member::name)
        - suspects.members.begin();
    for (const Suspect& one : suspects.segments) {
        const std::size_t i = places.at(one.id);
        orders.own[i] = std::abs(one.label - one.expected);
        orders.ridge[i] = std::abs(one.label - one.grounds.said[static_cast<std::size_t>(ridgeOfAll)]);
    }
    return orders;
}

/// Of more than two classes: 1 − p(label) of all models together, and by the ridge regression alone.
SimpleOrders classOrders(const SuspectData& data, const std::vector<double>& labels,
                         const OutOfFoldSettings& how)
{
    const OutOfFold models = trainOutOfFold(data.segments, how, data.where); // kept by the search
    ClassEvidence evidence;
    evidence.classes = data.segments.labels.columns;
    evidence.folds = models.folds;
    for (const double label : labels)
        evidence.labels.push_back(static_cast<std::size_t>(label));
    std::vector<double> plain;
    for (const OutOfFold::Member& member : models.members) {
        evidence.members.push_back(member.values);
        if (member.name == kRidgeOfAll)
            plain = member.values;
    }
    const std::vector<double> chances = classPrediction(evidence);
    SimpleOrders orders;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::size_t own = i * evidence.classes + evidence.labels[i];
        orders.own.push_back(1.0 - chances[own]);
        orders.ridge.push_back(-plain[own]);
    }
    return orders;
}

/// Real features, where ../shared/data has them: errors planted into one label of ten, and into none.
void measureRealSet(const std::string& name, bool isOfClasses, std::size_t seeds)
{
    const std::filesystem::path file = std::filesystem::path(SHARED_DATA) / (name + ".h5");
    if (!std::filesystem::exists(file)) {
        std::fprintf(stderr, "labels: %s is not here; nothing is measured on it\n", file.filename().c_str());
        return;
    }
    const std::string shownName = isOfClasses ? name + " in three classes" : name;
    const RealSet set = readReal(file, isOfClasses);
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < set.data.segments.size(); ++i)
        places[set.data.segments.ids[i]] = i;
    std::vector<std::vector<SuspectKind>> plantings{{}};
    const std::vector<SuspectKind> kinds = plantableKinds(set.labels, set.chains);
    for (const SuspectKind kind : kinds)
        plantings.push_back({kind});
    if (kinds.size() > 1)
        plantings.push_back(kinds);
    std::array<double, 5> count{}, scores{}, wrong{};
    double behind = 0.0;
    for (const std::vector<SuspectKind>& planting : plantings) {
        std::vector<double> found, own, ridge, above, right;
        double worst = 1.0;
        for (std::size_t seed = 1; seed <= seeds; ++seed) {
            const PlantedLabels planted = plantInReal(set.labels, set.scale, set.chains, planting, seed);
            const SuspectData data = set.labelled(planted.labels);
            const WorkFolder work;
            OutOfFoldSettings how;
            how.seed = seed;
            if (isOfClasses)
                how.work = work.path;
            const Suspects suspects = findSuspects(data, {}, how);
            std::vector<double> order(places.size());
            double sure = 0.0, rightOnes = 0.0;
            for (std::size_t k = 0; k < suspects.segments.size(); ++k) {
                const Suspect& one = suspects.segments[k];
                const std::size_t i = places.at(one.id);
                order[i] = -static_cast<double>(k);
                sure += one.score >= 0.5 ? 1.0 : 0.0;
                rightOnes += one.score >= 0.5 && planted.isWrong[i] ? 1.0 : 0.0;
                if (planting.empty())
                    continue;
                const auto fifth = std::min<std::size_t>(4, static_cast<std::size_t>(5.0 * one.score));
                count[fifth] += 1.0;
                scores[fifth] += one.score;
                wrong[fifth] += planted.isWrong[i] ? 1.0 : 0.0;
            }
            above.push_back(sure / static_cast<double>(places.size()));
            if (planting.empty())
                continue;
            const SimpleOrders simple
                = isOfClasses ? classOrders(data, planted.labels, how) : ordersOf(suspects, places);
            right.push_back(rightOnes / static_cast<double>(planted.count()));
            found.push_back(queueFigures(order, planted.isWrong).averagePrecision);
            own.push_back(queueFigures(simple.own, planted.isWrong).averagePrecision);
            ridge.push_back(queueFigures(simple.ridge, planted.isWrong).averagePrecision);
            worst = std::min(worst, found.back() - std::max(own.back(), ridge.back()));
        }
        if (planting.empty()) {
            std::fprintf(
                stderr, "%s\n",
                fmt::format("| {} | none | | | | | {:.4f} above .5 |", shownName, meanOf(above)).c_str());
            bench::printRow("labels: suspected of none, " + shownName, 100.0 * meanOf(above), "%", 1.0, 1.0);
            continue;
        }
        const std::string kind = planting.size() > 1 ? "mixed" : std::string(engine::name(planting.front()));
        std::fprintf(stderr, "%s\n",
                     fmt::format("| {} | {} | {} | {} | {} | {:+.3f} | {:.2f} |", shownName, kind,
                                 shown(found), shown(own), shown(ridge), worst, meanOf(right))
                         .c_str());
        behind = std::max(behind, std::max(meanOf(own), meanOf(ridge)) - meanOf(found));
    }
    bench::printRow("labels: AP short of residuals, " + shownName, behind, "-", 0.01, 0.0);
    for (std::size_t fifth = 0; fifth < count.size(); ++fifth)
        std::fprintf(stderr, "%s\n",
                     fmt::format("{}: scores {:.1f} to {:.1f}: {:.0f} labels, score {:.2f}, planted {:.2f}",
                                 shownName, 0.2 * static_cast<double>(fifth),
                                 0.2 * static_cast<double>(fifth + 1), count[fifth],
                                 scores[fifth] / std::max(1.0, count[fifth]),
                                 wrong[fifth] / std::max(1.0, count[fifth]))
                         .c_str());
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
        bench::printRow(std::string("labels: AP short of consensus, ") + way.name,
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
            videos.push_back(videoOf(data.segments.ids[i]));
        }
        const std::vector<bool> isWrong = plantInLabels(labels, videos, "flip", 0.1, seed);
        for (std::size_t i = 0; i < labels.size(); ++i)
            data.segments.labels.at(i, 0) = static_cast<float>(labels[i]);
        OutOfFoldSettings how;
        how.seed = seed;
        found.add(queueFigures(scoresOf(findSuspects(data, {}, how), data.segments.ids), isWrong));
    }
    print("flip in the demo", "suspects", found);
    bench::printRow("labels: missed flips, demo", 100.0 * (1.0 - meanOf(found.fifth)), "%", 15, 0);
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
        bench::printRow("labels: 1 - AP, demo, " + kind, 1.0 - meanOf(found.precision), "-", 0.6, 0.6);
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
    bench::printRow("labels: asked for 99 % of r", 100.0 * meanOf(shares), "%", 40, 40);
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
    bench::printRow("labels: all of MOSI's size", watch.milliseconds() / 1000.0, "s", 600, 600);
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
        bench::printRow("labels: 1 - AP, " + kind, 1.0 - precision, "-", 1.0 - target->second,
                        1.0 - target->second);
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
