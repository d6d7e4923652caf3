#include "engine/models/explain/attributions.h"
#include "engine/models/explain/faithfulness_meter.h"
#include "engine/numbers/ranks.h"
#include "engine/training/run/scorer.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

#include "tests/support/planted_pairs.h"

using namespace engine;
using engine::test::PlantedPairs;
using engine::test::TruthCount;
using engine::test::TruthFile;

/// A model that learnt a task in which one word and one step of the face decide together.
class PairEffectsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<PlantedPairs> m_planted;

    const TrainedModel& model() const { return m_planted->trained(); }
    ModalityBatch segmentAt(std::int64_t row) const { return m_planted->segments().range(row, row + 1); }
    std::vector<double> ranges() const { return {4.0}; }

private slots:
    void initTestCase() { m_planted.emplace(m_folder.path().toStdString(), 1); }

    void thePlantedPairComesFirst()
    {
        const TruthCount count = m_planted->pairs();
        qInfo("%zu of %zu right, the pair found in %zu", count.right, count.segments, count.explained);
        QVERIFY(count.isRight(90));
        QVERIFY(count.isExplained(90));
    }

    /// Spans without gaps that cover all steps once.
    void spansCoverTheSteps()
    {
        const ModalityBatch segment = segmentAt(0);
        for (const std::size_t most : {1U, 4U, 6U, 20U}) {
            std::size_t next = 0;
            for (const StepSpan& span : spansOf(segment, Modality::Acoustic, most)) {
                QCOMPARE(span.first, next);
                QVERIFY(span.last > span.first);
                next = span.last;
            }
            QCOMPARE(next, TruthFile::steps);
        }
    }

    /// One step is f(x) − f(x without it); all steps of a modality are those of the map.
    void stepsThatAreAbsentAgreeWithTheMap()
    {
        const TrainedModel& trained = model();
        const ModalityBatch segment = segmentAt(3);
        for (const AbsentKind kind : {AbsentKind::Mean, AbsentKind::Zero}) {
            const Baselines baselines = baselinesFor(trained, segment, kind);
            const InteractionMap map = interactionMaps(coalitionScores(trained, segment, baselines))[0][0];
            const torch::Tensor scores = scoresWithout(
                trained, segment, baselines,
                {{}, {{Modality::Text, 0, 6}}, {{Modality::Text, 0, 6}, {Modality::Visual, 0, 6}}});
            QVERIFY(std::abs(scores[0][0].item<double>() - map.value(kEverything)) < 1e-5);
            QVERIFY(std::abs(scores[1][0].item<double>()
                             - map.value(coalitionOf(Modality::Acoustic) | coalitionOf(Modality::Visual)))
                    < 1e-5);
            QVERIFY(std::abs(scores[2][0].item<double>() - map.value(coalitionOf(Modality::Acoustic)))
                    < 1e-5);
        }
    }

    void integratedGradientsAddUp()
    {
        const TrainedModel& trained = model();
        for (std::int64_t row = 0; row < 20; ++row) {
            const ModalityBatch segment = segmentAt(row);
            const Baselines baselines = baselinesFor(trained, segment, AbsentKind::Mean);
            const Attribution attribution
                = attribute(trained, segment, baselines, AttributionMethod::Integrated, ranges());
            const InteractionMap map = interactionMaps(coalitionScores(trained, segment, baselines))[0][0];
            double sum = 0.0;
            for (const FeatureMatrix& values : attribution.values) {
                for (const float value : values.values)
                    sum += static_cast<double>(value);
            }
            QVERIFY(attribution.steps >= 32);
            QVERIFY2(attribution.completenessErrors[0] <= 0.02 || attribution.steps == 256,
                     qPrintable(QString::number(attribution.completenessErrors[0])));
            const double least = std::max(std::abs(map.total()), 0.04);
            QVERIFY(std::abs(sum - map.total()) <= (attribution.completenessErrors[0] + 1e-3) * least);
        }
    }

    /// A model whose weights are shuffled looks elsewhere (Adebayo et al. 2018).
    void shuffledWeightsAreExplainedOtherwise()
    {
        TrainedModel shuffled = readModel(m_planted->modelFile());
        shuffled.model->eval();
        torch::manual_seed(1);
        {
            const torch::NoGradGuard noGradient;
            for (torch::Tensor& weights : shuffled.model->parameters()) {
                const torch::Tensor flat = weights.flatten();
                weights.copy_(flat.index_select(0, torch::randperm(flat.size(0))).view_as(weights));
            }
        }
        double sum = 0.0;
        constexpr std::int64_t count = 100;
        const auto flat = [](const Attribution& attribution) {
            std::vector<double> all;
            for (const FeatureMatrix& values : attribution.values)
                all.insert(all.end(), values.values.begin(), values.values.end());
            return all;
        };
        for (std::int64_t row = 0; row < count; ++row) {
            const ModalityBatch segment = segmentAt(row);
            const Baselines baselines = baselinesFor(shuffled, segment, AbsentKind::Mean);
            const auto of = [&](const TrainedModel& trained) {
                return flat(attribute(trained, segment, baselines, AttributionMethod::Integrated, ranges()));
            };
            sum += rankCorrelation(of(model()), of(shuffled)).value();
        }
        qInfo("mean rank correlation %.3f", sum / count);
        QVERIFY(std::abs(sum / count) < 0.2);
    }

    void randomOrdersAreTheSameBySeed()
    {
        const TrainedModel& trained = model();
        const ModalityBatch segment = segmentAt(0);
        const Baselines baselines = baselinesFor(trained, segment, AbsentKind::Mean);
        const Attribution attribution
            = attribute(trained, segment, baselines, AttributionMethod::Occlusion, ranges());
        const Faithfulness one = faithfulnessOf(trained, segment, baselines, attribution, 0, 7);
        QVERIFY(one == faithfulnessOf(trained, segment, baselines, attribution, 0, 7));
        QCOMPARE(one.deletion.size(), 3 * TruthFile::steps + 1);
        QCOMPARE(one.deletion.front(), one.insertion.back());
        QCOMPARE(one.insertion.front(), 0.0);
        QVERIFY(one.deviation > 0.0);
    }
};

QTEST_GUILESS_MAIN(PairEffectsTest)
#include "tst_pair_effects.moc"
