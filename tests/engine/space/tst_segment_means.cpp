#include "engine/core/error.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/space/segment_means.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

#include "tests/support/sequences.h"

using namespace engine;
using namespace engine::test;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

Entry entry(std::vector<Interval> intervals, FeatureArray features)
{
    return {{ElementType::Float64, std::move(intervals)}, std::move(features)};
}

/// Six rows of one second: (0, 10), (1, 11), …
Entry frames()
{
    std::vector<Interval> intervals;
    std::vector<float> values;
    for (int i = 0; i < 6; ++i) {
        intervals.push_back({static_cast<double>(i), i + 1.0});
        values.push_back(static_cast<float>(i));
        values.push_back(static_cast<float>(10 + i));
    }
    return entry(std::move(intervals), floats(2, std::move(values)));
}

}

class TestSegmentMeans : public QObject {
    Q_OBJECT

private slots:
    void labelledSegmentsHaveTheMeanOfTheirRows()
    {
        const CsdFile features = file("features", {{"a", frames()}});
        const CsdFile labels
            = file("labels", {{"a", entry({{2, 4}, {0, 2.5}, {8, 9}}, floats(1, {1.5F, -2, 3}))}});
        const SegmentMeans result = segmentMeans({&features, &labels});
        QCOMPARE(result.segments.size(), std::size_t(2));
        QCOMPARE(result.segments[0], (MeanSegment{"a", 0, {0, 2.5}, {-2}})); // in the order of time
        QCOMPARE(result.segments[1], (MeanSegment{"a", 1, {2, 4}, {1.5F}}));
        QCOMPARE(result.means.values, (std::vector<float>{1, 11, 2.5F, 12.5F}));
        QCOMPARE(result.means.rows, std::size_t(2));
        QCOMPARE(result.withoutRows, std::size_t(1));
        QVERIFY(result.findings.empty());
    }

    /// What a project has in the place of its files lies where it is, also where the files are moved.
    void aProjectsOwnSegmentsAndWordsCount()
    {
        const CsdFile features = file("features", {{"a", frames()}, {"b", frames()}});
        const CsdFile labels = file("labels", {{"a", entry({{2, 4}}, floats(1, {1.5F}))}});
        SegmentSources sources{&features, &labels};
        sources.labelOffsets = {{"a", 1.0}};
        sources.ownSegments = {{"a", {{0, 1}, {4, 6}}}};
        sources.ownWords = {{"a", {{{0.2, 0.5}}, {"so"}}}, {"b", {{{5, 6}}, {"no"}}}};
        TimedFeatures otherFace{{{5, 6}}, FeatureMatrix(1, 2)};
        otherFace.features.values = {7, 8};
        sources.ownFeatures.emplace("b", otherFace);
        sources.featureOffsets = {{"b", 1.0}};
        const SegmentMeans result = segmentMeans(sources);
        QCOMPARE(result.segments.size(), std::size_t(3));
        QCOMPARE(result.segments[0], (MeanSegment{"a", 0, {0, 1}, {}, "so"}));
        QCOMPARE(result.segments[1].interval, (Interval{4, 6}));
        QCOMPARE(result.segments[2], (MeanSegment{"b", 0, {5, 6}, {}, "no"}));
        QCOMPARE(result.means.values, (std::vector<float>{0, 10, 4.5F, 14.5F, 7, 8}));
    }

    void sequencesThatAreMovedMeetWhereTheyLie()
    {
        const CsdFile features = file("features", {{"a", frames()}, {"b", frames()}});
        const Entry labelled = entry({{2, 4}}, floats(1, {1.5F}));
        const CsdFile labels = file("labels", {{"a", labelled}, {"b", labelled}});
        SegmentSources sources{&features, &labels};
        sources.featureOffsets = {{"a", 2.0}};
        sources.labelOffsets = {{"b", 1.0}};
        const SegmentMeans result = segmentMeans(sources);
        QCOMPARE(result.means.values, (std::vector<float>{0.5F, 10.5F, 3.5F, 13.5F}));
        QCOMPARE(result.segments[0].interval, (Interval{2, 4}));
        QCOMPARE(result.segments[1].interval, (Interval{3, 5}));
    }

    void movedUtterancesReceiveTheRowsWhereTheyLie()
    {
        const CsdFile features = file("features", {{"a", frames()}});
        const CsdFile words = file("words", {{"a", entry({{0, 1}}, texts({"so"}))}});
        SegmentSources sources{&features, nullptr, &words};
        sources.wordOffsets = {{"a", 3.0}};
        const SegmentMeans result = segmentMeans(sources);
        QCOMPARE(result.means.values, (std::vector<float>{3, 13}));
        QCOMPARE(result.segments[0].interval, (Interval{3, 4}));
    }

