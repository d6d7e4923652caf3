#include "engine/core/error.h"
#include "engine/training/run/config_json.h"
#include "engine/training/run/learning_rate.h"
#include "engine/training/run/search_points.h"
#include "engine/training/run/train_config.h"

#include <QTest>

#include <set>

using namespace engine;
using nlohmann::json;

class TestSearchPoints : public QObject {
    Q_OBJECT

    const json m_config{{"data", "f.h5"}, {"model", {{"class", "LMF"}}}, {"training", {{"seed", 9}}}};

private slots:
    void everyChoiceIsRunOnEveryFoldWithEverySeed()
    {
        json config = m_config;
        config["search"] = {{"training.lr", {0.1, 0.2}}, {"model.rank", {1, 2, 3}}};
        config["seeds"] = {4, 5};
        config["folds"] = json::parse("[{\"train\": [\"a\"]}, {\"train\": [\"b\"]}]");
        const std::vector<SearchPoint> points = searchPoints(config);
        QCOMPARE(points.size(), std::size_t(2 * 3 * 2 * 2));
        QCOMPARE(points[1].seed(), std::uint64_t(5));
        QCOMPARE(points[2].fold, std::size_t(2));
        QCOMPARE(points.back().config.written["training"]["lr"].get<double>(), 0.2);
        QCOMPARE(points.back().config.written["model"]["rank"].get<int>(), 3);
        QVERIFY(points.back().config.written["split"] == config["folds"][1]);
        QVERIFY(!points.back().config.written.contains("search"));
    }

    void everySearchedModelBringsItsOwnDefaults()
    {
        json config = m_config;
        config["model"] = "mfn";
        config["search"] = {{"model", {"mfn", "lmf"}}, {"training.lr", {0.5}}};
        const std::vector<SearchPoint> points = searchPoints(config);
        QCOMPARE(points[1].config.written["model"]["class"].get<std::string>(), std::string("LMF"));
        json single = m_config;
        single["model"] = "lmf";
        single["training"]["lr"] = 0.5;
        fillModel(single);
        QVERIFY(points[1].config.written == single);
        QVERIFY(points[0].config.written["training"] != single["training"]);
    }

    void withoutListsThereIsOneRun()
    {
        const std::vector<SearchPoint> points = searchPoints(m_config);
        QCOMPARE(points.size(), std::size_t(1));
        QVERIFY(points[0].config.written == m_config);
        QCOMPARE(points[0].seed(), std::uint64_t(9));
        QCOMPARE(points[0].name(), std::string("as configured"));
    }

    void someChoicesAreDrawnAtRandomAlwaysTheSame()
    {
        json config = m_config;
        config["search"] = {{"training.lr", {0.1, 0.2, 0.3, 0.4}}, {"model.rank", {1, 2, 3}}};
        config["random"] = 5;
        const std::vector<SearchPoint> first = searchPoints(config), second = searchPoints(config);
        QCOMPARE(first.size(), std::size_t(5));
        std::set<std::string> names;
        for (std::size_t i = 0; i < 5; ++i) {
            QVERIFY(first[i].config.written == second[i].config.written);
            names.insert(first[i].name());
        }
        QCOMPARE(names.size(), std::size_t(5));
    }

    void aMistakeIsFoundBeforeAnythingRuns()
    {
        json config = m_config;
        config["search"] = {{"training.speed", {1}}};
        QVERIFY_THROWS_EXCEPTION(FormatError, searchPoints(config));
        config["search"] = {{"training.lr", 1}};
        QVERIFY_THROWS_EXCEPTION(FormatError, searchPoints(config));
        config.erase("search");
        config["seeds"] = {1, 2, 1};
        QVERIFY_THROWS_EXCEPTION(FormatError, searchPoints(config));
    }

    void theBestChoiceComesFirstWithMeanAndDeviation()
    {
        const auto result = [](int lr, double watched, double mae) {
            return PointResult{{{{"lr", lr}}, {}, 0}, {{"watched", watched}, {"mae", mae}, {"fold", "test"}}};
        };
        const json rows = summarised({result(1, 0.5, 1.0), result(1, 0.7, 3.0), result(2, 0.1, 9.0)});
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0]["fields"]["lr"].get<int>(), 2);
        QCOMPARE(rows[1]["runs"].get<int>(), 2);
        QCOMPARE(rows[1]["mae"]["mean"].get<double>(), 2.0);
        QCOMPARE(rows[1]["mae"]["deviation"].get<double>(), std::sqrt(2.0));
        QVERIFY(!rows[0]["mae"].contains("deviation"));
    }

    void ofAFigureTheGreatestIsTheBestChoice()
    {
        const auto result = [](int lr, double watched) {
            PointResult result{{{{"lr", lr}}, {}, 0}, {{"watched", watched}}};
            result.point.config.values.training.validation = "acc";
            return result;
        };
        const json rows = summarised({result(1, 0.2), result(2, 0.7), result(3, 0.5)});
        QCOMPARE(rows[0]["fields"]["lr"].get<int>(), 2);
        QCOMPARE(rows[0]["watched"]["mean"].get<double>(), 0.7);
        QCOMPARE(rows[2]["fields"]["lr"].get<int>(), 1);
    }

    void theLearningRateFollowsItsSchedule()
    {
        const std::vector<double> flat{1.0, 1.0, 1.0, 1.0, 1.0};
        RateSchedule schedule{"plateau", 0.1, 2, 10, 0.0};
        QCOMPARE(rateFactor(schedule, {1.0, 1.0, 1.0}, 100, 0.0), 1.0);
        QCOMPARE(rateFactor(schedule, {1.0, 1.0, 1.0, 1.0}, 100, 0.0), 0.1);
        QCOMPARE(rateFactor(schedule, {4.0, 3.0, 2.0, 1.0}, 100, 0.0), 1.0);
        schedule = {"step", 0.5, 10, 2, 0.0};
        QCOMPARE(rateFactor(schedule, flat, 100, 0.0), 0.25);
        schedule.least = 0.4;
        QCOMPARE(rateFactor(schedule, flat, 100, 0.0), 0.4);
        schedule = {"cosine", 0.1, 10, 10, 0.0};
        QCOMPARE(rateFactor(schedule, {}, 10, 0.0), 1.0);
        QVERIFY(std::abs(rateFactor(schedule, flat, 10, 0.0) - 0.5) < 1e-12);
        QCOMPARE(rateFactor({}, flat, 10, 0.0), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestSearchPoints)
#include "tst_search_points.moc"
