#include "engine/core/error.h"
#include "engine/explain/calibration.h"
#include "engine/explain/explanation_lines.h"
#include "engine/explain/explanation_table.h"
#include "engine/explain/slice_figures.h"
#include "engine/explain/step_confusion.h"
#include "engine/numbers/false_discovery.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <random>

using namespace engine;

namespace {

/// JSON that is written with single quotes, which moc can read past.
std::string quoted(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    return text;
}

}

/// The figures of the dataset view, on numbers of which the answer is known.
class DatasetFigures : public QObject {
    Q_OBJECT

private slots:
    void calibrationIsWorkedByHand()
    {
        const std::vector<double> predictions{-3.5, -2.9, -2.4, 0.1, 0.2, 2.9, 3.4};
        const std::vector<double> labels{-3.0, -1.0, -2.0, 1.0, 0.0, 3.0, 3.0};
        const auto bins = calibration(predictions, labels, {-3.0, 3.0}, 8);
        QCOMPARE(bins.size(), std::size_t{8});
        QCOMPARE(bins[0].count, std::size_t{3}); // −3 … −2.25, and what is below the scale
        QCOMPARE(bins[0].meanLabel, -2.0);
        QVERIFY(std::abs(bins[0].meanPrediction - (-3.5 - 2.9 - 2.4) / 3.0) < 1e-12);
        // deviations 1, −1, 0: the variance is 1, the standard error 1/√3
        QVERIFY(std::abs(bins[0].interval->end - (-2.0 + 1.959963984540054 / std::sqrt(3.0))) < 1e-9);
        QCOMPARE(bins[4].count, std::size_t{2});
        QCOMPARE(bins[4].meanLabel, 0.5);
        QCOMPARE(bins[7].count, std::size_t{2});
        QCOMPARE(bins[7].interval->length(), 0.0);
        QCOMPARE(bins[2].count, std::size_t{0});
        QVERIFY(!bins[2].interval);
        QCOMPARE(bins[7].part.end, 3.0);
    }

    void theIntervalOfAPartHoldsTheTruth()
    {
        std::mt19937_64 random(3);
        std::normal_distribution<double> noise(0.0, 1.0);
        int held = 0;
        for (int trial = 0; trial < 1000; ++trial) {
            std::vector<double> predictions(40, 0.4), labels;
            for (int i = 0; i < 40; ++i)
                labels.push_back(0.4 + noise(random));
            const auto interval = calibration(predictions, labels, {-3.0, 3.0})[4].interval;
            held += interval->start <= 0.4 && 0.4 <= interval->end ? 1 : 0;
        }
        QVERIFY2(held > 925 && held < 970, qPrintable(QString::number(held))); // 95 %, less for t with 39
    }

    void classesRoundAsAcc7Does()
    {
        const StepScale steps(StepClasses::Steps, -3.0, 3.0);
        QCOMPARE(steps.size(), std::size_t{7});
        QCOMPARE(steps.classOf(0.5, true), std::size_t{3}); // half to even: 0
        QCOMPARE(steps.classOf(1.5, true), std::size_t{5}); // 2
        QCOMPARE(steps.classOf(-9.0, false), std::size_t{0});
        const std::vector<double> predictions{0.4, 0.6, -2.6, 3.9, -0.2}, labels{0.0, 0.0, -3.0, 3.0, 1.0};
        const CountMatrix confusion = stepConfusion(predictions, labels, steps);
        QCOMPARE(confusion.total(), std::size_t{5});
        QCOMPARE(confusion.at(3, 3), std::size_t{1});
        QCOMPARE(confusion.at(3, 4), std::size_t{1});
        QCOMPARE(confusion.at(4, 3), std::size_t{1});
        QCOMPARE(confusion.accuracy(), 0.6);
    }

    void signsLeaveOutALabelOf0()
    {
        const std::vector<double> predictions{0.4, -0.6, 2.0, -1.0}, labels{0.0, 1.0, 1.0, -2.0};
        const CountMatrix confusion
            = stepConfusion(predictions, labels, StepScale(StepClasses::Signs, -3.0, 3.0));
        QCOMPARE(confusion.total(), std::size_t{3});
        QCOMPARE(confusion.at(1, 0), std::size_t{1});
        QVERIFY(std::abs(confusion.accuracy() - 2.0 / 3.0) < 1e-12);
        QCOMPARE(StepScale(StepClasses::Signs, 0.0, 3.0).classOf(0.0, true), std::size_t{0});
    }

