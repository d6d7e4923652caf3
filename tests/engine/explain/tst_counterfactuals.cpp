#include "engine/alignment/segment_rows.h"
#include "engine/explain/variant_input.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/run/counterfactual_search.h"
#include "engine/training/run/scorer.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

#include "tests/support/cli.h"
#include "tests/support/failure.h"

using namespace engine;

/// What would flip a segment of the demo, held against predictions of segments that are made by hand.
class TestCounterfactuals : public QObject {
    Q_OBJECT

    std::unique_ptr<Scorer> m_scorer;
    std::vector<LabelledSegment> m_segments; ///< without labels
    FoldData m_all;

    double predicted(const LabelledSegment& segment) const
    {
        const FoldData fold = foldOf("one", std::span(&segment, 1));
        return m_scorer->predict(fold, false, m_scorer->card().modalities).at(0, 0);
    }
    const LabelledSegment& named(const std::string& id) const
    {
        return *std::ranges::find(m_segments, id, &LabelledSegment::id);
    }
    Counterfactuals asked(const std::string& id) const
    {
        return counterfactualsOf(*m_scorer, m_all, {id, 0, AbsentKind::Mean});
    }
    /// Without these words: their rows are the mean of the training fold.
    double without(LabelledSegment segment, const std::vector<std::size_t>& words) const
    {
        const FeatureScale& scale = m_scorer->card().normalisation[0];
        for (const std::size_t word : words) {
            for (std::size_t column = 0; column < segment.input.text.columns; ++column)
                segment.input.text.at(word, column) = scale.mean[column];
        }
        return predicted(segment);
    }

private slots:
    void initTestCase()
    {
        m_scorer = std::make_unique<Scorer>(test::demo("model/lmf.safetensors").toStdString());
        const DatasetList list = readDatasetList(DEMO "/dataset.json");
        m_segments = labelledSegments(list, m_scorer->recipe());
        for (LabelledSegment& segment : m_segments)
            segment.labels.clear();
        m_all = foldOf("all", m_segments);
    }

    void theNearestHaveTheOtherSign()
    {
        const Counterfactuals found = asked("finn_1[0]");
        QVERIFY(std::abs(found.prediction - predicted(named("finn_1[0]"))) < 1e-4);
        QCOMPARE(found.nearest.size(), kNearestTold);
        QVERIFY2(!found.space.empty() && found.width > 1, found.space.c_str());
        double before = 0.0;
        for (const Counterfactuals::Nearest& near : found.nearest) {
            QVERIFY(found.isOtherSign(near.prediction));
            QVERIFY(std::abs(near.prediction - predicted(named(near.id))) < 1e-4);
            QVERIFY(near.distance >= before);
            before = near.distance;
        }
    }

    /// What is near is near from both sides.
    void distancesAreThoseOfOneSpace()
    {
        const Counterfactuals found = asked("finn_1[0]");
        const Counterfactuals::Nearest& near = found.nearest.front();
        const Counterfactuals back = asked(near.id);
        QCOMPARE(back.space, found.space);
        const auto same = std::ranges::find(back.nearest, found.id, &Counterfactuals::Nearest::id);
        if (same != back.nearest.end())
            QVERIFY(std::abs(same->distance - near.distance) < 1e-6);
        QVERIFY(back.nearest.front().distance <= near.distance + 1e-6);
    }

    void aSwapIsThePredictionWithTheOthersRows()
    {
        for (const char* const id : {"finn_1[0]", "ada_2[1]", "cleo_3[2]"}) {
            const Counterfactuals found = asked(id);
            QCOMPARE(found.swaps.size(), std::size_t(2));
            for (const Counterfactuals::Swap& swap : found.swaps) {
                LabelledSegment made = named(id);
                FeatureMatrix& rows = made.input.of(swap.modality);
                rows = resampled(named(swap.id).input.of(swap.modality), rows.rows);
                QVERIFY(std::abs(predicted(made) - swap.prediction) < 1e-3);
                QCOMPARE(swap.flips, found.isOtherSign(swap.prediction));
                QCOMPARE(swap.flips, swap.flipping > 0);
                QCOMPARE(swap.tried, m_segments.size() - 1);
            }
        }
    }

    /// By every single word and every pair.
    void theFewestWordsAreTheFewest()
    {
        std::size_t flipped = 0;
        for (const char* const id : {"finn_1[0]", "ada_2[1]", "cleo_3[2]", "bert_1[0]", "dan_2[3]"}) {
            const LabelledSegment& segment = named(id);
            const Counterfactuals found = asked(id);
            QVERIFY(found.words);
            QVERIFY(std::abs(without(segment, found.words->steps) - found.words->prediction) < 1e-3);
            QCOMPARE(found.words->flips, found.isOtherSign(found.words->prediction));
            flipped += found.words->flips ? 1 : 0;
            const std::size_t count = segment.input.text.rows;
            for (std::size_t i = 0; i < count; ++i) {
                if (found.words->steps.size() > 1)
                    QVERIFY(!found.isOtherSign(without(segment, {i})));
                for (std::size_t j = i + 1; j < count && found.words->steps.size() > 2; ++j)
                    QVERIFY(!found.isOtherSign(without(segment, {i, j})));
            }
            if (!found.words->flips)
                QCOMPARE(found.words->steps.size(), count);
        }
        QVERIFY(flipped > 0);
    }

    void whatCannotBeAskedIsSaid()
    {
        QVERIFY(test::failureOf([&] { asked("nobody[7]"); }).starts_with("no_such_segment"));
        const std::string failure = test::failureOf([&] {
            counterfactualsOf(*m_scorer, m_all, {"finn_1[0]", 0, AbsentKind::Marginal});
        });
        QVERIFY2(failure.starts_with("bad_option"), failure.c_str());
        QVERIFY(!test::failureOf([&] {
                     counterfactualsOf(*m_scorer, m_all, {"finn_1[0]", 99, AbsentKind::Mean});
                 }).empty());
    }

    void theCommandTellsTheSame()
    {
        const Counterfactuals found = asked("ada_2[1]");
        QVERIFY(counterfactualsFrom(toLine(found)) == found);
        const test::ProgramResult told = test::runProgram(
            QStringLiteral("polylogue-models"),
            {QStringLiteral("explain"), test::demo("model/lmf.safetensors"), QStringLiteral("--dataset"),
             test::demo("dataset.json"), QStringLiteral("--counterfactuals"), QStringLiteral("ada_2[1]"),
             QStringLiteral("--json")},
            QProcessEnvironment::systemEnvironment());
        QVERIFY2(told.exitCode == 0, told.errors.constData());
        const Counterfactuals said = counterfactualsFrom(told.output.toStdString());
        QCOMPARE(said.space, found.space);
        QCOMPARE(said.segments, found.segments + 10); // with utterances that nobody labelled
        QVERIFY(std::abs(said.prediction - found.prediction) < 1e-4);
        QVERIFY(said.words->steps == found.words->steps);
    }

    void damagedLinesAreRefused()
    {
        for (const char* const line : {"", "{}", R"({"id": 3})", "[1, 2]"})
            QVERIFY(test::failureOf([&] { counterfactualsFrom(line); }).starts_with("bad_message"));
    }
};

QTEST_GUILESS_MAIN(TestCounterfactuals)
#include "tst_counterfactuals.moc"
