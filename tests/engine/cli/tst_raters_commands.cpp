#include "engine/agreement/rater_consensus.h"
#include "engine/annotation/project/project_file.h"
#include "engine/raters/influence_power.h"
#include "engine/raters/ordinal_estimates.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/cli.h"
#include "tests/support/measured_project.h"
#include "tests/support/planted_raters.h"

using namespace engine;

/// The commands about raters say what the engine finds.
class TestRatersCommands : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    OrdinalRatings m_ratings;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    void write(const char* name, const QByteArray& text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    static nlohmann::json jsonOf(const QStringList& arguments)
    {
        const test::ProgramResult result = test::runCli(arguments + QStringList{QStringLiteral("--json")});
        if (result.exitCode != 0)
            qWarning("%s", result.errors.constData());
        return nlohmann::json::parse(result.output.toStdString(), nullptr, false);
    }

    static QStringList words(const char* text) { return QString::fromLatin1(text).split(u' '); }

private slots:
    void initTestCase()
    {
        m_ratings = test::plantedTurns(test::plantedAnswers(1, 120, test::sixRaters()), 3, 101);
        QByteArray text = "unit,annotator,mood\n";
        for (const OrdinalAnswer& answer : m_ratings.answers)
            text += QStringLiteral("u%1,r%2,%3\n")
                        .arg(answer.unit)
                        .arg(answer.rater)
                        .arg(int(answer.step) - 3)
                        .toUtf8();
        write("ratings.csv", text);
        write("costs.csv", "rater,cost\nr0,5\nr1,1\nr2,1\nr3,1\nr4,1\nr5,1\n");
        QByteArray answers = "unit,rater,value,visible,net\n";
        int number = 0;
        for (const ExposedAnswer& answer : plannedAnswers({.units = 60}, 0.3, 1))
            answers += QStringLiteral("u%1,r%2,%3,%4,%5\n")
                           .arg(answer.unit)
                           .arg(number++ % 8)
                           .arg(answer.value)
                           .arg(answer.isVisible ? 1 : 0)
                           .arg(answer.prediction)
                           .toUtf8();
        write("answers.csv", answers);
        write("emotions.csv", "unit,annotator,emotion\na,ann,joy\na,bob,joy\nb,ann,joy\nb,cem,fear\n");
    }

    void consensusSaysWhatTheModelFinds()
    {
        const nlohmann::json json = jsonOf({QStringLiteral("consensus"), path("ratings.csv"),
                                            QStringLiteral("--out"), path("consensus.csv")});
        QCOMPARE(json.at("units").size(), std::size_t(120));
        QCOMPARE(json.at("steps").front().get<double>(), -3.0);
        QCOMPARE(json.at("thresholds").size(), std::size_t(6));
        QCOMPARE(json.at("raters").size(), std::size_t(6));
        const nlohmann::json& unit = json.at("units").at(0);
        for (const char* key : {"unit", "label", "mean", "crowd", "sd", "loss", "set", "P", "done"})
            QVERIFY2(unit.contains(key), key);
        const OrdinalModel model = fitOrdinalModel(m_ratings).model;
        const std::vector<OrdinalEstimate> estimates
            = ordinalEstimates(model, placePosteriors(model, m_ratings));
        for (std::size_t i = 0; i < estimates.size(); ++i)
            QVERIFY(std::abs(json.at("units").at(i).at("mean").get<double>() - (estimates[i].mean - 3.0))
                    < 1e-4);
        QFile table(path("consensus.csv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QCOMPARE(table.readAll().count('\n'), 121);
    }

    void consensusIsWeightedWhereThatIsWished()
    {
        const nlohmann::json json = jsonOf({QStringLiteral("consensus"), path("ratings.csv"),
                                            QStringLiteral("--model"), QStringLiteral("weighted")});
        RatingTable table = test::tableOf(m_ratings);
        const RaterConsensus expected = raterConsensus(table);
        QVERIFY(std::abs(json.at("units").at(5).at("mean").get<double>() - (*expected.values[5] - 3.0))
                < 1e-6);
    }

    void routeSaysWhoIsNext()
    {
        const nlohmann::json json = jsonOf(
            {QStringLiteral("route"), path("ratings.csv"), QStringLiteral("--costs"), path("costs.csv"),
             QStringLiteral("--batch"), QStringLiteral("20"), QStringLiteral("--stop-loss"),
             QStringLiteral("0.1"), QStringLiteral("--begin"), QStringLiteral("0")});
        QCOMPARE(json.at("done").get<int>() + json.at("open").get<int>(), 120);
        QVERIFY(json.at("next").size() <= 20);
        for (const nlohmann::json& task : json.at("next")) {
            for (const char* key : {"unit", "rater", "gain", "cost", "reason"})
                QVERIFY2(task.contains(key), key);
            QCOMPARE(task.at("cost").get<double>(), task.at("rater") == "r0" ? 5.0 : 1.0);
        }
        const nlohmann::json& expected = json.at("expected_ratings");
        QVERIFY(expected.at("low") <= expected.at("value") && expected.at("value") <= expected.at("high"));
        for (const char* key : {"unit", "chance", "flagged", "answers"})
            QVERIFY2(json.at("faults").at(0).contains(key), key);
    }

    void routeStopsCategoriesAtALeadOfTwo()
    {
        const nlohmann::json json = jsonOf({QStringLiteral("route"), path("emotions.csv")});
        QCOMPARE(json.at("done").get<int>(), 1);
        QCOMPARE(json.at("next").size(), std::size_t(1));
        QCOMPARE(json.at("next").at(0).at("unit").get<std::string>(), std::string("b"));
        QCOMPARE(json.at("next").at(0).at("rater").get<std::string>(), std::string("bob"));
    }

    void designSaysWhatAStudyNeeds()
    {
        const nlohmann::json json
            = jsonOf(words("design --units 50,100 --raters 3 --project 500 --scale=-3,3"));
        QCOMPARE(json.at("assumptions").at("from").get<std::string>(), std::string("default"));
        QCOMPARE(json.at("rows").size(), std::size_t(6));
        QVERIFY(json.at("rows").at(0).at("alpha").is_null());
        QVERIFY(json.at("plan").contains("share") && json.at("plan").contains("k_all"));
        QVERIFY(!json.at("notes").empty());
        const nlohmann::json piloted
            = jsonOf({QStringLiteral("design"), path("ratings.csv"), QStringLiteral("--units"),
                      QStringLiteral("50"), QStringLiteral("--raters"), QStringLiteral("2")});
        QCOMPARE(piloted.at("assumptions").at("from").get<std::string>(), std::string("pilot"));
        QVERIFY(piloted.at("rows").at(1).contains("reliability_by_formula"));
    }

    void influenceSaysHowFarAnswersMove()
    {
        const nlohmann::json json = jsonOf({QStringLiteral("influence"), path("answers.csv"),
                                            QStringLiteral("--prediction"), QStringLiteral("net")});
        const Influence expected = influenceOf(plannedAnswers({.units = 60}, 0.3, 1));
        QCOMPARE(json.at("units").get<std::size_t>(), expected.units);
        QVERIFY(std::abs(json.at("closer").get<double>() - *expected.closer) < 1e-4);
        QVERIFY(std::abs(json.at("pull").get<double>() - *expected.pull) < 1e-3);
        QCOMPARE(json.at("randomised").get<bool>(), false);
        QCOMPARE(json.at("findings").at(0).at("code").get<std::string>(), std::string("not_randomised"));
        const nlohmann::json power = jsonOf(words("influence --power --units 30"));
        QCOMPARE(power.at("power").at(0).at("pulls").size(), std::size_t(4));
    }

    void influenceReadsWhatAProjectKept()
    {
        const Annotation measured = test::measuredProject(60, 0.5, true);
        Change all;
        for (const auto& [id, tier] : measured.tiers())
            all.tiers.push_back({std::nullopt, tier});
        for (const auto& [id, segment] : measured.segments())
            all.segments.push_back({std::nullopt, segment});
        for (const auto& [key, item] : measured.items())
            all.items.push_back({std::nullopt, item});
        ProjectFile::create(path("measured.polylogue").toStdString()).write(all);
        ProjectFile::create(path("empty.polylogue").toStdString());
        const nlohmann::json json = jsonOf({QStringLiteral("influence"), path("measured.polylogue")});
        QCOMPARE(json.at("units").get<std::size_t>(), std::size_t(60));
        QVERIFY(json.at("randomised").get<bool>() && json.at("findings").empty());
        QVERIFY(std::abs(json.at("pull").get<double>() - 0.5) < 0.2);
        const test::ProgramResult none = test::runCli({QStringLiteral("influence"), path("empty.polylogue")});
        QCOMPARE(none.exitCode, 1);
        QVERIFY2(none.errors.contains("keeps no prediction"), none.errors.constData());
        const test::ProgramResult other
            = test::runCli({QStringLiteral("influence"), path("measured.polylogue"),
                            QStringLiteral("--prediction"), QStringLiteral("TFN")});
        QVERIFY2(other.errors.contains("it keeps sentiment of tier labels by MULT"),
                 other.errors.constData());
    }

    void whatIsWrongIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("arguments"); // behind the name of the table
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("said");
        const QByteArray two = "unit,annotator,mood,joy\na,ann,1,2\nb,ann,2,3\n";
        const QByteArray mood = "unit,annotator,mood\na,ann,1\nb,ann,2\nb,bob,1\n";
        QTest::newRow("two labels") << two << QStringLiteral("consensus") << 1 << QByteArray("--label");
        QTest::newRow("all the same") << QByteArray("unit,annotator,mood\na,ann,1\nb,ann,1\n")
                                      << QStringLiteral("consensus") << 1 << QByteArray("no_steps");
        QTest::newRow("between steps") << QByteArray("unit,annotator,mood\na,ann,1\nb,ann,1.5\nc,ann,1.7\n")
                                       << QStringLiteral("consensus") << 1 << QByteArray("1.5 of b by ann");
        QTest::newRow("beside the scale")
            << mood << QStringLiteral("consensus --scale=2,4") << 1 << QByteArray("from 2 to 4");
        QTest::newRow("categories") << QByteArray("unit,annotator,mood\na,ann,joy\nb,ann,fear\n")
                                    << QStringLiteral("consensus") << 1 << QByteArray("no_numbers");
        QTest::newRow("no column") << mood << QStringLiteral("influence") << 1
                                   << QByteArray("no column 'value'");
        QTest::newRow("no truth") << QByteArray("unit,rater,value,visible,prediction\na,ann,1,perhaps,2\n")
                                  << QStringLiteral("influence") << 1 << QByteArray("line 2: 'perhaps'");
        QTest::newRow("no number") << QByteArray("unit,rater,value,visible,prediction\na,ann,x,1,2\n")
                                   << QStringLiteral("influence") << 1
                                   << QByteArray("line 2: 'x' in column 'value'");
        QTest::newRow("two predictions")
            << QByteArray("unit,rater,value,visible,prediction\na,ann,1,1,2\na,bob,1,0,3\n")
            << QStringLiteral("influence") << 1
            << QByteArray("line 3: the prediction of a is 3, and 2 before");
        QTest::newRow("a free cost") << mood << QStringLiteral("route --costs FREE") << 1
                                     << QByteArray("line 2: the cost of ann is 0");
        QTest::newRow("no cost") << mood << QStringLiteral("route --costs LESS") << 1
                                 << QByteArray("has no cost of bob");
        QTest::newRow("no such model")
            << mood << QStringLiteral("consensus --model guess") << 2 << QByteArray("guess");
        QTest::newRow("no units") << mood << QStringLiteral("design --units 1") << 2 << QByteArray("units");
    }

    void whatIsWrongIsSaidWithItsPlace()
    {
        QFETCH(const QByteArray, table);
        QFETCH(const QString, arguments);
        QFETCH(const int, exitCode);
        QFETCH(const QByteArray, said);
        write("wrong.csv", table);
        write("free.csv", "rater,cost\nann,0\n");
        write("less.csv", "rater,cost\nann,2\n");
        QStringList all = arguments.split(u' ');
        all.replaceInStrings(QStringLiteral("FREE"), path("free.csv"))
            .replaceInStrings(QStringLiteral("LESS"), path("less.csv"));
        all.insert(1, path("wrong.csv"));
        const test::ProgramResult result = test::runCli(all);
        QCOMPARE(result.exitCode, exitCode);
        QVERIFY2(result.errors.contains(said), result.errors);
    }

    void unitsThatNobodyJudgedHaveNoValue()
    {
        write("gaps.csv", "unit,ann,bob\na,1,2\nb,,\nc,3,3\n");
        const nlohmann::json json = jsonOf({QStringLiteral("consensus"), path("gaps.csv")});
        QVERIFY(json.at("units").at(1).at("crowd").is_null());
        QVERIFY(json.at("units").at(1).contains("undefined"));
        QCOMPARE(json.at("units").at(1).at("done").get<bool>(), false);
        QCOMPARE(json.at("raters").at(0).at("enough").get<bool>(), false);
    }
};

QTEST_GUILESS_MAIN(TestRatersCommands)
#include "tst_raters_commands.moc"
