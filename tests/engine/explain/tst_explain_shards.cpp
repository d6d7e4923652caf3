#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "tests/engine/training/models_program.h"
#include "tests/support/cli.h"
#include "tests/support/waiting.h"

using namespace engine;
using test::bytes;

/// Explanations, and searches for wrong labels, that several processes share.
class TestExplainShards : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString place(const QString& name) const { return m_folder.filePath(name); }

    QStringList explaining(const QString& out, const QStringList& more = {}) const
    {
        return QStringList{QStringLiteral("explain"),   test::demo("model/lmf.safetensors"),
                           QStringLiteral("--dataset"), test::demo("dataset.json"),
                           QStringLiteral("--out"),     out}
        + more;
    }

    int runTask(const QString& script, const char* task) const
    {
        QProcess process;
        QProcessEnvironment environment = test::quietThreads();
        environment.insert(QStringLiteral("SLURM_ARRAY_TASK_ID"), QLatin1String(task));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("bash"), {script});
        process.waitForFinished(support::kPatience);
        return process.exitCode();
    }

private slots:
    void shardsGiveTheBytesOfOneRun_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QString>("asked");
        const auto row = [](const char* ending, const char* asked) {
            QTest::newRow(ending) << QString::fromLatin1(ending) << QString::fromLatin1(asked);
        };
        row("csv", "--attribution occlusion,ig --faithfulness");
        row("npz", "--absent marginal");
        row("csd", "--absent zero");
    }

    void shardsGiveTheBytesOfOneRun()
    {
        QFETCH(const QString, ending);
        QFETCH(const QString, asked);
        const QString work = place(QStringLiteral("work")),
                      joined = place(QStringLiteral("joined.") + ending),
                      whole = place(QStringLiteral("whole.") + ending);
        const QStringList usual = asked.split(u' ') + QStringList{QStringLiteral("--json")};
        const QStringList kept = usual + QStringList{QStringLiteral("--work"), work};
        for (const char* const shard : {"3/3", "1/3", "2/3"}) {
            const auto part = test::run(
                explaining(joined, kept + QStringList{QStringLiteral("--shard"), QLatin1String(shard)}));
            QVERIFY2(part.exitCode == 0, part.errors.constData());
            QVERIFY2(part.output.contains("segments are kept in"), part.output.constData());
            QVERIFY(!QFile::exists(joined));
        }
        QCOMPARE(QDir(work).entryList(QDir::Files).size(), 4); // 90 and twice 30 segments, 64 together
        const auto all = test::run(explaining(joined, kept));
        QVERIFY2(all.exitCode == 0, all.errors.constData());
        const auto one = test::run(explaining(whole, usual));
        QVERIFY2(one.exitCode == 0, one.errors.constData());
        QCOMPARE(all.output, one.output);
        QVERIFY(!bytes(whole).isEmpty());
        QCOMPARE(bytes(joined), bytes(whole));
    }

    /// Of other settings nothing that is kept counts; what is damaged, or nested without end, is told again.
    void otherSettingsAreNotTakenForTheSame()
    {
        const QString file = place(QStringLiteral("mean.csv")), plain = place(QStringLiteral("plain.csv"));
        const QStringList kept{QStringLiteral("--work"), place(QStringLiteral("work"))};
        QCOMPARE(test::run(explaining(plain)).exitCode, 0);
        QCOMPARE(test::run(explaining(file, kept)).exitCode, 0);
        QVERIFY(!bytes(plain).isEmpty());
        QCOMPARE(bytes(file), bytes(plain));
        QFile damaged(place(QStringLiteral("work/explained-1.cbor")));
        const auto isToldAgain = [&] {
            return QFile::remove(file) && test::run(explaining(file, kept)).exitCode == 0
                && bytes(file) == bytes(plain);
        };
        QVERIFY(damaged.resize(damaged.size() / 2));
        QVERIFY(isToldAgain());
        QVERIFY(damaged.open(QFile::WriteOnly));
        damaged.write(QByteArray(1'000'000, '\x81')); // lists of one list
        damaged.close();
        QVERIFY(isToldAgain());
    }

    void aShardNeedsAPlaceWhereTheyMeet()
    {
        const QStringList shard{QStringLiteral("--shard"), QStringLiteral("1/2")};
        const QStringList plain{QStringLiteral("explain"), test::demo("model/lmf.safetensors"),
                                QStringLiteral("--dataset"), test::demo("dataset.json")};
        QCOMPARE(test::run(plain + shard).exitCode, 2);
        QCOMPARE(test::run(explaining(place(QStringLiteral("x.csv")),
                                      {QStringLiteral("--shard"), QStringLiteral("3/2")}))
                     .exitCode,
                 2);
        QCOMPARE(test::run(plain + shard + QStringList{QStringLiteral("--displays")}).exitCode, 2);
    }

    /// The scripts of the cluster are run here, one task after the other; the second search is by itself.
    void theClusterGivesWhatOneRunGives()
    {
        const QString out = place(QStringLiteral("the cluster")),
                      joined = place(QStringLiteral("joined list.csv")),
                      whole = place(QStringLiteral("list.csv"));
        const auto asking = [](const QString& table) {
            return QStringList{QStringLiteral("suspects"),
                               QStringLiteral("--dataset"),
                               test::demo("dataset.json"),
                               QStringLiteral("--folds"),
                               QStringLiteral("2"),
                               QStringLiteral("--out"),
                               table};
        };
        const auto written = test::runCli(QStringList{QStringLiteral("slurm"), QStringLiteral("shards"),
                                                      QStringLiteral("--out"), out, QStringLiteral("--tasks"),
                                                      QStringLiteral("2"), QStringLiteral("--"),
                                                      QStringLiteral("polylogue-models")}
                                          + asking(joined));
        QVERIFY2(written.exitCode == 0, written.errors.constData());
        for (const char* const task : {"1", "2"}) {
            QCOMPARE(runTask(out + QStringLiteral("/slurm/run.sbatch"), task), 0);
            QVERIFY(!QFile::exists(joined));
        }
        const QDir work(joined + QStringLiteral(".work"));
        const qsizetype models = work.entryList(QDir::Files).size();
        QVERIFY(models > 0 && models % 2 == 0);
        QCOMPARE(runTask(out + QStringLiteral("/slurm/join.sbatch"), "0"), 0);
        QCOMPARE(work.entryList(QDir::Files).size(), models); // all were there
        QCOMPARE(test::run(asking(whole)).exitCode, 0);
        QVERIFY(!bytes(whole).isEmpty());
        QCOMPARE(bytes(joined), bytes(whole));
    }
};

QTEST_GUILESS_MAIN(TestExplainShards)
#include "tst_explain_shards.moc"
