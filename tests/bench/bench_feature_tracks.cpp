// Features in the timeline: a sequence of 8 GiB, of which nearly nothing lies on the disk, read piece by
// piece, in a track as high as among others (1920 × 160); lines of features in memory in such a track; and a
// heat map of 709 dimensions × 30 000 rows in memory that has all the room (1920 × 500).
#include "engine/sequences/csd_file.h"
#include "engine/sequences/feature_pyramid.h"
#include "engine/sequences/tiled_features.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/features_track.h"

#include <QApplication>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "tests/bench/bench_row.h"
#include "tests/support/sparse_csd.h"

namespace {

namespace fs = std::filesystem;

double peakMiB()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024.0;
    }
    return 0.0;
}

std::vector<double> pan(widgets::TimelineView& view, double seconds, double end)
{
    std::vector<double> times;
    for (int i = 0; i < 300; ++i) {
        view.setScale({(end - seconds) * i / 300.0, view.trackArea().width() / seconds});
        const bench::Stopwatch watch;
        view.repaint();
        times.push_back(watch.milliseconds());
        QApplication::processEvents();
    }
    return times;
}

void print(const std::string& name, const std::vector<double>& times, double p50, double p99)
{
    bench::printRow(name + " p50", bench::percentile(times, 0.5), "ms", p50, p50);
    bench::printRow(name + " p99", bench::percentile(times, 0.99), "ms", p99, p99);
}

/// Pieces come between the frames, as they do in the window.
void measureLarge(widgets::TimelineView& view, const fs::path& folder)
{
    const fs::path file = folder / "acoustic.csd";
    engine::test::writeSparseCsd(file, "acoustic", "talk", 1'080'000, 1988, {});
    const double before = peakMiB();
    const bench::Stopwatch watch;
    auto rows
        = std::make_shared<const engine::StoredFeatures>(std::make_shared<engine::CsdFile>(file), "talk");
    auto tiled = std::make_shared<engine::TiledFeatures>(engine::TileSource::open(rows, folder / "cache"));
    bench::printRow("features 8 GiB open", watch.milliseconds() / 1000.0, "s", 1.0, 0.3);
    auto* track = new widgets::FeaturesTrack(QStringLiteral("Acoustic"), engine::Modality::Acoustic);
    track->setFeatures(tiled, {});
    QObject::connect(
        track, &widgets::FeaturesTrack::tilesWanted, &view,
        [&](const std::vector<engine::TileKey>& keys) {
            for (const engine::TileKey& key : keys)
                tiled->insert(key, tiled->source().read(key));
        },
        Qt::QueuedConnection);
    view.addTrack(track);
    view.setDuration(10'800.0);
    print("features 8 GiB scroll 10 s", pan(view, 10.0, 10'800.0), 3, 10);
    print("features 8 GiB scroll 600 s", pan(view, 600.0, 10'800.0), 3, 10);
    bench::printRow("features 8 GiB memory", peakMiB() - before, "MiB", 400, 150);
    view.removeTrack(track);
}

/// As many lines as a track draws and a single one, over the extent of their rows, in a track as high as
/// among others.
void measureLines(widgets::TimelineView& view)
{
    auto source = std::make_shared<engine::TimedFeatures>();
    source->features = engine::FeatureMatrix(720'000, 16);
    for (std::size_t i = 0; i < source->features.values.size(); ++i)
        source->features.values[i] = std::sin(static_cast<float>(i) / 30'000.0F)
            + static_cast<float>((i * 2654435761U) >> 8 & 0xffffU) / 1e5F;
    for (std::size_t row = 0; row < source->features.rows; ++row)
        source->intervals.push_back({static_cast<double>(row) / 100, static_cast<double>(row + 1) / 100});
    auto* track = new widgets::FeaturesTrack(QStringLiteral("Acoustic"), engine::Modality::Acoustic);
    track->setFeatures(engine::FeaturePyramid::build(source), {});
    view.addTrack(track);
    view.setDuration(7200.0);
    track->setDisplay(QStringLiteral(R"({"form":"lines"})"));
    print("lines 16 × 720000", pan(view, 3600.0, 7200.0), 10, 20);
    track->setDisplay(QStringLiteral(R"({"form":"lines","dimensions":[3]})"));
    print("line 720000", pan(view, 3600.0, 7200.0), 3, 10);
    view.removeTrack(track);
}

void measureHeatMap(widgets::TimelineView& view)
{
    auto source = std::make_shared<engine::TimedFeatures>();
    source->features = engine::FeatureMatrix(30'000, 709);
    for (std::size_t i = 0; i < source->features.values.size(); ++i)
        source->features.values[i] = static_cast<float>((i * 2654435761U) >> 8 & 0xffffU);
    for (std::size_t row = 0; row < 30'000; ++row)
        source->intervals.push_back({static_cast<double>(row) / 100, static_cast<double>(row + 1) / 100});
    auto* track = new widgets::FeaturesTrack(QStringLiteral("Visual"), engine::Modality::Visual);
    track->setFeatures(engine::FeaturePyramid::build(source), {});
    view.addTrack(track);
    view.setDuration(300.0);
    print("heat map 709 × 30000", pan(view, 30.0, 300.0), 10, 10);
    view.removeTrack(track);
}

}

int main(int argc, char** argv)
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication application(argc, argv);
    const fs::path folder = fs::temp_directory_path() / ("bench_features_" + std::to_string(getpid()));
    fs::create_directories(folder);
    widgets::TimelineView view;
    QApplication::setPalette(widgets::paletteOf(widgets::darkTheme()));
    view.setFixedSize(1920, 160);
    view.show();
    measureLarge(view, folder);
    measureLines(view);
    view.setFixedSize(1920, 500);
    measureHeatMap(view);
    fs::remove_all(folder);
}
