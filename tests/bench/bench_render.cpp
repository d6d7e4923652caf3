// Render to video: seconds that a minute of the demo takes at 720p and at 1080p, the longest that the
// window's thread was away meanwhile. The whole talk with all tracks, picture, answers and words. A minute of
// video may take a minute on two cores.
#include "app/rendering/rendering.h"

#include <QTest>

#include "tests/bench/bench_row.h"
#include "tests/support/real_window.h"
#include "tests/support/stall_watch.h"

namespace {

/// Seconds for a minute of video; 0: it failed.
double secondsForAMinute(RealWindow& real, QSize size, const QString& target, qint64& longestStall)
{
    auto* rendering = real.window().findChild<app::Rendering*>();
    app::RenderWish wish = rendering->wholeWish();
    wish.size = size;
    bool isOver = false;
    bool isWritten = false;
    StallWatch stalls;
    const bench::Stopwatch watch;
    rendering->render().start(wish, target, [&](const app::Outcome<engine::RenderedFile>& end) {
        isOver = true;
        isWritten = std::holds_alternative<engine::RenderedFile>(end);
    });
    if (!QTest::qWaitFor([&] { return isOver; }, 600000) || !isWritten)
        return 0.0;
    longestStall = stalls.longest();
    return watch.milliseconds() / 1000 / wish.span.length() * 60;
}

}

int main(int argc, char** argv)
{
    const IsolatedHome home;
    const QApplication application(argc, argv);
    RealWindow real;
    if (!real.openDemo())
        return 1;
    const QTemporaryDir folder;
    bool isDone = true;
    const auto row = [&](const char* name, QSize size, double budget) {
        qint64 stall = 0;
        const double seconds
            = secondsForAMinute(real, size, folder.filePath(QStringLiteral("bench.mp4")), stall);
        isDone = isDone && seconds > 0.0;
        bench::printRow(std::string("render_") + name, seconds, "s", budget, 0);
        bench::printRow(std::string("render_") + name + "_stall", static_cast<double>(stall), "ms", 50, 0);
    };
    row("720p", {1280, 720}, 60);
    row("1080p", {1920, 1080}, 120);
    return isDone ? 0 : 1;
}
