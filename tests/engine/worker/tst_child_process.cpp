#include "engine/core/error.h"
#include "engine/worker/child_process.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <cstdlib>
#include <thread>

using namespace engine;

namespace {

ChildResult shell(const std::string& script, const std::optional<ChildLimits>& limits = std::nullopt)
{
    return runChild({"sh", "-c", script}, limits);
}

}

class TestChildProcess : public QObject {
    Q_OBJECT

private slots:
    void whatItWritesIsCollected()
    {
        const ChildResult result = shell("echo out; echo err >&2");
        QVERIFY(result.succeeded());
        QCOMPARE(result.output, std::string("out\n"));
        QCOMPARE(result.errors, std::string("err\n"));
    }

    void linesComeOneByOne()
    {
        std::vector<std::string> lines;
        ChildRun child{{"sh", "-c", "printf 'a\\nb'; printf 'c\\n'; echo no >&2"}};
        child.onLine = [&lines](std::string_view line) {
            lines.emplace_back(line);
            return true;
        };
        const ChildResult result = runChild(child);
        QVERIFY(result.succeeded());
        QCOMPARE(lines, (std::vector<std::string>{"a", "bc"}));
        QCOMPARE(result.output, std::string());
        QCOMPARE(result.errors, std::string("no\n"));
    }

    void aProgramIsEndedOnceItSaidEnough()
    {
        int count = 0;
        ChildRun child{{"sh", "-c", "echo one; echo two; exec sleep 200"}};
        child.onLine = [&count](std::string_view) { return ++count < 2; };
        const ChildResult result = runChild(child);
        QVERIFY(result.wasEnough);
        QCOMPARE(count, 2);
    }

    void itReadsItsInputAndKeepsItOpen()
    {
        std::string wish(200'000, 'x'); // more than a pipe holds
        wish += '\n';
        std::string said;
        ChildRun child{{"sh", "-c", "read -r line; echo ${#line}; exec sleep 200"}};
        child.input = wish;
        child.onLine = [&said](std::string_view line) {
            said = line;
            return false;
        };
        QVERIFY(runChild(child).wasEnough);
        QCOMPARE(said, std::string("200000"));
        child.command = {"true"}; // reads nothing
        child.onLine = {};
        QVERIFY(runChild(child).succeeded());
    }

    void variablesAreAddedWhereTheyAreNotSet()
    {
        ChildRun child{{"sh", "-c", "echo \"$POLYLOGUE_TEST_ONE $HOME\""}};
        child.environment = {{"POLYLOGUE_TEST_ONE", "1"}, {"HOME", "/nowhere"}};
        QCOMPARE(runChild(child).output, "1 " + std::string(std::getenv("HOME")) + '\n');
    }

    void oneThatFallsSilentIsEnded()
    {
        QElapsedTimer timer;
        timer.start();
        ChildRun child{{"sh", "-c", "echo begun; exec sleep 200"}};
        child.firstSilence = std::chrono::seconds(60);
        child.nextSilence = std::chrono::milliseconds(200);
        child.onLine = [](std::string_view) { return true; };
        QVERIFY(runChild(child).wasTooSlow);
        QVERIFY(timer.elapsed() < 60'000);
    }

    void oneThatIsStoppedMayPutItsThingsAway()
    {
        std::stop_source source;
        std::vector<std::string> lines;
        ChildRun child{{"sh", "-c", "trap 'echo put away; exit 0' TERM; echo begun; while :; do sleep 0.05; done"}};
        child.grace = std::chrono::seconds(60);
        child.onLine = [&](std::string_view line) {
            lines.emplace_back(line);
            source.request_stop();
            return true;
        };
        QVERIFY_THROWS_EXCEPTION(Cancelled, runChild(child, {source.get_token(), {}}));
        QCOMPARE(lines, (std::vector<std::string>{"begun", "put away"}));
    }

    void whatIsThrownAtALineEndsTheProgram()
    {
        ChildRun child{{"sh", "-c", "echo one; exec sleep 200"}};
        child.onLine = [](std::string_view) -> bool { throw FormatError("bad_line", "one", "no line"); };
        QVERIFY_THROWS_EXCEPTION(FormatError, runChild(child));
    }

    void oneThatOnlyWaitsIsEndedWhenItsTimeIsOver()
    {
        ChildLimits limits;
        limits.wall = std::chrono::seconds(1);
        QElapsedTimer timer;
        timer.start();
        const ChildResult result
            = shell("echo begun; sleep 200", limits); // and its own child holds the pipes
        QVERIFY(timer.elapsed() < 60'000);
        QVERIFY(result.wasTooSlow);
        QVERIFY(!result.succeeded());
        QCOMPARE(result.output, std::string("begun\n"));
        QVERIFY(!shell("true", limits).wasTooSlow);
    }

    void oneThatIsStoppedIsEnded()
    {
        std::stop_source source;
        std::jthread stopping([&source] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            source.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        QVERIFY_THROWS_EXCEPTION(
            Cancelled, runChild({"sh", "-c", "exec sleep 200"}, std::nullopt, {source.get_token(), {}}));
        QVERIFY(timer.elapsed() < 60'000);
        QVERIFY(runChild({"true"}, std::nullopt, RunContext()).succeeded());
    }

    void progressIsHandedOn()
    {
        std::vector<double> told;
        const RunContext run{{}, [&told](double fraction) { told.push_back(fraction); }};
        const ChildResult result = runChild(
            {"sh", "-c",
             "echo reading >&2; echo progress 0.25 >&2; echo no progress 0.5 >&2; printf 'progress 1' >&2; "
             "echo >&2; echo progress soon >&2"},
            std::nullopt, run);
        QCOMPARE(told, (std::vector<double>{0.25, 1.0}));
        QCOMPARE(result.errors, std::string("reading\nno progress 0.5\nprogress soon\n"));
    }

    void argumentsArePassedAsTheyAre()
    {
        QCOMPARE(runChild({"printf", "%s|%s", "a b", "$HOME*"}).output, std::string("a b|$HOME*"));
    }

    void muchOutputOnBothPipesDoesNotBlock()
    {
        const ChildResult result = shell("head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2");
        QCOMPARE(result.output.size(), std::size_t(1'000'000));
        QCOMPARE(result.errors.size(), std::size_t(1'000'000));
    }

    void itHasNothingToRead() { QCOMPARE(shell("cat").output, std::string()); }

    void theExitCodeIsReported()
    {
        const ChildResult result = shell("exit 3");
        QCOMPARE(result.exitCode, 3);
        QVERIFY(!result.succeeded());
    }

    void aSignalIsReported()
    {
        const ChildResult result = shell("kill -SEGV $$");
        QCOMPARE(result.signal, SIGSEGV);
        QVERIFY(!result.succeeded());
    }

    void aProgramThatIsNotThereExitsWith127() { QCOMPARE(runChild({"/no/such/program"}).exitCode, 127); }

    void theLimitsAreSet()
    {
        const ChildLimits limits{7, std::uint64_t{64} << 20};
        QCOMPARE(shell("ulimit -t; ulimit -v; ulimit -c", limits).output, std::string("7\n65536\n0\n"));
    }

    void tooMuchProcessorTimeEndsIt()
    {
        const ChildResult result = shell("while :; do :; done", ChildLimits{1, std::uint64_t{1} << 30});
        QVERIFY(result.signal == SIGXCPU || result.signal == SIGKILL);
    }
};

QTEST_GUILESS_MAIN(TestChildProcess)
#include "tst_child_process.moc"
