#include "engine/core/error.h"
#include "engine/models/predict/predictor.h"
#include "engine/models/threads.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/training_run.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace engine;

namespace {

/// A few epochs on the demo set.
TrainConfig demoConfig()
{
    TrainConfig config;
    config.source.dataset = DEMO "/dataset.json";
    config.name = "test";
    config.model = {{"class", "LMF"}, {"h_l", 8}, {"h_a", 4}, {"h_v", 4}, {"text_out", 4}, {"rank", 2}};
    config.labels = {{"sentiment", -3, 3, 0}};
    config.training.epochs = 3;
    return config;
}

TrainingPlaces placesFor(const std::string& model, const std::string& command = {})
{
    TrainingPlaces places;
    places.model = model;
    places.command = command;
    return places;
}

double meanAbsoluteError(const Report& report, const std::string& fold, const std::string& modalities)
{
    const auto row = std::ranges::find_if(report, [&](const ReportRow& candidate) {
        return candidate.fold == fold && candidate.modalities == modalities;
    });
    return row == report.end() ? -1.0 : row->metric("mae").value_or(-1.0);
}

}

class TestTrainingRun : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_path = m_folder.filePath(QStringLiteral("model.safetensors")).toStdString();

    const TorchThreads m_threads{1};

private slots:
    void theModelComesWithItsScoresAndThoseOfEachModalityAlone()
    {
        const Report report = trainAndWrite(demoConfig(), placesFor(m_path, "the command"));
        QCOMPARE(report.size(), std::size_t(4 * 3)); // four models, three folds, one label

        const Predictor predictor(m_path);
        const ModelCard& card = predictor.card();
        QVERIFY(card.scores == toJson(report));
        QCOMPARE(card.command, std::string("the command"));
        QCOMPARE(card.trainingDataSha256.size(), std::size_t(64));
        QVERIFY(card.folds.at("test").size() == 5);
        QCOMPARE(card.architecture.at("d_a").get<std::size_t>(), card.normalisation[1].width());
        QVERIFY(meanAbsoluteError(report, "test", "visual") > 0.0);
    }

    void allColumnsAreLabelsWhereNoneAreNamed()
    {
        TrainConfig config = demoConfig();
        config.labels.clear();
        config.trainsAlone = false;
        trainAndWrite(config, placesFor(m_path));
        const ModelCard card = Predictor(m_path).card();
        QCOMPARE(card.task, std::string("emotions"));
        QCOMPARE(card.labels.size(), std::size_t(7));
        QCOMPARE(card.labels[0].name, std::string("sentiment"));
        QCOMPARE(card.labels[6].name, std::string("fear"));
    }

    void scoresAreNoClasses()
    {
        TrainConfig config = demoConfig();
        config.labels.clear();
        config.task = Task::Classes;
        QVERIFY_THROWS_EXCEPTION(ShapeError, trainAndWrite(config, placesFor(m_path)));
    }

    void theWrittenModelScoresWhatTheReportSays()
    {
        const Report report = trainAndWrite(demoConfig(), placesFor(m_path));
        const Report again = Scorer(m_path).evaluate(readFeatures({{}, DEMO "/dataset.json", {}}, {}));
        QCOMPARE(again.size(), std::size_t(3));
        for (std::size_t fold = 0; fold < again.size(); ++fold)
            QVERIFY(again[fold] == report[fold]);
    }

    void theSameSeedWritesTheSameFile()
    {
        const std::string other = m_folder.filePath(QStringLiteral("other.safetensors")).toStdString();
        trainAndWrite(demoConfig(), placesFor(m_path));
        trainAndWrite(demoConfig(), placesFor(other));
        QFile first(QString::fromStdString(m_path)), second(QString::fromStdString(other));
        QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
        QVERIFY(first.readAll() == second.readAll());
    }

    void aCheckpointOfOtherLabelsIsRefused()
    {
        TrainConfig config = demoConfig();
        config.trainsAlone = false;
        TrainingPlaces places = placesFor(m_path);
        places.checkpoint = m_folder.filePath(QStringLiteral("c.safetensors")).toStdString();
        trainAndWrite(config, places);
        places.resume = true;
        config.training.epochs = 4;
        trainAndWrite(config, places); // more epochs are no other training
        config.labels[0].neutral = 1.0f;
        QVERIFY_THROWS_EXCEPTION(FormatError, trainAndWrite(config, places));
    }

    void aCosineOfMoreEpochsIsAnotherTraining()
    {
        TrainConfig config = demoConfig();
        config.trainsAlone = false;
        config.training.schedule.kind = "cosine";
        TrainingPlaces places = placesFor(m_path);
        places.checkpoint = m_folder.filePath(QStringLiteral("cosine.safetensors")).toStdString();
        trainAndWrite(config, places);
        places.resume = true;
        config.training.epochs = 4;
        QVERIFY_THROWS_EXCEPTION(FormatError, trainAndWrite(config, places));
    }

    void anAccuracyThatIsWatchedIsToldAsItIs()
    {
        TrainConfig config = demoConfig();
        config.trainsAlone = false;
        config.training.validation = "acc";
        TrainingPlaces places = placesFor(m_path);
        std::vector<EpochReport> epochs;
        places.epochDone = [&](const std::string&, const EpochReport& epoch) { epochs.push_back(epoch); };
        const Report report = trainAndWrite(config, places);
        const auto valid = std::ranges::find(report, "valid", &ReportRow::fold);
        QVERIFY(valid != report.end());
        QCOMPARE(epochs.at(epochs.back().bestEpoch - 1).watched, *valid->metric("acc2_non0"));
    }

    void aLabelThatIsNotThereIsRefused()
    {
        TrainConfig config = demoConfig();
        config.labels = {{"joy", 0, 3, 99}};
        const std::string path = m_folder.filePath(QStringLiteral("none.safetensors")).toStdString();
        QVERIFY_THROWS_EXCEPTION(ShapeError, trainAndWrite(config, placesFor(path)));
        QVERIFY(!std::filesystem::exists(path));
    }
};

QTEST_GUILESS_MAIN(TestTrainingRun)
#include "tst_training_run.moc"
