#include "engine/annotation/edits.h"
#include "engine/model_influence/exposed_answers.h"
#include "engine/numbers/draws.h"
#include "engine/project_items/exposures.h"
#include "engine/raters/influence_arms.h"

#include <QTest>

#include <algorithm>
#include <cmath>

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
        const Annotation project = measured(0.5, true);
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
        const ExposedAnswers found = exposedAnswers(measured(0.5, false), {"labels", "sentiment", "MULT"});
        QVERIFY(!found.isRandomised);
        QCOMPARE(std::ranges::count_if(found.answers, &ExposedAnswer::isVisible), 2 * kUnits);
    }
    void whatIsNotNumberedHasNoDistance()
    {
        QVERIFY_EXCEPTION_THROWN(exposedAnswers(measured(0.5, true), {"labels", "joy", "MULT"}), Error);
        QVERIFY(influenceQuestions({}).empty());
    }

private:
    static constexpr std::ptrdiff_t kUnits = 60;

    static void note(Annotation& project, const Item& item) { project.apply(putItem(project, item)); }

    /// @param withArms  otherwise the passes are open, and half of the looks happen by themselves
    static Annotation measured(double pull, bool withArms)
    {
        Annotation project;
        Tier tier;
        tier.id = 1;
        tier.video = "talk";
        tier.name = "labels";
        tier.labels = {{"sentiment", NumberScale{-3.0, 3.0, 0.5}}};
        Change change;
        change.tiers.push_back({std::nullopt, tier});
        for (std::ptrdiff_t unit = 0; unit < kUnits; ++unit) {
            Segment segment;
            segment.id = unit + 1;
            segment.tier = 1;
            segment.start = TimePoint::ofSeconds(static_cast<double>(unit));
            segment.end = TimePoint::ofSeconds(static_cast<double>(unit) + 1.0);
            change.segments.push_back({std::nullopt, segment});
        }
        project.apply(change);
        const auto shown = influenceArms(kUnits, 4, 1);
        Draws draws(5);
        std::vector<double> truths, predictions;
        for (std::ptrdiff_t unit = 0; unit < kUnits; ++unit) {
            truths.push_back(1.2 * draws.normal());
            predictions.push_back(truths.back() + draws.normal());
        }
        const std::vector<std::string> raters{"anna", "bea", "cleo", "dan"};
        for (std::size_t rater = 0; rater < raters.size(); ++rater) {
            ReviewPass pass;
            pass.layer = annotatorLayer("labels", raters[rater], 1);
            pass.isBlind = withArms;
            for (std::size_t unit = 0; unit < kUnits; ++unit) {
                const double start = static_cast<double>(unit);
                ReviewPass::Place place{
                    "talk", {start, start + 1.0}, ReviewReason::NotLabelled, 0.0, static_cast<int>(unit) + 1};
                const bool isShown = shown[unit][rater];
                if (withArms)
                    place.arm = isShown ? SightArm::Shown : SightArm::Hidden;
                const double own = truths[unit] + 0.5 * draws.normal();
                const double answer = isShown ? (1.0 - pull) * own + pull * predictions[unit] : own;
                const double kept = std::clamp(std::round(2.0 * answer) / 2.0, -3.0, 3.0);
                project.apply(
                    judge(project, static_cast<SegmentId>(unit) + 1, pass.layer, [&](Segment& judged) {
                        judged.values["sentiment"] = {kept, {raters[rater], 1000, 1, {}}};
                    }));
                note(project, logItem(pass, place, {2.0, 1, 1.0, 0, false, 1000}));
                note(project,
                     addedExposures(project, pass, place,
                                    {{ExposedThing::Prediction,
                                      "sentiment",
                                      "MULT",
                                      predictions[unit],
                                      {},
                                      isShown ? 900 : 0,
                                      isShown ? 700 : 0,
                                      true,
                                      place.arm}}));
                pass.places.push_back(place);
            }
            note(project, passItem(pass));
        }
        return project;
    }
};

QTEST_GUILESS_MAIN(TestExposedAnswers)
#include "tst_exposed_answers.moc"
