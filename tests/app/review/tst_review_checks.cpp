#include "app/agreement/rater_figures.h"
#include "app/agreement/review_report.h"
#include "app/review/review_units.h"
#include "engine/project_items/gold_items.h"

#include <QTest>

namespace {

constexpr double kFirst[] = {2.0, -1.0, 0.0, 3.0, 1.0};
constexpr double kAgain[] = {2.0, 0.0, 0.0, 1.0, 1.0};

/// Ada's pass over five segments of a video, each of which comes again; the first has a known value of 3.
engine::Annotation judgedTwice()
{
    engine::Tier tier;
    tier.id = 1;
    tier.video = "v";
    tier.name = "labels";
    tier.labels = {{"sentiment", engine::NumberScale{}}};
    engine::Annotation annotation;
    engine::Change change{{{std::nullopt, tier}}, {}, {}};
    engine::ReviewPass pass;
    pass.layer = engine::annotatorLayer("labels", "ada", 1);
    pass.repeatLayer = engine::layerFor(pass.layer, engine::LayerPurpose::Repeat).name;
    for (int i = 0; i < 5; ++i) {
        engine::Segment segment;
        segment.id = i + 1;
        segment.tier = 1;
        segment.start = engine::TimePoint::ofSeconds(i);
        segment.end = engine::TimePoint::ofSeconds(i + 1);
        change.segments.push_back({std::nullopt, segment});
        for (const bool isRepeat : {false, true}) {
            engine::ReviewPass::Place place;
            place.video = "v";
            place.span = {double(i), double(i + 1)};
            place.isRepeat = isRepeat;
            pass.places.push_back(place);
        }
    }
    annotation.apply(change);
    const auto note = [&](const engine::Item& item) { annotation.apply({{}, {}, {{std::nullopt, item}}}); };
    note(engine::passItem(pass));
    for (const engine::ReviewPass::Place& place : pass.places) {
        const auto index = static_cast<std::size_t>(place.span.start);
        const double value = place.isRepeat ? kAgain[index] : kFirst[index];
        annotation.apply(engine::judge(annotation, static_cast<engine::SegmentId>(index + 1),
                                       engine::layerAt(pass, place), [&](engine::Segment& said) {
                                           said.values["sentiment"] = {value, {"ada", 5, 1, "all"}};
                                       }));
        engine::JudgementLog log;
        log.seconds = 2.0;
        log.committed = 1000;
        note(engine::logItem(pass, place, log));
    }
    note(engine::itemOf(engine::GoldItem{"v", {0.0, 1.0}, {{"sentiment", 3.0}}, "", "mia", 1}));
    return annotation;
}

}

/// Self-agreement and gold in the report of a review.
class ReviewChecksTest : public QObject {
    Q_OBJECT

private slots:
    void repeatsAndGoldAreThoseOfTheRatersView()
    {
        const engine::Annotation annotation = judgedTwice();
        const app::ReviewReport report = app::reviewReport(annotation, {"labels"}, {});
        QCOMPARE(report.checks.size(), std::size_t(1));
        const app::ReviewReport::RaterChecks& ada = report.checks.front();
        QCOMPARE(ada.rater + " " + ada.label, std::string("ada sentiment"));
        QCOMPARE(ada.again.pairs, std::size_t(5));
        QCOMPARE(ada.again.same, std::size_t(3));
        QCOMPARE(ada.again.distance, std::optional(3.0 / 5)); // 0, 1, 0, 2, 0
        QVERIFY(ada.again.alpha.has_value());
        QCOMPARE(ada.gold.answers, std::size_t(1));
        QCOMPARE(ada.gold.hits, std::size_t(0)); // 2 beside 3, steps of 1
        QCOMPARE(ada.gold.bias, std::optional(-1.0));
        const app::TeamFigures team = app::teamFigures(annotation, "labels", {}, {});
        QVERIFY(team.raters.front().again == ada.again && team.raters.front().gold == ada.gold);
    }

    void theyStandInPageAndTable()
    {
        const app::ReviewReport report = app::reviewReport(judgedTwice(), {"labels"}, {});
        const QString page = app::reportHtml(report, QStringLiteral("p"));
        const QString row = QStringLiteral("<td>own answers within a pass</td><td>5</td>"
                                           "<td>60 % (3 of 5)</td><td>0.60</td>");
        QVERIFY2(page.contains(row), qPrintable(page));
        QVERIFY(page.contains(QStringLiteral("<td>hidden gold</td><td>1</td><td>0 % (0 of 1)</td>")));
        const QString table = app::reportCsv(report);
        QVERIFY2(table.contains(QStringLiteral("\"repeats within a pass\",\"sentiment\",\"equal\",")),
                 qPrintable(table));
        QVERIFY(table.contains(QStringLiteral(",\"ada\",\"0.6\",\"\",\"\",\"\",\"\",\"5\",\"1\",")));
        QVERIFY(table.contains(QStringLiteral("\"hidden gold\",\"sentiment\",\"bias\",")));
    }

    /// Who says what they felt themselves judges nobody else; observers judge all.
    void peopleSayOfThemselvesAlone()
    {
        engine::Conversation tea;
        tea.id = "tea";
        tea.participants = {{"ada"}, {"p2"}};
        tea.participants[1].name = "Bert Moor";
        const engine::KnownConversations known({tea});
        const auto leftFor = [&](const char* annotator, const char* tier) {
            std::vector<engine::ReviewUnit> units{{"tea@ada", {0.0, 1.0}}, {"tea@p2", {1.0, 2.0}}};
            app::keepOwnFeelings(units, known, engine::annotatorLayer(tier, annotator, 1));
            std::string left;
            for (const engine::ReviewUnit& unit : units)
                left += unit.video + " ";
            return left;
        };
        QCOMPARE(leftFor("Ada", "labels_listening_self"), std::string("tea@ada "));
        QCOMPARE(leftFor("Bert Moor", "labels_self"), std::string("tea@p2 "));
        QCOMPARE(leftFor("Cleo", "labels_self"), std::string("tea@ada tea@p2 ")); // writes down what both say
        QCOMPARE(leftFor("Ada", "labels_listening"), std::string("tea@ada tea@p2 "));
    }
};

QTEST_GUILESS_MAIN(ReviewChecksTest)
#include "tst_review_checks.moc"
