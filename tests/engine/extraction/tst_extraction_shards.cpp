#include "engine/extraction/extraction_shards.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace engine;

class TestExtractionShards : public QObject {
    Q_OBJECT

private slots:
    void theLongestAreNotAllInOneShard()
    {
        QCOMPARE(shardsByLength({600, 10, 600, 10, 20}, 2), (std::vector<std::size_t>{0, 1, 1, 1, 0}));
        QCOMPARE(shardsByLength({1, 2, 3}, 1), (std::vector<std::size_t>{0, 0, 0}));
        QCOMPARE(shardsByLength({5}, 3), (std::vector<std::size_t>{0}));
        QCOMPARE(shardsByLength({}, 3), std::vector<std::size_t>());
    }

    void noShardHasAThirdMoreThanItsPart()
    {
        std::mt19937 random(7);
        std::lognormal_distribution<double> lengths(4.0, 1.0); // seconds: mostly minutes, some hours
        for (const std::size_t shards : {2, 8, 31}) {
            std::vector<double> seconds(400);
            std::ranges::generate(seconds, [&] { return lengths(random); });
            const std::vector<std::size_t> shared = shardsByLength(seconds, shards);
            std::vector<double> load(shards, 0.0);
            double all = 0.0;
            for (std::size_t i = 0; i < seconds.size(); ++i) {
                load.at(shared[i]) += seconds[i];
                all += seconds[i];
            }
            const double most = std::max(all / static_cast<double>(shards), std::ranges::max(seconds));
            QVERIFY2(std::ranges::max(load) <= most * 4.0 / 3.0, qPrintable(QString::number(shards)));
        }
    }
};

QTEST_APPLESS_MAIN(TestExtractionShards)
#include "tst_extraction_shards.moc"
