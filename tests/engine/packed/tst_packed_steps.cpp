#include "engine/packed/packed_steps.h"

#include <QTest>

#include <vector>

using namespace engine;

class TestPackedSteps : public QObject {
    Q_OBJECT

private slots:
    void zerosAtEitherEndArePadding_data()
    {
        QTest::addColumn<QList<float>>("values");
        QTest::addColumn<std::size_t>("first");
        QTest::addColumn<std::size_t>("last");
        QTest::newRow("behind") << QList<float>{1, 2, 0, 0} << std::size_t(0) << std::size_t(2);
        QTest::newRow("in front") << QList<float>{0, 0, 0, 3} << std::size_t(3) << std::size_t(4);
        QTest::newRow("zeros between are steps")
            << QList<float>{0, 1, 0, 1} << std::size_t(1) << std::size_t(4);
        QTest::newRow("nothing but zeros is one step")
            << QList<float>{0, 0, 0, 0} << std::size_t(0) << std::size_t(1);
    }

    void zerosAtEitherEndArePadding()
    {
        QFETCH(const QList<float>, values);
        const std::vector<float> plain(values.begin(), values.end());
        const SegmentSteps segment{plain, 1};
        QTEST(withoutZeros({&segment, 1}, 4).first, "first");
        QTEST(withoutZeros({&segment, 1}, 4).last, "last");
    }

    void aStepCountsWhereAnyFeatureHasIt()
    {
        const std::vector<float> text{1, 1, 0, 0};
        const std::vector<float> audio{0, 0, 2, 0};
        const std::vector<SegmentSteps> together{{text, 1}, {audio, 1}};
        QCOMPARE(withoutZeros(together, 4), (ValidSteps{0, 3}));
    }

    void aLengthIsOnTheSideThatIsNotZero()
    {
        const std::vector<float> front{0, 0, 1, 2};
        const std::vector<float> behind{1, 2, 0, 0};
        const std::vector<float> full{1, 2, 3,
                                      4}; // longer than it should be: the length counts from the first step
        const auto stepsOf = [](const std::vector<float>& values) {
            const SegmentSteps segment{values, 1};
            return stepsOfLength({&segment, 1}, 4, 2);
        };
        QCOMPARE(stepsOf(front), (ValidSteps{2, 4}));
        QCOMPARE(stepsOf(behind), (ValidSteps{0, 2}));
        QCOMPARE(stepsOf(full), (ValidSteps{0, 2}));
    }

    void theSideIsThatOfAllFeaturesTogether()
    {
        const std::vector<float> text{0, 0, 0, 5}; // nothing known of its first word
        const std::vector<float> vision{0, 0, 0, 0}; // no face at all: alone it would lie in front
        const std::vector<SegmentSteps> together{{vision, 1}, {text, 1}};
        QCOMPARE(stepsOfLength(together, 4, 2), (ValidSteps{2, 4}));
    }
};

QTEST_GUILESS_MAIN(TestPackedSteps)
#include "tst_packed_steps.moc"
