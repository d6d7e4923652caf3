// From a key that gives a value, in the real window, to the value on the disk.
#include "widgets/timeline/timeline_view.h"

#include <QTest>

#include <vector>

#include "tests/bench/bench_row.h"
#include "tests/support/real_window.h"

namespace {

constexpr int kKeys = 300;

}

int main(int argc, char** argv)
{
    const IsolatedHome home;
    const QApplication application(argc, argv);
    RealWindow real;
    if (!real.openDemo() || !real.session().project().writer())
        return 1;
    const app::ProjectWriter& writer = *real.session().project().writer();
    auto* view = real.find<widgets::TimelineView>("timeline");
    view->setFocus();
    real.session().player().seek(real.session().document().labels().rows.intervals.front().start + 0.1);
    std::vector<double> milliseconds;
    for (int i = 0; i < kKeys; ++i) {
        const quint64 before = writer.given();
        const bench::Stopwatch watch;
        QTest::keyClick(view, static_cast<Qt::Key>(Qt::Key_1 + i % 7));
        if (writer.given() == before)
            return 1;
        while (writer.state() != app::ProjectWriter::State::Saved && watch.milliseconds() < 1000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        milliseconds.push_back(watch.milliseconds());
    }
    bench::printRow("save.key_to_disk.p50", bench::percentile(milliseconds, 0.5), "ms", 100, 5);
    return bench::printRow("save.key_to_disk.p99", bench::percentile(milliseconds, 0.99), "ms", 100, 20) ? 0
                                                                                                         : 1;
}
