#include "app/dataset_view/explanation_run.h"
#include "app/extraction/extraction_run.h"
#include "app/tasks/tasks.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <memory>
#include <semaphore>

#include "tests/support/waiting.h"

using app::Failed;
using app::Outcome;
using app::Stopped;
using app::Task;
using app::TaskRun;
using app::Tasks;

class TasksTest : public QObject {
    Q_OBJECT

private slots:
    void resultComesToTheThreadThatAsked()
    {
        Tasks tasks;
        Task task(tasks);
        int result = 0;
        QThread* endedOn = nullptr;
        QThread* workedOn = nullptr;
        task.start(
            QStringLiteral("sum"),
            [&](const TaskRun&) {
                workedOn = QThread::currentThread();
                return 41 + 1;
            },
            [&](int value) {
                result = value;
                endedOn = QThread::currentThread();
            });
        QVERIFY(task.isRunning());
        QVERIFY(!tasks.isIdle());
        QCOMPARE(tasks.running().front()->title(), QStringLiteral("sum"));
        QTRY_COMPARE(result, 42);
        QCOMPARE(endedOn, QThread::currentThread());
        QVERIFY(workedOn != endedOn);
        QVERIFY(!task.isRunning());
        QVERIFY(tasks.isIdle());
    }

    void enginesOwnErrorIsShown()
    {
        Tasks tasks;
        Task task(tasks);
        QSignalSpy failures(&tasks, &Tasks::failed);
        bool isDone = false;
        task.start(
            QStringLiteral("read"),
            [](const TaskRun&) -> int { throw engine::FormatError("data_invalid", "a.csd", "is damaged"); },
            [&](int) { isDone = true; });
        QTRY_COMPARE(failures.count(), 1);
        QCOMPARE(failures.first().at(0).toString(), QStringLiteral("read"));
        QCOMPARE(failures.first().at(1).toString(), QStringLiteral("a.csd: is damaged"));
        QVERIFY(!isDone);
    }

    /// Who takes the outcome is told of a failure, and nobody else.
    void aFailureGoesToWhoTakesTheOutcome()
    {
        Tasks tasks;
        Task task(tasks);
        QSignalSpy failures(&tasks, &Tasks::failed);
        QString failure;
        task.start(
            QStringLiteral("read"),
            [](const TaskRun&) { throw engine::FormatError("data_invalid", "a.csd", "is damaged"); },
            [&](const Outcome<std::monostate>& end) { failure = app::failureOf(end); });
        QTRY_COMPARE(failure, QStringLiteral("a.csd: is damaged"));
        QCOMPARE(failures.count(), 0);
    }

    void whatTheTakerThrowsIsShown()
    {
        Tasks tasks;
        Task task(tasks);
        QSignalSpy failures(&tasks, &Tasks::failed);
        task.start(
            QStringLiteral("open"), [](const TaskRun&) {},
            [](std::monostate) { throw engine::IoError("io", "a.csd", "is gone"); });
        QTRY_COMPARE(failures.count(), 1);
        QCOMPARE(failures.first().at(1).toString(), QStringLiteral("a.csd: is gone"));
    }

    void whatWorkNotesIsToldOnThisThread()
    {
        Tasks tasks;
        Task task(tasks);
        QStringList notes;
        const QThread* toldOn = nullptr;
        connect(&tasks, &Tasks::noted, this, [&](const QString& title, const QString& text) {
            notes << title + QStringLiteral(": ") + text;
            toldOn = QThread::currentThread();
        });
        bool isDone = false;
        task.start(
            QStringLiteral("ask"), [](const TaskRun& run) { run.note("it is begun again"); },
            [&](std::monostate) { isDone = true; });
        QTRY_VERIFY(isDone);
        QCOMPARE(notes, QStringList{QStringLiteral("ask: it is begun again")});
        QCOMPARE(toldOn, QThread::currentThread());
    }

