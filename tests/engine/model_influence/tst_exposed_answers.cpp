#include "engine/model_influence/exposed_answers.h"
#include "engine/raters/influence_arms.h"

#include <QTest>

#include <algorithm>
#include <cmath>

#include "tests/support/measured_project.h"

using namespace engine;

/// A project of one video with a segment per second, and four annotators' blind passes.
class TestExposedAnswers : public QObject {
    Q_OBJECT

private slots:
    void chanceSharesTheSightEvenly_data()
    {
        QTest::addColumn<int>("units");
        QTest::addColumn<int>("raters");
        for (const int units : {1, 2, 7, 50, 101}) {
            for (const int raters : {1, 2, 3, 6})
                QTest::addRow("%d units, %d raters", units, raters) << units << raters;
        }
    }
    void chanceSharesTheSightEvenly()
    {
        QFETCH(int, units);
        QFETCH(int, raters);
        for (std::uint32_t seed = 1; seed <= 20; ++seed) {
            const auto shown
                = influenceArms(static_cast<std::size_t>(units), static_cast<std::size_t>(raters), seed);
            QCOMPARE(shown.size(), static_cast<std::size_t>(units));
            for (const std::vector<bool>& unit : shown) {
                const auto seeing = std::ranges::count(unit, true);
                QVERIFY(std::abs(2 * seeing - raters) <= 1);
            }
            for (int rater = 0; rater < raters; ++rater) {
                const auto seen = std::ranges::count_if(shown, [&](const std::vector<bool>& unit) {
                    return unit[static_cast<std::size_t>(rater)];
                });
                QVERIFY2(std::abs(2 * seen - units) <= 1, qPrintable(QString::number(seen)));
            }
        }
    }
    void otherSeedsDrawOtherArms()
    {
        QVERIFY(influenceArms(50, 4, 1) != influenceArms(50, 4, 2));
        QVERIFY(influenceArms(50, 4, 1) == influenceArms(50, 4, 1));
        // two raters are not always on the same side
        const auto shown = influenceArms(200, 4, 3);
        const auto alike = std::ranges::count_if(shown, [](const auto& unit) { return unit[0] == unit[1]; });
        QVERIFY2(alike > 40 && alike < 100, qPrintable(QString::number(alike))); // 67 are expected
    }

    /// Of annotators who give half of their answer to what they see, the pull is found in what the project
    /// kept.
    void aPlantedPullIsFound()
    {
        const Annotation project = test::measuredProject(kUnits, 0.5, true);
        const std::vector<InfluenceQuestion> questions = influenceQuestions(project);
        QVERIFY(questions == (std::vector<InfluenceQuestion>{{"labels", "sentiment", "MULT"}}));
        const ExposedAnswers found = exposedAnswers(project, questions.front());
        QVERIFY(found.isRandomised);
        QCOMPARE(found.answers.size(), std::size_t(4 * kUnits));
        QCOMPARE(found.units.size(), std::size_t(kUnits));
        QCOMPARE(found.units.front(), std::string("talk 0.000"));
        const Influence influence = influenceOf(found.answers);
        QVERIFY(*influence.chance < 0.01);
        QVERIFY2(std::abs(*influence.pull - 0.5) < 0.2, qPrintable(QString::number(*influence.pull)));
    }
    void withoutAMeasurementLooksAreCompared()
    {
        const ExposedAnswers found
            = exposedAnswers(test::measuredProject(kUnits, 0.5, false), {"labels", "sentiment", "MULT"});
        QVERIFY(!found.isRandomised);
        QCOMPARE(std::ranges::count_if(found.answers, &ExposedAnswer::isVisible), 2 * kUnits);
    }
    void whatIsNotNumberedHasNoDistance()
    {
        QVERIFY_EXCEPTION_THROWN(
            exposedAnswers(test::measuredProject(kUnits, 0.5, true), {"labels", "joy", "MULT"}), Error);
        QVERIFY(influenceQuestions({}).empty());
    }

private:
    static constexpr std::ptrdiff_t kUnits = 60;
};

QTEST_GUILESS_MAIN(TestExposedAnswers)
#include "tst_exposed_answers.moc"
