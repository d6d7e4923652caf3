// Painting the tracks of a conversation, 1920 pixels wide: 10 000 turns of 3 people over three hours at
// several zooms, with overlaps, backchannels and attempts; the synchrony of ten minutes at 10 Hz.
#include "engine/conversations/random.h"
#include "engine/synchrony/planted.h"
#include "widgets/tracks/synchrony_track.h"
#include "widgets/tracks/who_speaks_track.h"

#include <QGuiApplication>

#include <cmath>
#include <cstdlib>

#include "tests/bench/bench_row.h"

namespace {

constexpr double kHours = 3 * 3600.0;
constexpr int kPaintings = 200;

/// One turn after the other, a third of them begun before the last has ended.
std::shared_ptr<const engine::TakenTurns> manyTurns(std::size_t count)
{
    engine::Random random(1);
    std::vector<engine::Speaker> speakers(3);
    const double step = kHours / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double start = (static_cast<double>(i) + 0.4 * random.uniform()) * step;
        speakers[i % 2].spans.push_back({start, start + step * (1.0 + 0.3 * random.uniform())});
        speakers[2].spans.push_back({start + 0.3 * step, start + 0.3 * step + 0.25});
    }
    return std::make_shared<const engine::TakenTurns>(engine::takenTurns(speakers));
}

/// Milliseconds of each painting while it pans. @param span  seconds in sight
std::vector<double> paintings(const widgets::Track& track, QSize size, double span, double duration)
{
    QImage image(size, QImage::Format_RGB32);
    std::vector<double> times;
    for (int i = 0; i < kPaintings; ++i) {
        const double start = (duration - span) * (0.5 + 0.5 * std::sin(i * 0.13));
        image.fill(widgets::darkTheme().background);
        QPainter painter(&image);
        painter.setClipRect(image.rect());
        widgets::TrackCanvas canvas{
            painter, size, {start, size.width() / span}, widgets::darkTheme(), std::nullopt};
        const bench::Stopwatch watch;
        track.paint(canvas);
        times.push_back(watch.milliseconds());
    }
    return times;
}

void printPaintings(const std::string& name, const std::vector<double>& times)
{
    bench::printRow(name + " p50", bench::percentile(times, 0.5), "ms", 3, 1);
    bench::printRow(name + " p99", bench::percentile(times, 0.99), "ms", 8, 1.3);
}

void measureWhoSpeaks()
{
    widgets::WhoSpeaksTrack track;
    widgets::WhoSpeaksTrack::Content content;
    content.people = {{QStringLiteral("Ada"), 7}, {QStringLiteral("Bert"), 3}, {QStringLiteral("Cleo"), 2}};
    content.turns = manyTurns(10'000);
    if (content.turns->turns.size() < 10'000) // else the rows below tell of fewer
        std::exit(1);
    track.setContent(content);
    for (const double span : {kHours, 3600.0, 600.0, 60.0, 15.0})
        printPaintings("who speaks " + std::to_string(static_cast<int>(span)) + " s",
                       paintings(track, {1920, 80}, span, kHours));
}

void measureSynchrony()
{
    engine::planted::DyadOptions made;
    made.coupling = 0.4;
    made.seconds = 600.0;
    const engine::planted::Dyad dyad = engine::planted::dyad(1, made);
    widgets::SynchronyContent content;
    content.signal = QStringLiteral("smile");
    content.start = 3.0;
    content.synchrony
        = std::make_shared<const engine::Synchrony>(*engine::synchronyOf(dyad.first, dyad.second));
    widgets::SynchronyTrack track;
    track.setContent(content);
    const double first = paintings(track, {1920, 140}, made.seconds, made.seconds).front();
    bench::printRow("synchrony 600 s, first painting", first, "ms", 16, 2);
    for (const double span : {600.0, 60.0})
        printPaintings("synchrony " + std::to_string(static_cast<int>(span)) + " s",
                       paintings(track, {1920, 140}, span, made.seconds));
}

}

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    measureWhoSpeaks();
    measureSynchrony();
}
