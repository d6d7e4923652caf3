#include "engine/annotation/tier_traces.h"
#include "engine/annotation/trace_edits.h"

#include <QTest>

#include <cmath>

#include "tests/support/annotations.h"

using namespace engine;

namespace {

Annotation continuous()
{
    Annotation annotation;
    Tier tier = test::tier(1, "valence");
    tier.kind = TierKind::Continuous;
    tier.rate = 25.0;
    annotation.apply({{{std::nullopt, tier}}, {}, {}});
    return annotation;
}

std::vector<std::vector<float>> pieces(const Annotation& annotation)
{
    std::vector<std::vector<float>> result;
    for (const IntervalIndex::Entry& entry : annotation.byTime(1).all())
        result.push_back(annotation.segment(entry.id)->samples);
    return result;
}

using Pieces = std::vector<std::vector<float>>;

}

class TestTraceEdits : public QObject {
    Q_OBJECT

private slots:
    void valuesBecomeAPiece()
    {
        Annotation annotation = continuous();
        annotation.apply(recordTrace(annotation, 1, 50, {1, 2, 3}));
        QCOMPARE(pieces(annotation), (Pieces{{1, 2, 3}}));
        const Segment& piece = *annotation.segment(annotation.byTime(1).all().front().id);
        QCOMPARE(piece.start.seconds(), 2.0);
        QCOMPARE(piece.end.seconds(), 2.12);
        QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
    }

    void framesOfATraceHaveAnEnd()
    {
        const Annotation annotation = continuous();
        QCOMPARE(tierFrames(annotation, 1, 2.0, 25.0).size(), std::size_t(50));
        QVERIFY(tierFrames(annotation, 1, std::nan(""), 25.0).empty());
        QVERIFY(tierFrames(annotation, 1, -1.0, 25.0).empty());
        QVERIFY(tierFrames(annotation, 1, 1e300, 25.0).size() <= 10'000'000);
    }

    void punchingInReplacesAndJoins()
    {
        Annotation annotation = continuous();
        annotation.apply(recordTrace(annotation, 1, 0, {1, 1, 1, 1}));
        annotation.apply(recordTrace(annotation, 1, 10, {2, 2}));
        QCOMPARE(pieces(annotation), (Pieces{{1, 1, 1, 1}, {2, 2}}));
        const Annotation before = annotation;
        const Change punched = recordTrace(annotation, 1, 2, {5, 5, 5});
        annotation.apply(punched);
        QCOMPARE(pieces(annotation), (Pieces{{1, 1, 5, 5, 5}, {2, 2}}));
        annotation.apply(recordTrace(annotation, 1, 5, {7, 7, 7, 7, 7})); // from one piece to the next
        QCOMPARE(pieces(annotation), (Pieces{{1, 1, 5, 5, 5, 7, 7, 7, 7, 7, 2, 2}}));
        QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
        Annotation undone = before;
        undone.apply(punched);
        undone.apply(punched.inverse());
        QCOMPARE(undone, before);
    }

    void whatWasNotRatedStays()
    {
        Annotation annotation = continuous();
        annotation.apply(recordTrace(annotation, 1, 0, {1, 1, 1, 1}));
        annotation.apply(recordTrace(annotation, 1, 1, {5, std::nanf(""), 5}));
        QCOMPARE(pieces(annotation), (Pieces{{1, 5, 1, 5}}));
    }

    void onlyContinuousTiersAreRecordedInto()
    {
        const Annotation annotation = test::withSpans({{0, 4}});
        QVERIFY_THROWS_EXCEPTION(Refused, recordTrace(annotation, 1, 0, {1}));
        QVERIFY(recordTrace(continuous(), 1, 0, {}).empty());
    }

    void momentsHavePlaces()
    {
        QCOMPARE(tracePlace(0.12, 25.0), std::int64_t(3));
        QCOMPARE(tracePlace(0.119, 25.0), std::int64_t(2));
        QCOMPARE(tracePlace(0.0, 25.0), std::int64_t(0));
    }
};

QTEST_GUILESS_MAIN(TestTraceEdits)
#include "tst_trace_edits.moc"
