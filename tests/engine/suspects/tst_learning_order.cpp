#include "engine/training/suspects/learning_order.h"

#include <QTest>

#include <set>

#include "tests/support/planted_errors.h"

using namespace engine;

class TestLearningOrder : public QObject {
    Q_OBJECT

    static test::MadeSegments made()
    {
        test::MadeSettings settings;
        settings.videos = 20;
        settings.segmentsPerVideo = 15;
        return test::makeSegments(settings);
    }

    static LearningOrder orderOf(const FoldData& segments)
    {
        LearningSettings settings;
        settings.start = 20;
        settings.step = 40;
        return learningOrder(segments, settings, "made");
    }

private slots:
    void eachSegmentIsAskedForOnce()
    {
        const test::MadeSegments segments = made();
        const LearningOrder order = orderOf(segments.words);
        QCOMPARE(order.ids.size(), segments.words.size());
        QCOMPARE(std::set<std::string>(order.ids.begin(), order.ids.end()).size(), order.ids.size());
        QVERIFY(orderOf(segments.words) == order);
        QVERIFY(learningOrderFrom(toLine(order), "a program") == order);
    }

    void itIsNotWorseThanChance()
    {
        const LearningOrder order = orderOf(made().words);
        double asked = 0.0, random = 0.0;
        for (const LearningOrder::Point& point : order.curve) {
            asked += point.correlation;
            random += point.atRandom;
            QVERIFY2(point.correlation > point.atRandom - 0.03, qPrintable(QString::number(point.labels)));
        }
        QVERIFY(asked >= random);
        QCOMPARE(order.curve.back().labels, order.ids.size());
        QVERIFY(std::abs(order.curve.back().correlation - order.curve.back().atRandom) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestLearningOrder)
#include "tst_learning_order.moc"
