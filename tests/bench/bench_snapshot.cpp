// The project as a dataset: a snapshot of the demo after one label was changed; of 25 000 videos with words,
// labels and an edited tier of labels in each, the first one and one after a single label changed; what a
// copy for it takes of the window's thread, and the labels that can be learnt, counted; the memory of all
// that.
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/recorded_tiers.h"
#include "engine/dataset_opening/dataset_of_paths.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/metadata.h"
#include "engine/sequences/timed_features.h"
#include "engine/snapshot/labels_to_learn.h"
#include "engine/snapshot/snapshot.h"

#include <QTemporaryDir>

#include <sys/resource.h>

#include "tests/bench/bench_row.h"
#include "tests/support/sequences.h"

namespace {

namespace fs = std::filesystem;
using namespace engine;

constexpr int kVideos = 25'000;
constexpr int kSegments = 10; // in each
constexpr int kWords = 40; // in each

std::string videoId(int video)
{
    return "video_" + std::to_string(video);
}

std::vector<Interval> spans(int count, double length)
{
    std::vector<Interval> spans;
    for (int i = 0; i < count; ++i)
        spans.push_back({i * length, (i + 1) * length});
    return spans;
}

DatasetList manyVideos(const fs::path& folder)
{
    ComputationalSequence words = test::sequence("words", {});
    ComputationalSequence labels = test::sequence("labels", {});
    labels.setMetadata({{"root name", "labels"}, {"dimension names", std::vector<std::string>{"sentiment"}}});
    std::vector<std::string> said(kWords, "word");
    for (int video = 0; video < kVideos; ++video) {
        words.put(videoId(video), {{ElementType::Float64, spans(kWords, 0.5)}, test::texts(said)});
        labels.put(videoId(video), test::numbered(spans(kSegments, 2.0), ElementType::Float64));
    }
    DatasetList list;
    list.name = "many";
    list.root = folder;
    for (const auto& [key, sequence] : {std::pair("words", &words), std::pair("labels", &labels)}) {
        writeCsd(*sequence, folder / (std::string(key) + ".csd"));
        list.sequences.push_back({"raw", key, folder / (std::string(key) + ".csd"), {}});
    }
    return list;
}

/// The labels of every video, as somebody edited them.
Annotation allEdited()
{
    Annotation annotation;
    const std::vector<Interval> times = spans(kSegments, 2.0);
    const std::vector<std::string> names{"sentiment"};
    Change all;
    TierId tierId = 0;
    SegmentId segmentId = 0;
    for (int video = 0; video < kVideos; ++video) {
        Tier tier;
        tier.id = ++tierId;
        tier.video = videoId(video);
        tier.name = kLabelsTier;
        tier.source = "labels";
        tier.labels = {{"sentiment", NumberScale{-3, 12, 1}}};
        all.tiers.push_back({std::nullopt, tier});
        for (int k = 0; k < kSegments; ++k) {
            Segment segment;
            segment.id = ++segmentId;
            segment.tier = tierId;
            segment.start = TimePoint::ofSeconds(times[static_cast<std::size_t>(k)].start);
            segment.end = TimePoint::ofSeconds(times[static_cast<std::size_t>(k)].end);
            segment.values["sentiment"] = {static_cast<double>(k % 7) - 3.0, {"ada", 1, 1, "video"}};
            segment.sourceRow = k;
            all.segments.push_back({std::nullopt, segment});
        }
    }
    annotation.apply(all);
    return annotation;
}

double mebibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

double snapshotSeconds(const OpenedSequences& dataset, const Annotation& annotation, const fs::path& folder,
                       std::size_t expected)
{
    const bench::Stopwatch watch;
    const ProjectSnapshot snapshot = writeSnapshot(dataset, annotation, {folder});
    if (snapshot.made != expected)
        std::exit(1);
    return watch.milliseconds() / 1000.0;
}

void measureDemo(Prober& prober, const fs::path& folder)
{
    const OpenedSequences dataset = openSequences(datasetOf({fs::path(DEMO)}), prober, {});
    Annotation annotation;
    const OpenedSequence* labels = dataset.withRole(SequenceRole::Labels);
    const std::string video = *dataset.ids.begin();
    const TimedFeatures rows = readFeatures(*labels->file, video);
    const std::vector<std::string> names = dimensionNames(labels->file->metadata(), rows.features.columns);
    const Change taken = labelsTier(annotation, video, "labels", rows.intervals, rows.features, names);
    annotation.apply(taken);
    std::vector<double> times;
    for (int value = -2; value <= 2; ++value) {
        annotation.apply(setValue(annotation, taken.segments.front().after->id, names.front(),
                                  LabelValue{static_cast<double>(value) + 0.125, {}}));
        times.push_back(snapshotSeconds(dataset, annotation, folder, 1));
    }
    bench::printRow("snapshot demo, one edit", bench::percentile(times, 0.5), "s", 0.2, 0);
}

}

int main()
{
    const QTemporaryDir home;
    const fs::path folder = home.path().toStdString();
    Prober prober(PROGRAMS "/polylogue-cli", folder / "cache");
    measureDemo(prober, folder / "demo.snapshot");
    const OpenedSequences dataset = openSequences(manyVideos(folder), prober, {});
    Annotation annotation = allEdited();
    const bench::Stopwatch copying; // what the window's thread does; a task makes the indices
    const Annotation::Tiers tiers = annotation.tiers();
    const Annotation::Segments segments = annotation.segments();
    const Annotation::Items items = annotation.items();
    bench::printRow("snapshot 25 000, copy", copying.milliseconds(), "ms", 250, 0);
    if (tiers.empty() || segments.size() != annotation.segments().size() || items.size() > segments.size())
        return 1;
    bench::printRow("snapshot 25 000, first",
                    snapshotSeconds(dataset, annotation, folder / "many.snapshot", 1), "s", 2, 0);
    annotation.apply(setValue(annotation, 17, "sentiment", LabelValue{-1.0, {}}));
    bench::printRow("snapshot 25 000, one edit",
                    snapshotSeconds(dataset, annotation, folder / "many.snapshot", 1), "s", 2, 0);
    bench::printRow("snapshot 25 000, none",
                    snapshotSeconds(dataset, annotation, folder / "many.snapshot", 0), "s", 1, 0);
    const Change words = wordsTier(annotation, videoId(3), "words", spans(kWords, 0.5),
                                   std::vector<std::string>(kWords, "other"));
    annotation.apply(words);
    bench::printRow("snapshot 25 000, one word",
                    snapshotSeconds(dataset, annotation, folder / "many.snapshot", 1), "s", 4, 0);
    const bench::Stopwatch counting;
    const std::vector<LabelToLearn> labels = labelsToLearn(dataset, annotation);
    bench::printRow("labels to learn, 25 000", counting.milliseconds() / 1000.0, "s", 2, 0);
    bench::printRow("snapshot 25 000, memory", mebibytes(), "MiB", 2000, 0);
    return labels.size() == 1 ? 0 : 1;
}
