#include "engine/core/error.h"
#include "engine/models/predict/predictor.h"
#include "engine/models/threads.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/training_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/engine/training/unaligned_file.h"

using namespace engine;

namespace {

nlohmann::json smallModel(const std::string& name)
{
    if (name == "MulT")
        return {{"class", name}, {"d", 8},          {"heads", 2},
                {"layers", 2},   {"mem_layers", 1}, {"key_mask", true}};
    if (name == "MISA")
        return {{"class", name}, {"hid", 8}, {"ff", 16}, {"heads", 2}};
    return {{"class", name}, {"h_l", 4}, {"h_a", 12}, {"h_v", 4}, {"fc", 8}};
}

double accuracy(const Report& report)
{
    const auto row = std::ranges::find(report, "test", &ReportRow::fold);
    return row == report.end() ? -1.0 : row->metric("acc2").value_or(-1.0);
}

}

class TestUnalignedTraining : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_data = place("unaligned.h5");
    std::string m_aligned = place("aligned.h5");

    std::string place(const char* name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }

    TrainConfig configOf(const std::string& model, std::int64_t epochs) const
    {
        TrainConfig config;
        config.source.data = m_data;
        config.name = model;
        config.model = smallModel(model);
        config.trainsAlone = false;
        config.training.epochs = epochs;
        config.training.learningRate = config.training.factorLearningRate = 1e-2;
        return config;
    }

    Report train(const TrainConfig& config, std::vector<EpochReport>* epochs = nullptr) const
    {
        TrainingPlaces places;
        places.model = place("model.safetensors");
        places.epochDone = [&](const std::string&, const EpochReport& epoch) {
            if (epochs)
                epochs->push_back(epoch);
        };
        return trainAndWrite(config, places);
    }

    template <class Call>
    QByteArray refusal(Call call) const
    {
        try {
            call();
        } catch (const FormatError& error) {
            return error.code() == "unaligned" ? QByteArray(error.what()) : QByteArray("another code");
        }
        return {};
    }

    const TorchThreads m_threads{1};

