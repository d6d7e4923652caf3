#include "engine/annotation/layers.h"
#include "engine/project_items/codebook_versions.h"

#include <QTest>

#include "tests/support/annotations.h"

using namespace engine;

/// Which labels a tier had when somebody answered.
class CodebookVersionsTest : public QObject {
    Q_OBJECT

    static Annotation answeredAt(std::int64_t when)
    {
        Annotation annotation;
        Tier mood = test::tier(1, "mood");
        mood.labels = {{"sentiment", NumberScale{-3, 3, 1}}};
        annotation.apply({{{std::nullopt, mood}}, {}, {}});
        annotation.apply(insertSegment(annotation, test::segment(1, 0, 4)));
        if (when > 0)
            annotation.apply(judge(annotation, annotation.byTime(1).all().front().id,
                                   annotatorLayer("mood", "anna", 1), [&](Segment& judged) {
                                       judged.values["sentiment"] = {1.0, {"anna", when, 1, {}}};
                                   }));
        return annotation;
    }
    static std::vector<LabelScheme> upTo(double greatest)
    {
        return {{"sentiment", NumberScale{-greatest, greatest, 1}}};
    }
    static void revise(Annotation& annotation, double greatest, std::int64_t now,
                       const std::string& name = "mood")
    {
        const Tier before = *annotation.tier(1);
        TierRevision revision{before, before, {{"sentiment", upTo(greatest).front(), {}}}};
        revision.after.labels = upTo(greatest);
        revision.after.name = name;
        Change change = reviseTiers(annotation, revision);
        noteCodebook(change, annotation, revision, now);
        annotation.apply(change);
    }
    static std::vector<CodebookVersion> versions(const Annotation& annotation)
    {
        const Tier& tier = *annotation.tier(1);
        return codebookVersions(annotation, tier.name, tier.labels);
    }

private slots:
    void aVersionBeginsWhereSomebodyHadAnswered()
    {
        Annotation annotation = answeredAt(1000);
        QVERIFY(versions(annotation) == (std::vector<CodebookVersion>{{0, upTo(3)}}));
        revise(annotation, 4, 2000);
        QVERIFY(versions(annotation) == (std::vector<CodebookVersion>{{0, upTo(3)}, {2000, upTo(4)}}));
        revise(annotation, 5, 3000); // nobody answered under the second
        QVERIFY(versions(annotation) == (std::vector<CodebookVersion>{{0, upTo(3)}, {2000, upTo(5)}}));
    }

    void aVersionThatNobodyAnsweredUnderIsNone()
    {
        Annotation annotation = answeredAt(0);
        revise(annotation, 4, 2000);
        QVERIFY(annotation.items().empty());
        QVERIFY(versions(annotation) == (std::vector<CodebookVersion>{{0, upTo(4)}}));
    }

    void versionsFollowTheTiersName()
    {
        Annotation annotation = answeredAt(1000);
        revise(annotation, 4, 2000);
        revise(annotation, 4, 3000, "feeling");
        QVERIFY(!annotation.item(kCodebookItems, "mood"));
        QCOMPARE(versions(annotation).size(), std::size_t(2));
    }

    void answersLieUnderTheirVersion()
    {
        const std::vector<CodebookVersion> two{{0, {}}, {2000, {}}};
        QCOMPARE(versionAt(two, 0), std::size_t(1));
        QCOMPARE(versionAt(two, 1999), std::size_t(1));
        QCOMPARE(versionAt(two, 2000), std::size_t(2));
    }

    void nonsenseInAProjectIsOneVersion()
    {
        for (const char* json : {"", "{}", "[1]", R"([{"from_ms": 1, "labels": "x"}])", "[]"}) {
            Annotation annotation = answeredAt(0);
            annotation.apply({{}, {}, {{std::nullopt, Item{kCodebookItems, "mood", json}}}});
            QVERIFY2(versions(annotation) == (std::vector<CodebookVersion>{{0, upTo(3)}}), json);
        }
    }
};

QTEST_GUILESS_MAIN(CodebookVersionsTest)
#include "tst_codebook_versions.moc"
