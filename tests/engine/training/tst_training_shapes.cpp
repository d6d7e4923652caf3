#include "engine/core/error.h"
#include "engine/training/data/known_folds.h"
#include "engine/training/data/label_notes.h"
#include "engine/training/figures/model_comparison.h"
#include "engine/training/figures/scores.h"
#include "engine/training/run/losses.h"
#include "engine/training/run/training_dynamics.h"
#include "engine/training/suspects/data_errors.h"
#include "engine/training/suspects/learnt_rows.h"
#include "engine/training/suspects/row_fit.h"
#include "engine/training/suspects/segment_asking.h"
#include "engine/training/suspects/word_edges.h"
#include "engine/training/suspects/word_runs.h"

#include <QTest>

#include <functional>

using namespace engine;

/// Entries that read one argument at the places of another refuse what does not belong together, instead of
/// reading behind an end.
class TestTrainingShapes : public QObject {
    Q_OBJECT

    static FoldData fold()
    {
        FoldData fold;
        fold.name = "train";
        fold.ids = {"a[0]", "a[1]", "b[0]"};
        fold.lengths = {4, 4, 4};
        fold.labels = FeatureMatrix(3, 1);
        for (const Modality modality : allModalities) {
            fold.of(modality) = {4, 2, std::vector<float>(3 * 4 * 2, 0.5F)};
            fold.presenceOf(modality) = {true, true, true};
        }
        return fold;
    }

    static ComparedPredictions compared()
    {
        return {Task::Regression,
                {{"sentiment", -3.0F, 3.0F, 0}},
                {"a[0]", "a[1]", "b[0]"},
                {"test", "test", "test"},
                FeatureMatrix(3, 1),
                {"one", "other"},
                {FeatureMatrix(3, 1), FeatureMatrix(3, 1)}};
    }

private slots:
    void othersShapesAreRefused_data()
    {
        QTest::addColumn<std::function<void()>>("call");
        const auto row = [](const char* name, std::function<void()> call) { QTest::newRow(name) << call; };
        const std::vector<LabelCard> labels{{"sentiment", -3.0F, 3.0F, 0}};
        const FeatureMatrix three(3, 1), two(2, 1), wide(3, 2);
        row("scores: predictions", [=] { scoreFold("test", "", Task::Regression, labels, two, three); });
        row("scores: outputs", [=] { scoreFold("test", "", Task::Regression, labels, wide, three); });
        row("scores: truths", [=] { scoreFold("test", "", Task::Regression, labels, three, wide); });
        row("scores: thresholds", [=] {
            scoreFold("test", "", Task::Binary, labels, three, three, kPresenceThreshold, ScoreDetail::Usual,
                      std::vector<double>{0.5, 0.5});
        });
        row("thresholds", [=] { tunedThresholds(two, three); });
        row("comparison: a model of fewer segments", [=] {
            ComparedPredictions other = compared();
            other.predictions[1] = two;
            comparedFigures(other, GroupDraws(other.ids));
        });
        row("comparison: draws of more segments", [] {
            const std::vector<std::string> groups{"a", "b", "c", "d"};
            comparedFigures(compared(), GroupDraws(groups));
        });
        row("comparison: no second side",
            [] { comparedSides(compared(), 2, GroupDraws(compared().ids), 1); });
        row("comparison: no first side", [] { meansOfSides(compared(), 0); });
        row("comparison: ids", [] {
            ComparedPredictions other = compared();
            other.ids.emplace_back("c[0]");
            comparedSegments(other);
        });
        row("mean of none", [] { meanOf({}); });
        row("mean of two shapes", [=] { meanOf({three, two}); });
        row("notes: ids", [=] { outlierNotes("train", {"a[0]"}, three, "and is learnt from"); });
        row("notes: columns", [=] {
            labelNotes({{"train", {"a[0]", "a[1]", "b[0]"}, wide}}, Task::Regression, labels);
        });
        row("selected", [] { selected(fold(), std::vector<std::size_t>{3}); });
        row("learnt", [] { learntNote({"test", "test"}, {"train"}); });
        row("targets", [=] { targetsOf(wide, labels, Task::Regression); });
        row("dynamics: spans", [] { TrainingDynamics({"a", "b"}, {{0.0, 1.0}}); });
        row("dynamics: errors", [] { TrainingDynamics({"a", "b"}).addEpoch(std::vector<double>{1.0}); });
        row("rows: segment", [] { firstRows(fold(), Modality::Text, 3, 1); });
        row("rows: steps", [] { firstRows(fold(), Modality::Text, 2, 5); });
        row("row fit: folds", [] { rowFit(fold(), Modality::Visual, {0, 1}, 0, false, {}); });
        row("row fit: partners", [] {
            rowFit(fold(), Modality::Visual, {0, 1, 0}, 0, false, std::vector<std::size_t>{1, 2});
        });
        row("row fit: a partner", [] {
            rowFit(fold(), Modality::Visual, {0, 1, 0}, 0, false, std::vector<std::size_t>{1, 2, 3});
        });
        row("faces", [] { otherFaces(fold(), {0, 1}, false); });
        row("sounds", [] { lateSounds(fold(), {0, 1}); });
        row("edges: words", [] { wordEdges(fold(), fold(), {}, {0, 1, 0}); });
        row("edges: folds", [] { wordEdges(fold(), fold(), SegmentWords(3), {0, 1}); });
        row("runs", [] { wordRuns(fold(), 3); });
        row("spoken: row", [] { isSpoken(fold(), 2, 4); });
        row("asking: place", [] {
            SegmentPlaces asked{3};
            askForTypical(torch::rand({3, 2}, torch::kFloat64), asked, 2);
        });
        row("asking: costs", [] {
            SegmentPlaces asked;
            askForTypical(torch::rand({3, 2}, torch::kFloat64), asked, 2, {1.0});
        });
        row("asking: labels", [] {
            SegmentPlaces asked;
            askForLabels(torch::rand({3, 2}, torch::kFloat64), torch::rand({2}, torch::kFloat64), asked, 2);
        });
    }

    void othersShapesAreRefused()
    {
        QFETCH(std::function<void()>, call);
        try {
            call();
        } catch (const ShapeError& error) {
            QCOMPARE(QByteArray(error.code().c_str()), QByteArray("row_mismatch"));
            return;
        }
        QFAIL("nothing was refused");
    }

    void whatBelongsTogetherIsTaken()
    {
        const ComparedPredictions all = compared();
        const GroupDraws draws(all.ids);
        QVERIFY(!comparedFigures(all, draws).empty());
        QVERIFY(!comparedSides(all, 1, draws, 1).empty());
        QCOMPARE(comparedSegments(all).size(), std::size_t(3));
        QCOMPARE(selected(fold(), std::vector<std::size_t>{2, 0}).size(), std::size_t(2));
        QCOMPARE(rowFit(fold(), Modality::Visual, {0, 1, 0}, 0, false, {}).isKnown.size(), std::size_t(3));
        QCOMPARE(firstRows(fold(), Modality::Text, 2, 4).size(0), std::int64_t(4));
    }
};

QTEST_GUILESS_MAIN(TestTrainingShapes)
#include "tst_training_shapes.moc"