    /// Partial results come in their order, on the thread that asked, before the end.
    void partsComeBeforeTheEnd()
    {
        Tasks tasks;
        Task task(tasks);
        QStringList told;
        task.start(
            QStringLiteral("read"),
            [&](const TaskRun& run) {
                for (int i = 0; i < 3; ++i)
                    run.post([&told, i] { told << QString::number(i); });
            },
            [&](std::monostate) { told << QStringLiteral("end"); });
        QTRY_COMPARE(told,
                     (QStringList{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"),
                                  QStringLiteral("end")}));
    }

    void progressIsTold()
    {
        Tasks tasks;
        Task task(tasks);
        std::binary_semaphore go(0);
        QSignalSpy changes(&tasks, &Tasks::changed);
        bool isDone = false;
        task.start(
            QStringLiteral("count"),
            [&](const TaskRun& run) {
                for (std::size_t i = 0; i <= 100000; ++i)
                    run.tick(i, 200000);
                go.acquire();
            },
            [&](std::monostate) { isDone = true; });
        QTRY_COMPARE(task.progress(), 0.5);
        QVERIFY(changes.count() < 50000); // joined: none for each tick
        go.release();
        QTRY_VERIFY(isDone);
        QCOMPARE(task.progress(), 0.0);
    }

    /// Programs that run for hours keep no video from being opened.
    void workThatWaitsTakesNoThreadFromOthers()
    {
        Tasks tasks;
        std::counting_semaphore<> end(0);
        constexpr int kWaiting = 10;
        int ended = 0;
        for (int i = 0; i < kWaiting; ++i)
            tasks.start(
                QStringLiteral("wait"), this,
                [&](const TaskRun& run) {
                    const engine::Waiting waiting(run);
                    end.acquire();
                },
                [&](std::monostate) { ++ended; });
        Task open(tasks);
        bool isOpen = false;
        open.start(
            QStringLiteral("open"), [](const TaskRun&) {}, [&](std::monostate) { isOpen = true; });
        QTRY_VERIFY(isOpen);
        QCOMPARE(ended, 0);
        end.release(kWaiting);
        QTRY_COMPARE(ended, kWaiting);
    }

    /// Two dialogs that ask the same do not stop each other.
    void titlesAreNoIdentity()
    {
        Tasks tasks;
        Task first(tasks);
        Task second(tasks);
        QStringList told;
        std::counting_semaphore<> go(0);
        const auto ask = [&](Task& task, const char* name) {
            task.start(
                QStringLiteral("Reading the list"), [&go](const TaskRun&) { go.acquire(); },
                [&told, name](std::monostate) { told << QLatin1String(name); });
        };
        ask(first, "first");
        ask(second, "second");
        ask(second, "second again");
        QCOMPARE(tasks.running().size(), std::size_t(2));
        go.release(3);
        QTRY_VERIFY(tasks.isIdle());
        told.sort();
        QCOMPARE(told, QStringList({QStringLiteral("first"), QStringLiteral("second again")}));
    }

    /// Nothing of work that was started again arrives: no part, no failure, no end.
    void nothingOvertakenArrives()
    {
        Tasks tasks;
        Task task(tasks);
        QSignalSpy failures(&tasks, &Tasks::failed);
        QStringList told;
        std::binary_semaphore hasPosted(0);
        std::binary_semaphore go(0);
        std::binary_semaphore isOver(0);
        task.start(
            QStringLiteral("old"),
            [&](const TaskRun& run) -> int {
                run.post([&] { told << QStringLiteral("old part"); });
                run.note("old note");
                hasPosted.release();
                go.acquire();
                isOver.release();
                throw engine::IoError("io", "old", "failed");
            },
            [&](const Outcome<int>&) { told << QStringLiteral("old end"); });
        hasPosted.acquire();
        task.start(
            QStringLiteral("new"), [](const TaskRun&) { return 1; },
            [&](int) { told << QStringLiteral("new end"); });
        go.release();
        isOver.acquire();
        QTRY_VERIFY(tasks.isIdle());
        QTest::qWait(20);
        QCOMPARE(told, QStringList{QStringLiteral("new end")});
        QCOMPARE(failures.count(), 0);
    }

