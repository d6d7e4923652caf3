#include "engine/sequences/histogram.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace engine;

namespace {

Histogram of(const std::vector<double>& values)
{
    Histogram histogram;
    for (const double value : values)
        histogram.add(value);
    return histogram;
}

}

class TestHistogram : public QObject {
    Q_OBJECT

private slots:
    void ofNothingAndOfOneValue()
    {
        QVERIFY(of({}).bins().empty());
        QCOMPARE(of({2.5, 2.5, 2.5}).bins(), (std::vector<Histogram::Bin>{{2.5, 2.5, 3}}));
    }

    void everyValueIsCountedInItsBin()
    {
        std::mt19937 random(5);
        std::normal_distribution<double> normal(100.0, 3.0);
        for (const double outlier : {100.0, 1e6, -1e9}) {
            std::vector<double> values;
            for (int i = 0; i < 5000; ++i)
                values.push_back(i == 2000 ? outlier : normal(random));
            const auto bins = of(values).bins();
            QVERIFY(!bins.empty() && bins.size() <= Histogram::kMostBins);
            for (std::size_t b = 0; b < bins.size(); ++b) {
                std::size_t inside = 0;
                for (const double value : values)
                    inside += value >= bins[b].low && value < bins[b].high ? 1 : 0;
                QCOMPARE(bins[b].count, inside);
                if (b > 0)
                    QVERIFY(std::abs(bins[b].low - bins[b - 1].high) <= 1e-9 * std::abs(bins[b].low) + 1e-12);
            }
        }
    }

    void theShapeCanBeSeen()
    {
        std::vector<double> values;
        for (int i = 0; i < 1000; ++i)
            values.push_back(i % 100);
        const auto bins = of(values).bins();
        QVERIFY2(bins.size() > 10, qPrintable(QString::number(bins.size())));
    }

    void extremesDoNotHang()
    {
        const auto bins = of({0.0, 1e-320, 1.0, 1e300, -1e300, 5e-324}).bins();
        std::size_t count = 0;
        for (const Histogram::Bin& bin : bins)
            count += bin.count;
        QCOMPARE(count, std::size_t(6));
        constexpr double most = std::numeric_limits<double>::max();
        for (const auto& values :
             {std::vector<double>{-most, 0.5}, {1.0, 2.0, 1e308}, {1.0, 2.0, -9e307}, {most, -most}})
            QVERIFY(!of(values).bins().empty());
    }
};

QTEST_GUILESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
