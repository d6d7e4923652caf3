#include "app/dataset_view/explanation_run.h"
#include "app/extraction/extraction_run.h"
#include "app/jobs/jobs.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <semaphore>

using app::Jobs;

class JobsTest : public QObject {
    Q_OBJECT

private slots:
    void resultComesToTheThreadThatAsked()
    {
        Jobs jobs;
        int result = 0;
        QThread* doneOn = nullptr;
        jobs.start(
            QStringLiteral("sum"), this, [](const engine::RunContext&) { return 41 + 1; },
            [&](int value) {
                result = value;
                doneOn = QThread::currentThread();
            });
        QVERIFY(!jobs.isIdle());
        QTRY_COMPARE(result, 42);
        QCOMPARE(doneOn, QThread::currentThread());
        QTRY_VERIFY(jobs.isIdle());
    }

    void enginesOwnErrorIsShown()
    {
        Jobs jobs;
        QSignalSpy failures(&jobs, &Jobs::failed);
        bool done = false;
        jobs.start(
            QStringLiteral("read"), this,
            [](const engine::RunContext&) -> int {
                throw engine::FormatError("data_invalid", "a.csd", "is damaged");
            },
            [&](int) { done = true; });
        QTRY_COMPARE(failures.count(), 1);
        QCOMPARE(failures.first().at(1).toString(), QStringLiteral("a.csd: is damaged"));
        QVERIFY(!done);
    }

    void whatWorkNotesIsToldOnThisThread()
    {
        Jobs jobs;
        QStringList notes;
        const QThread* toldOn = nullptr;
        connect(&jobs, &Jobs::noted, this, [&](const QString& title, const QString& text) {
            notes << title + QStringLiteral(": ") + text;
            toldOn = QThread::currentThread();
        });
        bool done = false;
        jobs.start(
            QStringLiteral("ask"), this,
            [](const engine::RunContext& run) {
                run.note("it is begun again");
                return true;
            },
            [&](bool) { done = true; });
        QTRY_VERIFY(done && !notes.isEmpty());
        QCOMPARE(notes, QStringList{QStringLiteral("ask: it is begun again")});
        QCOMPARE(toldOn, QThread::currentThread());
    }

    /// Programs that run for hours keep no video from being opened.
    void workThatWaitsTakesNoThreadFromOthers()
    {
        Jobs jobs;
        std::counting_semaphore<> end(0);
        constexpr int kWaiting = 8;
        int ended = 0;
        for (int i = 0; i < kWaiting; ++i)
            jobs.startBeside(
                QStringLiteral("wait"), this,
                [&](const engine::RunContext& run) {
                    const engine::Waiting waiting(run);
                    end.acquire();
                    return true;
                },
                [&](bool) { ++ended; }, [] {});
        bool done = false;
        jobs.start(
            QStringLiteral("open"), this, [](const engine::RunContext&) { return true; },
            [&](bool) { done = true; });
        QTRY_VERIFY(done);
        end.release(kWaiting);
        QTRY_COMPARE(ended, kWaiting);
    }

    /// Two dialogs that ask the same do not cancel each other; one that asks again does.
    void aTitleBelongsToWhoAsked()
    {
        Jobs jobs;
        QObject first;
        QObject second;
        QStringList told;
        std::counting_semaphore<> go(0);
        const auto ask = [&](QObject* who, const char* name) {
            jobs.start(
                QStringLiteral("Reading the list"), who,
                [&go](const engine::RunContext&) {
                    go.acquire();
                    return true;
                },
                [&told, name](bool) { told << QLatin1String(name); });
        };
        ask(&first, "first");
        ask(&second, "second");
        ask(&second, "second again");
        go.release(3);
        QTRY_VERIFY(jobs.isIdle());
        told.sort();
        QCOMPARE(told, QStringList({QStringLiteral("first"), QStringLiteral("second again")}));
    }

    void oneJobIsStoppedByItsNumber()
    {
        Jobs jobs;
        bool isStopped = false;
        bool isDone = false;
        std::binary_semaphore go(0);
        jobs.startBeside(
            QStringLiteral("hear"), this,
            [](const engine::RunContext& run) {
                while (!run.stop.stop_requested())
                    QThread::msleep(1);
                return true;
            },
            [](bool) {}, [&] { isStopped = true; });
        jobs.start(
            QStringLiteral("see"), this,
            [&](const engine::RunContext&) {
                go.acquire();
                return true;
            },
            [&](bool) { isDone = true; });
        jobs.cancel(jobs.running().front().id);
        QTRY_VERIFY(isStopped);
        QVERIFY(!isDone);
        go.release();
        QTRY_VERIFY(isDone);
    }

