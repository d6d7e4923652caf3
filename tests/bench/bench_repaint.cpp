// Repainting the timeline, 1920 × 500: 20 tracks over two hours with 100 000 segments in all, and with 1 000
// 000, a feature sequence of 74 dimensions at 100 Hz and a waveform, at six zooms and through all of them.
// Arguments: only these zooms, in seconds.
#include "engine/sequences/feature_pyramid.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/features_track.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/waveform_track.h"
#include "widgets/tracks/words_track.h"

#include <QApplication>

#include <cmath>
#include <cstdlib>
#include <random>

#include "tests/bench/bench_row.h"

namespace {

constexpr double kDuration = 7200.0;
constexpr int kWordTracks = 17; // with labels 18 tracks of segments, and 2 more
constexpr int kFrames = 300;

using Random = std::mt19937;

double uniform(Random& random)
{
    return std::uniform_real_distribution<double>()(random);
}

std::vector<engine::Interval> segments(Random& random, std::size_t count)
{
    std::vector<engine::Interval> intervals;
    const double step = kDuration / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double start = (static_cast<double>(i) + uniform(random) * 0.2) * step;
        intervals.push_back({start, start + step * (0.3 + 0.5 * uniform(random))});
    }
    return intervals;
}

engine::TimedText words(Random& random, std::size_t count)
{
    static const char* const syllables[] = {"ka", "lo", "mi", "per", "ten", "su", "ra", "ing", "the", "ble"};
    std::vector<std::string> vocabulary(3000);
    for (std::string& word : vocabulary) {
        for (int i = static_cast<int>(uniform(random) * 4); i >= 0; --i)
            word += syllables[random() % 10];
    }
    engine::TimedText result{segments(random, count), {}};
    for (std::size_t i = 0; i < count; ++i)
        result.texts.push_back(vocabulary[random() % vocabulary.size()]);
    return result;
}

engine::TimedFeatures labels(Random& random, std::size_t count)
{
    engine::TimedFeatures result{segments(random, count), engine::FeatureMatrix(count, 7)};
    for (float& value : result.features.values)
        value = static_cast<float>(std::lround(uniform(random) * 6 - 3));
    return result;
}

std::shared_ptr<const engine::FeatureLevels> features(Random& random)
{
    constexpr std::size_t rows = 720'000;
    auto source = std::make_shared<engine::TimedFeatures>();
    source->features = engine::FeatureMatrix(rows, 74);
    for (float& value : source->features.values)
        value = static_cast<float>(random() >> 8);
    for (std::size_t row = 0; row < rows; ++row)
        source->intervals.push_back({static_cast<double>(row) / 100, static_cast<double>(row + 1) / 100});
    return engine::FeaturePyramid::build(std::move(source));
}

std::shared_ptr<const engine::PeakPyramid> peaks(Random& random)
{
    constexpr double binsPerSecond = 16'000.0 / static_cast<double>(engine::PeakPyramid::kFinestBin);
    std::vector<engine::PeakPyramid::Bin> bins(static_cast<std::size_t>(kDuration * binsPerSecond));
    for (std::size_t i = 0; i < bins.size(); ++i) {
        const double loud = uniform(random) * std::abs(std::sin(static_cast<double>(i) * 0.001))
            * engine::PeakPyramid::kFullScale;
        bins[i] = {static_cast<std::int16_t>(-loud * uniform(random)), static_cast<std::int16_t>(loud),
                   static_cast<std::uint16_t>(loud * 0.4)};
    }
    return std::make_shared<engine::PeakPyramid>(std::move(bins), 0.0, 1.0 / binsPerSecond);
}

struct Source {
    std::shared_ptr<const engine::PeakPyramid> peaks;
    std::shared_ptr<const engine::FeatureLevels> features;
};

void fill(widgets::TimelineView& view, const Source& source, std::size_t segments)
{
    Random random(1);
    auto* waveform = new widgets::WaveformTrack;
    waveform->setPeaks(source.peaks, {});
    view.addTrack(waveform);
    auto* acoustic = new widgets::FeaturesTrack(QStringLiteral("Acoustic"), engine::Modality::Acoustic);
    QStringList names;
    for (int i = 0; i < 74; ++i)
        names << QString::number(i);
    acoustic->setFeatures(source.features, names);
    view.addTrack(acoustic);
    for (int i = 0; i < kWordTracks; ++i) {
        auto* track = new widgets::WordsTrack;
        track->setWords(words(random, segments / (kWordTracks + 1)));
        view.addTrack(track);
    }
    auto* labelled = new widgets::LabelsTrack;
    labelled->setLabels(labels(random, segments / (kWordTracks + 1)),
                        {QStringLiteral("sentiment"), QStringLiteral("happy")});
    view.addTrack(labelled);
    view.setDuration(kDuration);
}

/// Pans through the file at one zoom, or sweeps through all of them (span 0); milliseconds of each repaint.
std::vector<double> repaints(widgets::TimelineView& view, double span)
{
    const double width = view.trackArea().width();
    std::vector<double> times;
    for (int i = 0; i < kFrames; ++i) {
        const double seconds = span > 0 ? span : kDuration * std::pow(3 / kDuration, (i % 250) / 249.0);
        const double start = (kDuration - seconds) * (0.5 + 0.5 * std::sin(i * 0.013));
        // At the farthest zoom there is nothing to pan, so the scale breathes a little.
        const double breath = span == kDuration ? 1.0 + 0.001 * (1 + i % 2) : 1.0;
        view.setScale({start, width / seconds * breath});
        const bench::Stopwatch watch;
        view.repaint();
        times.push_back(watch.milliseconds());
        QApplication::processEvents();
    }
    return times;
}

}

int main(int argc, char** argv)
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication application(argc, argv);
    QApplication::setPalette(widgets::paletteOf(widgets::darkTheme()));
    application.setStyleSheet(widgets::styleSheetOf(widgets::darkTheme()));
    std::vector<double> spans{kDuration, 1800, 300, 60, 20, 3, 0};
    if (argc > 1)
        spans.clear();
    for (int i = 1; i < argc; ++i)
        spans.push_back(std::atof(argv[i]));
    Random random(2);
    const Source source{peaks(random), features(random)};
    for (const std::size_t segments : {std::size_t{100'000}, std::size_t{1'000'000}}) {
        widgets::TimelineView view;
        view.setFixedSize(1920, 500);
        fill(view, source, segments);
        view.show();
        repaints(view, 60); // warms the glyph cache
        const std::string name = segments > 100'000 ? "repaint 1 000 000" : "repaint";
        std::vector<double> all;
        for (const double span : spans) {
            const std::vector<double> times = repaints(view, span);
            all.insert(all.end(), times.begin(), times.end());
            if (segments > 100'000)
                continue; // only what they come to together
            const std::string zoom
                = name + (span > 0 ? " " + std::to_string(static_cast<int>(span)) + " s" : " zoom sweep");
            bench::printRow(zoom + " p50", bench::percentile(times, 0.5), "ms", 3, 2.3);
            bench::printRow(zoom + " p99", bench::percentile(times, 0.99), "ms", 8, 5.5);
        }
        bench::printRow(name + " p50", bench::percentile(all, 0.5), "ms", 3, 2.3);
        bench::printRow(name + " p99", bench::percentile(all, 0.99), "ms", 8, 5.5);
    }
}
