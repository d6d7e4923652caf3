#include "engine/alignment/segment_rows.h"
#include "engine/sequences/csd_file.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/run/concept_search.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

#include "tests/support/cli.h"
#include "tests/support/failure.h"

using namespace engine;

/// Concepts of models that the demo has, held against their predictions.
class TestConcepts : public QObject {
    Q_OBJECT

    std::vector<LabelledSegment> m_segments;

    Concepts conceptsIn(const Scorer& scorer, const SparseCodeSettings& settings) const
    {
        const auto read = [this](std::size_t first, std::size_t last) {
            return foldOf("all", std::span(m_segments).subspan(first, last - first));
        };
        std::vector<bool> isLearnt(m_segments.size());
        for (std::size_t i = 0; i < isLearnt.size(); ++i)
            isLearnt[i] = i % 3 != 0;
        return conceptsOf(scorer, isLearnt, read, {0, settings, 64});
    }

private slots:
    void initTestCase()
    {
        const Scorer scorer(test::demo("model/lmf.safetensors").toStdString());
        m_segments = labelledSegments(readDatasetList(DEMO "/dataset.json"), scorer.recipe());
        for (LabelledSegment& segment : m_segments)
            segment.labels.clear();
    }

    /// With as many units at a time as the layer is wide, nearly nothing is left over: then a prediction is
    /// the mean's plus what all units add.
    void unitsAddUpToThePrediction()
    {
        const Scorer scorer(test::demo("model/lmf.safetensors").toStdString());
        const Concepts concepts = conceptsIn(scorer, {64, 48, 24, 1});
        QVERIFY(concepts.areAdditive);
        QVERIFY2(concepts.explained > 0.99, qPrintable(QString::number(concepts.explained)));
        QCOMPARE(concepts.segments.size(), m_segments.size());
        const std::vector<bool> all(concepts.effects.size(), true);
        std::vector<double> rests;
        for (const Concepts::Segment& segment : concepts.segments)
            rests.push_back(segment.prediction - concepts.added(segment, all));
        double mean = 0.0, apart = 0.0;
        for (const double rest : rests)
            mean += rest / static_cast<double>(rests.size());
        for (const double rest : rests)
            apart += std::abs(rest - mean) / static_cast<double>(rests.size());
        QVERIFY2(apart < 0.1, qPrintable(QString::number(apart))); // predictions differ by more than 1
    }

    /// The layer of all segments is a sequence like any other.
    void theLayerIsWrittenAsASequence()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("layer.csd"));
        const auto said = test::runProgram(QStringLiteral("polylogue-models"),
                                           {QStringLiteral("explain"), test::demo("model/lmf.safetensors"),
                                            QStringLiteral("--dataset"), QStringLiteral(DEMO "/dataset.json"),
                                            QStringLiteral("--layer"), file},
                                           QProcessEnvironment::systemEnvironment());
        QVERIFY2(said.exitCode == 0, said.errors.constData());
        const CsdFile sequence(file.toStdString());
        QCOMPARE(sequence.ids().size(), std::size_t{31});
        QCOMPARE(sequence.features("ada_1").rowLength(), std::size_t{8});
    }

    /// The layer has 8 numbers, so there are 8 units, not the 64 that are asked for.
    void thereAreNoMoreUnitsThanNumbers()
    {
        const Scorer scorer(test::demo("model/lmf.safetensors").toStdString());
        const Concepts concepts = conceptsIn(scorer, {});
        QCOMPARE(concepts.width, std::size_t{8});
        QCOMPARE(concepts.effects.size(), std::size_t{8});
        QCOMPARE(concepts.settings.units, std::size_t{8});
        QCOMPARE(concepts.learntFrom, std::size_t{100});
        QVERIFY2(concepts.explained > 0.9, qPrintable(QString::number(concepts.explained)));
        QVERIFY2(*concepts.explainedElsewhere > 0.5,
                 qPrintable(QString::number(*concepts.explainedElsewhere)));
        const FoldData all = foldOf("all", m_segments);
        const FeatureMatrix scores = scorer.predict(all, false, scorer.card().modalities);
        for (std::size_t i = 0; i < concepts.segments.size(); ++i) {
            QVERIFY(concepts.segments[i].active.size() <= 8);
            QVERIFY(std::abs(concepts.segments[i].prediction - static_cast<double>(scores.at(i, 0))) < 1e-4);
        }
    }
};

QTEST_GUILESS_MAIN(TestConcepts)
#include "tst_concepts.moc"