    /// A run whose job was stopped while it stood in the queue is over, and can begin again.
    void aRunThatIsStoppedBeforeItBeginsIsOver()
    {
        Jobs jobs;
        std::counting_semaphore<> end(0);
        for (int i = 0; i < 3; ++i)
            jobs.startBeside(
                QStringLiteral("work"), this,
                [&](const engine::RunContext&) {
                    end.acquire();
                    return true;
                },
                [](bool) {}, [] {});
        app::ExtractionRun extraction(jobs, QStringLiteral(PROGRAMS), nullptr);
        app::ExplanationRun explanation(jobs, QStringLiteral(PROGRAMS), nullptr);
        extraction.start({QStringLiteral("--help")});
        explanation.start(QStringLiteral("none.safetensors"), QStringLiteral("mean"), {}, {});
        const auto queued = jobs.running();
        QCOMPARE(queued.size(), std::size_t(5));
        jobs.cancel(queued[3].id);
        jobs.cancel(queued[4].id);
        end.release(3);
        QTRY_VERIFY(!extraction.isRunning());
        QTRY_VERIFY(!explanation.isRunning());
    }

    void cancelledJobTellsNobody()
    {
        Jobs jobs;
        QSignalSpy failures(&jobs, &Jobs::failed);
        std::atomic<bool> stopped = false;
        bool done = false;
        jobs.start(
            QStringLiteral("long"), this,
            [&](const engine::RunContext& run) {
                try {
                    for (std::size_t i = 0;; ++i)
                        run.tick(i % 1000, 1000);
                } catch (const engine::Cancelled&) {
                    stopped = true;
                    throw;
                }
                return true;
            },
            [&](bool) { done = true; });
        jobs.cancelAll();
        QTRY_VERIFY(jobs.isIdle());
        QCOMPARE(failures.count(), 0);
        QVERIFY(!done);
        static_cast<void>(stopped); // it may have been cancelled before it began
    }

    void sameTitleReplacesTheRunningJob()
    {
        Jobs jobs;
        QStringList done;
        std::binary_semaphore go(0);
        jobs.start(
            QStringLiteral("video"), this,
            [&](const engine::RunContext& run) {
                go.acquire();
                run.tick(0, 1);
                run.tick(1, 1);
                return QStringLiteral("old");
            },
            [&](const QString& name) { done << name; });
        jobs.start(
            QStringLiteral("video"), this, [](const engine::RunContext&) { return QStringLiteral("new"); },
            [&](const QString& name) { done << name; });
        go.release();
        QTRY_VERIFY(jobs.isIdle());
        QCOMPARE(done, QStringList{QStringLiteral("new")});
    }

    void jobsBesideEachOtherAreAllDone()
    {
        Jobs jobs;
        QStringList done;
        std::counting_semaphore<2> go(0);
        const auto start = [&](const QString& name) {
            jobs.startBeside(
                QStringLiteral("change"), this,
                [&go, name](const engine::RunContext& run) {
                    go.acquire();
                    run.tick(0, 1);
                    return name;
                },
                [&](const QString& result) { done << result; }, [] {});
        };
        start(QStringLiteral("first"));
        start(QStringLiteral("second"));
        go.release(2);
        QTRY_VERIFY(jobs.isIdle());
        done.sort();
        QCOMPARE(done, (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
    }

    void whoIsCancelledBesideOthersIsTold()
    {
        Jobs jobs;
        std::binary_semaphore go(0);
        bool done = false;
        bool told = false;
        jobs.startBeside(
            QStringLiteral("change"), this,
            [&](const engine::RunContext& run) {
                go.acquire();
                run.tick(0, 1);
                return true;
            },
            [&](bool) { done = true; }, [&] { told = true; });
        jobs.cancelAll();
        go.release();
        QTRY_VERIFY(jobs.isIdle());
        QVERIFY(told);
        QVERIFY(!done);
    }
};

QTEST_GUILESS_MAIN(JobsTest)
#include "tst_jobs.moc"
