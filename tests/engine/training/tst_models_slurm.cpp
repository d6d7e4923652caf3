#include <QDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/engine/training/feature_file.h"
#include "tests/support/local_slurm.h"
#include "tests/support/waiting.h"

using namespace engine;
using nlohmann::json;

class TestModelsSlurm : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_root = m_folder.filePath(QStringLiteral("50% of Ada's \"data\" $HOME")); ///< hard on shells
    std::unique_ptr<test::LocalSlurm> m_slurm;

    QString place(const QString& name) const { return m_root + u'/' + name; }

    QByteArray bytes(const QString& name) const
    {
        QFile file(place(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// A configuration of quick runs on the file of features, beside which it lies.
    void write(const char* name, json config) const
    {
        config["data"] = "features.h5";
        config["model"]
            = {{"class", "LMF"}, {"h_l", 4}, {"h_a", 3}, {"h_v", 3}, {"text_out", 3}, {"rank", 2}};
        QFile file(place(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(config.dump()));
    }

    test::ProgramResult models(const char* command, const char* config, const char* out) const
    {
        return test::runProgram(QStringLiteral("polylogue-models"),
                                {QLatin1String(command), place(QLatin1String(config)),
                                 QStringLiteral("--out"), place(QLatin1String(out))},
                                QProcessEnvironment::systemEnvironment());
    }

    test::ProgramResult submit(const char* out) const
    {
        return m_slurm->run(place(QLatin1String(out)) + QStringLiteral("/slurm/submit.sh"), {});
    }

    /// The first task of the array that is at work, as Slurm numbers it.
    QString firstTask() const
    {
        const auto queue
            = m_slurm->run(QStringLiteral("squeue"),
                           {QStringLiteral("--noheader"), QStringLiteral("--array"),
                            QStringLiteral("--format=%i"), QStringLiteral("--name=polylogue-run")});
        for (const QByteArray& job : queue.output.split('\n')) {
            if (job.endsWith("_1"))
                return QString::fromUtf8(job);
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(m_root));
        test::FeatureFile::make(place(QStringLiteral("features.h5")).toStdString());
        m_slurm = std::make_unique<test::LocalSlurm>();
        if (!m_slurm->runs())
            QSKIP(("no Slurm can be started here: " + m_slurm->reason()).constData());
    }

    void theClusterGivesWhatASearchGives()
    {
        const json folds
            = {{{"train", {"train[0:40]"}}, {"valid", {"valid[0:20]"}}, {"test", {"test[0:20]"}}},
               {{"train", {"train[0:40]"}}, {"valid", {"test[0:20]"}}, {"test", {"valid[0:20]"}}}};
        write("grid.json",
              {{"training", {{"epochs", 2}}},
               {"search", {{"training.lr", {1e-3, 5e-3}}}},
               {"seeds", {1, 2}},
               {"folds", folds}});
        const auto local = models("search", "grid.json", "local");
        QVERIFY2(local.exitCode == 0, local.errors.constData());
        const auto scripts = models("slurm", "grid.json", "cluster");
        QVERIFY2(scripts.exitCode == 0, scripts.errors.constData());
        const auto submitted = submit("cluster");
        QVERIFY2(submitted.exitCode == 0, submitted.errors.constData());
        QTRY_VERIFY_WITH_TIMEOUT(!m_slurm->hasJobs(), 240'000);

        QStringList files{QStringLiteral("search.csv"), QStringLiteral("search.json")};
        for (int point = 1; point <= 8; ++point) {
            for (const char* name : {"config.json", "model.safetensors", "result.json"})
                files << QStringLiteral("point-%1/").arg(point) + QLatin1String(name);
        }
        for (const QString& file : files) {
            const QByteArray expected = bytes(QStringLiteral("local/") + file);
            QVERIFY2(!expected.isEmpty(), qPrintable(file));
            QVERIFY2(bytes(QStringLiteral("cluster/") + file) == expected, qPrintable(file));
        }
    }

    void aPointThatFailsKeepsNoOtherFromBeingCollected()
    {
        write("failing.json", {{"training", {{"epochs", 1}}}, {"search", {{"model.rank", {0, 1}}}}});
        QCOMPARE(models("slurm", "failing.json", "failing").exitCode, 0);
        QCOMPARE(submit("failing").exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!m_slurm->hasJobs(), 240'000);
        QCOMPARE(bytes(QStringLiteral("failing/search.csv")).count('\n'), 2);
        QVERIFY(bytes(QStringLiteral("failing/point-1/error.txt")).contains("rank"));
        const QByteArray told = bytes(QStringLiteral("failing/slurm/log/collect.txt"));
        QVERIFY2(told.contains("point 1: ") && told.contains("rank"), told.constData());
    }

    void aCancelledTaskGoesOnWhenSubmittedAgainAndNoOtherDoes()
    {
        write("long.json",
              {{"training", {{"patience", 100'000}}}, {"search", {{"training.epochs", {2000, 1}}}}});
        QCOMPARE(models("slurm", "long.json", "long").exitCode, 0);
        QCOMPARE(submit("long").exitCode, 0);
        QTRY_VERIFY(!bytes(QStringLiteral("long/point-1/history.jsonl")).isEmpty());
        const QString first = firstTask();
        QCOMPARE(m_slurm->run(QStringLiteral("scancel"), {first}).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!m_slurm->hasJobs(), 240'000);
        QVERIFY(bytes(QStringLiteral("long/point-1/result.json")).isEmpty());
        QVERIFY(bytes(QStringLiteral("long/slurm/log/collect.txt")).contains("point 1"));
        const QByteArray finished = bytes(QStringLiteral("long/point-2/history.jsonl")); // has seconds in it
        QVERIFY(!finished.isEmpty());

        QCOMPARE(submit("long").exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!m_slurm->hasJobs(), 240'000);
        QCOMPARE(bytes(QStringLiteral("long/slurm/log/run-1.txt")).count("epoch 1/"), 1);
        QCOMPARE(bytes(QStringLiteral("long/point-1/history.jsonl")).count('\n'), 2000);
        QCOMPARE(bytes(QStringLiteral("long/point-2/history.jsonl")), finished);
        QCOMPARE(bytes(QStringLiteral("long/search.csv")).count('\n'), 3);
    }
};

QTEST_GUILESS_MAIN(TestModelsSlurm)
#include "tst_models_slurm.moc"
