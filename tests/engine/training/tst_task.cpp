#include "engine/core/error.h"
#include "engine/training/figures/scores.h"

#include <QTest>

#include "tests/support/failure.h"

using namespace engine;

namespace {

FeatureMatrix matrix(std::size_t columns, std::vector<float> values)
{
    FeatureMatrix result(values.size() / columns, columns);
    result.values = std::move(values);
    return result;
}

}

class TestTask : public QObject {
    Q_OBJECT

private slots:
    void labelsTellWhatTheyAre_data()
    {
        QTest::addColumn<FeatureMatrix>("labels");
        QTest::addColumn<QByteArray>("task");
        QTest::newRow("sentiment") << matrix(1, {-0.6f, 2.2f, 0.0f}) << QByteArray("regression");
        QTest::newRow("review of 1 to 5") << matrix(1, {1.0f, 4.5f}) << QByteArray("regression");
        QTest::newRow("0 and 1") << matrix(1, {0, 1, 1}) << QByteArray("binary");
        QTest::newRow("-1 and 1") << matrix(1, {-1, 1}) << QByteArray("binary");
        QTest::newRow("-1, 0 and 1") << matrix(1, {-1, 0, 1}) << QByteArray("regression");
        QTest::newRow("one of three") << matrix(3, {1, 0, 0, 0, 0, 1}) << QByteArray("classes");
        QTest::newRow("several yes") << matrix(2, {1, 1, 0, 1}) << QByteArray("binary");
        QTest::newRow("six emotions") << matrix(6, {0, 0, 0.33f, 3, 0, 1}) << QByteArray("emotions");
        QTest::newRow("with a sentiment") << matrix(7, {-2, 0, 0, 0.33f, 3, 0, 1}) << QByteArray("emotions");
        QTest::newRow("traits") << matrix(2, {4.5f, 6, 1, 7}) << QByteArray("traits");
    }

    void labelsTellWhatTheyAre()
    {
        QFETCH(const FeatureMatrix, labels);
        QFETCH(const QByteArray, task);
        QCOMPARE(QByteArray::fromStdString(name(chooseTask(labels))), task);
    }

    void whyATaskWasChosenIsSaid()
    {
        const auto reason = [](const FeatureMatrix& labels) {
            return QByteArray::fromStdString(reasonFor(chooseTask(labels), labels));
        };
        QVERIFY(reason(matrix(1, {0, 1, 1})).contains("binary, since the labels of train are only 0 and 1"));
        QVERIFY(reason(matrix(1, {-1, 1})).contains("only -1 and 1"));
        QVERIFY(reason(matrix(1, {1, 1})).contains("all labels of train are 1"));
        QVERIFY(reason(matrix(1, {-0.6f, 2.2f}))
                    .contains("regression, since the labels of train are -0.6 to 2.2"));
    }

    void aLabelFarFromTheOthersIsNamed()
    {
        std::vector<float> labels{0, 1, -2, 3, 500, -3, 0.5f, 2};
        const std::vector<Outlier> outliers = outliersOf(matrix(1, labels));
        QCOMPARE(outliers.size(), std::size_t(1));
        QCOMPARE(outliers[0].row, std::size_t(4));
        QCOMPARE(outliers[0].value, 500.0f);
        QCOMPARE(outliers[0].high, 3.0f);
        labels[4] = 3;
        QVERIFY(outliersOf(matrix(1, labels)).empty());
        QVERIFY(outliersOf(matrix(1, {0, 1, 500})).empty()); // too few to tell
    }

    void scoresOnAScaleWithoutZeroHaveItsMiddleAsNeutral()
    {
        const std::vector<LabelCard> cards = labelsFor(Task::Traits, matrix(2, {4, 5, 2, 7}), {"calm"});
        QCOMPARE(cards[0].name, std::string("calm"));
        QCOMPARE(cards[1].name, std::string("trait_2"));
        QCOMPARE(cards[0].high, 7.0f); // all traits share their scale
        QCOMPARE(cards[0].neutral, 4.0f);
        QCOMPARE(labelsFor(Task::Regression, matrix(1, {-1, 2}), {})[0].neutral, 0.0f);
    }

    void classesAreNumberedFrom0()
    {
        QCOMPARE(labelsFor(Task::Classes, matrix(1, {0, 3, 1}), {}).size(), std::size_t(4));
        QVERIFY_THROWS_EXCEPTION(FormatError, labelsFor(Task::Classes, matrix(1, {0, 0.5f}), {}));
    }

