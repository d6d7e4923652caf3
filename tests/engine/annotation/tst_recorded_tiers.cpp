#include "engine/annotation/recorded_tiers.h"

#include <QTest>

#include <cmath>

using namespace engine;

namespace {

Annotation withWords(const std::vector<Interval>& intervals)
{
    Annotation annotation;
    std::vector<std::string> texts;
    for (std::size_t row = 0; row < intervals.size(); ++row)
        texts.push_back("w" + std::to_string(row));
    annotation.apply(wordsTier(annotation, "v", "words", intervals, texts));
    return annotation;
}

std::vector<const Segment*> inOrder(const Annotation& annotation)
{
    std::vector<const Segment*> segments;
    for (const IntervalIndex::Entry& entry : annotation.byTime(1).all())
        segments.push_back(annotation.segment(entry.id));
    return segments;
}

}

class TestRecordedTiers : public QObject {
    Q_OBJECT

private slots:
    void timesStayBitForBit()
    {
        const std::vector<Interval> rows{{0.1, 0.30000000000000004}, {0.30000000000000004, 1.0 / 3}};
        const Annotation annotation = withWords(rows);
        const auto segments = inOrder(annotation);
        QCOMPARE(segments.size(), std::size_t{2});
        for (std::size_t row = 0; row < rows.size(); ++row) {
            QCOMPARE(segments[row]->start.recorded, std::optional(rows[row].start));
            QCOMPARE(segments[row]->end.recorded, std::optional(rows[row].end));
            QCOMPARE(segments[row]->sourceRow, static_cast<int>(row));
            QCOMPARE(segments[row]->text, "w" + std::to_string(row));
        }
        QVERIFY(annotation.checkConsistency().empty());
    }

    void edgesThatAlmostTouchAreOne()
    {
        for (const double off : {-9e-6, 9e-6}) {
            const Annotation annotation = withWords({{1.0, 2.0}, {2.0 + off, 3.0}});
            const auto segments = inOrder(annotation);
            QCOMPARE(segments[1]->start.ticks, segments[0]->end.ticks);
            QCOMPARE(segments[1]->start.recorded, std::optional(2.0 + off));
            QVERIFY(!annotation.tier(1)->overlapping);
        }
    }

    void rowsWithoutUsableTimesAreLeftOut()
    {
        const double nan = std::nan("");
        const Annotation annotation
            = withWords({{2.0, 3.0}, {nan, 1.0}, {0.0, HUGE_VAL}, {5.0, 4.0}, {1.0, 1.0}});
        const auto segments = inOrder(annotation);
        QCOMPARE(segments.size(), std::size_t{2});
        QCOMPARE(segments[0]->sourceRow, 4);
        QCOMPARE(segments[1]->sourceRow, 0);
    }

    void overlapsAreAllowedWhereTheFileHasThem()
    {
        const Annotation annotation = withWords({{0.0, 5.0}, {1.0, 2.0}, {4.0, 6.0}});
        QVERIFY(annotation.tier(1)->overlapping);
        QVERIFY(annotation.checkConsistency().empty());
    }

    void labelsHaveAScaleThatHoldsThem()
    {
        FeatureMatrix values(2, 3);
        values.values = {-3.4F, 0.0F, 6.5F, 1.8F, std::nanf(""), 1.0F};
        Annotation annotation;
        annotation.apply(labelsTier(annotation, "v", "labels", std::vector<Interval>{{0, 1}, {1, 2}}, values,
                                    std::vector<std::string>{"sentiment", "happy", "trait"}));
        const Tier& tier = *annotation.tier(1);
        QCOMPARE(std::get<NumberScale>(tier.label("sentiment")->scale), (NumberScale{-4, 3, 0}));
        QCOMPARE(std::get<NumberScale>(tier.label("happy")->scale), (NumberScale{0, 3, 0}));
        QCOMPARE(std::get<NumberScale>(tier.label("trait")->scale), (NumberScale{0, 7, 0}));
        const Segment& second = *annotation.segment(2);
        QCOMPARE(std::get<double>(second.values.at("sentiment").value), static_cast<double>(1.8F));
        QVERIFY(!second.values.contains("happy"));
        QVERIFY(annotation.checkConsistency().empty());
    }

    /// The first of several classes is no sentiment.
    void onlySentimentsGoBothWays()
    {
        const FeatureMatrix rows{1, 2};
        const auto leastOf = [&](const std::vector<std::string>& names, std::size_t column) {
            return std::get<NumberScale>(schemesOf(rows, names)[column].scale).least;
        };
        QCOMPARE(leastOf({"anger", "sentiment"}, 0), 0.0);
        QCOMPARE(leastOf({"anger", "sentiment"}, 1), -3.0);
        QCOMPARE(leastOf({"neutral", "happy"}, 0), 0.0);
        QCOMPARE(leastOf({"score", "happy"}, 0), -3.0); // what nobody named is a sentiment
    }
};

QTEST_GUILESS_MAIN(TestRecordedTiers)
#include "tst_recorded_tiers.moc"
