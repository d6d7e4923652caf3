#include "engine/core/seeded_draws.h"
#include "engine/core/seeded_shuffle.h"

#include <QTest>

using namespace engine;

class TestSeededDraws : public QObject {
    Q_OBJECT

private slots:
    /// As GCC's std::uniform_real_distribution, std::uniform_int_distribution and std::normal_distribution
    /// draw.
    void drawsAreThosePublishedModelsWereTrainedWith()
    {
        std::mt19937_64 random(1);
        for (const double expected :
             {-4.3934802718496071, -4.3631155636056329, -0.58542115386554183, -5.7477092589992758})
            QVERIFY(drawnBetween(-6.0, 6.0, random) == expected); // to the last bit
        NormalDraws normal(random);
        for (const float expected : {0.686823547F, -0.248947814F, -0.795146167F, -0.054646872F})
            QVERIFY(std::abs(normal.next() - expected) < 1e-6F); // the logarithm is of the C library
        std::mt19937_64 places(1);
        for (const std::uint64_t expected : {133U, 136U, 451U, 21U})
            QCOMPARE(drawnBelow(1000, places), expected);
    }

    void sharesStayBelow1()
    {
        std::mt19937_64 random(2);
        for (int i = 0; i < 1000; ++i) {
            const float share = drawnShare<float>(random);
            QVERIFY(share >= 0.0F && share < 1.0F);
        }
    }

    void normalDrawsHaveMean0AndDeviation1()
    {
        std::mt19937_64 random(3);
        NormalDraws normal(random);
        constexpr int count = 20'000;
        double sum = 0.0, squares = 0.0;
        for (int i = 0; i < count; ++i) {
            const auto value = static_cast<double>(normal.next());
            sum += value;
            squares += value * value;
        }
        QVERIFY(std::abs(sum / count) < 0.02);
        QVERIFY(std::abs(squares / count - 1.0) < 0.03);
    }
};

QTEST_GUILESS_MAIN(TestSeededDraws)
#include "tst_seeded_draws.moc"
