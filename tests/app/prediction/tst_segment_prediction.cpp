#include "app/prediction/segment_prediction.h"

#include <QTest>

using namespace app;
using Question = SegmentPrediction::Question;

namespace {

engine::Prediction saying(float value)
{
    engine::Prediction prediction;
    prediction.values = {value};
    return prediction;
}

/// A segment to which a model said 1.
SegmentPrediction answered()
{
    SegmentPrediction segment;
    segment.take(Question::Now, saying(1.0F), 5.0, segment.revision(), {});
    return segment;
}

}

class SegmentPredictionTest : public QObject {
    Q_OBJECT

private slots:
    void aNewSegmentWantsItsPredictionAndItsDetail()
    {
        const SegmentPrediction segment;
        QVERIFY(!segment.answer() && segment.isIncomplete());
        QVERIFY(segment.isWanted(Question::Now) && segment.isWanted(Question::Detail));
        QVERIFY(!segment.isWanted(Question::AsRecorded) && !segment.isWanted(Question::AllOn));
    }

    void anAnswerToAnEarlierRevisionIsShownAsStale()
    {
        SegmentPrediction segment = answered();
        QVERIFY(segment.answer()->current && !segment.isIncomplete());
        const quint64 asked = segment.revision();
        segment.invalidate(false, false);
        QVERIFY(segment.answer() && !segment.answer()->current);
        segment.take(Question::Now, saying(2.0F), 5.0, asked, {});
        QCOMPARE(segment.answer()->prediction.values.front(), 2.0F);
        QVERIFY(!segment.answer()->current && segment.isIncomplete());
        segment.take(Question::Now, saying(3.0F), 5.0, segment.revision(), {});
        QVERIFY(segment.answer()->current && !segment.isIncomplete());
    }

    void comparisonsComeWithTheAnswerAndGoWhenNobodyWantsThem()
    {
        SegmentPrediction segment = answered();
        segment.invalidate(true, true);
        segment.take(Question::Now, saying(2.0F), 5.0, segment.revision(), {});
        QVERIFY(segment.isIncomplete());
        segment.take(Question::AsRecorded, saying(1.5F), 5.0, segment.revision(), {});
        segment.take(Question::AllOn, saying(2.5F), 5.0, segment.revision(), {});
        QVERIFY(!segment.isIncomplete());
        QCOMPARE(segment.answer()->asRecorded, std::vector<float>{1.5F});
        QCOMPARE(segment.answer()->allOn, std::vector<float>{2.5F});
        segment.invalidate(true, false);
        QCOMPARE(segment.answer()->asRecorded, std::vector<float>{1.5F}); // until the next comes
        QVERIFY(segment.answer()->allOn.empty());
    }

    void aRefusalTakesAwayOnlyWhatWasAsked()
    {
        SegmentPrediction segment = answered();
        segment.wantComparisons(true, false);
        segment.refuse(Question::AsRecorded, QStringLiteral("too wide"));
        QVERIFY(segment.answer() && !segment.isIncomplete() && segment.refusal().isEmpty());
        segment.refuse(Question::Detail, QStringLiteral("no gradient"));
        QVERIFY(segment.answer() && !segment.isWanted(Question::Detail) && segment.refusal().isEmpty());
        segment.refuse(Question::Now, QStringLiteral("too wide"));
        QVERIFY(!segment.answer() && segment.isRefusedByModel() && !segment.isIncomplete());
        QCOMPARE(segment.refusal(), QStringLiteral("too wide"));
        segment.take(Question::Now, saying(9.0F), 5.0, segment.revision(), {}); // asked before it
        QVERIFY(!segment.answer());
        segment.invalidate(false, false);
        QVERIFY(segment.refusal().isEmpty() && !segment.isRefusedByModel() && segment.isIncomplete());
    }

    void aDetailCountsOnlyForTheWishOfNow()
    {
        SegmentPrediction segment = answered();
        engine::Prediction told = saying(1.0F);
        told.explanation.emplace();
        told.explanation->wish.output = 1;
        segment.take(Question::Detail, told, 5.0, segment.revision(), {}); // another output is wished for
        QVERIFY(!segment.answer()->detail && segment.isWanted(Question::Detail));
        segment.take(Question::Detail, told, 5.0, segment.revision(), told.explanation->wish);
        QVERIFY(segment.answer()->detail && segment.answer()->isDetailCurrent);
        segment.invalidateDetail();
        QVERIFY(segment.answer()->detail && !segment.answer()->isDetailCurrent);
    }
};

QTEST_GUILESS_MAIN(SegmentPredictionTest)
#include "tst_segment_prediction.moc"
