#include "engine/core/error.h"
#include "engine/training/run/config_json.h"
#include "engine/training/run/train_config.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace engine;

class TestTrainConfig : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("config.json"));

    void write(const QByteArray& text)
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        file.write(text);
        file.close();
    }

    TrainConfig read(const QByteArray& text)
    {
        write(text);
        return trainConfigFromJson(readConfig(m_path.toStdString()), m_path.toStdString());
    }

private slots:
    void whatIsLeftOutHasADefault()
    {
        const TrainConfig config = read(R"({"dataset": "../dataset.json", "model": {"class": "LMF"}})");
        QVERIFY(config.source.dataset
                == std::filesystem::path(m_folder.path().toStdString()) / "../dataset.json");
        QCOMPARE(config.name, std::string("LMF"));
        QVERIFY(config.labels.empty()); // all columns
        QVERIFY(config.training == TrainingSettings());
        QVERIFY(config.source.recipe == SegmentRecipe());
        QVERIFY((config.modalities == EnabledModalities{true, true, true}));
    }

    void everyFieldIsRead()
    {
        const TrainConfig config = read(R"({
            "dataset": "d.json", "name": "Small", "model": {"class": "LMF", "rank": 4},
            "recipe": {"text": "glove", "collapse": "max"},
            "labels": [{"name": "happy", "column": 1, "range": [0, 3]}],
            "training": {"epochs": 7, "patience": 3, "batch": 4, "lr": 0.01, "weight_decay": 0.1, "clip": 2, "seed": 9,
                         "label_weights": [0.5]},
            "modalities": ["visual", "text"]})");
        QCOMPARE(config.name, std::string("Small"));
        QCOMPARE(config.model.at("rank").get<int>(), 4);
        QCOMPARE(config.source.recipe.text, std::string("glove"));
        QCOMPARE(config.source.recipe.collapse.toString(), std::string("max"));
        QVERIFY((config.labels == std::vector<LabelCard>{{"happy", 0, 3, 1}}));
        TrainingSettings training;
        training.epochs = 7;
        training.patience = 3;
        training.batch = 4;
        training.learningRate = training.factorLearningRate = 0.01;
        training.weightDecay = 0.1;
        training.clipNorm = 2.0;
        training.seed = 9;
        training.labelWeights = {0.5};
        QVERIFY(config.training == training);
        QVERIFY((config.modalities == EnabledModalities{true, false, true}));
    }

    void aMistakeIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("named");
        const QByteArray start = R"({"dataset": "d.json", "model": {"class": "LMF"}, )";
        QTest::newRow("no JSON") << QByteArray("{")
                                 << QByteArray("config.json: is no JSON: it is damaged at byte 2");
        QTest::newRow("no dataset") << QByteArray(R"({"model": {"class": "LMF"}})") << QByteArray("dataset");
        QTest::newRow("unknown field") << start + R"("epochs": 3})" << QByteArray("epochs");
        QTest::newRow("unknown setting") << start + R"("training": {"speed": 3}})" << QByteArray("speed");
        QTest::newRow("no epochs") << start + R"("training": {"epochs": 0}})" << QByteArray("epochs");
        QTest::newRow("learning rate 0") << start + R"("training": {"lr": 0}})" << QByteArray("lr");
        QTest::newRow("no label weight above 0")
            << start + R"("training": {"label_weights": [0]}})" << QByteArray("label_weights");
        QTest::newRow("negative label weight")
            << start + R"("training": {"label_weights": [-1, 1]}})" << QByteArray("label_weights");
        QTest::newRow("too many label weights")
            << start + R"("labels": [{"name": "x", "column": 0, "range": [0, 1]}], )"
                + R"("training": {"label_weights": [1, 1]}})"
            << QByteArray("2 weights for 1 labels");
        QTest::newRow("unknown schedule")
            << start + R"("training": {"schedule": "hope"}})" << QByteArray("schedule");
        QTest::newRow("unknown loss") << start + R"("training": {"loss": "grief"}})" << QByteArray("grief");
        QTest::newRow("unknown task") << start + R"("task": "guess"})" << QByteArray("guess");
        QTest::newRow("unknown normalisation") << start + R"("normalise": "y"})" << QByteArray("normalise");
        QTest::newRow("lists of a search") << start + R"("seeds": [1]})" << QByteArray("search");
        QTest::newRow("dataset and data") << start + R"("data": "d.h5"})" << QByteArray("either");
        QTest::newRow("unknown modality") << start + R"("modalities": ["smell"]})" << QByteArray("smell");
        QTest::newRow("name that is a number") << start + R"("name": 3})" << QByteArray("name is 3");
        QTest::newRow("settings in a list") << start + R"("training": [3]})" << QByteArray("training is [3]");
        QTest::newRow("modality that is a number")
            << start + R"("modalities": [3]})" << QByteArray("modalities[0] is 3");
        QTest::newRow("flag that is a text") << start + R"("alone": "no"})" << QByteArray("alone is");
        QTest::newRow("label without a list as range")
            << start + R"("labels": [{"name": "x", "column": 0, "range": 3}]})" << QByteArray("range is 3");
        QTest::newRow("no modality") << start + R"("modalities": []})" << QByteArray("modalities");
        QTest::newRow("unknown sequence") << start + R"("recipe": {"smell": "x"}})" << QByteArray("smell");
        QTest::newRow("label without range") << start + R"("labels": [{"name": "x", "column": 0}]})"
                                             << QByteArray("labels[0].range is missing, expected [lowest");
        QTest::newRow("label without column") << start + R"("labels": [{"name": "x", "range": [0, 1]}]})"
                                              << QByteArray("labels[0].column is missing");
        QTest::newRow("range upside down")
            << start + R"("labels": [{"name": "x", "column": 0, "range": [3, 0]}]})"
            << QByteArray("labels[0].range is [3,0], expected [lowest, highest]");
        QTest::newRow("unknown field of a label")
            << start + R"("labels": [{"name": "x", "column": 0, "range": [0, 3], "colour": 1}]})"
            << QByteArray("labels[0].colour is unknown");
        QTest::newRow("neutral outside the range")
            << start + R"("labels": [{"name": "x", "column": 0, "range": [0, 3], "neutral": 4}]})"
            << QByteArray("labels[0].neutral is 4, outside the range [0,3]");
        QTest::newRow("range without end")
            << start + R"("labels": [{"name": "x", "column": 0, "range": [0, 1e39]}]})"
            << QByteArray("labels[0].range is [0,1e+39], expected [lowest, highest]");
        QTest::newRow("two labels of a column")
            << start + R"("labels": [{"name": "x", "column": 0, "range": [0, 3]},)"
                + R"({"name": "y", "column": 0, "range": [0, 3]}]})"
            << QByteArray("labels[1].column is 0, as that of labels[0]");
        QTest::newRow("two labels of a name")
            << start + R"("labels": [{"name": "x", "column": 0, "range": [0, 3]},)"
                + R"({"name": "x", "column": 1, "range": [0, 3]}]})"
            << QByteArray("labels[1].name is ") + "\"x\", as that of labels[0]";
        QTest::newRow("modality named twice")
            << start + R"("modalities": ["text", "text"]})"
            << QByteArray("modalities[1] is \"text\", which is named twice");
        QTest::newRow("model without class") << QByteArray(R"({"dataset": "d.json", "model": {}})")
                                             << QByteArray("model.class is missing, expected a model's name");
        QTest::newRow("a split's fold without a list")
            << start + R"("split": {"train": "a"}})" << QByteArray("split.train is \"a\", expected a list");
        QTest::newRow("a split's entry that is a number") << start
                + R"("split": {"train": ["a", 3]}})" << QByteArray("split.train[1] is 3, expected a text");
        QTest::newRow("more steps than can be") << start
                + R"("steps": 100000000000})" << QByteArray("steps is 100000000000, expected a whole number");
        QTest::newRow("steps as a fraction")
            << start + R"("steps": 1e11})" << QByteArray("steps is 100000000000.0, expected a whole number");
    }

    void aMistakeIsNamed()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, named);
        try {
            read(text);
            QFAIL("a mistake was accepted");
        } catch (const FormatError& error) {
            QVERIFY2(QByteArray(error.what()).contains(named), error.what());
            QVERIFY2(QByteArray(error.what()).contains("config.json"), error.what());
        }
    }

    void aModelsNameStandsForWhatItWasPublishedWith()
    {
        const TrainConfig config = read(
            R"({"data": "f.h5", "model": "lmf", "training": {"epochs": 3}, "nan": "zero", "steps": 15})");
        QCOMPARE(config.model.at("class").get<std::string>(), std::string("LMF"));
        QCOMPARE(config.model.at("rank").get<int>(), 4);
        QCOMPARE(config.training.epochs, 3);
        QCOMPARE(config.training.patience, TrainingSettings().patience); // LMF leaves that to the trainer
        QVERIFY(config.labels.empty());
        QVERIFY(!config.trainsAlone);
        QVERIFY(config.input.nanIsZero);
        QCOMPARE(config.input.steps, std::size_t(15));
    }

    void aMissingFileIsAnIoError()
    {
        QVERIFY_THROWS_EXCEPTION(IoError,
                                 readConfig(m_folder.filePath(QStringLiteral("none.json")).toStdString()));
    }
};

QTEST_GUILESS_MAIN(TestTrainConfig)
#include "tst_train_config.moc"
