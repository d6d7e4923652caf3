#include "app/project/review_pass.h"

#include <QTest>

using app::JudgementLog;
using app::ReviewPass;

class ReviewPassTest : public QObject {
    Q_OBJECT

private slots:
    void aPassAndItsLogsFollowTheirLayersName()
    {
        ReviewPass pass;
        pass.layer = engine::annotatorLayer("labels", "anna", 2);
        pass.places.push_back({"talk", {1.5, 3.0}, engine::ReviewReason::NotLabelled, 0.0, 1});
        ReviewPass other = pass;
        other.layer = engine::annotatorLayer("labels", "anna", 1);
        const JudgementLog log{4.5, 2, 1.0, 0, false, 1000};
        engine::Annotation annotation;
        engine::Change change;
        for (const engine::Item& item :
             {app::passItem(pass), app::logItem(pass, pass.places.front(), log), app::passItem(other)})
            change.items.push_back({std::nullopt, item});
        annotation.apply(change);
        annotation.apply(app::renamePass(annotation, pass.layer.name, "second look"));
        QVERIFY(!app::reviewPass(annotation, pass.layer.name));
        QVERIFY(app::reviewPass(annotation, other.layer.name));
        pass.layer.name = "second look";
        QCOMPARE(app::reviewPass(annotation, "second look"), std::optional(pass));
        QCOMPARE(app::judgementLog(annotation, pass, pass.places.front()), std::optional(log));
    }
};

QTEST_GUILESS_MAIN(ReviewPassTest)
#include "tst_review_pass.moc"
