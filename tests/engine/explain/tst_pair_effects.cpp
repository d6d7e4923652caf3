#include "engine/models/explain/attributions.h"
#include "engine/models/explain/faithfulness_meter.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/segment_tensors.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/engine/explain/trained_on.h"
#include "tests/engine/explain/truth_file.h"

using namespace engine;
using engine::test::Truth;
using engine::test::TruthFile;

/// A model that learnt a task in which one word and one step of the face decide together.
class PairEffectsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    TruthFile::Fold m_fold;
    std::unique_ptr<Scorer> m_scorer;
    SegmentTensors m_segments;

    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

    std::vector<double> ranges() const { return {4.0}; }

private slots:
    void initTestCase()
    {
        const std::string file = path("pair.h5");
        m_fold = TruthFile::make(file, Truth::PlantedPair, 1, 1600);
        const QString results = QString::fromStdString(path("run"));
        test::trainOn(QString::fromStdString(file), QStringLiteral("mfn"), results);
        m_scorer = std::make_unique<Scorer>(results.toStdString() + "/model.safetensors");
        const FeatureData data = readFeatures({file, {}, {}}, dataOptionsOf(m_scorer->card().input));
        m_segments = prepare(data.test(), m_scorer->card(), m_scorer->card().modalities);
        m_scorer->trained().model->eval();
    }

    void thePlantedPairComesFirst()
    {
        const TrainedModel& trained = m_scorer->trained();
        std::size_t right = 0, found = 0;
        for (std::int64_t row = 0; row < m_segments.size(); ++row) {
            const ModalityBatch segment = m_segments.range(row, row + 1);
            const auto place = static_cast<std::size_t>(row);
            const torch::NoGradGuard noGradient;
            const float output = trained.model->forward(segment).prediction.item<float>();
            if (std::abs(output - m_fold.labels[place]) > 0.5F)
                continue;
            ++right;
            const Baselines baselines = baselinesFor(trained, segment, AbsentKind::Mean);
            const std::vector<PairEffect> effects
                = pairEffects(trained, segment, baselines, spansOf(segment, Modality::Text, 20),
                              spansOf(segment, Modality::Visual, 20));
            QCOMPARE(effects.size(), TruthFile::steps * TruthFile::steps);
            const auto greatest = std::ranges::max_element(
                effects, {}, [](const PairEffect& effect) { return std::abs(effect.values[0]); });
            found
                += greatest->word.first == m_fold.words[place] && greatest->span.first == m_fold.spans[place]
                ? 1
                : 0;
        }
        qInfo("%zu of %lld right, the pair found in %zu", right, static_cast<long long>(m_segments.size()),
              found);
        QVERIFY(10 * right >= 9 * static_cast<std::size_t>(m_segments.size()));
        QVERIFY(10 * found >= 9 * right);
    }

    /// Spans without gaps that cover all steps once.
    void spansCoverTheSteps()
    {
        const ModalityBatch segment = m_segments.range(0, 1);
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
        const TrainedModel& trained = m_scorer->trained();
        const ModalityBatch segment = m_segments.range(3, 4);
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
        const TrainedModel& trained = m_scorer->trained();
        for (std::int64_t row = 0; row < 20; ++row) {
            const ModalityBatch segment = m_segments.range(row, row + 1);
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
        TrainedModel shuffled
            = readModel(m_folder.filePath(QStringLiteral("run/model.safetensors")).toStdString());
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
            const ModalityBatch segment = m_segments.range(row, row + 1);
            const Baselines baselines = baselinesFor(shuffled, segment, AbsentKind::Mean);
            const auto of = [&](const TrainedModel& trained) {
                return flat(attribute(trained, segment, baselines, AttributionMethod::Integrated, ranges()));
            };
            sum += rankCorrelation(of(m_scorer->trained()), of(shuffled));
        }
        qInfo("mean rank correlation %.3f", sum / count);
        QVERIFY(std::abs(sum / count) < 0.2);
    }

    void randomOrdersAreTheSameBySeed()
    {
        const TrainedModel& trained = m_scorer->trained();
        const ModalityBatch segment = m_segments.range(0, 1);
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
