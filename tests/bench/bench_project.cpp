// A project of 100 000 segments: opening it, an edit from the call until it is on disk; queries among a
// million segments in memory; a tier in each of 25 000 videos, and opening a project with two in each.
#include "engine/annotation/edits.h"
#include "engine/annotation/project/project_store.h"

#include <atomic>
#include <random>
#include <unistd.h>

#include "tests/bench/bench_row.h"

namespace {

namespace fs = std::filesystem;
using namespace engine;

constexpr std::int64_t kSecond = kTicksPerSecond;

Tier wordTier()
{
    Tier tier;
    tier.id = 1;
    tier.video = "v";
    tier.name = "words";
    tier.labels = {{"sentiment", NumberScale{-3, 3, 1}}};
    return tier;
}

/// `count` words one after the other, every tenth with a value.
Change manySegments(std::int64_t count)
{
    Change change;
    for (std::int64_t i = 0; i < count; ++i) {
        Segment segment;
        segment.id = i + 1;
        segment.tier = 1;
        segment.start = TimePoint::ofTicks(i * kSecond / 3);
        segment.end = TimePoint::ofTicks((i + 1) * kSecond / 3);
        segment.text = "word";
        if (i % 10 == 0)
            segment.values["sentiment"] = {static_cast<double>(i % 7) - 3.0, {"ada", 1, 1, "video"}};
        change.segments.push_back({std::nullopt, segment});
    }
    return change;
}

void measureOpen(const fs::path& path)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        const bench::Stopwatch watch;
        std::vector<std::string> problems;
        const Annotation annotation = ProjectFile::open(path).load(problems);
        times.push_back(watch.milliseconds() / 1000.0);
        if (annotation.segments().size() != 100'000 || !problems.empty())
            std::exit(1);
    }
    bench::printRow("project open 100 000", bench::percentile(times, 0.5), "s", 0.5, 0.057);
}

void measureEdits(const fs::path& path)
{
    std::vector<std::string> problems;
    ProjectFile file = ProjectFile::open(path);
    Annotation annotation = file.load(problems);
    ProjectStore store(std::move(file), {});
    std::mt19937 random(1);
    std::vector<double> times;
    for (int i = 0; i < 1000; ++i) {
        const bench::Stopwatch watch;
        const SegmentId id = std::uniform_int_distribution<SegmentId>(1, 100'000)(random);
        const Change change = setText(annotation, id, std::to_string(i));
        annotation.apply(change);
        store.write(change);
        store.flush(std::chrono::seconds(10));
        times.push_back(watch.milliseconds());
    }
    bench::printRow("project edit to disk p50", bench::percentile(times, 0.5), "ms", 100, 0.12);
    bench::printRow("project edit to disk p99", bench::percentile(times, 0.99), "ms", 100, 0.23);
}

void measureQueries()
{
    constexpr std::int64_t count = 1'000'000;
    Annotation annotation;
    annotation.apply({{{std::nullopt, wordTier()}}, {}, {}});
    annotation.apply(manySegments(count));
    const IntervalIndex& index = annotation.byTime(1);
    std::mt19937 random(2);
    std::vector<double> times;
    std::size_t found = 0;
    for (int i = 0; i < 2000; ++i) {
        const std::int64_t from = std::uniform_int_distribution<std::int64_t>(0, count / 3)(random) * kSecond;
        const bench::Stopwatch watch;
        found += index.spanning(from, from + 10 * kSecond).size();
        found += index.covering(from).size() + index.startingIn(from, from + kSecond).size();
        found += index.nearestBoundary(from) ? 1 : 0;
        times.push_back(watch.milliseconds() * 1000.0);
    }
    bench::printRow("query of 1 000 000 p99", bench::percentile(times, 0.99), "us", 1000, 0);
    times.clear();
    for (int i = 0; i < 1000; ++i) {
        const SegmentId id = std::uniform_int_distribution<SegmentId>(1, count)(random);
        const bench::Stopwatch watch;
        annotation.apply(moveEdge(annotation, id, true,
                                  TimePoint::ofTicks(annotation.segment(id)->end.ticks - kSecond / 100),
                                  EdgeMode::Follow));
        times.push_back(watch.milliseconds() * 1000.0);
    }
    bench::printRow("edit of 1 000 000 p99", bench::percentile(times, 0.99), "us", 1000, 0);
    if (found == 0)
        std::exit(1);
}

/// A change that adds a tier to each of 25 000 videos. @param first  number of the first tier
Change tierInEveryVideo(TierId first, const std::string& name)
{
    Change change;
    for (int video = 0; video < 25'000; ++video) {
        Tier tier = wordTier();
        tier.id = first + video;
        tier.video = "video_" + std::to_string(video);
        tier.name = name;
        change.tiers.push_back({std::nullopt, tier});
    }
    return change;
}

void measureVideos(const fs::path& path)
{
    const Change words = tierInEveryVideo(1, "words");
    Annotation annotation;
    const bench::Stopwatch watch;
    annotation.apply(words);
    bench::printRow("tier in 25 000 videos", watch.milliseconds() / 1000.0, "s", 0.5, 0.03);
    {
        ProjectFile file = ProjectFile::create(path);
        file.write(words);
        file.write(tierInEveryVideo(30'000, "labels"));
    }
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        const bench::Stopwatch opening;
        std::vector<std::string> problems;
        const Annotation opened = ProjectFile::open(path).load(problems);
        times.push_back(opening.milliseconds() / 1000.0);
        if (opened.tiers().size() != 50'000 || !problems.empty())
            std::exit(1);
    }
    bench::printRow("project open 50 000 tiers", bench::percentile(times, 0.5), "s", 2, 0.33);
}

}

int main()
{
    const fs::path path
        = fs::temp_directory_path() / ("bench_project_" + std::to_string(getpid()) + ".polylogue");
    {
        ProjectFile file = ProjectFile::create(path);
        file.write({{{std::nullopt, wordTier()}}, {}, {}});
        file.write(manySegments(100'000));
    }
    measureOpen(path);
    measureEdits(path);
    for (const char* suffix : {"", "-wal", "-shm"})
        fs::remove(path.string() + suffix);
    measureQueries();
    measureVideos(path);
    for (const char* suffix : {"", "-wal", "-shm"})
        fs::remove(path.string() + suffix);
    return 0;
}
