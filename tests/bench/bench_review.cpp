// From a key that rates a segment, in the real window, to its mark on the screen, and on the disk.
#include "app/review/review.h"
#include "widgets/timeline/timeline_view.h"

#include <QAbstractButton>
#include <QTest>

#include <vector>

#include "tests/bench/bench_row.h"
#include "tests/support/real_window.h"

namespace {

/// Notes when a widget was painted.
class PaintWatch : public QObject {
public:
    bool isPainted = false;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        isPainted = isPainted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }
};

engine::ReviewPass firstPass()
{
    engine::ReviewPass pass;
    pass.layer = engine::annotatorLayer(app::kLabelsTier, "ada", 1);
    pass.settings.reasons = {engine::ReviewReason::NotLabelled};
    pass.settings.order = engine::ReviewOrder::Context;
    return pass;
}

}

int main(int argc, char** argv)
{
    const IsolatedHome home;
    const QApplication application(argc, argv);
    RealWindow real;
    if (!real.openDemo() || !real.session().project().writer())
        return 1;
    real.window().setPreset(QStringLiteral("review"));
    auto* review = real.window().findChild<app::Review*>();
    review->start(firstPass());
    if (!QTest::qWaitFor([&] { return review->isActive() && review->segment() != 0; }, 20000))
        return 1;
    auto* view = real.find<widgets::TimelineView>("timeline");
    std::vector<double> marks;
    std::vector<double> writes;
    for (std::size_t i = 0; i < review->pass()->places.size(); ++i) {
        if (!QTest::qWaitFor([&] { return review->segment() != 0; }, 20000))
            return 1;
        const int step = static_cast<int>(i % 7);
        auto* button = real.find<QWidget>("answerPanel")
                           ->findChild<QAbstractButton*>(QStringLiteral("sentiment %1").arg(step - 3));
        if (!button)
            return 1;
        PaintWatch painted;
        button->installEventFilter(&painted);
        const bench::Stopwatch watch;
        QTest::keyClick(view, static_cast<Qt::Key>(Qt::Key_1 + step));
        while (!painted.isPainted && watch.milliseconds() < 1000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        marks.push_back(watch.milliseconds());
        while (real.session().project().writer()->state() != app::ProjectWriter::State::Saved
               && watch.milliseconds() < 1000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        writes.push_back(watch.milliseconds());
        button->removeEventFilter(&painted);
        QTest::keyClick(view, Qt::Key_Return);
    }
    bench::printRow("review.key_to_mark.p50", bench::percentile(marks, 0.5), "ms", 50, 10);
    const bool isQuick
        = bench::printRow("review.key_to_mark.p99", bench::percentile(marks, 0.99), "ms", 50, 25);
    const bool isSafe
        = bench::printRow("review.key_to_disk.p99", bench::percentile(writes, 0.99), "ms", 100, 30);
    return isQuick && isSafe ? 0 : 1;
}
