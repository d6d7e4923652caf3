#include "engine/confinement/confinement.h"
#include "engine/model_files/safetensors.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/engine/training/feature_file.h"
#include "tests/engine/training/models_program.h"
#include "tests/support/waiting.h"

using namespace engine;
using test::bytes;
using test::lastLine;
using test::quietThreads;
using test::run;

/// Processes that learn one model together (`train --workers`).
class TestSharedTraining : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QTemporaryDir m_passing; ///< where the programs put what is to be gone afterwards
    QString m_data = m_folder.filePath(QStringLiteral("features.h5"));

    QString place(const QString& name) const { return m_folder.filePath(name); }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment variables = quietThreads();
        variables.insert(QStringLiteral("TMPDIR"), m_passing.path());
        return variables;
    }

    test::ProgramResult train(const QStringList& arguments) const
    {
        return test::runProgram(QStringLiteral("polylogue-models"), arguments, environment());
    }

    /// Of one of the models; SGD, as Adam makes whole steps of gradients that are nothing but the last digits
    /// of sums. 49 segments: the last batch of 16 has 17, which is an odd number.
    QStringList training(const QString& model, const QString& out, const QStringList& more = {}) const
    {
        QStringList arguments{QStringLiteral("train"),
                              QStringLiteral("--model"),
                              model,
                              QStringLiteral("--data"),
                              m_data,
                              QStringLiteral("--out"),
                              out,
                              QStringLiteral("--json")};
        QStringList fields{QStringLiteral("training.epochs=4"),     QStringLiteral("training.batch=16"),
                           QStringLiteral("training.patience=100"), QStringLiteral("training.optimiser=sgd"),
                           QStringLiteral("training.lr=0.05"),      QStringLiteral("alone=false")};
        if (model == QStringLiteral("lflstm"))
            fields << QStringLiteral("model.h_l=6") << QStringLiteral("model.h_a=4")
                   << QStringLiteral("model.h_v=4") << QStringLiteral("model.fc=4")
                   << QStringLiteral("model.dropout=0");
        if (model == QStringLiteral("mult"))
            fields << QStringLiteral("model.layers=2") << QStringLiteral("model.mem_layers=1");
        for (const QString& field : fields)
            arguments << QStringLiteral("--set") << field;
        return arguments + more;
    }

    static QStringList workers(int count) { return {QStringLiteral("--workers"), QString::number(count)}; }

    /// The largest difference between two models' weights; infinite where they have not the same.
    static double apart(const QString& left, const QString& right)
    {
        const Safetensors a = readSafetensors(left.toStdString()), b = readSafetensors(right.toStdString());
        double most = a.tensors.size() == b.tensors.size() ? 0.0 : INFINITY;
        for (const auto& [name, tensor] : a.tensors) {
            const auto other = b.tensors.find(name);
            if (other == b.tensors.end() || other->second.values.size() != tensor.values.size())
                return INFINITY;
            for (std::size_t i = 0; i < tensor.values.size(); ++i)
                most = std::max(most,
                                std::abs(static_cast<double>(tensor.values[i])
                                         - static_cast<double>(other->second.values[i])));
        }
        return most;
    }

    static QString modelIn(const QString& folder) { return folder + QStringLiteral("/model.safetensors"); }

    /// The largest difference between the losses of two histories; infinite where one is longer.
    static double historiesApart(const QString& left, const QString& right)
    {
        const QList<QByteArray> a = bytes(left + QStringLiteral("/history.jsonl")).trimmed().split('\n'),
                                b = bytes(right + QStringLiteral("/history.jsonl")).trimmed().split('\n');
        double most = a.size() == b.size() ? 0.0 : INFINITY;
        for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
            const auto one = nlohmann::json::parse(a[i].toStdString()),
                       other = nlohmann::json::parse(b[i].toStdString());
            for (const char* figure : {"loss", "valid_loss", "watched", "best_epoch", "lr"})
                most
                    = std::max(most, std::abs(one.at(figure).get<double>() - other.at(figure).get<double>()));
        }
        return most;
    }

    QStringList whatIsLeft() const
    {
        return QDir(m_passing.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    }

    /// The processes that a process has started.
    static QList<qint64> childrenOf(qint64 process)
    {
        const QByteArray text = bytes(QStringLiteral("/proc/%1/task/%1/children").arg(process));
        QList<qint64> children;
        for (const QByteArray& word : text.split(' ')) {
            if (!word.isEmpty())
                children << word.toLongLong();
        }
        return children;
    }

    /// Starts a training that would last for ever, and waits until its workers learn.
    void startLong(QProcess& process, const QStringList& arguments) const
    {
        process.setProcessEnvironment(environment());
        process.start(QStringLiteral(PROGRAMS "/polylogue-models"),
                      arguments
                          + QStringList{QStringLiteral("--set"), QStringLiteral("training.epochs=100000"),
                                        QStringLiteral("--set"), QStringLiteral("training.patience=100000")});
        process.setReadChannel(QProcess::StandardError);
    }

    static QByteArray untilEpoch(QProcess& process, int epoch)
    {
        QByteArray errors;
        const QByteArray awaited = "epoch " + QByteArray::number(epoch) + "/";
        while (!errors.contains(awaited) && process.waitForReadyRead(support::kPatience))
            errors += process.readAllStandardError();
        return errors;
    }

private slots:
    void initTestCase() { test::FeatureFile::make(m_data.toStdString(), 49); }

    void severalProcessesEqualOneWithTheirBatchesTogether_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("count");
        QTest::addColumn<QStringList>("more");
        QStringList still; // without dropout
        for (const char* field : {"p_attn", "p_embed", "p_relu", "p_res"})
            still << QStringLiteral("--set") << QStringLiteral("model.%1=0").arg(QLatin1String(field));
        QTest::newRow("a recurrent model, two") << QStringLiteral("lflstm") << 2 << QStringList{};
        QTest::newRow("a recurrent model, three") << QStringLiteral("lflstm") << 3 << QStringList{};
        QTest::newRow("a transformer, two") << QStringLiteral("mult") << 2 << still;
    }

    void severalProcessesEqualOneWithTheirBatchesTogether()
    {
        QFETCH(const QString, model);
        QFETCH(const int, count);
        QFETCH(const QStringList, more);
        const QString alone = place(model + QStringLiteral("-alone"));
        const QString together = place(model + QStringLiteral("-together-%1").arg(count));
        const auto one = train(training(model, alone, more + QStringList{QStringLiteral("--overwrite")}));
        QVERIFY2(one.exitCode == 0, one.errors.constData());
        const auto several = train(training(model, together, more + workers(count)));
        QVERIFY2(several.exitCode == 0, several.errors.constData());
        QVERIFY2(!several.errors.contains("batch as a whole"), several.errors.constData());
        const double weights = apart(modelIn(alone), modelIn(together));
        QVERIFY2(weights <= 1e-5, qPrintable(QString::number(weights)));
        const double figures = historiesApart(alone, together);
        QVERIFY2(figures <= 1e-5, qPrintable(QString::number(figures)));
        const double errors = std::abs(lastLine(one.output).at("mae").get<double>()
                                       - lastLine(several.output).at("mae").get<double>());
        QVERIFY2(errors <= 1e-5, qPrintable(QString::number(errors)));
        QCOMPARE(QDir(together).entryList(QDir::Files), QDir(alone).entryList(QDir::Files));
        QCOMPARE(whatIsLeft(), QStringList{});
    }

    /// So that the equality above says something.
    void otherBatchesMakeAnotherModel()
    {
        const QString out = place(QStringLiteral("other-batches"));
        const QStringList half{QStringLiteral("--set"), QStringLiteral("training.batch=8")};
        const auto result = train(training(QStringLiteral("lflstm"), out, half + workers(2)));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY(apart(modelIn(out), modelIn(place(QStringLiteral("lflstm-alone")))) > 1e-3);
    }

    void aKilledWorkerIsNamed_data()
    {
        QTest::addColumn<int>("rank");
        QTest::newRow("the first that was started") << 1;
        QTest::newRow("the last") << 2;
    }

    void aKilledWorkerIsNamed()
    {
        QFETCH(const int, rank);
        QProcess process;
        startLong(
            process,
            training(QStringLiteral("lflstm"), place(QStringLiteral("killed-%1").arg(rank)), workers(3)));
        untilEpoch(process, 2);
        const QList<qint64> children = childrenOf(process.processId());
        QCOMPARE(children.size(), 2);
        QCOMPARE(::kill(static_cast<pid_t>(children[rank - 1]), SIGKILL), 0);
        QVERIFY(process.waitForFinished(support::kPatience));
        const QByteArray errors = process.readAllStandardError();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QByteArray name = "worker " + QByteArray::number(rank) + " of 3 (host ";
        QVERIFY2(errors.contains(name) && errors.contains("process " + QByteArray::number(children[rank - 1]))
                     && errors.contains("signal 9"),
                 errors.constData());
        QVERIFY2(!errors.contains("worker " + QByteArray::number(3 - rank)), errors.constData());
        for (const qint64 child : children)
            QTRY_VERIFY(::kill(static_cast<pid_t>(child), 0) != 0);
        QCOMPARE(whatIsLeft(), QStringList{});
    }

    void theOthersEndWhenTheFirstIsKilled()
    {
        QProcess process;
        startLong(process, training(QStringLiteral("lflstm"), place(QStringLiteral("killed-0")), workers(2)));
        untilEpoch(process, 2);
        const QList<qint64> children = childrenOf(process.processId());
        QCOMPARE(children.size(), 1);
        process.kill();
        QVERIFY(process.waitForFinished(support::kPatience));
        QTRY_VERIFY(::kill(static_cast<pid_t>(children[0]), 0) != 0
                    || bytes(QStringLiteral("/proc/%1/stat").arg(children[0])).contains(") Z "));
        QTRY_COMPARE(whatIsLeft(), QStringList{});
    }

    void aStoppedRunGoesOnWithTheSameWeights()
    {
        const QString out = place(QStringLiteral("stopped"));
        QProcess process;
        startLong(process, training(QStringLiteral("mult"), out, workers(2)));
        untilEpoch(process, 2);
        process.terminate();
        QVERIFY(process.waitForFinished(support::kPatience));
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 130,
                 errors.constData());
        QCOMPARE(whatIsLeft(), QStringList{});
        const qsizetype epochs = bytes(out + QStringLiteral("/history.jsonl")).count('\n');
        const QString until = QStringLiteral("training.epochs=%1").arg(epochs + 2);
        const QStringList end{QStringLiteral("--set"), until};
        const auto resumed = train(training(QStringLiteral("mult"), out,
                                            end + workers(2) + QStringList{QStringLiteral("--resume")}));
        QVERIFY2(resumed.exitCode == 0, resumed.errors.constData());
        QVERIFY2(!resumed.errors.contains("epoch 1/"), resumed.errors.constData());
        const QString whole = place(QStringLiteral("whole"));
        const auto again = train(training(QStringLiteral("mult"), whole, end + workers(2)));
        QVERIFY2(again.exitCode == 0, again.errors.constData());
        QVERIFY(!bytes(modelIn(whole)).isEmpty());
        QCOMPARE(apart(modelIn(out), modelIn(whole)), 0.0); // with the dropout that the model has
    }

    void workersThatAreStartedByHandFindEachOther()
    {
        const QString meeting = place(QStringLiteral("meeting")), out = place(QStringLiteral("by-hand"));
        QDir().mkpath(meeting + QStringLiteral("/run-of-a-killed-one"));
        QFile left(meeting + QStringLiteral("/run")); // of a run that was killed
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write("\"run-of-a-killed-one\"");
        left.close();
        const auto of = [&](int rank) {
            return training(QStringLiteral("lflstm"), out,
                            workers(2)
                                + QStringList{QStringLiteral("--rank"), QString::number(rank),
                                              QStringLiteral("--rendezvous"), meeting});
        };
        QProcess second;
        second.setProcessEnvironment(environment());
        second.start(QStringLiteral(PROGRAMS "/polylogue-models"), of(1));
        const auto first = train(of(0));
        QVERIFY2(first.exitCode == 0, first.errors.constData());
        QVERIFY(second.waitForFinished(support::kPatience));
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(second.readAllStandardOutput(), QByteArray());
        QVERIFY(!QFile::exists(meeting));
        const auto alone = train(training(QStringLiteral("lflstm"), place(QStringLiteral("by-one"))));
        QCOMPARE(alone.exitCode, 0);
        QVERIFY(apart(modelIn(out), modelIn(place(QStringLiteral("by-one")))) <= 1e-5);
    }

    /// The sockets of a run are listed: all are of this machine.
    void portsAreOpenForThisMachineAlone()
    {
        QProcess process;
        startLong(process, training(QStringLiteral("lflstm"), place(QStringLiteral("ports")), workers(2)));
        untilEpoch(process, 1);
        const QList<qint64> all = QList<qint64>{process.processId()} + childrenOf(process.processId());
        QCOMPARE(all.size(), 2);
        int found = 0;
        QByteArray elsewhere;
        for (const qint64 one : all) {
            QStringList sockets;
            const QDir open(QStringLiteral("/proc/%1/fd").arg(one));
            for (const QString& name : open.entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot)) {
                const QString target = QFile::symLinkTarget(open.filePath(name));
                if (const qsizetype at = target.indexOf(QStringLiteral("socket:[")); at >= 0)
                    sockets << target.mid(at + 8).chopped(1);
            }
            for (const char* table : {"tcp", "tcp6"}) {
                for (const QByteArray& line :
                     bytes(QStringLiteral("/proc/%1/net/%2").arg(one).arg(QLatin1String(table)))
                         .split('\n')) {
                    const QList<QByteArray> words = line.simplified().split(' ');
                    constexpr int inode = 9;
                    if (words.size() <= inode || !sockets.contains(QString::fromLatin1(words[inode])))
                        continue;
                    ++found;
                    elsewhere += words[1].startsWith("0100007F:") ? "" : line + "\n"; // 127.0.0.1
                }
            }
        }
        process.kill();
        QVERIFY(process.waitForFinished(support::kPatience));
        QTRY_COMPARE(whatIsLeft(),
                     QStringList{}); // the other worker needs a second to notice, and removes it
        QVERIFY(found >= 2);
        QCOMPARE(elsewhere, QByteArray());
    }

    void whatCannotBeSharedIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("told");
        const auto words = [](const char* text) { return QString::fromLatin1(text).split(u' '); };
        QTest::newRow("a rank that is none")
            << words("--workers 2 --rank 2 --rendezvous x") << QByteArray("--rank");
        QTest::newRow("a rank without a place")
            << words("--workers 2 --rank 1") << QByteArray("--rendezvous");
        QTest::newRow("a place without a rank")
            << words("--workers 2 --rendezvous x") << QByteArray("--rank");
        QTest::newRow("no workers") << words("--workers 0") << QByteArray("--workers");
        QTest::newRow("a device that is not there")
            << words("--workers 2 --device cuda") << QByteArray("without CUDA");
    }

    void whatCannotBeSharedIsRefused()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, told);
        const auto refused
            = train(training(QStringLiteral("lflstm"), place(QStringLiteral("refused")), arguments));
        if (refused.exitCode == 0 && told == "without CUDA")
            QSKIP("this LibTorch has CUDA");
        QVERIFY(refused.exitCode == 1 || refused.exitCode == 2);
        QVERIFY2(refused.errors.contains(told), refused.errors.constData());
        QVERIFY(!QFile::exists(place(QStringLiteral("refused"))));
        QCOMPARE(whatIsLeft(), QStringList{});
    }

    void whereSocketsAreRefusedThatIsSaid()
    {
        const QString log = place(QStringLiteral("confined.txt"));
        std::vector<QByteArray> words{QByteArrayLiteral(PROGRAMS "/polylogue-models")};
        for (const QString& argument :
             training(QStringLiteral("lflstm"), place(QStringLiteral("confined")), workers(2)))
            words.push_back(argument.toUtf8());
        std::vector<char*> arguments;
        for (QByteArray& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const QByteArray passing = m_passing.path().toUtf8(), told = log.toUtf8();
        Confinement confinement;
        confinement.runsPrograms = true;
        confinement.writable = {m_folder.path().toStdString(), passing.toStdString(), "/dev/null"};
        const pid_t child = fork();
        if (child == 0) {
            setenv("TMPDIR", passing.constData(), 1);
            dup2(::open(told.constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
            confine(confinement);
            execv(arguments[0], arguments.data());
            _exit(127);
        }
        int status = 0;
        QVERIFY(waitpid(child, &status, 0) == child && WIFEXITED(status));
        const QByteArray errors = bytes(log);
        if (WEXITSTATUS(status) == 0)
            QSKIP("this system cannot refuse sockets");
        QVERIFY2(errors.contains("may open no socket") && errors.contains("--workers"), errors.constData());
        QVERIFY(!QFile::exists(place(QStringLiteral("confined"))));
        QCOMPARE(whatIsLeft(), QStringList{});
    }

    void aModelThatKeepsValuesFromBatchToBatchIsRefused_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("from the beginning") << QStringLiteral("gmelstm");
        QTest::newRow("from the first batch on") << QStringLiteral("selfmm");
    }

    void aModelThatKeepsValuesFromBatchToBatchIsRefused()
    {
        QFETCH(const QString, model);
        const auto refused = train(training(model, place(QStringLiteral("keeping")), workers(2)));
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("from batch to batch"), refused.errors.constData());
        QCOMPARE(whatIsLeft(), QStringList{});
    }

    void aModelThatNormalisesOverBatchesSaysSo()
    {
        const auto noted = train(training(QStringLiteral("lmf"), place(QStringLiteral("norms")), workers(2)));
        QVERIFY2(noted.exitCode == 0, noted.errors.constData());
        QVERIFY2(noted.errors.contains("normalises over the segments of a batch"), noted.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestSharedTraining)
#include "tst_shared_training.moc"
