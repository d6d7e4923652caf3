#include "engine/model_files/safetensors.h"
#include "engine/models/threads.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/run/scorer.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/support/failure.h"

using namespace engine;

/// The model that comes with the demo (resources/demo/model).
class TestDemoModel : public QObject {
    Q_OBJECT

    Scorer m_scorer{DEMO "/model/lmf.safetensors"};

    double score(const std::string& modalities, const char* what) const
    {
        for (const nlohmann::json& row : m_scorer.card().scores) {
            if (row.at("fold") == "test" && row.at("label") == "sentiment"
                && row.at("modalities") == modalities)
                return row.at(what);
        }
        return std::nan("");
    }

    const TorchThreads m_threads{1};

private slots:
    void itScoresWhatItsCardSays()
    {
        const SegmentRecipe recipe = m_scorer.recipe();
        const Report report = m_scorer.evaluate(readFeatures({{}, DEMO "/dataset.json", recipe}, {}));
        QCOMPARE(report.front().label, std::string("sentiment"));
        QVERIFY(std::abs(report.front().metric("mae").value_or(-1.0) - score("text+acoustic+visual", "mae"))
                < 1e-5);
    }

    void aScoreThatIsNoNumberIsRefused()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("huge.safetensors")).toStdString();
        Safetensors file = readSafetensors(DEMO "/model/lmf.safetensors");
        for (auto& [name, tensor] : file.tensors)
            std::ranges::fill(tensor.values, 3e38f);
        writeSafetensors(path, file);
        const SegmentRecipe recipe = m_scorer.recipe();
        const FeatureData data = readFeatures({{}, DEMO "/dataset.json", recipe}, {});
        const std::string failure = test::failureOf([&] { Scorer(path).evaluate(data); });
        QVERIFY2(failure.starts_with("no_score: " + path + ": the model gives "), failure.c_str());
        QVERIFY2(failure.find(data.test().ids.front() + " (fold test)") != std::string::npos,
                 failure.c_str());
    }

    void fusionBeatsEachModalityAlone_data()
    {
        QTest::addColumn<std::string>("alone");
        for (const Modality modality : allModalities)
            QTest::newRow(std::string(name(modality)).c_str()) << std::string(name(modality));
    }

    void fusionBeatsEachModalityAlone()
    {
        QFETCH(const std::string, alone);
        QVERIFY(score("text+acoustic+visual", "mae") < 0.7 * score(alone, "mae"));
        QVERIFY(score("text+acoustic+visual", "corr") > 0.2 + score(alone, "corr"));
    }
};

QTEST_GUILESS_MAIN(TestDemoModel)
#include "tst_demo_model.moc"
