#include "engine/alignment/timed_segments.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <vector>

#include "tests/support/failure.h"

using namespace engine;

namespace {

const DatasetList& demo()
{
    static const DatasetList list = readDatasetList(DEMO "/dataset.json");
    return list;
}

SegmentRecipe windows(double window, double hop)
{
    SegmentRecipe recipe;
    recipe.windows = SlidingWindow{window, hop};
    recipe.rate = FixedRate{25.0};
    return recipe;
}

std::vector<LabelledSegment> ofVideo(const std::vector<LabelledSegment>& segments, const std::string& video)
{
    std::vector<LabelledSegment> found;
    std::ranges::copy_if(segments, std::back_inserter(found),
                         [&](const LabelledSegment& segment) { return segment.id.starts_with(video + "["); });
    return found;
}

}

/// Segments whose rows are not words, or that are not those of the labels.
class TestTimedSegments : public QObject {
    Q_OBJECT

private slots:
    void windowsToTrainWithOverlapAndOthersDoNot()
    {
        const std::vector<LabelledSegment> segments = labelledSegments(demo(), windows(2.0, 0.5));
        for (const auto& [video, hop] : std::map<std::string, double>{{"ada_1", 0.5}, {"finn_1", 2.0}}) {
            const std::vector<LabelledSegment> own = ofVideo(segments, video);
            QVERIFY(own.size() > 4);
            for (std::size_t k = 0; k < own.size(); ++k) {
                QCOMPARE(own[k].id, video + "[" + std::to_string(k) + "]");
                QVERIFY(std::abs(own[k].interval.length() - 2.0) < 1e-9);
                QVERIFY(std::abs(own[k].interval.start - own[0].interval.start - hop * static_cast<double>(k))
                        < 1e-9);
                QVERIFY(own[k].labels.empty());
            }
        }
    }

    void rowsOfARateAreStepsOfEachModality()
    {
        SegmentRecipe recipe = windows(2.0, 2.0);
        recipe.text = "";
        const LabelledSegment segment = ofVideo(labelledSegments(demo(), recipe), "finn_1").at(1);
        QCOMPARE(segment.input.visual.rows, std::size_t(50));
        QCOMPARE(segment.input.acoustic.rows, std::size_t(50));
        QCOMPARE(segment.input.text.columns, std::size_t(0));
        const TimedFeatures all = readFeatures(CsdFile(demo().sequence("acoustic")->file), "finn_1");
        double sum = 0.0;
        int count = 0;
        for (std::size_t row = 0; row < all.intervals.size(); ++row) {
            const Interval step{segment.interval.start + 0.4, segment.interval.start + 0.44};
            if (all.intervals[row].overlap(step) <= 1e-5)
                continue;
            sum += static_cast<double>(all.features.at(row, 0));
            ++count;
        }
        QVERIFY(count >= 4); // of 100 frames a second
        QVERIFY(std::abs(sum / count - static_cast<double>(segment.input.acoustic.at(10, 0))) < 1e-3);
    }

    void ownRowsAreThoseOfTheSegmentAsTheyStand()
    {
        SegmentRecipe recipe;
        recipe.hasOwnRows = true;
        const std::vector<LabelledSegment> segments = labelledSegments(demo(), recipe);
        QCOMPARE(segments.size(), std::size_t(150));
        const LabelledSegment segment = ofVideo(segments, "ada_2").at(1);
        QCOMPARE(segment.labels.size(), std::size_t(7));
        QVERIFY(!segment.transcript.empty());
        const TimedFeatures all = readFeatures(CsdFile(demo().sequence("acoustic")->file), "ada_2");
        std::vector<float> expected;
        for (std::size_t row = 0; row < all.intervals.size(); ++row) {
            const double middle = (all.intervals[row].start + all.intervals[row].end) / 2.0;
            if (middle >= segment.interval.start && middle < segment.interval.end)
                expected.insert(expected.end(), all.features.row(row).begin(), all.features.row(row).end());
        }
        QVERIFY(segment.input.acoustic.values == expected);
        QVERIFY(segment.input.acoustic.rows > 2 * segment.input.visual.rows);
        QVERIFY(segment.input.visual.rows > segment.input.text.rows);
    }

    void everyRowIsInOneOfAdjoiningSegments()
    {
        SegmentRecipe recipe = windows(0.5, 0.5);
        recipe.rate.reset();
        recipe.hasOwnRows = true;
        std::vector<float> joined;
        Interval whole{1e9, 0.0};
        for (const LabelledSegment& segment : ofVideo(labelledSegments(demo(), recipe), "finn_2")) {
            joined.insert(joined.end(), segment.input.visual.values.begin(),
                          segment.input.visual.values.end());
            whole
                = {std::min(whole.start, segment.interval.start), std::max(whole.end, segment.interval.end)};
        }
        const TimedFeatures all = readFeatures(CsdFile(demo().sequence("visual")->file), "finn_2");
        QVERIFY(joined.size() > 40 * all.features.columns);
        const auto first = std::ranges::find_if(
            all.intervals, [&](Interval row) { return (row.start + row.end) / 2.0 >= whole.start; });
        const auto place = static_cast<std::size_t>(first - all.intervals.begin()) * all.features.columns;
        QVERIFY(std::equal(joined.begin(), joined.end(),
                           all.features.values.begin() + static_cast<std::ptrdiff_t>(place)));
    }

    void rowsMayBeScaledWithinTheirVideo()
    {
        SegmentRecipe recipe = windows(2.0, 2.0);
        recipe.rate.reset();
        recipe.hasOwnRows = true;
        const std::vector<LabelledSegment> plain = ofVideo(labelledSegments(demo(), recipe), "finn_1");
        recipe.isScaledByVideo = true;
        const std::vector<LabelledSegment> scaled = ofVideo(labelledSegments(demo(), recipe), "finn_1");
        QCOMPARE(scaled.size(), plain.size());
        const TimedFeatures all = readFeatures(CsdFile(demo().sequence("acoustic")->file), "finn_1");
        double sum = 0.0, squares = 0.0;
        for (std::size_t row = 0; row < all.features.rows; ++row)
            sum += static_cast<double>(all.features.at(row, 0));
        const double mean = sum / static_cast<double>(all.features.rows);
        for (std::size_t row = 0; row < all.features.rows; ++row)
            squares += std::pow(static_cast<double>(all.features.at(row, 0)) - mean, 2.0);
        const double deviation = std::sqrt(squares / static_cast<double>(all.features.rows));
        const double expected = (static_cast<double>(plain[1].input.acoustic.at(7, 0)) - mean) / deviation;
        QVERIFY(std::abs(static_cast<double>(scaled[1].input.acoustic.at(7, 0)) - expected) < 1e-4);
    }

    void aSequenceThatIsNotThereIsNamed()
    {
        SegmentRecipe recipe = windows(2.0, 2.0);
        recipe.visual = "faces";
        const std::string failure = test::failureOf([&] { labelledSegments(demo(), recipe); });
        QVERIFY2(failure.find("no sequence called faces") != std::string::npos, failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestTimedSegments)
#include "tst_timed_segments.moc"
