#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <nlohmann/json.hpp>

#include "tests/engine/training/feature_file.h"
#include "tests/engine/training/models_program.h"
#include "tests/engine/training/unaligned_file.h"
#include "tests/support/waiting.h"

using namespace engine;
using test::bytes;
using test::lastLine;
using test::quietThreads;
using test::run;

class TestTrainCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_data = m_folder.filePath(QStringLiteral("features.h5"));
    QString m_unaligned = m_folder.filePath(QStringLiteral("unaligned.h5"));

    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    void write(const char* name, const nlohmann::json& config) const
    {
        QFile file(place(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(config.dump()));
    }

    /// A fold of 24 segments with these labels, in turns.
    static void writeLabelled(test::FeatureFile& file, const std::string& fold,
                              const std::vector<float>& labels)
    {
        std::vector<float> values;
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < 24; ++i) {
            values.push_back(labels[i % labels.size()]);
            ids.push_back(fold + "_" + std::to_string(i / 4) + "[" + std::to_string(i % 4) + "]");
        }
        file.write(fold + "/text", {24, 5, 3}, std::vector<float>(24 * 5 * 3, 0.5F));
        file.write(fold + "/audio", {24, 5, 2}, std::vector<float>(24 * 5 * 2, 0.5F));
        file.write(fold + "/vision", {24, 5, 2}, std::vector<float>(24 * 5 * 2, 0.5F));
        file.write(fold + "/labels", {24}, values);
        file.writeLengths(fold + "/lengths", std::vector<std::int64_t>(24, 5));
        file.writeTexts(fold + "/ids", ids);
    }

    /// LF-LSTM on modalities with steps of their own.
    QStringList unalignedTraining(const QString& out, const QStringList& more = {}) const
    {
        QStringList arguments{QStringLiteral("train"),
                              QStringLiteral("--model"),
                              QStringLiteral("lflstm"),
                              QStringLiteral("--data"),
                              m_unaligned,
                              QStringLiteral("--out"),
                              out,
                              QStringLiteral("--json")};
        for (const char* field : {"training.epochs=8", "training.batch=4", "training.patience=100",
                                  "model.h_l=6", "model.h_a=4", "model.h_v=4", "model.fc=4"})
            arguments << QStringLiteral("--set") << QLatin1String(field);
        return arguments + more;
    }

    QStringList training(const QString& out, const QStringList& more = {}) const
    {
        QStringList arguments{QStringLiteral("train"),
                              QStringLiteral("--model"),
                              QStringLiteral("lmf"),
                              QStringLiteral("--data"),
                              m_data,
                              QStringLiteral("--out"),
                              out,
                              QStringLiteral("--json")};
        for (const char* field : {"training.epochs=8", "training.batch=4", "training.patience=100",
                                  "model.h_l=6", "model.h_a=4", "model.h_v=4", "model.text_out=4"})
            arguments << QStringLiteral("--set") << QLatin1String(field);
        return arguments + more;
    }

    /// Trains, sends the signal after the second epoch was told, and waits for the end. @return the exit
    /// code.
    int interrupted(const QStringList& arguments, int signal) const
    {
        QProcess process;
        process.setProcessEnvironment(quietThreads());
        process.start(QStringLiteral(PROGRAMS "/polylogue-models"), arguments);
        QByteArray errors;
        process.setReadChannel(QProcess::StandardError);
        while (!errors.contains("epoch 2/") && process.waitForReadyRead(support::kPatience))
            errors += process.readAllStandardError();
        ::kill(static_cast<pid_t>(process.processId()), signal);
        process.waitForFinished(support::kPatience);
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

private slots:
    void initTestCase()
    {
        test::FeatureFile::make(m_data.toStdString(), 400);
        test::UnalignedFile::make(m_unaligned.toStdString(), 400);
    }

    void aRunLeavesModelConfigurationHistoryAndResult()
    {
        const auto result = run(training(place("whole")));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const nlohmann::json told = lastLine(result.output);
        QCOMPARE(told.at("fold").get<std::string>(), std::string("test"));
        QCOMPARE(told.at("n").get<int>(), 200);
        QVERIFY(told.at("mae").is_number());
        QVERIFY(told.at("rules").at("acc7").is_string());
        const QDir folder(place("whole"));
        QCOMPARE(folder.entryList(QDir::Files),
                 (QStringList{QStringLiteral("checkpoint.safetensors"), QStringLiteral("config.json"),
                              QStringLiteral("history.csv"), QStringLiteral("history.jsonl"),
                              QStringLiteral("model.safetensors"), QStringLiteral("record.json"),
                              QStringLiteral("result.json")}));
        QCOMPARE(bytes(folder.filePath(QStringLiteral("history.csv"))).count('\n'), 9);
        QCOMPARE(bytes(folder.filePath(QStringLiteral("history.jsonl"))).count('\n'), 8);
        const auto kept
            = nlohmann::json::parse(bytes(folder.filePath(QStringLiteral("result.json"))).toStdString());
        QVERIFY(kept.at("mae") == told.at("mae"));
    }

    void theSameSeedWritesTheSameFile()
    {
        QCOMPARE(run(training(place("again"))).exitCode, 0);
        QVERIFY(!bytes(place("whole/model.safetensors")).isEmpty());
        QVERIFY(bytes(place("again/model.safetensors")) == bytes(place("whole/model.safetensors")));
        QCOMPARE(run(training(place("other"), {QStringLiteral("--seed"), QStringLiteral("2")})).exitCode, 0);
        QVERIFY(bytes(place("other/model.safetensors")) != bytes(place("whole/model.safetensors")));
    }

    void aStoppedRunGoesOnToTheSameWeights_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<bool>("isUnaligned");
        QTest::newRow("interrupted") << SIGINT << 130 << false;
        QTest::newRow("asked to end") << SIGTERM << 130 << false;
        QTest::newRow("killed") << SIGKILL << -1 << false;
        QTest::newRow("on unaligned data") << SIGINT << 130 << true;
    }

    void aStoppedRunGoesOnToTheSameWeights()
    {
        QFETCH(const int, signal);
        QFETCH(const int, exitCode);
        QFETCH(const bool, isUnaligned);
        const QString out = m_folder.filePath(QStringLiteral("stopped-%1-%2").arg(signal).arg(isUnaligned));
        const QString whole = place(isUnaligned ? "whole-unaligned" : "whole");
        const auto arguments = [&](const QString& folder, const QStringList& more = {}) {
            return isUnaligned ? unalignedTraining(folder, more) : training(folder, more);
        };
        if (isUnaligned)
            QCOMPARE(run(arguments(whole)).exitCode, 0);
        QCOMPARE(interrupted(arguments(out), signal), exitCode);
        QVERIFY(QFile::exists(out + QStringLiteral("/checkpoint.safetensors")));
        QVERIFY(!QFile::exists(out + QStringLiteral("/model.safetensors")));
        const auto early
            = run({QStringLiteral("predict"), out + QStringLiteral("/checkpoint.safetensors"),
                   QStringLiteral("--data"), isUnaligned ? m_unaligned : m_data, QStringLiteral("--json")});
        QVERIFY2(early.exitCode == 0, early.errors.constData());
        const auto resumed = run(arguments(out, {QStringLiteral("--resume")}));
        QVERIFY2(resumed.exitCode == 0, resumed.errors.constData());
        QVERIFY2(!resumed.errors.contains("epoch 1/"), resumed.errors.constData());
        QVERIFY(bytes(out + QStringLiteral("/model.safetensors"))
                == bytes(whole + QStringLiteral("/model.safetensors")));
        QCOMPARE(bytes(out + QStringLiteral("/history.jsonl")).count('\n'), 8);
    }

    void twoRunsAtOnceDoNotShareAFolder()
    {
        const QString out = place("busy");
        QProcess first;
        first.setProcessEnvironment(quietThreads());
        first.start(QStringLiteral(PROGRAMS "/polylogue-models"),
                    training(out,
                             {QStringLiteral("--set"), QStringLiteral("training.epochs=100000"),
                              QStringLiteral("--set"), QStringLiteral("training.patience=100000")}));
        QByteArray errors;
        first.setReadChannel(QProcess::StandardError);
        while (!errors.contains("epoch 1/") && first.waitForReadyRead(support::kPatience))
            errors += first.readAllStandardError();
        const auto second = run(training(out));
        QCOMPARE(second.exitCode, 1);
        const QByteArray told = out.toUtf8() + ": process " + QByteArray::number(first.processId());
        QVERIFY2(second.errors.contains(told), second.errors.constData());
        QVERIFY(bytes(out + QStringLiteral("/config.json")).contains("100000")); // still the first one's
        first.kill();
        first.waitForFinished(support::kPatience);
        const auto third = run(training(out, {QStringLiteral("--overwrite")}));
        QVERIFY2(third.exitCode == 0, third.errors.constData());
    }

    void aCheckpointOfOtherSettingsIsRefused()
    {
        const auto result = run(training(
            place("whole"),
            {QStringLiteral("--resume"), QStringLiteral("--set"), QStringLiteral("training.lr=0.5")}));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("other settings"), result.errors.constData());
    }

    void aRunThatIsThereIsNotStartedOverSilently()
    {
        const QByteArray before = bytes(place("whole/model.safetensors"));
        const auto refused = run(training(place("whole")));
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("--resume") && refused.errors.contains("--overwrite"),
                 refused.errors.constData());
        QVERIFY(bytes(place("whole/model.safetensors")) == before);
        const QString alone = place("alone.safetensors");
        QVERIFY(QFile::copy(place("whole/model.safetensors"), alone));
        QCOMPARE(run(training(alone)).exitCode, 1);
        QVERIFY(bytes(alone) == before);
        const auto over = run(
            training(alone, {QStringLiteral("--overwrite"), QStringLiteral("--seed"), QStringLiteral("3")}));
        QVERIFY2(over.exitCode == 0, over.errors.constData());
        QVERIFY(bytes(alone) != before);
    }

    void aStartThatFailsLeavesNoFolder()
    {
        const auto failed
            = run({QStringLiteral("train"), QStringLiteral("--model"), QStringLiteral("lmf"),
                   QStringLiteral("--data"), place("nowhere.h5"), QStringLiteral("--out"), place("nothing")});
        QCOMPARE(failed.exitCode, 1);
        QVERIFY(!QFile::exists(place("nothing")));
    }

    void inputsAreNeverOutputs_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString link = place("linked.csv");
        QVERIFY(QFile::link(m_data, link));
        const QString model = place("whole/model.safetensors");
        const QStringList predict{QStringLiteral("predict"), model, QStringLiteral("--data"), m_data,
                                  QStringLiteral("--out")};
        QTest::newRow("predict over its data") << predict + QStringList{m_data};
        QTest::newRow("predict over its data through a link") << predict + QStringList{link};
        QTest::newRow("predict over its model") << predict + QStringList{model};
        QTest::newRow("train over its data") << QStringList{QStringLiteral("train"),
                                                            QStringLiteral("--model"),
                                                            QStringLiteral("lmf"),
                                                            QStringLiteral("--data"),
                                                            m_data,
                                                            QStringLiteral("--out"),
                                                            m_data,
                                                            QStringLiteral("--overwrite")};
    }

    void inputsAreNeverOutputs()
    {
        QFETCH(const QStringList, arguments);
        const QByteArray data = bytes(m_data), model = bytes(place("whole/model.safetensors"));
        const auto refused = run(arguments);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY(bytes(m_data) == data && bytes(place("whole/model.safetensors")) == model);
    }

    void fieldsMayFollowEachOther()
    {
        const auto result = run({QStringLiteral("train"), QStringLiteral("--model"), QStringLiteral("lmf"),
                                 QStringLiteral("--data"), m_data, QStringLiteral("--out"), place("fields"),
                                 QStringLiteral("--set"), QStringLiteral("training.epochs=1"),
                                 QStringLiteral("training.batch=50")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const auto config = nlohmann::json::parse(bytes(place("fields/config.json")).toStdString());
        QCOMPARE(config.at("training").at("batch").get<int>(), 50);
    }

    /// A file whose folds were swapped: what the model learnt from is not scored as test.
    void testFiguresDoNotLeak_data()
    {
        QTest::addColumn<bool>("hasIds");
        QTest::newRow("ids") << true;
        QTest::newRow("no ids") << false;
    }

    void testFiguresDoNotLeak()
    {
        QFETCH(const bool, hasIds);
        const QString data = place(hasIds ? "ids.h5" : "no-ids.h5"), swapped = place("swapped.h5"),
                      out = place(hasIds ? "leak-ids" : "leak");
        const auto write = [&](const QString& file, const std::array<const char*, 3>& folds) {
            test::FeatureFile written(file.toStdString());
            for (std::size_t fold = 0; fold < folds.size(); ++fold) {
                const std::string in = folds[fold];
                std::vector<float> values, labels;
                std::vector<std::string> ids;
                for (std::size_t i = 0; i < 6; ++i) {
                    for (std::size_t k = 0; k < 4; ++k)
                        values.push_back(static_cast<float>(fold * 100 + i * 10 + k * k) / 50.0f);
                    labels.push_back(static_cast<float>(i) - 2.5f);
                    ids.push_back("video" + std::to_string(fold) + "_" + std::to_string(i));
                }
                for (const char* modality : {"/text", "/audio", "/vision"})
                    written.write(in + modality, {6, 2, 2}, values);
                written.write(in + "/labels", {6, 1}, labels);
                if (hasIds)
                    written.writeTexts(in + "/ids", ids);
            }
        };
        write(data, {"train", "valid", "test"});
        write(swapped, {"test", "valid", "train"});
        const auto trained = run({QStringLiteral("train"), QStringLiteral("--model"), QStringLiteral("lmf"),
                                  QStringLiteral("--data"), data, QStringLiteral("--out"), out,
                                  QStringLiteral("--set"), QStringLiteral("training.epochs=1")});
        QVERIFY2(trained.exitCode == 0, trained.errors.constData());
        const QStringList evaluate{QStringLiteral("evaluate"), out + QStringLiteral("/model.safetensors"),
                                   QStringLiteral("--json"), QStringLiteral("--data")};
        const auto before = run(evaluate + QStringList{data}), after = run(evaluate + QStringList{swapped});
        QVERIFY2(after.exitCode == 0, after.errors.constData());
        QVERIFY(lastLine(after.output).at("mae") == lastLine(before.output).at("mae"));
        QVERIFY2(after.errors.contains("12 segments are in other folds")
                     && after.errors.contains("6 of them"),
                 after.errors.constData());
        QVERIFY2(!before.errors.contains("other folds"), before.errors.constData());
        const auto own = run(evaluate + QStringList{swapped, QStringLiteral("--own-folds")});
        QVERIFY2(
            own.errors.contains("6 of the 12 segments of valid and test are ones that the model learnt from"),
            own.errors.constData());
        const QStringList predict{QStringLiteral("predict"), out + QStringLiteral("/model.safetensors"),
                                  QStringLiteral("--data"), swapped, QStringLiteral("--json")};
        const auto told = nlohmann::json::parse(run(predict).output.toStdString());
        QCOMPARE(told.at(0).at("fold").get<std::string>(),
                 std::string("test")); // first in the file: fold train
    }

    void aModelIsEvaluatedAndPredictsOnAFile()
    {
        const QString model = place("whole/model.safetensors");
        const auto scores = run(
            {QStringLiteral("evaluate"), model, QStringLiteral("--data"), m_data, QStringLiteral("--json")});
        QVERIFY2(scores.exitCode == 0, scores.errors.constData());
        const auto kept = nlohmann::json::parse(bytes(place("whole/result.json")).toStdString());
        QVERIFY(lastLine(scores.output).at("mae") == kept.at("mae"));

        const QString table = place("predictions.csv");
        const auto written = run({QStringLiteral("predict"), model, QStringLiteral("--data"), m_data,
                                  QStringLiteral("--out"), table});
        QVERIFY2(written.exitCode == 0, written.errors.constData());
        QCOMPARE(bytes(table).split('\n').first(), QByteArray("id,fold,sentiment,true_sentiment"));
        QCOMPARE(bytes(table).count('\n'), 801);
    }

    void labelsOfValidThatAreFarFromOthersAreSaid()
    {
        const QString data = place("far-labels.h5");
        {
            test::FeatureFile file(data.toStdString());
            file.writeFold("train", 24, 1);
            writeLabelled(file, "valid", {-1, 0.5, 1,   2,    0,  -2, 1, 1.5, -0.5, 0.25, -1, 300,
                                          -1, 1,   0.5, 0.75, -2, 2,  0, 1,   1,    0.5,  -1, 0});
            file.writeFold("test", 24, 3);
            file.close();
        }
        const auto result = run({QStringLiteral("train"), QStringLiteral("--model"), QStringLiteral("lmf"),
                                 QStringLiteral("--data"), data, QStringLiteral("--out"), place("far"),
                                 QStringLiteral("--set"), QStringLiteral("training.epochs=1")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.errors.contains(
                     "the label 300 of valid_2[3] (fold valid, column 1) is far from the others"),
                 result.errors.constData());
    }

    /// The model "whole" learnt scores.
    void labelsOfAnotherKindAreSaid_data()
    {
        QTest::addColumn<std::vector<float>>("labels"); // of test, in turns
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("yes or no") << std::vector<float>{0, 1}
                                   << QByteArray("are only 0 and 1, as of a yes or no");
        QTest::newRow("another scale")
            << std::vector<float>{40, 60, 80}
            << QByteArray("all 24 labels \"sentiment\" of test are outside of the model's range");
        QTest::newRow("a typing error")
            << std::vector<float>{-1,  0.5, 1, 2, 0,  -2, 500, 1, 1, 0,  -1, -1,
                                  0.5, 1,   2, 0, -2, 0,  1,   1, 0, -1, 0,  1}
            << QByteArray("the label 500 of test_1[2] (fold test, column 1) is far");
        QTest::newRow("as the model has them") << std::vector<float>{-1, 0.5, 1} << QByteArray();
    }

    void labelsOfAnotherKindAreSaid()
    {
        QFETCH(const std::vector<float>, labels);
        QFETCH(const QByteArray, expected);
        const QString data = place("other-labels.h5");
        {
            test::FeatureFile file(data.toStdString());
            writeLabelled(file, "test", labels);
            file.close();
        }
        const QString model = place("whole/model.safetensors");
        for (const char* command : {"evaluate", "predict"}) {
            const auto result = run(
                {QLatin1String(command), model, QStringLiteral("--data"), data, QStringLiteral("--json")});
            QVERIFY2(result.exitCode == 0, result.errors.constData());
            if (expected.isEmpty())
                QVERIFY2(!result.errors.contains("label"), result.errors.constData());
            else
                QVERIFY2(result.errors.contains("note: ") && result.errors.contains(expected),
                         result.errors.constData());
        }
    }

    void unalignedDataAreScoredAndPredicted()
    {
        const QString model = place("whole-unaligned/model.safetensors");
        const auto scores = run({QStringLiteral("evaluate"), model, QStringLiteral("--data"), m_unaligned,
                                 QStringLiteral("--json")});
        QVERIFY2(scores.exitCode == 0, scores.errors.constData());
        QVERIFY2(scores.errors.contains("unaligned: each modality has steps of its own"),
                 scores.errors.constData());
        QCOMPARE(lastLine(scores.output).at("n").get<int>(), 200);
        const auto predictions
            = run({QStringLiteral("predict"), model, QStringLiteral("--data"), m_unaligned,
                   QStringLiteral("--ids"), QStringLiteral("test_7"), QStringLiteral("--json")});
        QVERIFY2(predictions.exitCode == 0, predictions.errors.constData());
        const auto refused
            = run({QStringLiteral("train"), QStringLiteral("--model"), QStringLiteral("mfn"),
                   QStringLiteral("--data"), m_unaligned, QStringLiteral("--out"), place("mfn")});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("MFN takes aligned ones only"), refused.errors.constData());
    }

    void aSearchRunsEveryChoiceAndCollects()
    {
        write("search.json",
              {{"data", m_data.toStdString()},
               {"model", "lmf"},
               {"training", {{"epochs", 1}}},
               {"search", {{"model.rank", {1, 2}}}},
               {"seeds", {1, 2}}});
        const QStringList search{QStringLiteral("search"), place("search.json"), QStringLiteral("--out"),
                                 place("search")};
        const auto result = run(search + QStringList{QStringLiteral("--json")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(lastLine(result.output).at("runs").get<int>(), 2);
        QCOMPARE(bytes(place("search/search.csv")).count('\n'), 5);
        const auto again = run(search + QStringList{QStringLiteral("--collect")});
        QVERIFY2(again.exitCode == 0, again.errors.constData());
        QVERIFY2(!again.errors.contains("epoch"), again.errors.constData());

        const auto scripts
            = run({QStringLiteral("slurm"), place("search.json"), QStringLiteral("--out"), place("cluster")});
        QVERIFY2(scripts.exitCode == 0, scripts.errors.constData());
        QVERIFY(bytes(place("cluster/slurm/run.sbatch")).contains("--array=1-4"));
        QVERIFY(bytes(place("cluster/slurm/collect.sbatch")).contains("--collect"));
        QVERIFY(bytes(place("cluster/slurm/submit.sh")).contains("afterany"));
    }

    void theCommandInTheCardMakesTheModelAgain()
    {
        write("relative.json", {{"data", "nowhere.h5"}, {"model", "lmf"}, {"training", {{"epochs", 1}}}});
        const auto result
            = run({QStringLiteral("train"), place("relative.json"), QStringLiteral("--data"), m_data,
                   QStringLiteral("--set"), QStringLiteral("name=two words"), QStringLiteral("--threads"),
                   QStringLiteral("2"), QStringLiteral("--out"), place("card")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const QString command
            = QStringLiteral(
                  "polylogue-models train %1 --data %2 --set 'name=two words' --threads 2 --seed 1")
                  .arg(place("relative.json"), m_data);
        QVERIFY(bytes(place("card/model.safetensors")).contains(command.toUtf8()));
    }

    void theConfigurationOfARunMakesItAgain()
    {
        QCOMPARE(QFile::copy(m_data, place("beside.h5")), true);
        write("config.json", {{"data", "beside.h5"}, {"model", "lmf"}, {"training", {{"epochs", 1}}}});
        const QStringList train{QStringLiteral("train")}, out{QStringLiteral("--out")};
        const auto first = run(train + QStringList{place("config.json")} + out + QStringList{place("once")});
        QVERIFY2(first.exitCode == 0, first.errors.constData());
        const auto second
            = run(train + QStringList{place("once/config.json")} + out + QStringList{place("twice")});
        QVERIFY2(second.exitCode == 0, second.errors.constData());
        QVERIFY(!bytes(place("once/config.json")).isEmpty());
        QCOMPARE(bytes(place("twice/config.json")), bytes(place("once/config.json")));
        QCOMPARE(bytes(place("twice/result.json")), bytes(place("once/result.json")));
    }

    void aPointThatFailsStopsNoOther()
    {
        write("failing.json",
              {{"data", m_data.toStdString()},
               {"model", "lmf"},
               {"training", {{"epochs", 1}}},
               {"search", {{"training.validation", {"nonsense", "loss"}}}}});
        const QStringList search{QStringLiteral("search"), place("failing.json"), QStringLiteral("--out"),
                                 place("failing")};
        const auto result = run(search);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("point 1: "), result.errors.constData());
        QVERIFY(bytes(place("failing/point-1/error.txt")).contains("nonsense"));
        QVERIFY(QFile::exists(place("failing/point-2/result.json")));
        QCOMPARE(bytes(place("failing/search.csv")).count('\n'), 2);
        const auto collected = run(search + QStringList{QStringLiteral("--collect")});
        QCOMPARE(collected.exitCode, 1);
        QVERIFY2(collected.errors.contains("point 1") && collected.errors.contains("nonsense"),
                 collected.errors.constData());
        QCOMPARE(run(search + QStringList{QStringLiteral("--point"), QStringLiteral("1")}).exitCode, 1);
    }

    void noResultOfAnotherConfigurationIsCollected()
    {
        nlohmann::json config{
            {"data", m_data.toStdString()}, {"model", "lmf"}, {"training", {{"epochs", 1}}}};
        const QStringList search{QStringLiteral("search"), place("stale.json"), QStringLiteral("--out"),
                                 place("stale")};
        write("stale.json", config);
        QCOMPARE(run(search).exitCode, 0);
        QVERIFY(QFile::exists(place("stale/point-1/result.json")));
        config["training"]["validation"] = "nonsense"; // stops after the configuration was written
        write("stale.json", config);
        QCOMPARE(run(search).exitCode, 1);
        QVERIFY(!QFile::exists(place("stale/point-1/result.json")));
        QVERIFY(!QFile::exists(place("stale/point-1/checkpoint.safetensors")));
        config["training"]["validation"] = "loss";
        config["training"]["lr"] = 0.01;
        write("stale.json", config);
        const auto mended = run(search);
        QVERIFY2(mended.exitCode == 0, mended.errors.constData());
        QVERIFY(!QFile::exists(place("stale/point-1/error.txt")));
    }

    void aClassIsTrueInItsOwnColumn()
    {
        const QString data = place("classes.h5");
        test::FeatureFile file(data.toStdString());
        for (const char* fold : {"train", "valid", "test"}) {
            file.write(std::string(fold) + "/text", {3, 2, 1}, {1, 2, 3, 4, 5, 6});
            file.write(std::string(fold) + "/labels", {3}, {2, 0, 1});
        }
        file.close();
        const auto trained = run({QStringLiteral("train"), QStringLiteral("--model"), QStringLiteral("lmf"),
                                  QStringLiteral("--data"), data, QStringLiteral("--out"), place("classes"),
                                  QStringLiteral("--set"), QStringLiteral("task=classes"),
                                  QStringLiteral("--set"), QStringLiteral("training.epochs=1")});
        QVERIFY2(trained.exitCode == 0, trained.errors.constData());
        const auto predicted
            = run({QStringLiteral("predict"), place("classes/model.safetensors"), QStringLiteral("--data"),
                   data, QStringLiteral("--out"), place("classes.csv")});
        QVERIFY2(predicted.exitCode == 0, predicted.errors.constData());
        const QList<QByteArray> lines = bytes(place("classes.csv")).split('\n');
        QVERIFY2(lines.at(1).endsWith(",0,0,1"), lines.at(1).constData());
        QVERIFY2(lines.at(2).endsWith(",1,0,0"), lines.at(2).constData());
    }

    void aModalityThatTheDataLackIsSaid()
    {
        for (const char* const command : {"evaluate", "predict"}) {
            const auto result = run({QLatin1String(command), place("classes/model.safetensors"),
                                     QStringLiteral("--data"), place("classes.h5")});
            QVERIFY2(result.exitCode == 0, result.errors.constData());
            QVERIFY2(result.errors.contains("note: acoustic: is in no fold"), result.errors.constData());
        }
    }

    void predictionsAreInTheFoldsOfTheCard()
    {
        const QString data = place("small.h5");
        test::FeatureFile::make(data.toStdString(), 8);
        const QString split = QStringLiteral(
            "split={\"train\": [\"valid_0\"], \"valid\": [\"train_0\"], \"test\": [\"test[0:1]\"]}");
        const auto trained = run({QStringLiteral("train"), QStringLiteral("--model"), QStringLiteral("lmf"),
                                  QStringLiteral("--data"), data, QStringLiteral("--out"), place("split"),
                                  QStringLiteral("--set"), split, QStringLiteral("--set"),
                                  QStringLiteral("training.epochs=1")});
        QVERIFY2(trained.exitCode == 0, trained.errors.constData());
        const QStringList predict{QStringLiteral("predict"), place("split/model.safetensors"),
                                  QStringLiteral("--data"),  data,
                                  QStringLiteral("--out"),   place("split.csv")};
        const auto linesAfter = [&](const QStringList& arguments) {
            return run(arguments).exitCode == 0 ? bytes(place("split.csv")) : QByteArray();
        };
        const QByteArray lines = linesAfter(predict);
        for (const char* const start :
             {"\ntrain_0[0],valid,", "\ntrain_1[0],,", "\nvalid_0[0],train,", "\ntest_0[0],test,"})
            QVERIFY2(lines.contains(start), lines.constData());
        QVERIFY(
            linesAfter(predict + QStringList{QStringLiteral("--own-folds")}).contains("\ntrain_0[0],train,"));
    }

    void aBenchmarkPrintsLinesOfJson()
    {
        const auto result
            = run({QStringLiteral("benchmark"), QStringLiteral("lmf"), QStringLiteral("--batch"),
                   QStringLiteral("8,16"), QStringLiteral("--segments"), QStringLiteral("32"),
                   QStringLiteral("--epochs"), QStringLiteral("1"), QStringLiteral("--latencies"),
                   QStringLiteral("5"), QStringLiteral("--predictions"), QStringLiteral("10")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QStringList measures;
        for (const QByteArray& line : result.output.trimmed().split('\n'))
            measures << QString::fromStdString(
                nlohmann::json::parse(line.toStdString()).at("measure").get<std::string>());
        QCOMPARE(measures,
                 (QStringList{QStringLiteral("epoch"), QStringLiteral("epoch"), QStringLiteral("latency"),
                              QStringLiteral("latency_with_displays"), QStringLiteral("memory")}));
    }

    void aBenchmarkOfNothingIsRefused()
    {
        const auto result = run({QStringLiteral("benchmark"), QStringLiteral("lmf"),
                                 QStringLiteral("--segments"), QStringLiteral("0")});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains("--segments"), result.errors.constData());
    }

    void cudaIsRefusedWhereThereIsNone()
    {
        const auto result
            = run(training(place("cuda"), {QStringLiteral("--device"), QStringLiteral("cuda")}));
        if (result.exitCode == 0)
            QSKIP("this LibTorch has CUDA");
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("cuda"), result.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestTrainCommand)
#include "tst_train_command.moc"