    void aScaleWithout0HasTwoSidesOfItsMiddle()
    {
        const StepScale sides(StepClasses::Signs, 1.0, 7.0);
        QVERIFY(sides.hasSides() && !sides.isSigned());
        QVERIFY(!StepScale(StepClasses::Signs, 0.0, 3.0).hasSides());
        const std::vector<double> predictions{3.1, 5.0, 2.0, 4.5}, labels{2.0, 6.0, 7.0, 4.0};
        const CountMatrix confusion = stepConfusion(predictions, labels, sides);
        QCOMPARE(confusion.total(), std::size_t{3}); // the label of the middle is on neither
        QCOMPARE(confusion.at(0, 0), std::size_t{1});
        QCOMPARE(confusion.at(1, 0), std::size_t{1});
        const ScoredSegments segments{predictions, labels, {0, 0, 1, 1}, 4.0};
        const std::vector<std::size_t> all{0, 1, 2, 3};
        QVERIFY(std::abs(*sliceFigures(segments, all, VideoDraws(2)).accuracy2 - 2.0 / 3.0) < 1e-12);
    }

    void theSameSeedDrawsTheSameVideos()
    {
        const VideoDraws one(7, 50, 4), same(7, 50, 4), other(7, 50, 5);
        bool differs = false;
        for (std::size_t draw = 0; draw < 50; ++draw) {
            QCOMPARE(std::accumulate(one.counts(draw).begin(), one.counts(draw).end(), 0U), 7U);
            QVERIFY(std::ranges::equal(one.counts(draw), same.counts(draw)));
            differs = differs || !std::ranges::equal(one.counts(draw), other.counts(draw));
        }
        QVERIFY(differs);
    }

    void theIntervalOfAMeanIsThatOfTheory()
    {
        constexpr std::size_t videos = 200; // one segment each: the standard error is σ / √V
        std::mt19937_64 random(1);
        std::normal_distribution<double> normal(1.0, 0.5);
        std::vector<double> sums, sizes(videos, 1.0);
        for (std::size_t i = 0; i < videos; ++i)
            sums.push_back(normal(random));
        const auto interval = percentileInterval(VideoDraws(videos).means(sums, sizes));
        const double expected = 2.0 * 1.96 * 0.5 / std::sqrt(static_cast<double>(videos));
        QVERIFY2(std::abs(interval->length() - expected) < 0.15 * expected,
                 qPrintable(QString::number(interval->length())));
    }

    void aWorseSliceIsFoundAndOthersAreNot()
    {
        ScoredSegments segments;
        std::mt19937_64 random(11);
        std::normal_distribution<double> noise(0.0, 0.5);
        std::vector<std::vector<std::size_t>> slices(20);
        for (std::size_t i = 0; i < 2000; ++i) {
            const std::size_t slice = random() % slices.size();
            slices[slice].push_back(i);
            segments.labels.push_back(static_cast<double>(random() % 7) - 3.0);
            segments.predictions.push_back(segments.labels.back() + noise(random) * (slice == 6 ? 2.0 : 1.0)
                                           + (slice == 6 ? 0.3 : 0.0));
            segments.videos.push_back(random() % 100);
        }
        const VideoDraws draws(100);
        std::vector<std::optional<double>> chances;
        for (const auto& slice : slices) {
            const SliceFigures figures = sliceFigures(segments, slice, draws);
            QCOMPARE(figures.count, slice.size());
            QVERIFY(figures.interval->start < figures.meanAbsoluteError);
            QVERIFY(figures.interval->end > figures.meanAbsoluteError);
            chances.push_back(figures.chance);
        }
        const std::vector<bool> beyond = beyondChance(chances);
        for (std::size_t i = 0; i < slices.size(); ++i)
            QCOMPARE(static_cast<bool>(beyond[i]), i == 6);
        QVERIFY(std::abs(sliceFigures(segments, slices[6], draws).bias - 0.3) < 0.3);
    }