    void oneTaskIsStoppedAndTheOtherGoesOn()
    {
        Tasks tasks;
        Task hear(tasks);
        Task see(tasks);
        bool isStopped = false;
        bool isDone = false;
        std::binary_semaphore go(0);
        hear.start(
            QStringLiteral("hear"),
            [](const TaskRun& run) {
                while (!run.stop.stop_requested())
                    QThread::msleep(1);
                return true;
            },
            [&](const Outcome<bool>& end) { isStopped = std::holds_alternative<Stopped>(end); });
        see.start(
            QStringLiteral("see"), [&](const TaskRun&) { go.acquire(); },
            [&](std::monostate) { isDone = true; });
        tasks.running().front()->stop();
        QTRY_VERIFY(isStopped);
        QVERIFY(!isDone);
        go.release();
        QTRY_VERIFY(isDone);
    }

    /// A task that was stopped while it stood in the queue is over, and can begin again.
    void whatIsStoppedBeforeItBeginsIsOver()
    {
        Tasks tasks;
        std::counting_semaphore<> end(0);
        for (int i = 0; i < 3; ++i)
            tasks.start(
                QStringLiteral("work"), this, [&](const TaskRun&) { end.acquire(); }, [](std::monostate) {});
        app::ExtractionRun extraction(tasks, QStringLiteral(PROGRAMS), nullptr);
        app::ExplanationRun explanation(tasks, QStringLiteral(PROGRAMS), nullptr);
        Task queued(tasks);
        bool isStopped = false;
        queued.start(
            QStringLiteral("queued"), [](const TaskRun&) {},
            [&](const Outcome<std::monostate>& outcome) {
                isStopped = std::holds_alternative<Stopped>(outcome);
            });
        extraction.start({QStringLiteral("--help")});
        explanation.start(QStringLiteral("none.safetensors"), QStringLiteral("mean"), {}, {});
        const std::vector<Task*> running = tasks.running();
        QCOMPARE(running.size(), std::size_t(6));
        for (std::size_t i = 3; i < running.size(); ++i)
            running[i]->stop();
        end.release(3);
        QTRY_VERIFY(isStopped);
        QTRY_VERIFY(!extraction.isRunning());
        QTRY_VERIFY(!explanation.isRunning());
    }

    void aStopIsToldToWhoTakesTheOutcomeAlone()
    {
        Tasks tasks;
        QSignalSpy failures(&tasks, &Tasks::failed);
        const auto endless = [](const TaskRun& run) {
            for (std::size_t i = 0;; ++i)
                run.tick(i % 1000, 1000);
        };
        Task first(tasks);
        Task second(tasks);
        bool isDone = false;
        bool isStopped = false;
        first.start(QStringLiteral("first"), endless, [&](std::monostate) { isDone = true; });
        second.start(QStringLiteral("second"), endless, [&](const Outcome<std::monostate>& end) {
            isStopped = std::holds_alternative<Stopped>(end);
        });
        tasks.stopAll();
        QTRY_VERIFY(tasks.isIdle());
        QVERIFY(isStopped);
        QVERIFY(!isDone);
        QCOMPARE(failures.count(), 0);
    }

    /// Whoever asked is gone, and so is all that would have come.
    void nothingArrivesOfATaskThatIsGone()
    {
        Tasks tasks;
        std::binary_semaphore hasBegun(0);
        std::binary_semaphore go(0);
        std::binary_semaphore isOver(0);
        bool isDone = false;
        auto task = std::make_unique<Task>(tasks);
        task->start(
            QStringLiteral("long"),
            [&](const TaskRun& run) {
                hasBegun.release();
                go.acquire();
                const bool isAsked = run.stop.stop_requested();
                run.post([&] { isDone = true; });
                isOver.release();
                return isAsked;
            },
            [&](bool) { isDone = true; });
        hasBegun.acquire();
        task.reset();
        QVERIFY(tasks.isIdle());
        go.release();
        isOver.acquire();
        QTest::qWait(20);
        QVERIFY(!isDone);
    }

    /// A dialog may close, with its task, in what it is told at the end.
    void theTaskMayBeDeletedWhereItEnds()
    {
        Tasks tasks;
        auto task = std::make_unique<Task>(tasks);
        task->start(
            QStringLiteral("close"), [](const TaskRun&) {}, [&](std::monostate) { task.reset(); });
        QTRY_VERIFY(!task);
        QVERIFY(tasks.isIdle());
    }

