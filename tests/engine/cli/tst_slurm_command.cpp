#include <QTest>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"
#include "tests/support/local_slurm.h"
#include "tests/support/made_tar.h"
#include "tests/support/waiting.h"

class TestSlurmCommand : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root; ///< a folder with a name that shells take apart
    QString m_recipe;
    QString m_out;

    QByteArray bytes(const QString& file) const
    {
        QFile opened(m_root + u'/' + file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    engine::test::ProgramResult writeScripts(const QStringList& more = {}) const
    {
        return engine::test::runCli(QStringList{QStringLiteral("slurm"), QStringLiteral("run"), m_recipe,
                                                QStringLiteral("--out"), m_out}
                                    + more);
    }

    int runScript(const char* name, const char* task) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SLURM_ARRAY_TASK_ID"), QLatin1String(task));
        environment.insert(QStringLiteral("SLURM_CPUS_PER_TASK"), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("bash"),
                      {m_out + QStringLiteral("/slurm/%1.sbatch").arg(QLatin1String(name))});
        process.waitForFinished(support::kPatience);
        return process.exitCode();
    }

    void isWhatOneRunGives() const
    {
        const QString whole = m_root + QStringLiteral("/whole");
        QCOMPARE(
            engine::test::runCli({QStringLiteral("run"), m_recipe, QStringLiteral("--out"), whole}).exitCode,
            0);
        const QStringList files = QDir(whole).entryList(QDir::Files);
        QCOMPARE(QDir(m_out).entryList(QDir::Files), files);
        for (const QString& file : files)
            QVERIFY2(bytes(QStringLiteral("the result/") + file) == bytes(QStringLiteral("whole/") + file),
                     qPrintable(file));
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = m_folder->filePath(QStringLiteral("50% of Ada's \"data\" $HOME"));
        QVERIFY(QDir().mkpath(m_root));
        for (const char* name : {"words.csd", "acoustic.csd"})
            QVERIFY(QFile::link(engine::test::demo(name), m_root + u'/' + QLatin1String(name)));
        m_recipe = m_root + QStringLiteral("/my recipe.json");
        m_out = m_root + QStringLiteral("/the result");
        QFile file(m_recipe);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"load": [{"file": "words.csd"}, {"file": "acoustic.csd"}], "report": true,
            "steps": [{"op": "align", "reference": "words", "collapse": ["mean_or_passthrough"]}]})");
    }

    void theScriptsSayWhatWasAskedFor()
    {
        const auto result = writeScripts(
            QStringLiteral("--tasks 3 --cpus 4 --time 1:00:00 --partition big --mem 2G").split(u' '));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.output.contains("submit both by: "), result.output.constData());
        const QByteArray array = bytes(QStringLiteral("the result/slurm/run.sbatch"));
        for (const char* line :
             {"#SBATCH --array=1-3\n", "#SBATCH --cpus-per-task=4\n", "#SBATCH --time=1:00:00\n",
              "#SBATCH --partition=big\n", "#SBATCH --mem=2G\n", "--shard \"$SLURM_ARRAY_TASK_ID/3\""})
            QVERIFY2(array.contains(line), array.constData());
        QVERIFY(QFileInfo(m_out + QStringLiteral("/slurm/submit.sh")).isExecutable());
    }

    void scriptsAreShellWhateverTheFoldersAreCalled()
    {
        QCOMPARE(writeScripts().exitCode, 0);
        for (const char* name : {"run.sbatch", "merge.sbatch", "submit.sh"}) {
            const QString script = m_out + QStringLiteral("/slurm/") + QLatin1String(name);
            QCOMPARE(QProcess::execute(QStringLiteral("bash"), {QStringLiteral("-n"), script}), 0);
        }
    }

    void aRecipeThatCannotBeRunIsFoundBeforeTheClusterDoes()
    {
        QFile file(m_recipe);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        const auto result = writeScripts();
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.startsWith("recipe_invalid"), result.errors.constData());
        QVERIFY(!QDir(m_out).exists());
    }

    void aWrongCallExitsWithTwo()
    {
        QCOMPARE(engine::test::runCli({QStringLiteral("slurm")}).exitCode, 2);
        QCOMPARE(writeScripts({QStringLiteral("--tasks"), QStringLiteral("0")}).exitCode, 2);
    }

    /// The scripts are run here, one task after the other, as the cluster runs them.
    void recordingsAreSharedOutAndJoined()
    {
        QStringList media;
        for (const char* name : {"ada_1", "bert_1", "cleo_1"}) {
            media << m_root + QStringLiteral("/%1.mp4").arg(QLatin1String(name));
            QVERIFY(
                QFile::link(engine::test::demo("media") + QStringLiteral("/%1.mp4").arg(QLatin1String(name)),
                            media.last()));
        }
        const auto written = engine::test::runCli(
            QStringList{QStringLiteral("slurm"), QStringLiteral("extract")} + media
            + QStringList{QStringLiteral("--features"), QStringLiteral("mfcc"), QStringLiteral("--out"),
                          m_out, QStringLiteral("--tasks"), QStringLiteral("2")});
        QVERIFY2(written.exitCode == 0, written.errors.constData());
        for (const char* task : {"1", "2"}) {
            QCOMPARE(runScript("run", task), 0);
            QVERIFY(!QFile::exists(m_out + QStringLiteral("/mfcc.csd")));
        }
        QCOMPARE(runScript("join", "0"), 0);
        const QString whole = m_root + QStringLiteral("/whole");
        QCOMPARE(engine::test::runCli(QStringList{QStringLiteral("extract")} + media
                                      + QStringList{QStringLiteral("--features"), QStringLiteral("mfcc"),
                                                    QStringLiteral("--out"), whole})
                     .exitCode,
                 0);
        QVERIFY(!bytes(QStringLiteral("whole/mfcc.csd")).isEmpty());
        QVERIFY(bytes(QStringLiteral("the result/mfcc.csd")) == bytes(QStringLiteral("whole/mfcc.csd")));
    }

    /// A folder and an archive are recordings, and what extract is told is passed on, wherever the job runs.
    void extractIsToldWhatItWouldBeTold()
    {
        const QString sounds = m_root + QStringLiteral("/the sounds");
        QVERIFY(QDir().mkpath(sounds));
        QVERIFY(QFile::link(engine::test::demo("media") + QStringLiteral("/ada_1.mp4"),
                            sounds + QStringLiteral("/ada_1.mp4")));
        QFile bert(engine::test::demo("media") + QStringLiteral("/bert_1.mp4"));
        QVERIFY(bert.open(QIODevice::ReadOnly));
        std::ofstream(m_root.toStdString() + "/shard.tar", std::ios::binary)
            << engine::test::MadeTar().add("bert_1.mp4", bert.readAll().toStdString()).ended();
        QVERIFY(QDir().mkpath(m_root + QStringLiteral("/texts")));
        const QStringList call{sounds,
                               m_root + QStringLiteral("/shard.tar/bert_1.mp4"),
                               QStringLiteral("--features"),
                               QStringLiteral("mfcc,word_vectors"),
                               QStringLiteral("--transcripts"),
                               m_root + QStringLiteral("/texts"),
                               QStringLiteral("--vectors"),
                               QStringLiteral("spelling"),
                               QStringLiteral("--pad"),
                               QStringLiteral("0.06,0.04"),
                               QStringLiteral("--draft")};
        const auto written = engine::test::runCli(
            QStringList{QStringLiteral("slurm"), QStringLiteral("extract")} + call
            + QStringList{QStringLiteral("--out"), m_out, QStringLiteral("--tasks"), QStringLiteral("2")});
        QVERIFY2(written.exitCode == 0, written.errors.constData());
        for (const char* task : {"1", "2"})
            QCOMPARE(runScript("run", task), 0);
        QCOMPARE(runScript("join", "0"), 0);
        const QString whole = m_root + QStringLiteral("/whole");
        QCOMPARE(engine::test::runCli(QStringList{QStringLiteral("extract")} + call
                                      + QStringList{QStringLiteral("--out"), whole})
                     .exitCode,
                 0);
        for (const char* file : {"mfcc.csd", "words.csd", "word_vectors.csd", "extraction.json"}) {
            QVERIFY2(!bytes(QStringLiteral("whole/") + QLatin1String(file)).isEmpty(), file);
            QVERIFY2(bytes(QStringLiteral("the result/") + QLatin1String(file))
                         == bytes(QStringLiteral("whole/") + QLatin1String(file)),
                     file);
        }
        const auto missing
            = engine::test::runCli({QStringLiteral("slurm"), QStringLiteral("extract"),
                                    m_root + QStringLiteral("/none.mp4"), QStringLiteral("--out"), m_out});
        QVERIFY2(missing.exitCode == 1 && missing.errors.startsWith("file_not_found"),
                 missing.errors.constData());
    }

    void commandsWithoutShardsAreRefused_data()
    {
        QTest::addColumn<QString>("command");
        for (const char* command :
             {"polylogue-models predict MODEL", "polylogue-models learn-order LIST",
              "polylogue-cli offset A B", "polylogue-cli run recipe.json", "polylogue-models", "true",
              "polylogue-models suspects --shard 1/2 --out x.csv"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void commandsWithoutShardsAreRefused()
    {
        QFETCH(const QString, command);
        const auto written
            = engine::test::runCli(QStringList{QStringLiteral("slurm"), QStringLiteral("shards"),
                                               QStringLiteral("--out"), m_out, QStringLiteral("--")}
                                   + command.split(u' '));
        QVERIFY2(written.exitCode == 1 && written.errors.startsWith("data_invalid"),
                 written.errors.constData());
        if (!command.contains(QLatin1String("--shard")))
            QVERIFY2(written.errors.contains("polylogue-models suspects"), written.errors.constData());
        QVERIFY(!QDir(m_out).exists());
    }

    /// The sentence names all commands that have `--shard`, apart from run, whose parts are merged.
    void theSentenceNamesAllThatHaveShards()
    {
        const QByteArray sentence = engine::test::runCli({QStringLiteral("slurm"), QStringLiteral("shards"),
                                                          QStringLiteral("--out"), m_out,
                                                          QStringLiteral("--"), QStringLiteral("true")})
                                        .errors;
        for (const char* program : {"polylogue-cli", "polylogue-models", "polylogue-extract"}) {
            const auto asked
                = engine::test::runProgram(QString::fromLatin1(program), {QStringLiteral("--option-tree")},
                                           QProcessEnvironment::systemEnvironment());
            const auto tree = nlohmann::json::parse(asked.output.toStdString());
            for (const auto& command : tree.at("commands")) {
                const auto hasShard = std::ranges::any_of(command.at("options"), [](const auto& option) {
                    return option.at("names").dump().find("\"--shard\"") != std::string::npos;
                });
                const std::string name = command.at("name").get<std::string>();
                const QByteArray said = QByteArray(program) + ' ' + QByteArray::fromStdString(name);
                if (name != "run" && name != "extract")
                    QVERIFY2(sentence.contains(said) == hasShard, said.constData());
            }
        }
        QVERIFY(sentence.contains("polylogue-cli extract"));
    }

    /// Explanations of many models, say: each line is done once, and one that fails keeps none from being
    /// done.
    void linesOfAFileAreSharedOut()
    {
        const QString list = m_root + QStringLiteral("/my commands");
        const QString made = m_folder->filePath(QStringLiteral("made")); // the commands are in plain words
        QVERIFY(QDir().mkpath(made));
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# each leaves a line\n");
        for (int i = 0; i < 5; ++i)
            file.write(QStringLiteral("%1; echo x >>'%2/%3'\n\n")
                           .arg(i == 2 ? QStringLiteral("test -e '%1/allowed' || exit 3").arg(made)
                                       : QStringLiteral("polylogue-cli --version >/dev/null"),
                                made)
                           .arg(i)
                           .toUtf8());
        file.close();
        const auto written = engine::test::runCli({QStringLiteral("slurm"), QStringLiteral("commands"), list,
                                                   QStringLiteral("--out"), m_out, QStringLiteral("--tasks"),
                                                   QStringLiteral("2")});
        QVERIFY2(written.exitCode == 0, written.errors.constData());
        QCOMPARE(runScript("run", "1"), 1); // lines 1, 3, 5, of which the third fails
        QCOMPARE(runScript("run", "2"), 0);
        QCOMPARE(runScript("check", "0"), 1);
        QCOMPARE(QDir(made).entryList(QDir::Files),
                 (QStringList{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("3"),
                              QStringLiteral("4")}));
        QVERIFY(QFile(made + QStringLiteral("/allowed")).open(QIODevice::WriteOnly));
        QCOMPARE(runScript("run", "1"), 0);
        QCOMPARE(runScript("check", "0"), 0);
        for (const char* each : {"0", "1", "2", "3", "4"})
            QCOMPARE(QFileInfo(made + u'/' + QLatin1String(each)).size(), 2); // once
    }

    /// All processes of a line hear of the end, and the task waits for them.
    void noCommandGoesOnAfterItsTask()
    {
        const QString list = m_root + QStringLiteral("/my commands");
        const QString made = m_folder->filePath(QStringLiteral("made"));
        QVERIFY(QDir().mkpath(made));
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            QStringLiteral(
                "bash -c 'trap \"sleep 0.5; touch %1/ended; exit 1\" TERM; touch %1/begun; while :; do "
                "sleep 0.1; done' && touch %1/after\n")
                .arg(made)
                .toUtf8());
        file.close();
        QCOMPARE(engine::test::runCli({QStringLiteral("slurm"), QStringLiteral("commands"), list,
                                       QStringLiteral("--out"), m_out})
                     .exitCode,
                 0);
        QProcess task;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SLURM_ARRAY_TASK_ID"), QStringLiteral("1"));
        task.setProcessEnvironment(environment);
        task.start(QStringLiteral("bash"), {m_out + QStringLiteral("/slurm/run.sbatch")});
        QTRY_VERIFY(QFile::exists(made + QStringLiteral("/begun")));
        task.terminate();
        QVERIFY(task.waitForFinished(support::kPatience));
        QCOMPARE(task.exitCode(), 143);
        QVERIFY(QFile::exists(made + QStringLiteral("/ended"))); // before the task was over
        QVERIFY(!QFile::exists(made + QStringLiteral("/after")));
        QVERIFY(!QFile::exists(m_out + QStringLiteral("/slurm/done/command-1")));
    }

    void aFileWithoutACommandIsRefused()
    {
        const QString list = m_root + QStringLiteral("/none");
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# nothing\n \n");
        file.close();
        const auto written = engine::test::runCli(
            {QStringLiteral("slurm"), QStringLiteral("commands"), list, QStringLiteral("--out"), m_out});
        QCOMPARE(written.exitCode, 1);
        QVERIFY2(written.errors.startsWith("data_invalid"), written.errors.constData());
        QVERIFY(!QDir(m_out).exists());
    }

    /// The last task of an array has the number of the whole array, whose other tasks go on.
    void aTaskThatIsOutOfTimeQueuesItselfAloneAgain()
    {
        QVERIFY(writeScripts({QStringLiteral("--time"), QStringLiteral("1:00:00")}).exitCode == 0);
        QByteArray script = bytes(QStringLiteral("the result/slurm/run.sbatch"));
        const qsizetype from = script.indexOf("\nexec ");
        QVERIFY(from > 0);
        script.replace(from, script.indexOf("\n)", from) - from, "\nexec sleep 1000"); // in place of the work
        const QString programs = m_root + QStringLiteral("/programs");
        const QString asked = m_root + QStringLiteral("/asked");
        QVERIFY(QDir().mkpath(programs));
        const auto write = [](const QString& path, const QByteArray& text) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size()
                && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        };
        QVERIFY(write(programs + QStringLiteral("/scontrol"),
                      "#!/bin/sh\necho \"$@\" >\"$ASKED\"\nkill -TERM \"$PPID\"\n")); // as Slurm ends it
        QVERIFY(write(m_root + QStringLiteral("/task.sh"), script));
        QProcess task;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"),
                           programs + u':' + environment.value(QStringLiteral("PATH")));
        environment.insert(QStringLiteral("ASKED"), asked);
        environment.insert(QStringLiteral("SLURM_JOB_ID"), QStringLiteral("9"));
        environment.insert(QStringLiteral("SLURM_ARRAY_JOB_ID"), QStringLiteral("9"));
        environment.insert(QStringLiteral("SLURM_ARRAY_TASK_ID"), QStringLiteral("8"));
        environment.insert(QStringLiteral("SLURM_CPUS_PER_TASK"), QStringLiteral("1"));
        task.setProcessEnvironment(environment);
        task.start(QStringLiteral("bash"), {m_root + QStringLiteral("/task.sh")});
        QVERIFY(task.waitForStarted());
        const QString children = QStringLiteral("/proc/%1/task/%1/children").arg(task.processId());
        QTRY_VERIFY([&] { // the work is there, and so are the traps
            QFile file(children);
            const bool isOpen = file.open(QIODevice::ReadOnly);
            const QByteArray child = isOpen ? file.readAll().trimmed() : QByteArray();
            QFile command(QStringLiteral("/proc/%1/cmdline").arg(QString::fromLatin1(child)));
            return command.open(QIODevice::ReadOnly) && command.readAll().startsWith("sleep");
        }());
        QTest::qWait(200);
        ::kill(static_cast<pid_t>(task.processId()), SIGUSR1);
        QVERIFY(task.waitForFinished(support::kPatience));
        QCOMPARE(bytes(QStringLiteral("asked")), QByteArray("requeue 9_8\n"));
        QCOMPARE(task.exitCode(), 143); // not its own end, which Slurm would take for a failure
        QVERIFY(!QFile::exists(m_out + QStringLiteral("/slurm/done/8")));
    }

    void whatFailedIsRunAgainAndNothingElse()
    {
        const engine::test::LocalSlurm slurm;
        if (!slurm.runs())
            QSKIP(("no Slurm can be started here: " + slurm.reason()).constData());
        QCOMPARE(writeScripts({QStringLiteral("--tasks"), QStringLiteral("3"), QStringLiteral("--cpus"),
                               QStringLiteral("1")})
                     .exitCode,
                 0);
        const QString submit = m_out + QStringLiteral("/slurm/submit.sh");
        QFile inTheWay(m_out + QStringLiteral("/slurm/shard-2")); // where the folder of a shard would be
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QCOMPARE(slurm.run(submit, {}).exitCode, 0);
        const auto twice = slurm.run(submit, {});
        QVERIFY2(twice.exitCode == 1 && twice.errors.contains("still queued or running"),
                 twice.errors.constData());
        QTRY_VERIFY(!slurm.hasJobs());
        const QString done = m_out + QStringLiteral("/slurm/done");
        QCOMPARE(QDir(done).entryList(QDir::Files), (QStringList{QStringLiteral("1"), QStringLiteral("3")}));
        QVERIFY(!QFile::exists(m_out + QStringLiteral("/words.csd")));
        const QDateTime made = QFileInfo(done + QStringLiteral("/3")).lastModified();

        QVERIFY(inTheWay.remove());
        const auto again = slurm.run(submit, {QStringLiteral("--failed")});
        QVERIFY2(again.exitCode == 0, again.errors.constData());
        QTRY_VERIFY(!slurm.hasJobs());
        QCOMPARE(QDir(done).entryList(QDir::Files),
                 (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"),
                              QStringLiteral("merge")}));
        QCOMPARE(QFileInfo(done + QStringLiteral("/3")).lastModified(), made);
        isWhatOneRunGives();
        const auto nothing = slurm.run(submit, {QStringLiteral("--failed")});
        QVERIFY2(nothing.exitCode == 0 && nothing.output == "all is done\n", nothing.output.constData());
        QCOMPARE(slurm.run(submit, {QStringLiteral("--all")}).exitCode, 2);
    }

    void theClusterGivesWhatOneRunGives()
    {
        const engine::test::LocalSlurm slurm;
        if (!slurm.runs())
            QSKIP(("no Slurm can be started here: " + slurm.reason()).constData());
        QCOMPARE(writeScripts({QStringLiteral("--tasks"), QStringLiteral("3"), QStringLiteral("--cpus"),
                               QStringLiteral("1")})
                     .exitCode,
                 0);
        const auto submitted = slurm.run(m_out + QStringLiteral("/slurm/submit.sh"), {});
        QVERIFY2(submitted.exitCode == 0, submitted.errors.constData());
        QTRY_VERIFY(!slurm.hasJobs());
        QCOMPARE(QDir(m_out + QStringLiteral("/slurm/log")).entryList(QDir::Files),
                 (QStringList{QStringLiteral("merge.txt"), QStringLiteral("run-1.txt"),
                              QStringLiteral("run-2.txt"), QStringLiteral("run-3.txt")}));

        isWhatOneRunGives();
    }
};

QTEST_GUILESS_MAIN(TestSlurmCommand)
#include "tst_slurm_command.moc"
