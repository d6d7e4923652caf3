#include "app/review/review.h"
#include "engine/core/installation.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/words_track.h"

#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QMenuBar>
#include <QPixmapCache>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

#include <array>
#include <cmath>
#include <malloc.h>
#include <map>
#include <tuple>

#include "tests/support/menu_bar.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// A day of work in one window: actions by keys and mouse, drawn at random. At each quarter the window
/// settles, and what its processes hold is noted: it must not have grown from the first quarter to the last.
///
/// POLYLOGUE_DAY: how many actions (200; eight hours with an action every six seconds have 4800).
/// POLYLOGUE_DAY_SEED: which ones. POLYLOGUE_DAY_TRAINING: a training after how many.
namespace {

/// What the window and its children hold.
struct Held {
    double ownMiB = 0.0;
    double inUseMiB = 0.0; ///< of its own memory: blocks that are allocated
    double childrenMiB = 0.0;
    int handles = 0; ///< of the window
    int threads = 0;
    int processes = 0; ///< children, and theirs
};

/// Its own memory and what it shares; not what it has read of programs and libraries.
double megabytesOf(const QString& process)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0.0;
    double kibibytes = 0.0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("RssAnon:") || line.startsWith("RssShmem:"))
            kibibytes += line.simplified().split(' ').value(1).toDouble();
    }
    return kibibytes / 1024.0;
}

qsizetype entries(const char* folder)
{
    return QDir(QLatin1String(folder))
        .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System)
        .size();
}

void addChildren(const QString& process, QStringList& found)
{
    for (const QString& thread :
         QDir(QStringLiteral("/proc/%1/task").arg(process)).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(QStringLiteral("/proc/%1/task/%2/children").arg(process, thread));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QString& child :
             QString::fromLatin1(file.readAll()).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            found << child;
            addChildren(child, found);
        }
    }
}

Held heldNow()
{
    ::malloc_trim(0); // what is free already is not held
    Held held;
    held.ownMiB = megabytesOf(QStringLiteral("self"));
    const struct mallinfo2 blocks = ::mallinfo2();
    held.inUseMiB = static_cast<double>(blocks.uordblks + blocks.hblkhd) / (1024.0 * 1024.0);
    held.handles = static_cast<int>(entries("/proc/self/fd"));
    held.threads = static_cast<int>(entries("/proc/self/task"));
    QStringList children;
    addChildren(QString::number(QCoreApplication::applicationPid()), children);
    held.processes = static_cast<int>(children.size());
    for (const QString& child : children)
        held.childrenMiB += megabytesOf(child);
    return held;
}

}

class LongDayTest : public WindowTest {
    Q_OBJECT

private slots:
    /// The demo's folder is as it was: trainings wrote their runs into it.
    void cleanupTestCase()
    {
        if (!m_hadRuns)
            QDir(kRuns).removeRecursively();
    }

    void nothingIsLeftOfADaysWork()
    {
        const int actions = qEnvironmentVariableIsSet("POLYLOGUE_DAY")
            ? qEnvironmentVariableIntValue("POLYLOGUE_DAY")
            : 200;
        const int betweenTrainings = qEnvironmentVariableIsSet("POLYLOGUE_DAY_TRAINING")
            ? qEnvironmentVariableIntValue("POLYLOGUE_DAY_TRAINING")
            : kBetweenTrainings;
        m_random.seed(static_cast<quint32>(qEnvironmentVariableIntValue("POLYLOGUE_DAY_SEED") + 1));
        QVERIFY(openDemo());
        m_view = find<widgets::TimelineView>("timeline");
        for (int preset = Qt::Key_1; preset <= Qt::Key_4;
             ++preset) { // what is made when first seen is no leak
            QTest::keyClick(&window(), static_cast<Qt::Key>(preset), Qt::ControlModifier);
            QVERIFY(settle());
        }
        std::array<Held, 4> quarters;
        for (std::size_t quarter = 0; quarter < quarters.size(); ++quarter) {
            for (int i = 0; i < actions / 4; ++i) {
                if (i % betweenTrainings == betweenTrainings - 1)
                    train();
                else
                    act();
                if (QTest::currentTestFailed())
                    return;
            }
            quarters[quarter] = rest();
            const Held& held = quarters[quarter];
            qInfo("quarter %d: window %.1f MiB (%.1f MiB in use), children %.1f MiB, %d handles, %d threads, "
                  "%d processes",
                  static_cast<int>(quarter) + 1, held.ownMiB, held.inUseMiB, held.childrenMiB, held.handles,
                  held.threads, held.processes);
        }
        QString done;
        for (const auto& [what, times] : m_done)
            done += QStringLiteral(" %1 %2").arg(QLatin1String(what)).arg(times);
        qInfo("actions:%s", qPrintable(done));
        const Held& first = quarters.front();
        const Held& last = quarters.back();
        session().editor().history().clear();
        const Held forgetful = rest();
        const double history = last.inUseMiB - forgetful.inUseMiB; // a day's, kept on purpose
        qInfo("steps that can be undone: %.1f MiB; without them: window %.1f MiB (%.1f MiB in use)", history,
              forgetful.ownMiB, forgetful.inUseMiB);
        QVERIFY(last.handles <= first.handles);
        QVERIFY(last.threads <= first.threads);
        QVERIFY(last.processes <= first.processes);
        if (actions < kLongDay)
            return; // caches are still filling
        constexpr double kSinceFirst = 0.75; // of the history, which grows evenly
        QVERIFY2(last.ownMiB - kSinceFirst * history <= first.ownMiB * kMayGrow, "the window grew");
        QVERIFY2(last.childrenMiB <= first.childrenMiB * kMayGrow, "its children grew");
    }

private:
    static constexpr int kLongDay = 2000;
    static constexpr double kMayGrow = 1.05;
    static constexpr int kBetweenTrainings = 240; // some in a long day, none in a short one

