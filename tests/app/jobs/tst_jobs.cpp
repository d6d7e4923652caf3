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
