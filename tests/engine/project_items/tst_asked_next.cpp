#include "engine/annotation/edits.h"
#include "engine/project_items/asked_next.h"

#include <QTest>

using namespace engine;

class TestAskedNext : public QObject {
    Q_OBJECT

private slots:
    void tasksAreKeptAndOrderAPass()
    {
        const AskedNext asked{"labels",
                              "sentiment",
                              {{"b", 4.0, "anna", "gain", 0.5, 1.25},
                               {"a", 2.0, "ben", "gain", 0.4, 1.0},
                               {"a", 2.0, "anna", "random", 0.1, 0.5}}};
        Annotation project;
        note(project, askedItem(asked));
        QVERIFY(askedNext(project, "labels") == std::optional(asked));
        QVERIFY(!askedNext(project, "gestures"));
        ReviewPass pass;
        pass.layer = annotatorLayer("labels", "anna", 1);
        for (const auto& [video, start] : {std::pair("a", 1.0), std::pair("a", 2.0), std::pair("b", 4.0)})
            pass.places.push_back({video, {start, start + 1.0}, ReviewReason::NotLabelled, 0.0, 1});
        QVERIFY(askedOrder(asked, pass) == (std::vector<std::size_t>{2, 1}));
        QCOMPARE(askedTask(asked, pass, pass.places[1])->reason, std::string("random"));
        QVERIFY(!askedTask(asked, pass, pass.places[0]));
        pass.layer = annotatorLayer("labels", "anna", 2); // a second look is no task
        QVERIFY(askedOrder(asked, pass).empty());
        note(project, askedItem({"labels", "sentiment", {}}));
        QVERIFY(!askedNext(project, "labels"));
    }

    void verdictsAreKept()
    {
        Annotation project;
        QVERIFY(!guidelineVerdict(project, "joy", "a", 1.5));
        for (const GuidelineVerdict verdict :
             {GuidelineVerdict::Fault, GuidelineVerdict::Both, GuidelineVerdict::Slip}) {
            note(project, verdictItem("joy", "a", 1.5, verdict));
            QVERIFY(guidelineVerdict(project, "joy", "a", 1.5) == std::optional(verdict));
        }
        QVERIFY(!guidelineVerdict(project, "anger", "a", 1.5));
    }

    void nonsenseInAProjectIsNothing()
    {
        for (const char* json : {"", "[]", "{\"label\": 1}", "{\"label\": \"a\", \"tasks\": [[1]]}"}) {
            Annotation project;
            note(project, {kAskedItems, "labels", json});
            QVERIFY2(!askedNext(project, "labels"), json);
            Item verdict = verdictItem("joy", "a", 1.5, GuidelineVerdict::Slip);
            verdict.json = json;
            note(project, verdict);
            QVERIFY2(!guidelineVerdict(project, "joy", "a", 1.5), json);
        }
    }

private:
    static void note(Annotation& project, const Item& item) { project.apply(putItem(project, item)); }
};

QTEST_GUILESS_MAIN(TestAskedNext)
#include "tst_asked_next.moc"
