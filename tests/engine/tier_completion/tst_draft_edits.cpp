#include "engine/tier_completion/draft_edits.h"

#include <QTest>

#include "tests/support/annotations.h"

using namespace engine;

namespace {

constexpr auto kVideo = "v";

Annotation withTrace()
{
    Annotation annotation;
    Tier tier = test::tier(1, "valence");
    tier.kind = TierKind::Continuous;
    tier.rate = 10.0;
    annotation.apply({{{std::nullopt, tier}}, {}, {}});
    return annotation;
}

DraftRow row(double start, double end, std::vector<float> samples)
{
    DraftRow made;
    made.span = {start, end};
    made.samples = std::move(samples);
    made.confidence = 1.0;
    return made;
}

CompletionDraft draftOf(std::vector<DraftRow> rows)
{
    CompletionDraft draft;
    draft.tier = "valence";
    draft.kind = CompletionKind::Trace;
    draft.rate = 10.0;
    draft.rows = std::move(rows);
    return draft;
}

/// What the tier holds when all rows were accepted.
std::vector<float> accepted(const CompletionDraft& draft)
{
    Annotation annotation = withTrace();
    annotation.apply(acceptSureRows(annotation, kVideo, draft, {"ada", 1, "video"}));
    std::vector<float> samples;
    for (const auto& entry : annotation.byTime(1).all()) {
        const Segment& piece = *annotation.segment(entry.id);
        samples.insert(samples.end(), piece.samples.begin(), piece.samples.end());
    }
    return samples;
}

}

/// Rows of a draft come from an item of the project.
class DraftEditsTest : public QObject {
    Q_OBJECT

private slots:
    void rowsOfATraceMayComeInAnyOrder()
    {
        const DraftRow early = row(1.0, 1.2, {1.0F, 2.0F});
        const DraftRow late = row(1.2, 1.4, {3.0F, 4.0F});
        const std::vector<float> expected{1.0F, 2.0F, 3.0F, 4.0F};
        QCOMPARE(accepted(draftOf({early, late})), expected);
        QCOMPARE(accepted(draftOf({late, early})), expected);
    }

    void rowsThatNoRecordingHasAskForNothing()
    {
        const DraftRow sound = row(1.0, 1.2, {1.0F, 2.0F});
        const std::vector<float> expected{1.0F, 2.0F};
        QCOMPARE(accepted(draftOf({sound, row(1e12, 1e12 + 1.0, {3.0F})})), expected);
        QCOMPARE(accepted(draftOf({sound, row(5.0, 6.0, {})})), expected);
    }
};

QTEST_GUILESS_MAIN(DraftEditsTest)
#include "tst_draft_edits.moc"
