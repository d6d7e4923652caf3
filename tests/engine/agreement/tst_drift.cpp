#include "engine/agreement/drift.h"

#include <QTest>

#include <vector>

using namespace engine;

class TestDrift : public QObject {
    Q_OBJECT

private slots:
    void eachQuarterHasItsOwnMeans()
    {
        std::vector<DatedAnswer> answers;
        for (int i = 0; i < 8; ++i)
            answers.push_back({i * 1.0, 1.0, i < 4 ? 10.0 : 4.0});
        const auto quarters = driftOverQuarters(answers);
        QCOMPARE(quarters[0].answers, std::size_t(2));
        QCOMPARE(*quarters[0].mean, 0.5);
        QCOMPARE(*quarters[0].difference, -0.5);
        QCOMPARE(*quarters[0].seconds, 10.0);
        QCOMPARE(*quarters[3].mean, 6.5);
        QCOMPARE(*quarters[3].difference, 5.5);
        QCOMPARE(*quarters[3].seconds, 4.0);
    }

    void quartersDifferByOneAnswerAtMost_data()
    {
        QTest::addColumn<int>("answers");
        for (const int count : {4, 5, 6, 7, 9, 22})
            QTest::addRow("%d answers", count) << count;
    }

    void quartersDifferByOneAnswerAtMost()
    {
        QFETCH(const int, answers);
        const std::vector<DatedAnswer> given(static_cast<std::size_t>(answers), DatedAnswer{1.0, {}, 1.0});
        std::size_t all = 0;
        for (const DriftQuarter& quarter : driftOverQuarters(given)) {
            QVERIFY(quarter.answers * 4 + 4 > given.size());
            QVERIFY(quarter.answers * 4 < given.size() + 4);
            all += quarter.answers;
        }
        QCOMPARE(all, given.size());
    }

    void whatNobodyElseRatedIsNotCompared()
    {
        const std::vector<DatedAnswer> answers{
            {2.0, 1.0, 1.0}, {3.0, {}, 1.0}, {{}, 1.0, 1.0}, {1.0, 3.0, 1.0}};
        const auto quarters = driftOverQuarters(answers);
        QCOMPARE(quarters[1].rated, std::size_t(1));
        QCOMPARE(quarters[1].compared, std::size_t(0));
        QVERIFY(!quarters[1].difference);
        QVERIFY(!quarters[2].mean);
        QCOMPARE(quarters[2].answers, std::size_t(1));
        QCOMPARE(*quarters[3].difference, -2.0);
    }

    void fewAnswersLeaveQuartersEmpty()
    {
        const std::vector<DatedAnswer> answers{{2.0, {}, 1.0}};
        const auto quarters = driftOverQuarters(answers);
        QCOMPARE(*quarters[0].mean, 2.0);
        QVERIFY(!quarters[1].seconds);
        QVERIFY(!driftOverQuarters({})[0].seconds);
    }
};

QTEST_GUILESS_MAIN(TestDrift)
#include "tst_drift.moc"
