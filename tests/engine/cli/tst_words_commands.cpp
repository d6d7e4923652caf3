#include <QTest>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"

using namespace engine;
using nlohmann::json;

/// `words-score`, `preferences`, `best-worst`, and the statistics of segments that `agreement` has.
class TestWordsCommands : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const char* name, const std::string& text) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        std::ofstream(path.toStdString(), std::ios::binary) << text;
        return path;
    }

    static json answer(const QStringList& arguments)
    {
        const auto result = test::runCli(arguments + QStringList{QStringLiteral("--json")});
        if (result.exitCode != 0)
            qFatal("%s", result.errors.constData());
        return json::parse(result.output.toStdString());
    }

    QString segmentTable() const
    {
        return write("segments.csv",
                     "video_id,start,end,annotator,mood\n"
                     "v,0,2,ada,sad\nv,2,5,ada,happy\nv,6,8,ada,sad\n"
                     "v,0.1,2,bob,sad\nv,2,5.2,bob,happy\nv,6,8.1,bob,happy\n"
                     "w,0,4,ada,sad\nw,0,4.1,bob,sad\n");
    }

private slots:
    void wordsAreScoredAsTheyStand()
    {
        const QString truth = write("truth.csv", "unit,words\na,\"Happy; sad\"\nb,angry\nc,calm\n");
        const QString said = write("said.csv", "unit,words\na,happy\nb,\"['angry', 'sad']\"\nz,calm\n");
        const json scores = answer({QStringLiteral("words-score"), truth, said});
        QCOMPARE(scores.at("precision").get<double>(), (1.0 + 0.5 + 0.0) / 3.0);
        QCOMPARE(scores.at("recall").get<double>(), (0.5 + 1.0 + 0.0) / 3.0);
        QVERIFY(scores.at("not_said") == 1);
        QVERIFY(scores.at("without_truth") == 1);
        QVERIFY(scores.at("per_wheel").empty());
    }

    void aTableWithoutWordsIsRefused()
    {
        const QString truth = write("truth.csv", "unit,mood\na,happy\n");
        const auto result = test::runCli({QStringLiteral("words-score"), truth, truth});
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.errors.contains("has no column words or openset"));
    }

    void wheelsThatAreNotThereAreNamed()
    {
        const QString truth = write("truth.csv", "unit,words\na,happy\n");
        const auto result = test::runCli(
            {QStringLiteral("words-score"), truth, truth, QStringLiteral("--wheels"), m_folder.path()});
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.errors.contains("wheel1.xlsx"));
    }

    void preferencesAreRanked()
    {
        const QString file
            = write("preferences.csv", "first,second,choice\na,b,1\nb,c,1\na,c,0\nb,a,2\nd,e,2\n");
        const json ranks = answer({QStringLiteral("preferences"), file});
        QVERIFY(ranks.at("components") == 2);
        QVERIFY(ranks.at("strength").at("a") > ranks.at("strength").at("b"));
        QVERIFY(ranks.at("strength").at("e") > ranks.at("strength").at("d"));
        QVERIFY(ranks.at("deviation").at("a") > 0.0);
        QCOMPARE(ranks.at("notes").size(), std::size_t{1});
        const auto wrong = test::runCli(
            {QStringLiteral("preferences"), write("wrong.csv", "first,second,choice\na,b,3\n")});
        QCOMPARE(wrong.exitCode, 1);
        QVERIFY(wrong.errors.contains("line 2"));
    }

    void bestAndWorstAreScored()
    {
        const json scores = answer({QStringLiteral("best-worst"),
                                    write("best.csv",
                                          "items,best,worst\na;b;c;d,a,d\na;b;c;d,1,4\n"
                                          "b;c;d;e,b,e\nb;c;d;e,b,d\n")});
        QVERIFY(scores.at("scores").at("a") == 1.0);
        QVERIFY(scores.at("scores").at("d") == -0.75);
        QVERIFY(scores.at("split_half").at("r") <= 1.0);
        const json few
            = answer({QStringLiteral("best-worst"), write("few.csv", "items,best,worst\na;b,a,b\n")});
        QVERIFY(few.at("split_half").at("r").is_null());
        QVERIFY(few.at("split_half").at("undefined") == "No split has three items with different scores.");
        const auto wrong
            = test::runCli({QStringLiteral("best-worst"), write("wrong.csv", "items,best,worst\na;b,x,b\n")});
        QCOMPARE(wrong.exitCode, 1);
        QVERIFY(wrong.errors.contains("was not shown"));
    }

    void setsOfItemsArePlannedAndReadAgain()
    {
        std::string items;
        for (int i = 1; i <= 9; ++i)
            items += "clip " + std::to_string(i) + "\n";
        const QString list = write("items.txt", items.c_str());
        const json plan = answer({QStringLiteral("best-worst"), QStringLiteral("--plan"), list});
        QCOMPARE(plan.at("sets").size(), std::size_t{18});
        QCOMPARE(plan.at("sets").at(0).size(), std::size_t{4});
        const auto table
            = test::runCli({QStringLiteral("best-worst"), QStringLiteral("--plan"), list,
                            QStringLiteral("--size"), QStringLiteral("3"), QStringLiteral("--seed=2")});
        QCOMPARE(table.exitCode, 0);
        QList<QByteArray> lines = QByteArray(table.output).split('\n');
        QCOMPARE(lines.front(), QByteArray("item1,item2,item3,best,worst"));
        QCOMPARE(lines.size(), 20); // the last is empty
        QByteArray answered = lines.front() + '\n';
        for (qsizetype i = 1; i + 1 < lines.size(); ++i)
            answered += lines[i].chopped(1) + "1,3\n";
        const json scores
            = answer({QStringLiteral("best-worst"), write("answered.csv", answered.constData())});
        QCOMPARE(scores.at("judgements").get<int>(), 18);
        const QString few = write("few.txt", "item\na\nb\n");
        QCOMPARE(test::runCli({QStringLiteral("best-worst"), QStringLiteral("--plan"), few}).exitCode, 1);
        QCOMPARE(test::runCli({QStringLiteral("best-worst")}).exitCode, 2);
        QCOMPARE(test::runCli({QStringLiteral("best-worst"), QStringLiteral("--plan"),
                               write("wrong.txt", "a;b\nc\nd\ne\n")})
                     .exitCode,
                 1);
    }

    void segmentsHaveStatisticsOfTheirOwn()
    {
        const json output
            = answer({QStringLiteral("agreement"), segmentTable(), QStringLiteral("--statistic"),
                      QStringLiteral("unitizing,gamma,boundary_similarity,segment_sweep"),
                      QStringLiteral("--samples"), QStringLiteral("30")});
        const json& report = output.at("reports").back();
        QVERIFY(report.at("label") == "segments");
        std::map<std::string, json> found;
        for (const json& statistic : report.at("statistics"))
            found[statistic.at("key")] = statistic;
        for (const char* key : {"u_alpha", "u_alpha_marked", "cu_alpha", "ku_alpha:sad", "ku_alpha:happy",
                                "gamma", "boundary_b", "boundary_pi"})
            QVERIFY2(found.contains(key), key);
        QVERIFY(found["u_alpha"].at("value") > 0.4);
        QVERIFY(found["u_alpha"].at("rule").get<std::string>().find("mood") == 0);
        QVERIFY(found["u_alpha"].at("rule").get<std::string>().find("from 0 to the last end")
                != std::string::npos);
        QVERIFY(found["gamma"].at("terms").at("samples") == 30.0);
        QVERIFY(found["ku_alpha:sad"].at("terms").contains("coverage"));
        QCOMPARE(report.at("sweeps").size(), std::size_t{1});
        const json& sweep = report.at("sweeps")[0];
        QVERIFY(sweep.at("segments") == json::array({4, 4}));
        QVERIFY(sweep.at("found")[0].at("found") == 4);
        QVERIFY(sweep.at("found")[0].at("same_name") == 0.75);
        QCOMPARE(sweep.at("edge").size(), std::size_t{6});
    }

    void aFileThatKnowsTheLengthOfItsVideoIsBelieved()
    {
        const auto grid = [](const std::string& end, const std::string& edge) {
            return "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0\nxmax = 20\n"
                   "tiers? <exists>\nsize = 1\nitem []:\n    item [1]:\n        class = \"IntervalTier\"\n"
                   "        name = \"mood\"\n        xmin = 0\n        xmax = 20\n        intervals: size = "
                   "2\n"
                   "        intervals [1]:\n            xmin = 0\n            xmax = "
                + edge + "\n            text = \"sad\"\n        intervals [2]:\n            xmin = " + edge
                + "\n            xmax = " + end + "\n            text = \"happy\"\n";
        };
        const json output = answer({QStringLiteral("agreement"), write("ada.TextGrid", grid("10", "4")),
                                    write("bob.TextGrid", grid("11", "4.5")), QStringLiteral("--statistic"),
                                    QStringLiteral("unitizing")});
        const json& statistic = output.at("reports").back().at("statistics")[0];
        QVERIFY(statistic.at("key") == "u_alpha");
        QVERIFY2(statistic.at("rule").get<std::string>().find("as long as files say") != std::string::npos,
                 statistic.at("rule").get<std::string>().c_str());
        QVERIFY(statistic.at("value") > 0.5);
    }

    void overlapsAreSaidAndGammaTakesThem()
    {
        const QString file = write("overlap.csv",
                                   "video_id,start,end,annotator,mood\nv,0,5,ada,sad\nv,3,8,ada,happy\n"
                                   "v,0,5,bob,sad\nv,3,8,bob,happy\n");
        const json output = answer({QStringLiteral("agreement"), file, QStringLiteral("--statistic"),
                                    QStringLiteral("unitizing,gamma")});
        for (const json& statistic : output.at("reports").back().at("statistics")) {
            if (statistic.at("key") == "gamma") {
                QVERIFY(statistic.at("value") == 1.0);
            } else {
                QVERIFY(statistic.at("value").is_null());
                QVERIFY(statistic.at("undefined").get<std::string>().find("ada") != std::string::npos);
            }
        }
    }

    void tablesWithoutTimesAreRefused()
    {
        const QString file = write("wide.csv", "id,A,B\n1,1,2\n2,2,2\n");
        const auto result
            = test::runCli({QStringLiteral("agreement"), file, QStringLiteral("--id"), QStringLiteral("id"),
                            QStringLiteral("--statistic"), QStringLiteral("gamma")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.errors.contains("has no times"));
    }
};

QTEST_GUILESS_MAIN(TestWordsCommands)
#include "tst_words_commands.moc"
