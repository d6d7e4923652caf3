#include "engine/agreement/gold_score.h"
#include "engine/agreement/self_agreement.h"

#include <QTest>

#include <vector>

using namespace engine;

class TestGoldScore : public QObject {
    Q_OBJECT

private slots:
    void anAnswerIsRightWithinHalfAStep_data()
    {
        QTest::addColumn<double>("given");
        QTest::addColumn<double>("right");
        QTest::addColumn<double>("step");
        QTest::addColumn<bool>("hits");
        QTest::newRow("the same") << 2.0 << 2.0 << 1.0 << true;
        QTest::newRow("half a step") << 2.0 << 1.5 << 1.0 << true;
        QTest::newRow("a mean of thirds, near") << 1.0 << 4.0 / 3.0 << 1.0 << true;
        QTest::newRow("a mean of thirds, far") << 1.0 << 5.0 / 3.0 << 1.0 << false;
        QTest::newRow("a step") << 1.0 << 2.0 << 1.0 << false;
        QTest::newRow("a small step") << 0.1 << 0.2 << 0.2 << true;
    }
    void anAnswerIsRightWithinHalfAStep()
    {
        QFETCH(const double, given);
        QFETCH(const double, right);
        QFETCH(const double, step);
        QFETCH(const bool, hits);
        QCOMPARE(isHit({given, right}, step), hits);
        QCOMPARE(isHit({-given, -right}, step), hits);
    }

    void theScoreIsOverAllAnswers()
    {
        const std::vector<GoldAnswer> answers{{2, 2}, {3, 1}, {-1, 0}, {0, 0.5}};
        const GoldScore score = goldScore(answers, 1.0);
        QCOMPARE(score.answers, std::size_t(4));
        QCOMPARE(score.hits, std::size_t(2));
        QCOMPARE(*score.distance, (0 + 2 + 1 + 0.5) / 4);
        QCOMPARE(*score.bias, (0 + 2 - 1 - 0.5) / 4);
    }

    void withoutAnswersThereIsNoScore() { QCOMPARE(goldScore({}, 1.0), GoldScore()); }

    void answersThatComeAgainAreCompared()
    {
        const std::vector<AnswerPair> pairs{{-3, -3}, {-1, 0}, {0, 0}, {2, 2}, {3, 1}};
        const SelfAgreement agreement = selfAgreement(pairs);
        QCOMPARE(agreement.pairs, std::size_t(5));
        QCOMPARE(agreement.same, std::size_t(3));
        QCOMPARE(*agreement.distance, 3.0 / 5);
        QVERIFY(*agreement.alpha > 0.7 && *agreement.alpha < 1.0);
    }

    void whoeverAnswersTheReverseDisagreesWithThemselves()
    {
        const std::vector<AnswerPair> pairs{{-3, 3}, {-2, 2}, {1, -1}, {3, -3}};
        QVERIFY(*selfAgreement(pairs).alpha < 0);
    }

    void allTheSameIsUndefinedAndNotPerfect()
    {
        const std::vector<AnswerPair> pairs{{1, 1}, {1, 1}};
        QCOMPARE(selfAgreement(pairs).same, std::size_t(2));
        QVERIFY(!selfAgreement(pairs).alpha);
        QCOMPARE(selfAgreement({}), SelfAgreement());
    }
};

QTEST_GUILESS_MAIN(TestGoldScore)
#include "tst_gold_score.moc"
