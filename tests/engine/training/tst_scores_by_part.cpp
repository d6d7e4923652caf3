#include "engine/models/serving/model_file.h"
#include "engine/models/serving/output_scores.h"
#include "engine/models/threads.h"
#include "engine/training/data/feature_files.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/segment_tensors.h"
#include "engine/training/run/trainer.h"
#include "engine/training/run/training_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/engine/training/feature_file.h"

using namespace engine;

namespace {

/// One vector per segment, `count` segments, 9 to a video.
void writeUtterances(test::FeatureFile& file, const std::string& fold, std::size_t count)
{
    std::vector<float> text(count * 3), audio(count * 2), labels(count);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            text[3 * i + j] = static_cast<float>((7 * i + 3 * j) % 11) - 5.0f;
        audio[2 * i] = static_cast<float>(i % 5);
        audio[2 * i + 1] = static_cast<float>(i % 3);
        labels[i] = static_cast<float>(i % 7) - 3.0f;
        ids.push_back(fold + std::to_string(i / 9) + "[" + std::to_string(i % 9) + "]");
    }
    file.write(fold + "/text", {count, 3}, text);
    file.write(fold + "/audio", {count, 2}, audio);
    file.write(fold + "/vision", {count, 2}, audio);
    file.write(fold + "/labels", {count}, labels);
    file.writeTexts(fold + "/ids", ids);
}

}

/// A fold that is read part by part gets the scores, to the last bit, of a fold that lies in memory as a
/// whole.
class TestScoresByPart : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string place(const char* name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }

    const TorchThreads m_threads{1};

private slots:
    void scoresAreThoseOfTheWhole_data()
    {
        QTest::addColumn<bool>("isUtteranceLevel");
        QTest::newRow("steps") << false;
        QTest::newRow("windows of utterances") << true;
    }

    void scoresAreThoseOfTheWhole()
    {
        QFETCH(const bool, isUtteranceLevel);
        const std::string data = place("data.h5");
        test::FeatureFile file(data);
        for (const auto& [fold, count] : {std::pair{"train", 40}, {"valid", 20}, {"test", 700}}) {
            const auto segments = static_cast<std::size_t>(count);
            isUtteranceLevel ? writeUtterances(file, fold, segments) : file.writeFold(fold, segments, 5);
        }
        file.close();

        TrainConfig config;
        config.source.data = data;
        config.model = {{"class", "EFLSTM"}, {"h", 8}};
        config.trainsAlone = false;
        config.input.window = isUtteranceLevel ? 6 : 0;
        config.training.epochs = 1;
        TrainingPlaces places;
        places.model = place("model.safetensors");
        trainAndWrite(config, places);

        Scorer scorer(places.model);
        const EnabledModalities enabled = scorer.card().modalities;
        const FeatureReader reader(data);
        QCOMPARE(reader.heads().isUtteranceLevel, isUtteranceLevel);
        const FoldData whole = reader.readAll().test();
        FoldData unlabelled = shaped(whole, isUtteranceLevel, scorer.card().input.options);
        unlabelled.labels = FeatureMatrix(whole.size(), 0);
        const torch::Tensor expected = scoresOf(
            outputsOf(*scorer.trained().model, prepare(unlabelled, scorer.card(), enabled)), scorer.card());

        const auto read = [&](std::size_t first, std::size_t last) { return reader.read(2, first, last); };
        const FeatureMatrix byPart = scorer.predict(whole.size(), read, isUtteranceLevel, enabled);
        QCOMPARE(byPart.rows, std::size_t(700));
        QCOMPARE(byPart.columns, std::size_t(1));
        QVERIFY(byPart.values.front() != byPart.values[300]);
        for (std::size_t i = 0; i < byPart.values.size(); ++i)
            QCOMPARE(byPart.values[i], expected.view({-1})[static_cast<std::int64_t>(i)].item<float>());
        QVERIFY(scorer.predict(whole, isUtteranceLevel, enabled).values == byPart.values);
    }
};

QTEST_GUILESS_MAIN(TestScoresByPart)
#include "tst_scores_by_part.moc"
