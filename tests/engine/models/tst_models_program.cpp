#include "engine/sequences/hdf5/h5_file.h"
#include "engine/worker/math_environment.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/waiting.h"

using namespace engine;

namespace {

struct Result {
    int exitCode = -1;
    QByteArray out;
    QByteArray error;
};

/// Runs polylogue-models with the environment that spares it the restart.
Result run(const QStringList& arguments, const QStringList& removedVariables = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] : mathEnvironment())
        environment.insert(QString::fromStdString(name), QString::fromStdString(value));
    for (const QString& name : removedVariables)
        environment.remove(name);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(PROGRAMS "/polylogue-models"), arguments);
    if (!process.waitForFinished(support::kPatience))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

std::string lastLine(const QByteArray& text)
{
    return text.trimmed().split('\n').constLast().toStdString();
}

}

class TestModelsProgram : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_config = m_folder.filePath(QStringLiteral("config.json"));
    QString m_model = m_folder.filePath(QStringLiteral("model.safetensors"));

private slots:
    void initTestCase()
    {
        const nlohmann::json config{
            {"dataset", DEMO "/dataset.json"},
            {"model", {{"class", "LMF"}, {"h_l", 4}, {"h_a", 3}, {"h_v", 3}, {"text_out", 3}, {"rank", 2}}},
            {"training", {{"epochs", 2}}}};
        QFile file(m_config);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(config.dump()));
    }

    void aTrainedModelIsEvaluatedAndPredicts()
    {
        const Result training
            = run({QStringLiteral("train"), m_config, QStringLiteral("--out"), m_model,
                   QStringLiteral("--seed"), QStringLiteral("5"), QStringLiteral("--json")});
        QVERIFY2(training.exitCode == 0, training.error.constData());
        const auto trained = nlohmann::json::parse(lastLine(training.out));

        const Result evaluation = run({QStringLiteral("evaluate"), m_model, QStringLiteral("--dataset"),
                                       QStringLiteral(DEMO "/dataset.json"), QStringLiteral("--json")});
        QVERIFY2(evaluation.exitCode == 0, evaluation.error.constData());
        QCOMPARE(evaluation.out.trimmed().count('\n'), 2); // a line per fold
        QVERIFY(nlohmann::json::parse(lastLine(evaluation.out)) == trained);
        QCOMPARE(trained.at("fold").get<std::string>(), std::string("test"));

        const Result one = run({QStringLiteral("predict"), m_model, QStringLiteral("--dataset"),
                                QStringLiteral(DEMO "/dataset.json"), QStringLiteral("--ids"),
                                QStringLiteral("finn_1[2]"), QStringLiteral("--json")});
        QVERIFY2(one.exitCode == 0, one.error.constData());
        const auto rows = nlohmann::json::parse(one.out.toStdString());
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows.at(0).at("id").get<std::string>(), std::string("finn_1[2]"));
        QVERIFY(rows.at(0).at("scores").at("sentiment").is_number());
        const Result video
            = run({QStringLiteral("predict"), m_model, QStringLiteral("--dataset"),
                   QStringLiteral(DEMO "/dataset.json"), QStringLiteral("--ids"), QStringLiteral("finn_1")});
        QCOMPARE(video.out.trimmed().count('\n'), 5); // a heading and five segments
    }

    /// What a dataset's list names is read: no result lies over any of it.
    void filesOfTheDatasetAreNotWrittenOver_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<bool>("takesModel");
        for (const auto& [command, takesModel] : {std::pair{"predict", true},
                                                  {"explain", true},
                                                  {"explain --layer", true},
                                                  {"fit-labels", true},
                                                  {"compare", true},
                                                  {"suspects", false},
                                                  {"learn-order", false}})
            QTest::newRow(command) << QString::fromLatin1(command) << takesModel;
    }

    void filesOfTheDatasetAreNotWrittenOver()
    {
        QFETCH(QString, command);
        QFETCH(bool, takesModel);
        const QString model = QStringLiteral(DEMO "/model/lmf.safetensors");
        const QTemporaryDir folder;
        const QString list = folder.filePath(QStringLiteral("dataset.json"));
        nlohmann::json demo;
        std::ifstream(DEMO "/dataset.json") >> demo;
        std::ofstream(list.toStdString()) << demo.dump();
        for (const auto& entry : std::filesystem::directory_iterator(DEMO))
            if (entry.path().extension() == ".csd")
                QVERIFY(
                    QFile::copy(QString::fromStdString(entry.path().string()),
                                folder.filePath(QString::fromStdString(entry.path().filename().string()))));
        const QString input = folder.filePath(QStringLiteral("labels.csd"));
        const QString other
            = folder.filePath(command == QLatin1String("fit-labels") ? QStringLiteral("out.safetensors")
                                  : command.startsWith(QLatin1String("explain")) ? QStringLiteral("out.csd")
                                                                                 : QStringLiteral("out.csv"));
        QVERIFY(QFile::link(input, other)); // a name that the command takes
        QFile file(input);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        QStringList arguments = command.split(u' ');
        if (takesModel)
            arguments.insert(1, model);
        if (command == QLatin1String("compare"))
            arguments.insert(2, model);
        arguments << (arguments.contains(QStringLiteral("--layer"))
                          ? QStringList{other}
                          : QStringList{QStringLiteral("--out"), other})
                  << QStringLiteral("--dataset") << list;
        const Result result = run(arguments);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.error.contains("would be overwritten"), result.error.constData());
        file.seek(0);
        QCOMPARE(file.readAll(), before);
        QVERIFY(QFileInfo(other).isSymLink());
    }

    void segmentsWithoutLabelsAreOnlyPredictedWhenAskedFor()
    {
        QStringList arguments{QStringLiteral("predict"), QStringLiteral(DEMO "/model/lmf.safetensors"),
                              QStringLiteral("--dataset"), QStringLiteral(DEMO "/dataset.json"),
                              QStringLiteral("--json")};
        const auto labelled = nlohmann::json::parse(run(arguments).out.toStdString());
        QCOMPARE(labelled.size(), std::size_t(150));
        QCOMPARE(labelled.at(0).at("labels").at("sentiment").get<double>(), -1.0);
        QCOMPARE(labelled.at(0).at("labels").size(), std::size_t(7));

        arguments.append(QStringLiteral("--unlabelled"));
        const auto all = nlohmann::json::parse(run(arguments).out.toStdString());
        QVERIFY(all.size() > labelled.size());
        for (std::size_t i = labelled.size(); i < all.size(); ++i) {
            QVERIFY(all.at(i).at("id").get<std::string>().starts_with("grid_talk_a["));
            QVERIFY(all.at(i).at("labels").is_null());
            QCOMPARE(all.at(i).at("scores").size(), std::size_t(7));
        }
    }

    void aSequenceIsLookedAtBeforeItIsOpened()
    {
        const QString list = m_folder.filePath(QStringLiteral("dataset.json"));
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"sequences": [{"name": "words", "file": ")" FIXTURES
                   R"(/broken/external_data.csd"}]})");
        file.close();
        const Result result = run({QStringLiteral("predict"), QStringLiteral(DEMO "/model/lmf.safetensors"),
                                   QStringLiteral("--dataset"), list});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.error.contains("keeps its data in another file"), result.error.constData());
    }

    void aCaseIsRun()
    {
        const QString out = m_folder.filePath(QStringLiteral("result.h5"));
        const Result result = run({QStringLiteral("run-case"), QStringLiteral(FIXTURES "/models/lmf.h5"),
                                   QStringLiteral("--out"), out});
        QVERIFY2(result.exitCode == 0, result.error.constData());
        const auto read = [](const std::string& path) {
            const hdf5::Dataset pred = hdf5::File(path).root().group("outputs").dataset("pred");
            return std::get<std::vector<float>>(pred.read());
        };
        const std::vector<float> expected = read(FIXTURES "/models/lmf.h5");
        const std::vector<float> actual = read(out.toStdString());
        QCOMPARE(actual.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(std::abs(actual[i] - expected[i]) <= 1e-5f);
    }

    void itFindsItsEnvironmentByItself()
    {
        QStringList variables;
        for (const auto& [name, value] : mathEnvironment())
            variables.append(QString::fromStdString(name));
        const Result result = run({QStringLiteral("--help")}, variables);
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.out.contains("serve"));
    }

    void theExitCodeSaysWhoIsWrong_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("no command") << QString() << 2 << QByteArray("subcommand");
        QTest::newRow("unknown command") << QStringLiteral("dance") << 2 << QByteArray("subcommand");
        QTest::newRow("missing option") << QStringLiteral("train x.json") << 2 << QByteArray("--out");
        QTest::newRow("missing configuration")
            << QStringLiteral("train /none.json --out /tmp/none") << 1 << QByteArray("/none.json");
        QTest::newRow("missing model") << QStringLiteral("evaluate /none.safetensors --dataset x") << 1
                                       << QByteArray("/none.safetensors");
        QTest::newRow("missing case")
            << QStringLiteral("run-case /none.h5 --out /tmp/none.h5") << 1 << QByteArray("/none.h5");
    }

    void theExitCodeSaysWhoIsWrong()
    {
        QFETCH(const QString, arguments);
        QFETCH(const int, exitCode);
        QFETCH(const QByteArray, named);
        const Result result = run(arguments.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(result.exitCode, exitCode);
        QVERIFY2(result.error.contains(named), result.error.constData());
        QVERIFY(result.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestModelsProgram)
#include "tst_models_program.moc"