    void act()
    {
        if (!QApplication::focusWidget() || !window().isActiveWindow())
            QVERIFY(activate());
        const quint32 kind = m_only >= 0 ? static_cast<quint32>(m_only) : m_random.bounded(100);
        if (kind < 24)
            label();
        else if (kind < 30)
            review();
        else if (kind < 50)
            drag();
        else if (kind < 60)
            did("play", [this] {
                QTest::keyClick(m_view, Qt::Key_Space);
                QTest::qWait(static_cast<int>(m_random.bounded(300))); // how long is listened
                QTest::keyClick(m_view, Qt::Key_Space);
            });
        else if (kind < 70)
            did("undo or redo", [this] {
                const bool redoes = m_random.bounded(3) == 0;
                QTest::keyClick(m_view, Qt::Key_Z,
                                redoes ? Qt::ControlModifier | Qt::ShiftModifier
                                       : Qt::KeyboardModifiers(Qt::ControlModifier));
            });
        else if (kind < 80)
            did("switch video", [this] {
                QTest::keyClick(&window(), m_random.bounded(2) == 0 ? Qt::Key_Down : Qt::Key_Up,
                                Qt::ControlModifier);
                QVERIFY(settle());
            });
        else if (kind < 88)
            did("mode", [this] {
                QTest::keyClick(&window(),
                                static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(m_random.bounded(5))),
                                Qt::ControlModifier);
                QTest::qWait(50);
                QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
                m_view->setFocus();
            });
        else if (kind < 95)
            did("predict and why", [this] {
                window().run("predict");
                QVERIFY(settle());
                window().run("preset-explore");
                m_view->setFocus();
            });
        else
            did("zoom and scrub", [this] {
                m_view->zoomTo({0.0, 3.0 + m_random.bounded(5.0)});
                for (int i = 0; i < 10; ++i) {
                    player().seek(m_random.bounded(4.0));
                    QTest::qWait(10);
                }
            });
    }

    template <typename Work>
    void did(const char* what, Work work)
    {
        work();
        ++m_done[what];
    }

    void label()
    {
        const auto& labels = document().labels().rows.intervals;
        if (labels.empty())
            return;
        did("label", [&] {
            const engine::Interval segment = labels[m_random.bounded(static_cast<quint32>(labels.size()))];
            player().seek((segment.start + segment.end) / 2);
            m_view->setFocus();
            QTest::keyClick(m_view, static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(m_random.bounded(7))));
        });
    }

    /// Goes on with a pass, gives the next segment that is not done a value, commits it, and leaves.
    void review()
    {
        did("review", [this] {
            QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
            auto* kinds = find<QComboBox>("passKind");
            kinds->setCurrentIndex(0);
            emit kinds->activated(0);
            find<QLineEdit>("passAnnotator")->setText(QStringLiteral("day"));
            QTest::mouseClick(find<QPushButton>("begin"), Qt::LeftButton);
            const auto* review = window().findChild<app::Review*>();
            QTRY_VERIFY(review->isActive());
            QVERIFY(settle());
            QTest::keyClick(m_view, static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(m_random.bounded(7))));
            QTest::keyClick(m_view, Qt::Key_Return);
            QVERIFY(settle());
            window().run("leave-pass");
            QTRY_VERIFY(!review->isActive());
            player().pause();
            QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
            m_view->setFocus();
        });
    }

    void drag()
    {
        const auto& words = document().words().intervals;
        auto* track = find<widgets::WordsTrack>("wordsTrack");
        if (words.empty() || !track || !m_view->isVisible())
            return;
        did("drag", [&] {
            const engine::Interval word = words[m_random.bounded(static_cast<quint32>(words.size()))];
            m_view->zoomTo({word.start - 1.0, word.end + 1.0});
            const QRect area = m_view->areaOf(track);
            const QPoint grip(area.left() + static_cast<int>(std::lround(m_view->scale().x(word.end))),
                              area.top() + area.height() / 3);
            const int step = m_random.bounded(2) == 0 ? 3 : -3;
            QTest::mousePress(m_view, Qt::LeftButton, {}, grip);
            for (int i = 1; i <= 6; ++i)
                QTest::mouseMove(m_view, grip + QPoint(step * i, 0), 5);
            QTest::mouseRelease(m_view, Qt::LeftButton, {}, grip + QPoint(step * 6, 0));
        });
    }

    void train()
    {
        did("train", [this] {
            QVERIFY(activate());
            QVERIFY(support::chooseInMenuBar(*window().menuBar(), "Model", "Train and compare…"));
            const auto* dialog = window().findChild<QDialog*>(QStringLiteral("trainDialog"));
            QTRY_VERIFY(dialog && dialog->isVisible());
            auto* pages = dialog->findChild<QTabWidget*>(QStringLiteral("trainPages"));
            auto* runs = dialog->findChild<QTreeWidget*>(QStringLiteral("runsTable"));
            auto* start = dialog->findChild<QPushButton*>(QStringLiteral("startTraining"));
            const int before = runs->topLevelItemCount();
            pages->setCurrentIndex(0);
            dialog->findChild<QSpinBox*>(QStringLiteral("trainEpochs"))->setValue(2);
            QTRY_VERIFY(start->isVisible() && start->isEnabled());
            QTest::mouseClick(start, Qt::LeftButton);
            QTRY_VERIFY(runs->topLevelItemCount() == before + 1);
            QTRY_VERIFY2(runs->topLevelItem(0)->text(2).startsWith(QStringLiteral("done")),
                         qPrintable(runs->topLevelItem(0)->text(2)));
            window().findChild<QDialog*>(QStringLiteral("trainDialog"))->close();
            QVERIFY(activate());
            m_view->setFocus();
        });
    }

    /// What is held when nothing goes on: of the same video, in the same mode. Threads of pools end by
    /// themselves.
    Held rest()
    {
        player().pause();
        window().run("preset-explore");
        for (const QString& video :
             {QStringLiteral("ada_2"), QStringLiteral("ada_1")}) { // pictures of zooms go
            session().videos().open(video);
            std::ignore = QTest::qWaitFor(
                [&] { return document().hasVideo() && document().video().id == video; }, support::kPatience);
            settle();
        }
        m_view->zoomTo({0.0, document().video().words.intervals.back().end});
        settle();
        QPixmapCache::clear(); // Qt's, of what styles draw: 10 MB at most
        Held least = heldNow();
        for (int i = 0; i < 35; ++i) { // pools keep a thread for 30 s
            QTest::qWait(1000);
            const Held now = heldNow();
            least = {std::min(least.ownMiB, now.ownMiB),           std::min(least.inUseMiB, now.inUseMiB),
                     std::min(least.childrenMiB, now.childrenMiB), std::min(least.handles, now.handles),
                     std::min(least.threads, now.threads),         std::min(least.processes, now.processes)};
            if (i >= 3 && qEnvironmentVariableIntValue("POLYLOGUE_DAY") < kLongDay)
                break;
        }
        return least;
    }

    /// Of 100, which kind of action alone is done, to tell what grows; -1: all.
    int m_only = qEnvironmentVariableIsSet("POLYLOGUE_DAY_KIND")
        ? qEnvironmentVariableIntValue("POLYLOGUE_DAY_KIND")
        : -1;
    const QString kRuns = QStringLiteral(DEMO "/runs");
    const bool m_hadRuns = QDir(kRuns).exists();
    QRandomGenerator m_random;
    widgets::TimelineView* m_view = nullptr;
    std::map<const char*, int> m_done;
};

WINDOW_TEST_MAIN(LongDayTest)
#include "tst_long_day.moc"
