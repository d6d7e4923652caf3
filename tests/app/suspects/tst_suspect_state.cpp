#include "app/suspects/suspect_content.h"
#include "app/suspects/suspect_state.h"
#include "app/suspects/suspect_verdicts.h"

#include <QTest>

using namespace app;

class TestSuspectState : public QObject {
    Q_OBJECT

private slots:
    void whatHidesTheQueueIsSaidFirst()
    {
        const engine::Suspects found;
        const SuspectList list;
        SuspectStanding standing{found, list};
        standing.whyNot = QStringLiteral("A review goes on.");
        standing.progress = 0.5;
        standing.problem = QStringLiteral("It failed.");
        const SuspectQueueState state = suspectState(standing);
        QCOMPARE(state.note, standing.whyNot);
        QVERIFY(!state.canSearch);
    }

    void aSearchCanBeStoppedAndGoesOn()
    {
        const engine::Suspects found;
        const SuspectList list;
        SuspectStanding standing{found, list};
        QCOMPARE(suspectState(standing).searchText, QStringLiteral("Find suspicious labels"));
        standing.progress = 0.5;
        QCOMPARE(suspectState(standing).searchText, QStringLiteral("Stop"));
        QCOMPARE(suspectState(standing).progress, standing.progress);
        standing.progress.reset();
        standing.isStopped = true;
        QCOMPARE(suspectState(standing).searchText, QStringLiteral("Go on"));
    }

    void aProblemStandsInThePlaceOfTheExplanation()
    {
        const engine::Suspects found;
        const SuspectList list;
        SuspectStanding standing{found, list};
        QVERIFY(suspectState(standing).note.startsWith(QStringLiteral("Several models are trained")));
        standing.problem = QStringLiteral("It failed.");
        QCOMPARE(suspectState(standing).note, standing.problem);
    }

    void anEmptyListSaysWhy()
    {
        engine::Suspects found;
        found.segments.resize(1);
        SuspectList list;
        SuspectStanding standing{found, list};
        QCOMPARE(suspectState(standing).note, QStringLiteral("All that is suspicious was looked at."));
        standing.order = SuspectOrder::Looked;
        QCOMPARE(suspectState(standing).note, QStringLiteral("Nothing was looked at yet."));
        standing.order = SuspectOrder::Suspicion;
        list.shown = {0};
        QVERIFY(suspectState(standing).note.isEmpty());
        QVERIFY(suspectState(standing).canReview);
        list.changed = 2;
        QVERIFY(suspectState(standing).note.startsWith(QStringLiteral("2 ")));
    }

    void fewLabelsGetAWarningAndAShortList()
    {
        engine::Suspects found;
        found.members.push_back({"all together", 0.9});
        found.reliability = 0.9;
        found.segments.resize(12, {.id = "a[0]", .label = -2.0, .expected = -1.8, .score = 0.4});
        const SuspectList list = suspectList(found, {}, {}, SuspectGroup::All, SuspectOrder::Suspicion);
        QCOMPARE(list.shown.size(), std::size_t(2));
        QVERIFY(suspectState({found, list}).isWeak);
        QVERIFY(suspectState({found, list}).worth.contains(QStringLiteral("12 label(s) are too few")));
        found.segments.resize(60, found.segments.front());
        QVERIFY(!suspectState({found, list}).isWeak);
    }

    /// Another person's copy may hold anything.
    void whatCannotBeReadCountsAsNotSaid()
    {
        engine::Annotation annotation;
        annotation.apply(putSuspectVerdict(annotation, "a[0]", {Verdict::Kept, -2.0}));
        for (const char* const odd :
             {R"({"verdict":5,"label":1})", R"({"verdict":"kept","label":"x"})", "[1]", "{", "7"}) {
            annotation.apply({{}, {}, {{std::nullopt, engine::Item{kSuspectItems, odd, odd}}}});
        }
        const auto verdicts = suspectVerdicts(annotation);
        QCOMPARE(verdicts.size(), std::size_t(1));
        QVERIFY(verdicts.at("a[0]") == (SuspectVerdict{Verdict::Kept, -2.0}));
    }

    void whatIsLabelledAlreadyCannotBeAccepted()
    {
        const SuspectValues values{{-3.0, 3.0, 1.0}, {}};
        engine::Suspect suspect{.id = "a[0]", .label = -2.0, .expected = -1.8};
        QVERIFY(!isAcceptable(suspect, values));
        suspect.expected = -1.2;
        QVERIFY(isAcceptable(suspect, values));
        suspect.kind = engine::SuspectKind::OtherFace;
        QVERIFY(!isAcceptable(suspect, values));
    }
};

QTEST_GUILESS_MAIN(TestSuspectState)
#include "tst_suspect_state.moc"
