#include "app/training/run_figures.h"
#include "app/training/run_folders.h"
#include "app/training/training_pace.h"
#include "app/training/training_wish.h"
#include "engine/core/error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace app;
using State = RunFolderState::State;

class TestRunFolders : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(const char* name, const QByteArray& text) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    RunFolderState read(const char* name) const
    {
        return readRunFolder(m_folder.filePath(QLatin1String(name)).toStdString());
    }
    static QByteArray line(const char* modalities, int epoch, double loss, int best, const char* stage = "")
    {
        nlohmann::json object{
            {"modalities", modalities}, {"epoch", epoch},  {"epochs", 9},       {"loss", loss},
            {"valid_loss", loss},       {"watched", loss}, {"best_epoch", best}};
        if (*stage)
            object["stage"] = stage;
        return QByteArray::fromStdString(object.dump()) + "\n";
    }

private slots:
    /// A folder that somebody else wrote, or a person changed: the run is listed, and all others are.
    void fieldsOfOtherKindsHideNoRun()
    {
        write("odd/config.json", R"({"model":{"class":5},"training":{"epochs":"many"},"dataset":3})");
        write("odd/history.jsonl",
              "{\"modalities\":3,\"stage\":[],\"loss\":\"x\",\"valid_loss\":0.5,\"best_epoch\":-1,\"epochs\":"
              "{}}\n7\n");
        write("odd/result.json", R"({"fold":3,"labels":[1],"mae":"x","corr":0.5})");
        write("odd/record.json", R"({"folds":[3,{"name":1}]})");
        write("odd/label.json", R"({"name":[],"by":1})");
        const RunFolderState run = read("odd");
        QCOMPARE(run.state, State::Done);
        QCOMPARE(run.model, QString());
        QCOMPARE(run.curve.validation, std::vector<double>{0.5});
        QCOMPARE(run.curve.best, std::size_t(0));
        QVERIFY(!paceOf(m_folder.filePath(QStringLiteral("odd")).toStdString()));
    }

    void aFinishedRunHasCurvesAndFigures()
    {
        write("done/config.json", R"({"model":{"class":"MFN"},"training":{"epochs":9}})");
        write("done/history.jsonl",
              line("text", 1, 0.5, 1) + line("text", 2, 0.25, 2) + line("acoustic", 1, 9, 1));
        write("done/result.json", R"({"mae":0.75,"fold":"test"})");
        write("done/record.json", "{}");
        const RunFolderState run = read("done");
        QCOMPARE(run.state, State::Done);
        QCOMPARE(run.model, QStringLiteral("MFN"));
        QCOMPARE(run.curve.validation, (std::vector<double>{0.5, 0.25}));
        QCOMPARE(run.curve.best, std::size_t(2));
        QCOMPARE(run.figures, (std::map<std::string, double>{{"mae", 0.75}}));
        QVERIFY(run.hasRecord && !run.canGoOn && !run.hasDynamics);
        QVERIFY(run.modelFile.endsWith(QStringLiteral("done/model.safetensors")));
    }

    void figuresSayOfHowManyAndHowSure()
    {
        write("sure/config.json", R"({"model":{"class":"MFN"},"training":{"epochs":9}})");
        write("sure/result.json",
              R"({"mae":0.75,"corr":0.5,"acc2_non0":0.8,"n":28,"n_non0":20,"fold":"test"})");
        write("sure/label.json", R"({"name":"arousal"})");
        const RunFolderState run = read("sure");
        QCOMPARE(run.figuresOf, QStringLiteral("arousal"));
        QCOMPARE(testedSegments(run), std::size_t(28));
        const auto figures = runFigures(run);
        QVERIFY(figures[0].tip.isEmpty()); // a mean error alone has no interval
        QCOMPARE(figures[1].tip, QStringLiteral("0.500 (95 %: 0.156 … 0.736)")); // tanh(atanh .5 ± 1.96 / 5)
        QCOMPARE(figures[2].tip, QStringLiteral("0.800 (95 %: 0.584 … 0.919)"));
        QVERIFY(sureness(run).startsWith(QStringLiteral("Of 28 test segment(s): r 0.500 (95 %")));
        QVERIFY(sureness(read("done")).isEmpty());
        write("sure/label.json", R"({"name":7})");
        QVERIFY(read("sure").figuresOf.isEmpty());
    }

    /// Figures of the fold that ended a training are none of a test.
    void aRunWithoutATestHasNoFigures()
    {
        write("untested/config.json", R"({"model":{"class":"MFN"},"training":{"epochs":9}})");
        write("untested/result.json", R"({"mae":0.75,"fold":"valid"})");
        const RunFolderState run = read("untested");
        QCOMPARE(run.state, State::Done);
        QVERIFY(!run.hadTest && run.figures.empty());
        QVERIFY(read("done").hadTest);
    }

    void aCommandThatNobodyGaveIsNoBrokenRun()
    {
        write("waits/train.json", R"({"model":{"class":"MFN"},"training":{"epochs":9}})");
        QCOMPARE(read("waits").state, State::Prepared);
        write("waits/train.log", "polylogue-models: no memory\n");
        QCOMPARE(read("waits").state, State::Broken);
    }

    /// By segments and epochs, from trainings of the same kind alone.
    void theExpectedTimeIsThatOfItsKind()
    {
        const nlohmann::json config{{"model", {{"class", "LMF"}}},
                                    {"training", {{"epochs", 50}, {"batch", 32}}}};
        nlohmann::json other = config;
        other["model"]["class"] = "MFN";
        TrainingPace pace{kindOfTraining(config), 100, 20, 2.0, 5.0};
        QVERIFY(!expectedTime(config, 200, {}));
        QVERIFY(!expectedTime(other, 200, {pace}));
        const auto expected = expectedTime(config, 200, {pace});
        QVERIFY(expected);
        QCOMPARE(expected->most, 5.0 + 50 * 4.0);
        QCOMPARE(*expected->usual, 5.0 + 20 * 4.0);
        QVERIFY2(expectedText(expected).time == QStringLiteral("about 85 s"),
                 qPrintable(expectedText(expected).time));
        pace.isMeasured = true;
        QVERIFY(!expectedTime(config, 200, {pace})->usual);
        QCOMPARE(expectedText(std::nullopt).time, QStringLiteral("not known yet"));
    }

    /// The same figure as elsewhere in the window: of sentiment, not the mean over seven labels.
    void figuresOfSeveralLabelsAreThoseOfSentiment()
    {
        write("seven/config.json", R"({"model":{"class":"LMF"},"training":{"epochs":9}})");
        write(
            "seven/result.json",
            R"({"mae":0.292,"labels":{"happy":{"mae":0.2},"sentiment":{"mae":0.59,"n":50}},"fold":"test"})");
        const RunFolderState run = read("seven");
        QCOMPARE(run.figures, (std::map<std::string, double>{{"mae", 0.59}, {"n", 50.0}}));
        QCOMPARE(run.figuresOf, QStringLiteral("sentiment"));
        QVERIFY(!run.areOfAll);
        write("six/result.json",
              R"({"mae":0.2,"labels":{"happy":{"mae":0.2},"sad":{"mae":0.2}},"fold":"test"})");
        QVERIFY(read("six").areOfAll);
        QCOMPARE(read("six").figures.at("mae"), 0.2);
    }

    void stagesFollowEachOther()
    {
        write("staged/train.json", R"({"model":{"class":"MCTN"}})");
        write("staged/history.jsonl",
              line("text", 1, 3, 1, "translate") + line("text", 2, 2, 2, "translate")
                  + line("text", 1, 5, 1, "regress"));
        const RunFolderState run = read("staged");
        QCOMPARE(run.epoch, std::size_t(3));
        QCOMPARE(run.epochs, std::size_t(11)); // nine of the second at most
        QCOMPARE(run.curve.best, std::size_t(3));
    }

    void whyARunEndedIsToldByItsLog_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<bool>("isStopped");
        QTest::addColumn<QString>("problem");
        QTest::newRow("stopped") << QByteArray(
            "polylogue-models: stopped; --resume goes on from the checkpoint\n")
                                 << true << QString();
        QTest::newRow("wrong") << QByteArray(
            "note: x\npolylogue-models: f.json: training.epoch: is no setting\n")
                               << false << "f.json: training.epoch: is no setting";
        QTest::newRow("killed") << QByteArray("note: x\n") << false
                                << "The program ended without a word: it was killed, or found no memory.";
    }
    void whyARunEndedIsToldByItsLog()
    {
        QFETCH(const QByteArray, log);
        QFETCH(const bool, isStopped);
        QFETCH(const QString, problem);
        write("ended/train.json", R"({"model":{"class":"LMF"}})");
        write("ended/train.log", log);
        write("ended/.lock", "999999999 on elsewhere"); // no process has this number
        const RunFolderState run = read("ended");
        QCOMPARE(run.state, isStopped ? State::Stopped : State::Broken);
        QCOMPARE(run.problem, problem);
    }

    /// Between its configuration and the number of its process a run is neither broken nor stopped.
    void aRunThatBeginsIsRunning()
    {
        write("begins/train.pid", QByteArray(kRunStarts) + "999999999\n"); // no process has this number
        write("begins/train.json", R"({"model":{"class":"LMF"}})");
        write("begins/train.log", "polylogue-models: stopped; --resume goes on from the checkpoint\n");
        QCOMPARE(read("begins").state, State::Running);
        const std::filesystem::path file
            = m_folder.filePath(QStringLiteral("begins/train.pid")).toStdString();
        std::filesystem::last_write_time(
            file, std::filesystem::file_time_type::clock::now() - std::chrono::minutes(1));
        QCOMPARE(read("begins").state, State::Stopped); // whoever started it was killed
        std::filesystem::last_write_time(
            file, std::filesystem::file_time_type::clock::now() + std::chrono::hours(24));
        QCOMPARE(read("begins").state, State::Stopped); // the clock was set back since: not for a day to come
    }

    /// A disk that is busy for a minute makes no broken run of one that is about to start.
    void aStartThatIsHeldUpIsRunning()
    {
        write("held/train.pid", kRunStarts + QByteArray::number(QCoreApplication::applicationPid()) + "\n");
        const std::filesystem::path file = m_folder.filePath(QStringLiteral("held/train.pid")).toStdString();
        const auto ago = [&file](std::chrono::minutes time) {
            std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - time);
        };
        ago(std::chrono::minutes(1));
        QCOMPARE(read("held").state, State::Running);
        ago(std::chrono::minutes(60)); // the number may be another's by now
        QCOMPARE(read("held").state, State::Broken);
        ago(std::chrono::minutes(-60)); // the clock was set back, and who starts it is alive
        QCOMPARE(read("held").state, State::Running);
    }

    /// A process that ended and that nobody asked after is listed, and is no running one.
    void aProcessThatEndedIsNotRunning()
    {
        const pid_t ended = ::fork();
        if (ended == 0)
            ::_exit(0);
        siginfo_t told{};
        QCOMPARE(::waitid(P_PID, static_cast<id_t>(ended), &told, WEXITED | WNOWAIT), 0);
        write("ended/train.pid", QByteArray::number(ended));
        QCOMPARE(read("ended").state, State::Broken);
        QCOMPARE(::waitpid(ended, nullptr, 0), ended);
    }

    void foldersThatAreNoRunsAreLeftOut()
    {
        write("other/notes.txt", "x");
        write("broken/config.json", "{ no json");
        write("broken/history.jsonl", "[1]\nnothing\n");
        QStringList names;
        for (const RunFolderState& run : readRuns(m_folder.path().toStdString()))
            names << run.name;
        QVERIFY(names.contains(QStringLiteral("broken")) && !names.contains(QStringLiteral("other")));
        QVERIFY(readRuns("/nowhere").empty());
    }

    void segmentsAreReadWithTheirTimes()
    {
        write(
            "followed/dynamics.csv",
            "id,start,end,epochs,mean_error,deviation\nada[0],0.5,2,3,0.25,0.125\n\"a,\"\"b\"[1],,,3,1,0\n");
        const auto segments = readDynamics(m_folder.filePath(QStringLiteral("followed")).toStdString());
        QCOMPARE(segments.size(), std::size_t(2));
        QCOMPARE(segments[0].id, QStringLiteral("ada[0]"));
        QVERIFY(segments[0].span == (engine::Interval{0.5, 2.0}));
        QCOMPARE(segments[0].mean, 0.25);
        QCOMPARE(segments[0].deviation, 0.125);
        QVERIFY(!segments[1].span);
    }

    void drawnFoldsHoldEachVideoOnce()
    {
        std::vector<std::string> videos;
        for (int i = 0; i < 40; ++i)
            videos.push_back("v" + std::to_string(i));
        const auto folds = drawnFolds(videos, 7);
        QCOMPARE(folds.at("train").size(), std::size_t(28));
        QCOMPARE(folds.at("valid").size(), std::size_t(6));
        std::set<std::string> all;
        for (const auto& [name, fold] : folds)
            all.insert(fold.begin(), fold.end());
        QCOMPARE(all.size(), videos.size());
        QVERIFY(folds == drawnFolds({videos.rbegin(), videos.rend()}, 7));
        QVERIFY(folds != drawnFolds(videos, 8));
        QCOMPARE(drawnFolds({"a", "b", "c"}, 1).size(), std::size_t(3));
    }

    void aWishBecomesAConfiguration()
    {
        TrainingWish wish;
        wish.options = {{"model", {{"class", "LMF"}}}, {"training", {{"seed", 3}}}};
        wish.source = TrainingWish::Source::OwnRows;
        wish.sequences = {{"acoustic", "covarep"}};
        wish.folds = {{"train", {"a", "b"}}, {"valid", {"d"}}, {"test", {"c"}}};
        auto config = configurationOf(wish, "/d/dataset.json");
        QVERIFY(config["dataset"] == "/d/dataset.json" && config["recipe"]["acoustic"] == "covarep");
        QVERIFY(config["recipe"]["rows"] == "own" && config["split"].size() == 3);
        wish.source = TrainingWish::Source::File;
        wish.file = QStringLiteral("/d/x.h5");
        config = configurationOf(wish, {});
        QVERIFY(config["data"] == "/d/x.h5" && !config.contains("dataset") && !config.contains("split"));
    }

    void whatIsNoListOfModelsIsRefused()
    {
        QCOMPARE(
            modelClassesFrom(R"([{"name":"LMF","model":{"class":"LMF"},"training":{},"takes":"unaligned"}])")
                .front()
                .takes,
            ModelClass::Takes::Unaligned);
        for (const char* const text : {"", "{}x", R"([{"name":1}])"})
            QVERIFY_THROWS_EXCEPTION(engine::FormatError, modelClassesFrom(text));
    }
};

QTEST_GUILESS_MAIN(TestRunFolders)
#include "tst_run_folders.moc"
