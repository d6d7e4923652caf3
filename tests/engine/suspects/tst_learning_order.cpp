#include "engine/training/suspects/learning_order.h"

#include <QTest>

#include <random>
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

    /// From one label in a hundred another learner than the one that asks learns more than by chance.
    void fewLabelsTeachAnotherLearnerMore()
    {
        double gain = 0.0;
        constexpr unsigned rounds = 4;
        for (unsigned seed = 1; seed <= rounds; ++seed) {
            test::MadeSettings settings;
            settings.videos = 40;
            settings.words = 8;
            settings.noise = 1.3;
            settings.seed = seed;
            LearningSettings how;
            how.seed = seed;
            how.step = 400;
            const LearningOrder order = learningOrder(test::makeSegments(settings).words, how, "made");
            const LearningOrder::Point& first = order.curve.front();
            QCOMPARE(first.labels, 8U);
            QVERIFY(first.low < first.correlation - first.atRandom
                    && first.high > first.correlation - first.atRandom);
            gain += (first.correlation - first.atRandom) / rounds;
        }
        QVERIFY2(gain > 0.02, qPrintable(QString::number(gain)));
    }

    void whereLabelsAreNoiseNoOrderHelps()
    {
        FoldData segments = made().words;
        std::mt19937_64 random(3);
        for (float& label : segments.labels.values)
            label = static_cast<float>(random() % 7) - 3.0F;
        const LearningOrder order = orderOf(segments);
        std::size_t helping = 0;
        for (const LearningOrder::Point& point : order.curve)
            helping += point.helps() ? 1 : 0;
        QVERIFY2(helping <= 1, qPrintable(QString::number(helping)));
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
        // judged by another learner the later points are alike: two thousandths of r is all that may be lost
        // in the mean
        QVERIFY2(asked >= random - 0.002 * static_cast<double>(order.curve.size()),
                 qPrintable(QStringLiteral("%1, %2").arg(asked).arg(random)));
        QCOMPARE(order.curve.back().labels, order.ids.size());
        QVERIFY(std::abs(order.curve.back().correlation - order.curve.back().atRandom) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestLearningOrder)
#include "tst_learning_order.moc"