    void aClassThatTheModelLacksIsNamed()
    {
        FoldData fold;
        fold.name = "valid";
        fold.ids = {"a[0]", "a[1]"};
        fold.labels = matrix(1, {1, 3});
        try {
            truthsOf(fold, labelsFor(Task::Classes, matrix(1, {0, 1, 2}), {}), Task::Classes);
            QFAIL("a class that training lacks was accepted");
        } catch (const ShapeError& error) {
            for (const char* const named : {"a[1]", "valid", "class 3"})
                QVERIFY2(QByteArray(error.what()).contains(named), error.what());
        }
    }

    void columnsThatAreNoClassesAreRefused()
    {
        FoldData fold;
        fold.name = "train";
        fold.ids = {"a[0]", "a[1]"};
        fold.labels = matrix(2, {1, 0, -1.5f, 2});
        const std::vector<LabelCard> both{{"no", 0, 1, 0}, {"yes", 0, 1, 1}};
        const std::string failure = test::failureOf([&] { truthsOf(fold, both, Task::Classes); });
        QVERIFY2(failure.starts_with("wrong_labels: a[1]: the fold train has the labels -1.5, 2"),
                 failure.c_str());
        QVERIFY_THROWS_EXCEPTION(ShapeError, truthsOf(fold, {both[1]}, Task::Classes)); // a single class
        fold.labels = matrix(2, {1, 0, 0, 1});
        QCOMPARE(truthsOf(fold, both, Task::Classes).values, fold.labels.values);
    }

    void sentimentIsScoredAroundItsNeutralPoint()
    {
        LabelCard review{"review", 1, 5, 0};
        review.neutral = 3;
        const Report report = scoreFold("test", "text", Task::Regression, {review}, matrix(1, {4, 2.5f, 1}),
                                        matrix(1, {5, 3, 2}));
        QCOMPARE(report.size(), std::size_t(1));
        QCOMPARE(report[0].metric("acc2_non0"), std::optional(1.0));
        QCOMPARE(report[0].metric("n_non0"), std::optional(2.0));
        QCOMPARE(report[0].metric("acc2_has0"), std::optional(2.0 / 3.0));
    }

    void severalLabelsHaveARowOfAllOfThem()
    {
        const std::vector<LabelCard> labels{{"calm", 1, 7, 0}, {"loud", 1, 7, 1}};
        const Report report = scoreFold("test", "text", Task::Traits, labels, matrix(2, {1, 7, 2.5f, 9}),
                                        matrix(2, {1, 5, 2, 7}));
        QCOMPARE(report.size(), std::size_t(3));
        QCOMPARE(report[0].metric("acc7_scale"), std::optional(1.0)); // 2.5 is rounded to 2
        QCOMPARE(report[1].metric("mae"), std::optional(2.0));
        QCOMPARE(report[2].label, std::string("all"));
        QCOMPARE(report[2].metric("mae"), std::optional(1.125));
    }

    void aFigureThatIsNowhereDefinedStaysUndefined()
    {
        const std::vector<LabelCard> labels{{"happy", 0, 3, 0}, {"sad", 0, 3, 1}};
        const Report report = scoreFold("test", "text", Task::Emotions, labels, matrix(2, {1, 0, 2, 0}),
                                        matrix(2, {1, 0, 2, 0}));
        QVERIFY(!report.back().metric("wa"));
        QCOMPARE(report.back().metric("acc4"), std::optional(1.0));
        QCOMPARE(report.back().metric("exact_match"), std::optional(1.0));
    }

    void labelsAreFoundByTheirNames()
    {
        const std::vector<LabelCard> labels{{"happy", 0, 3, 0}, {"sad", 0, 3, 1}};
        const std::vector<LabelCard> found = labelsByName(labels, {"sad", "fear", "happy"}, "a file");
        QCOMPARE(found[0].column, std::size_t(2));
        QCOMPARE(found[1].column, std::size_t(0));
        QVERIFY(labelsByName(labels, {}, "a file") == labels);
        QVERIFY(labelsByName(labels, {"q0", "q1"}, "a file") == labels); // renamed for training
        try {
            labelsByName(labels, {"q0", "happy"}, "a file");
            QFAIL("labels of other names were taken");
        } catch (const FormatError& error) {
            QVERIFY(std::string(error.what()).find("q0, happy") != std::string::npos);
            QVERIFY(std::string(error.what()).find("happy, sad") != std::string::npos);
        }
    }

    void everyFigureSaysHowItRounds()
    {
        for (const Task task :
             {Task::Regression, Task::Binary, Task::Classes, Task::Emotions, Task::Traits}) {
            const std::vector<LabelCard> labels{{"a", 0, 3, 0}, {"b", 0, 3, 1}};
            for (const ReportRow& row :
                 scoreFold("test", "text", task, labels, matrix(2, {1, 0, 0, 1}), matrix(2, {1, 0, 0, 1}))) {
                for (const Metric& metric : row.metrics)
                    QVERIFY2(!metricRule(metric.name).empty(), metric.name.c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"
