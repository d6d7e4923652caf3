// From a move of the mouse on a word's edge to the changed prediction on the screen, in the real window.
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/words_track.h"

#include <QLabel>
#include <QTest>

#include <cmath>
#include <vector>

#include "tests/bench/bench_row.h"
#include "tests/support/real_window.h"

namespace {

constexpr int kMoves = 300;

/// Notes when the label that shows the prediction was painted.
class PaintWatcher : public QObject {
public:
    bool painted = false;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
};

}

int main(int argc, char** argv)
{
    const IsolatedHome home;
    const QApplication application(argc, argv);
    RealWindow real;
    if (!real.openDemo())
        return 1;
    const app::Document& document = real.session().document();
    auto* view = real.find<widgets::TimelineView>("timeline");
    const auto [first, last] = document.wordsOfSegment(0);
    const std::size_t word = first + (last - first) / 2;
    real.session().player().seek(document.words().intervals[word].start + 0.01);
    view->zoomTo({document.words().intervals[word].start - 0.5, document.words().intervals[word].end + 0.5});
    if (!real.settle())
        return 1;
    auto* label = real.find<QLabel>("predictedSentiment");
    PaintWatcher watcher;
    label->installEventFilter(&watcher);

    const QRect area = view->areaOf(real.find<widgets::WordsTrack>("wordsTrack"));
    const QPoint grip(
        area.left() + static_cast<int>(std::lround(view->scale().x(document.words().intervals[word].end))),
        area.top() + area.height() / 3);
    QTest::mousePress(view, Qt::LeftButton, {}, grip);
    std::vector<double> milliseconds;
    for (int i = 1; i <= kMoves; ++i) {
        const QString before = label->text();
        const QPoint target
            = grip - QPoint(10 + i % 2 * 130 + i % 7, 0); // to and fro, over several frames that it snaps to
        watcher.painted = false;
        const bench::Stopwatch watch;
        QTest::mouseMove(view, target);
        while (!(watcher.painted && label->text() != before) && watch.milliseconds() < 1000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        if (label->text() != before)
            milliseconds.push_back(watch.milliseconds());
    }
    QTest::mouseRelease(view, Qt::LeftButton, {}, grip);
    if (milliseconds.size() < kMoves / 2)
        return 1;
    bench::printRow("drag.p50", bench::percentile(milliseconds, 0.5), "ms", 50, 10);
    return bench::printRow("drag.p99", bench::percentile(milliseconds, 0.99), "ms", 50, 20) ? 0 : 1;
}
