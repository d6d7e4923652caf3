#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/types.h>

#include "tests/engine/training/models_program.h"
#include "tests/engine/training/reversal_file.h"
#include "tests/support/waiting.h"

using namespace engine;
using engine::test::bytes;
using engine::test::run;

/// Training in stages as a user runs it: stopped in any of them it goes on to the same bytes.
class TestStagesCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_data = m_folder.filePath(QStringLiteral("reversal.h5"));

    QString place(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    QStringList training(const QString& out, const QStringList& more = {}) const
    {
        return QStringList{QStringLiteral("train"),
                           QStringLiteral("--model"),
                           QStringLiteral("seq2seq"),
                           QStringLiteral("--data"),
                           m_data,
                           QStringLiteral("--set"),
                           QStringLiteral("model.source=[\"acoustic\"]"),
                           QStringLiteral("--set"),
                           QStringLiteral("training.epochs=6"),
                           QStringLiteral("--json"),
                           QStringLiteral("--out"),
                           out}
        + more;
    }

    /// Ends the program in the second epoch of a stage.
    static void interruptedIn(const QByteArray& stage, const QStringList& arguments, int signal)
    {
        QProcess process;
        process.setProcessEnvironment(test::quietThreads());
        process.start(QStringLiteral(PROGRAMS "/polylogue-models"), arguments);
        QByteArray errors;
        process.setReadChannel(QProcess::StandardError);
        while (!errors.contains(stage + "  epoch 2/") && process.waitForReadyRead(support::kPatience))
            errors += process.readAllStandardError();
        ::kill(static_cast<pid_t>(process.processId()), signal);
        process.waitForFinished(support::kPatience);
    }

private slots:
    void initTestCase() { test::ReversalFile::make(m_data.toStdString(), 600); }

    void aRunStoppedInEachStageGoesOnToTheSameBytes_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("asked to end") << SIGTERM;
        QTest::newRow("killed") << SIGKILL;
    }

    void aRunStoppedInEachStageGoesOnToTheSameBytes()
    {
        QFETCH(const int, signal);
        const QString out = m_folder.filePath(QStringLiteral("stopped-%1").arg(signal));
        const auto whole = run(training(place("whole"), {QStringLiteral("--overwrite")}));
        QVERIFY2(whole.exitCode == 0, whole.errors.constData());
        const QStringList resume{QStringLiteral("--resume")};
        interruptedIn("translate", training(out), signal);
        QVERIFY(!QFile::exists(out + QStringLiteral("/model.safetensors")));
        interruptedIn("regress", training(out, resume), signal);
        QVERIFY(!QFile::exists(out + QStringLiteral("/model.safetensors")));
        const auto resumed = run(training(out, resume));
        QVERIFY2(resumed.exitCode == 0, resumed.errors.constData());
        QVERIFY2(!resumed.errors.contains("translate  epoch"), resumed.errors.constData());
        QVERIFY(bytes(out + QStringLiteral("/model.safetensors")) == bytes(place("whole/model.safetensors")));
        QCOMPARE(bytes(out + QStringLiteral("/history.jsonl")).count('\n'), 12);
    }

    void ofOtherStagesACheckpointIsRefused()
    {
        const QString out = place("other");
        interruptedIn("regress", training(out), SIGTERM);
        const auto resumed = run(training(
            out,
            {QStringLiteral("--resume"), QStringLiteral("--set"), QStringLiteral("stages=[\"translate\"]")}));
        QCOMPARE(resumed.exitCode, 1);
        QVERIFY2(resumed.errors.contains("begins anew"), resumed.errors.constData());
    }

    void aCyclicModelNeedsItsSourceAlone()
    {
        QStringList arguments = training(place("mctn"));
        arguments[2] = QStringLiteral("mctn");
        arguments += {QStringLiteral("--set"), QStringLiteral("model.target=[\"visual\"]"),
                      QStringLiteral("--set"), QStringLiteral("model.then=[\"acoustic\"]")};
        const auto trained = run(arguments);
        QVERIFY2(trained.exitCode == 0, trained.errors.constData());
        const QStringList predict{QStringLiteral("predict"), place("mctn/model.safetensors"),
                                  QStringLiteral("--data"), m_data, QStringLiteral("--json")};
        const auto all = run(predict);
        const auto alone
            = run(predict + QStringList{QStringLiteral("--modalities"), QStringLiteral("acoustic")});
        QVERIFY2(alone.exitCode == 0, alone.errors.constData());
        QVERIFY(all.output.size() > 1000);
        QVERIFY(all.output == alone.output);
        const auto other
            = run(predict + QStringList{QStringLiteral("--modalities"), QStringLiteral("visual")});
        QVERIFY(all.output != other.output);
    }

    void sevenClassesAreToldOnDemand()
    {
        const auto told
            = run({QStringLiteral("evaluate"), place("whole/model.safetensors"), QStringLiteral("--data"),
                   m_data, QStringLiteral("--seven-classes"), QStringLiteral("--json")});
        QVERIFY2(told.exitCode == 0, told.errors.constData());
        const nlohmann::json result = test::lastLine(told.output);
        QCOMPARE(result.at("confusion").size(), std::size_t(7));
        int count = 0;
        for (const char* const c : {"-3", "-2", "-1", "0", "+1", "+2", "+3"})
            count += result.at(std::string("n_") + c).get<int>();
        QCOMPARE(count, result.at("n").get<int>());
        QVERIFY(std::abs(result.at("recall_7").get<double>() - result.at("acc7").get<double>()) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestStagesCommand)
#include "tst_stages_command.moc"