    void aVideoWithoutLabelsHasItsUtterances()
    {
        const CsdFile features = file("features", {{"a", frames()}, {"b", frames()}, {"c", frames()}});
        const CsdFile labels = file("labels", {{"b", entry({{0, 1}}, floats(1, {2}))}});
        const CsdFile words = file("words",
                                   {{"a", entry({{0, 0.5}, {0.6, 1}, {4, 5}}, texts({"well", "yes", "no"}))},
                                    {"b", entry({{3, 4}}, texts({"not"}))}});
        const SegmentMeans result = segmentMeans({&features, &labels, &words});
        QCOMPARE(result.segments.size(), std::size_t(3)); // nothing is known of c
        QCOMPARE(result.segments[0], (MeanSegment{"a", 0, {0, 1}, {}, "well yes"}));
        QCOMPARE(result.segments[1], (MeanSegment{"a", 1, {4, 5}, {}, "no"}));
        QCOMPARE(result.segments[2].video, std::string("b"));
        QCOMPARE(result.segments[2].interval, (Interval{0, 1}));
        QCOMPARE(result.segments[2].words, std::string()); // "not" begins behind it
    }

    void segmentsOfAnAlignedSequenceBelongToTheirVideo()
    {
        const CsdFile features
            = file("features",
                   {{"a[1]", entry({{1, 2}}, floats(1, {5}))}, {"a[0]", entry({{0, 1}}, floats(1, {3}))}});
        const CsdFile labels = file("labels", {{"a", entry({{0, 2}}, floats(1, {1}))}});
        const SegmentMeans result = segmentMeans({&features, &labels});
        QCOMPARE(result.segments.size(), std::size_t(1));
        QCOMPARE(result.means.values, (std::vector<float>{4}));
    }

    void valuesThatAreNotFiniteAreLeftOutOneByOne()
    {
        const float infinite = std::numeric_limits<float>::infinity();
        const CsdFile features = file(
            "features", {{"a", entry({{0, 1}, {1, 2}}, floats(3, {2, kNan, infinite, kNan, 7, -infinite}))}});
        const CsdFile labels = file("labels", {{"a", entry({{0, 2}}, floats(1, {1}))}});
        const SegmentMeans result = segmentMeans({&features, &labels});
        QCOMPARE(result.ignoredValues, std::size_t(4));
        QCOMPARE(result.means.at(0, 0), 2.0F);
        QCOMPARE(result.means.at(0, 1), 7.0F);
        QVERIFY(std::isnan(result.means.at(0, 2)));
    }

    void aVideoOfAnotherWidthIsAFinding()
    {
        const CsdFile features
            = file("features", {{"a", frames()}, {"b", entry({{0, 1}}, floats(3, {1, 2, 3}))}});
        const CsdFile labels = file(
            "labels", {{"a", entry({{0, 2}}, floats(1, {1}))}, {"b", entry({{0, 1}}, floats(1, {1}))}});
        const SegmentMeans result = segmentMeans({&features, &labels});
        QCOMPARE(result.segments.size(), std::size_t(1));
        QCOMPARE(result.findings.size(), std::size_t(1));
        QCOMPARE(result.findings.front().code, std::string("dimension_mismatch"));
        QCOMPARE(result.findings.front().id, std::string("b"));
    }

    void textIsAFindingOfEveryVideo()
    {
        const CsdFile words = file("words", {{"a", entry({{0, 1}}, texts({"yes"}))}});
        const SegmentMeans result = segmentMeans({&words, nullptr, &words});
        QVERIFY(result.segments.empty());
        QCOMPARE(result.findings.size(), std::size_t(1));
    }

    void theDemoHasAPointForEveryLabel()
    {
        const CsdFile features(DEMO "/acoustic.csd");
        const CsdFile labels(DEMO "/labels.csd");
        const CsdFile words(DEMO "/words.csd");
        std::vector<double> progress;
        const SegmentMeans result = segmentMeans(
            {&features, &labels, &words}, {{}, [&](double fraction) { progress.push_back(fraction); }});
        std::size_t labelled = 0;
        for (const std::string& id : labels.ids())
            labelled += labels.intervals(id).rows();
        QVERIFY(result.segments.size() + result.withoutRows >= labelled);
        QCOMPARE(result.means.rows, result.segments.size());
        QCOMPARE(result.means.values.size(), result.means.rows * result.means.columns);
        QVERIFY(!progress.empty() && std::is_sorted(progress.begin(), progress.end()));
    }

    void stopsWhenItIsTold()
    {
        const CsdFile features = file("features", {{"a", frames()}});
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(segmentMeans({&features}, {stop.get_token(), {}}), Cancelled);
    }

private:
    CsdFile file(const std::string& name, const std::vector<std::pair<std::string, Entry>>& entries)
    {
        const std::string path
            = m_folder.filePath(QString::fromStdString(name + std::to_string(m_files++) + ".csd"))
                  .toStdString();
        writeCsd(sequence(name, entries), path);
        return CsdFile(path);
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestSegmentMeans)
#include "tst_segment_means.moc"