    void aSliceOfOneVideoHasNoInterval()
    {
        const ScoredSegments segments{{1.0, 2.0, -1.0}, {0.0, 1.0, 1.0}, {0, 0, 1}};
        const std::vector<std::size_t> slice{0, 1};
        const SliceFigures figures = sliceFigures(segments, slice, VideoDraws(2));
        QCOMPARE(figures.meanAbsoluteError, 1.0);
        QCOMPARE(figures.bias, 1.0);
        QCOMPARE(*figures.accuracy2, 1.0); // of the one whose label is not 0
        QVERIFY(!figures.interval);
        QVERIFY(!figures.chance);
    }

    void linesBecomeADatasetAndATableAndBack()
    {
        const ExplainedDataset dataset = told();
        QCOMPARE(dataset.segments.size(), std::size_t{2});
        QVERIFY(dataset.isWhole());
        QCOMPARE(dataset.segments[0].video(), std::string("ada[1]_x"));
        QCOMPARE(dataset.segments[0].prediction(0), 0.7);
        QVERIFY(!dataset.segments[1].labels[0]);
        const std::string table = explanationTable(dataset);
        QCOMPARE(explanationsFromTable(table, "t"), dataset);
        QVERIFY(table.find("\"he said \"\"no\"\", and\nleft\"") != std::string::npos);
    }

    void brokenTablesAreSaid_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("no head") << "# polylogue-predictions"
                                 << "# something";
        QTest::newRow("a number that is none") << ",0.7,"
                                               << ",x7,";
        QTest::newRow("a head cut short") << "\"version\""
                                          << "\"versio";
        QTest::newRow("another number of columns") << ",shapley_v"
                                                   << "";
        QTest::newRow("not all outputs") << "\"range\":1.5}"
                                         << "\"range\":1.5},{\"high\":3.0,\"low\":0.0,"
                                            "\"name\":\"sad\",\"range\":1.0}";
    }

    void brokenTablesAreSaid()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        ExplainedDataset dataset = told();
        dataset.segments.resize(1);
        const QString table = QString::fromStdString(explanationTable(dataset));
        QVERIFY(table.contains(from));
        const std::string broken = QString(table).replace(from, to).toStdString();
        QVERIFY_THROWS_EXCEPTION(FormatError, explanationsFromTable(broken, "t"));
    }

    void brokenLinesAreSaid_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("abc");
        QTest::newRow("no segment") << QByteArray("{}");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("another output") << QByteArray("{'outputs':[{'name':'x','low':0,'high':1}],'ranges':["
                                                      "1],'segments':2,'model':'m','left_out':[]}");
        QTest::newRow("too few values") << QByteArray("{'id':'a[0]','fold':'','start':0,'end':1,'words':'','"
                                                      "present':[true,true,true],'labels':[1],'f':[[0,0]]}");
    }

    void brokenLinesAreSaid()
    {
        QFETCH(QByteArray, line);
        ExplainedDataset dataset = told();
        QVERIFY_THROWS_EXCEPTION(FormatError, takeExplanationLine(quoted(line.toStdString()), dataset));
        QCOMPARE(dataset.segments.size(), std::size_t{2});
    }

private:
    static ExplainedDataset told()
    {
        ExplainedDataset dataset;
        for (const char* line :
             {"{'outputs':[{'name':'sentiment','low':-3,'high':3}],'ranges':[1.5],'segments':2,'model':'M','"
              "left_out':[{'id':'b[0]','why':'It has no row.'}]}",
              "{'id':'ada[1]_x[2]','fold':'test','start':1.25,'end':2.1,'words':'he said \\'no\\', "
              "and\\nleft','present':[true,false,true],'labels':[-1.5],'f':[[0.1,0.2,0.3,0.4,0.5,0.6,0.65,0."
              "7]]}",
              "{'id':'c[0]','fold':'','start':0,'end':1,'words':'','present':[true,true,true],'labels':[null]"
              ",'f':[[0,1e-17,0.3333333333333333,0,0,0,0,-2]]}"})
            takeExplanationLine(quoted(line), dataset);
        return dataset;
    }
};

QTEST_GUILESS_MAIN(DatasetFigures)

#include "tst_dataset_figures.moc"