    /// It may also begin anew there.
    void theTaskMayStartAgainWhereItEnds()
    {
        Tasks tasks;
        Task task(tasks);
        int rounds = 0;
        std::function<void()> begin = [&] {
            task.start(
                QStringLiteral("round"), [](const TaskRun&) {},
                [&](std::monostate) {
                    if (++rounds < 3)
                        begin();
                });
        };
        begin();
        QTRY_COMPARE(rounds, 3);
        QTRY_VERIFY(tasks.isIdle());
    }

    void wishesBesideEachOtherAreAllDone()
    {
        Tasks tasks;
        QStringList done;
        std::counting_semaphore<2> go(0);
        const auto start = [&](const QString& name) {
            tasks.start(
                QStringLiteral("change"), this,
                [&go, name](const TaskRun& run) {
                    go.acquire();
                    run.tick(0, 1);
                    return name;
                },
                [&](const QString& result) { done << result; });
        };
        start(QStringLiteral("first"));
        start(QStringLiteral("second"));
        go.release(2);
        QTRY_VERIFY(tasks.isIdle());
        done.sort();
        QCOMPARE(done, (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
    }

    /// Who wished it is gone: it is done all the same, and a failure is still shown.
    void aWishOutlivesWhoWished()
    {
        Tasks tasks;
        QSignalSpy failures(&tasks, &Tasks::failed);
        std::binary_semaphore go(0);
        bool isDone = false;
        bool isTold = false;
        auto receiver = std::make_unique<QObject>();
        tasks.start(
            QStringLiteral("write"), receiver.get(),
            [&](const TaskRun&) {
                go.acquire();
                isDone = true;
                throw engine::IoError("io", "a.csd", "is full");
            },
            [&](const Outcome<std::monostate>&) { isTold = true; });
        receiver.reset();
        go.release();
        QTRY_COMPARE(failures.count(), 1);
        QVERIFY(isDone);
        QVERIFY(!isTold);
    }

    /// The window goes: what runs is stopped and waited for, whoever owns it.
    void theEndWaitsForAll()
    {
        bool isOver = false;
        bool isDone = false;
        auto tasks = std::make_unique<Tasks>();
        Task task(*tasks);
        std::binary_semaphore hasBegun(0);
        task.start(
            QStringLiteral("long"),
            [&](const TaskRun& run) {
                hasBegun.release();
                while (!run.stop.stop_requested())
                    QThread::msleep(1);
                isOver = true;
            },
            [&](const Outcome<std::monostate>&) { isDone = true; });
        hasBegun.acquire();
        tasks.reset();
        QVERIFY(isOver);
        QVERIFY(!task.isRunning());
        QTest::qWait(20);
        QVERIFY(!isDone);
    }

    /// Work on a thread of its own is done one after the other, and waited for when the task goes.
    void aTaskHasAThreadOfItsOwn()
    {
        Tasks tasks;
        bool isOver = false;
        bool isTold = false;
        {
            Task task;
            std::binary_semaphore hasBegun(0);
            task.start(
                QString(),
                [&](const TaskRun& run) {
                    hasBegun.release();
                    while (!run.stop.stop_requested())
                        QThread::msleep(1);
                    isOver = true;
                },
                [&](const Outcome<std::monostate>&) { isTold = true; });
            hasBegun.acquire();
            QVERIFY(tasks.isIdle());
        }
        QVERIFY(isOver);
        QTest::qWait(20);
        QVERIFY(!isTold);
    }

    /// A pool of others, which no list shows.
    void aTaskOfAPoolIsNotListed()
    {
        Tasks tasks;
        QThreadPool pool;
        Task task(pool);
        int result = 0;
        task.start(
            QString(), [](const TaskRun&) { return 7; }, [&](int value) { result = value; });
        QVERIFY(task.isRunning());
        QVERIFY(tasks.isIdle());
        QTRY_COMPARE(result, 7);
    }
};

QTEST_GUILESS_MAIN(TasksTest)
#include "tst_tasks.moc"