private slots:
    void initTestCase()
    {
        test::UnalignedFile::make(m_data, 200);
        test::UnalignedFile::make(m_aligned, 40, /*isAligned=*/true);
    }

    void theOrderOfAcousticStepsIsLearnt_data()
    {
        QTest::addColumn<std::string>("model");
        QTest::addColumn<qint64>("epochs");
        QTest::newRow("LF-LSTM") << std::string("LFLSTM") << qint64(25);
        QTest::newRow("MulT") << std::string("MulT") << qint64(25);
    }

    void theOrderOfAcousticStepsIsLearnt()
    {
        QFETCH(const std::string, model);
        QFETCH(const qint64, epochs);
        std::vector<EpochReport> course;
        const Report report = train(configOf(model, epochs), &course);
        QVERIFY2(course.back().trainingLoss < 0.5 * course.front().trainingLoss,
                 std::to_string(course.back().trainingLoss).c_str());
        QVERIFY2(accuracy(report) > 0.85, std::to_string(accuracy(report)).c_str()); // chance is 0.5
    }

    void theMeanOfTheStepsSaysNothingOfThatOrder()
    {
        TrainConfig config = configOf("LFDNN", 15);
        config.model = {{"class", "LFDNN"}, {"h_l", 4}, {"h_a", 8}, {"h_v", 4}, {"post", 8}};
        QVERIFY(accuracy(train(config)) < 0.65);
    }

    void aModalityAloneIsLearntFromItsOwnSteps()
    {
        TrainConfig config = configOf("LFLSTM", 25);
        config.modalities = {false, true, false};
        QVERIFY(accuracy(train(config)) > 0.85);
    }

    void whatStandsBesideASegmentChangesNoScore_data()
    {
        QTest::addColumn<std::string>("model");
        for (const char* const model : {"LFLSTM", "MISA", "MulT"})
            QTest::newRow(model) << std::string(model);
    }

    void whatStandsBesideASegmentChangesNoScore()
    {
        QFETCH(const std::string, model);
        train(configOf(model, 1));
        const Scorer scorer(place("model.safetensors"));
        const FeatureData data = readFeatures({m_data, {}, {}}, {});
        const auto scoresOf = [&](const FoldData& fold) {
            return scorer.predict(fold, data.isUtteranceLevel, scorer.card().modalities);
        };
        const FeatureMatrix together = scoresOf(data.test());
        for (std::size_t i = 0; i < 12; ++i) {
            const std::array segment{i};
            const float alone = scoresOf(selected(data.test(), segment)).at(0, 0);
            QVERIFY(std::abs(alone - together.at(i, 0)) < 1e-5f);
        }
    }

    void theCardSaysThatItLearntUnaligned()
    {
        train(configOf("MISA", 1));
        QVERIFY(Predictor(place("model.safetensors")).card().input.isUnaligned);
        TrainConfig config = configOf("MISA", 1);
        config.source.data = m_aligned;
        train(config);
        QVERIFY(!Predictor(place("model.safetensors")).card().input.isUnaligned);
    }

    void aModelOfUnalignedSegmentsTakesAlignedOnes()
    {
        const Report report = train(configOf("LFLSTM", 25));
        const Scorer scorer(place("model.safetensors"));
        QVERIFY(scorer.evaluate(readFeatures({m_data, {}, {}}, {}))[0] == report[0]);
        QVERIFY(accuracy(scorer.evaluate(readFeatures({m_aligned, {}, {}}, {}))) > 0.75);
    }

    void aModelOfAlignedSegmentsTakesUnalignedOnes()
    {
        TrainConfig config = configOf("MulT", 1);
        config.source.data = m_aligned;
        train(config);
        const Scorer scorer(place("model.safetensors"));
        QVERIFY(accuracy(scorer.evaluate(readFeatures({m_data, {}, {}}, {}))) >= 0.0);
    }

    void aModelOfUnalignedSegmentsAnswersForWords()
    {
        train(configOf("MulT", 1));
        PredictRequest request;
        request.input = {FeatureMatrix(3, 2), FeatureMatrix(3, 2), FeatureMatrix(3, 2)};
        request.explain = true;
        const Prediction prediction = Predictor(place("model.safetensors")).predict(request);
        QCOMPARE(prediction.values.size(), std::size_t(1));
        QCOMPARE(prediction.wordImportance.rows, std::size_t(3));
    }

    void fixedStepsAreTakenOfEachModality()
    {
        TrainConfig config = configOf("LFLSTM", 2);
        config.input.steps = 5;
        const Report report = train(config);
        const Scorer scorer(place("model.safetensors"));
        QVERIFY(scorer.evaluate(readFeatures({m_data, {}, {}}, {}))[0] == report[0]);
    }

    void modelsThatFuseWordsAreRefusedAndOthersNamed_data()
    {
        QTest::addColumn<std::string>("model");
        QTest::newRow("EF-LSTM") << std::string("EFLSTM");
        QTest::newRow("GME-LSTM(A)") << std::string("GMELSTM");
    }

    void modelsThatFuseWordsAreRefusedAndOthersNamed()
    {
        QFETCH(const std::string, model);
        TrainConfig config = configOf(model, 1);
        config.model = modelWithFewUnits(model);
        const QByteArray text = refusal([&] { train(config); });
        for (const char* const named : {"unaligned.h5", model.c_str(), "MulT", "LFLSTM", "MISA", "SelfMM"})
            QVERIFY2(text.contains(named), text.constData());
        QVERIFY2(!text.contains("GraphMFN"), text.constData());
    }

    void aModelOfWordsIsNotScoredOnUnalignedSegments()
    {
        TrainConfig config = configOf("EFLSTM", 1);
        config.source.data = m_aligned;
        config.model = modelWithFewUnits("EFLSTM");
        train(config);
        const Scorer scorer(place("model.safetensors"));
        const QByteArray text = refusal([&] { scorer.evaluate(readFeatures({m_data, {}, {}}, {})); });
        QVERIFY2(text.contains("unaligned.h5") && text.contains("EFLSTM"), text.constData());
    }

    void resultsSideBySideNeedAlignedSegments()
    {
        TrainConfig config = configOf("LFLSTM", 1);
        config.writesResults = true;
        const QByteArray text = refusal([&] { train(config); });
        QVERIFY2(text.contains("results"), text.constData());
    }

private:
    static nlohmann::json modelWithFewUnits(const std::string& name)
    {
        if (name == "EFLSTM")
            return {{"class", name}, {"h", 4}};
        return {{"class", name}, {"h", 4}, {"out", 4}};
    }
};

QTEST_GUILESS_MAIN(TestUnalignedTraining)
#include "tst_unaligned_training.moc"
