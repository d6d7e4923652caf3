#include "engine/annotation/difference.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/project/project_file.h"

#include <QDir>
#include <QTest>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/support/annotations.h"
#include "tests/support/cli.h"

using namespace engine;
using nlohmann::json;

/// `agreement`: tables in, figures out.
class TestAgreementCommand : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const char* name, const char* text) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        std::ofstream(path.toStdString(), std::ios::binary) << text;
        return path;
    }

    /// Krippendorff's four raters, with an id.
    QString fourRaters() const
    {
        return write("four.csv",
                     "id,A,B,C,D\n1,1,1,.,1\n2,2,2,3,2\n3,3,3,3,3\n4,3,3,3,3\n5,2,2,2,2\n6,1,2,3,4\n"
                     "7,4,4,4,4\n8,1,1,2,1\n9,2,2,2,2\n10,NA,5,5,5\n11,,,1,1\n12,.,3,.,.\n");
    }

    static test::ProgramResult agreement(const QStringList& arguments)
    {
        return test::runCli(QStringList{QStringLiteral("agreement")} + arguments);
    }

    /// The only report's statistic of this key (between these raters, if any are named).
    static json statistic(const QStringList& arguments, const std::string& key,
                          const std::vector<std::string>& between = {})
    {
        const auto result = agreement(arguments + QStringList{QStringLiteral("--json")});
        if (result.exitCode != 0)
            qFatal("%s", result.errors.constData());
        const json output = json::parse(result.output.toStdString());
        for (const json& report : output.at("reports")) {
            for (const json& candidate : report.at("statistics")) {
                if (candidate.at("key") == key && candidate.at("between") == json(between))
                    return candidate;
            }
        }
        return {};
    }

private slots:
    void sequencesOfTwoAnnotatorsGiveTheFigureOfTheirTable()
    {
        const QString table
            = write("two.csv",
                    "video_id,clip_id,start,end,sentiment,annotator\nv,0,0,1,1,ada\nv,1,1,2,3,ada\n"
                    "v,2,2,3,-1,ada\nv,0,0,1,1,bob\nv,1,1,2,2,bob\nv,2,2,3,-2,bob\n");
        QCOMPARE(
            test::runCli({QStringLiteral("convert"), table, m_folder.filePath(QStringLiteral("two.csd"))})
                .exitCode,
            0);
        const json expected = statistic({table}, "alpha");
        QVERIFY(expected.at("value").is_number());
        const json found = statistic({m_folder.filePath(QStringLiteral("two-labels-ada.csd")),
                                      m_folder.filePath(QStringLiteral("two-labels-bob.csd"))},
                                     "alpha");
        QCOMPARE(found.at("value").dump(), expected.at("value").dump());
    }

    void everyMetricGivesItsFigure_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QByteArray>("alpha");
        QTest::newRow("nominal") << QStringLiteral("nominal") << QByteArray("0.7434");
        QTest::newRow("ordinal") << QStringLiteral("ordinal") << QByteArray("0.8154");
        QTest::newRow("interval") << QStringLiteral("interval") << QByteArray("0.8491");
        QTest::newRow("ratio") << QStringLiteral("ratio") << QByteArray("0.7974");
    }

    void everyMetricGivesItsFigure()
    {
        QFETCH(const QString, metric);
        QFETCH(const QByteArray, alpha);
        const auto result = agreement(
            {fourRaters(), QStringLiteral("--id"), QStringLiteral("id"), QStringLiteral("--metric"), metric});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.errors.isEmpty());
        QVERIFY2(result.output.startsWith("four: A, B, C, D\n"), result.output.constData());
        QVERIFY2(result.output.contains(metric.toUtf8() + " metric"), result.output.constData());
        QVERIFY2(result.output.contains(alpha), result.output.constData());
        QVERIFY(result.output.contains("units with fewer than two ratings: 1\n"));
        QVERIFY(result.output.contains("2000 draws of units with replacement, seed 1"));
    }

    void machinesGetAllOfAFigure()
    {
        const json alpha = statistic({fourRaters(), QStringLiteral("--id"), QStringLiteral("id"),
                                      QStringLiteral("--bootstrap"), QStringLiteral("100"),
                                      QStringLiteral("--seed"), QStringLiteral("9")},
                                     "alpha");
        QCOMPARE(alpha.at("rule").get<std::string>(), std::string("ordinal metric"));
        QCOMPARE(alpha.at("units").get<int>(), 11);
        QCOMPARE(alpha.at("raters").get<int>(), 4);
        QCOMPARE(alpha.at("dropped")[0].at("count").get<int>(), 1);
        QCOMPARE(alpha.at("interval").at("seed").get<int>(), 9);
        QCOMPARE(alpha.at("interval").at("draws").get<int>(), 100);
        QVERIFY(alpha.at("interval").at("low").get<double>() < alpha.at("value").get<double>());
    }

    void otherStatisticsAreGivenWhenAskedFor()
    {
        const QString judges
            = write("judges.csv", "a,b,c,d\n9,2,5,8\n6,1,3,2\n8,4,6,8\n7,1,2,6\n10,5,6,9\n6,2,4,7\n");
        const QStringList call{judges, QStringLiteral("--statistic"),
                               QStringLiteral("icc,ccc,use,confusion")};
        QCOMPARE(QString::number(statistic(call, "icc_2_1").at("value").get<double>(), 'f', 4),
                 QStringLiteral("0.2898"));
        QVERIFY(statistic(call, "ccc", {"a", "b"}).at("value").is_number());
        QVERIFY(statistic(call, "bias", {"a"}).at("value").get<double>() > 0.0);
        QVERIFY(statistic(call, "alpha").is_null());
        const auto text = agreement(call);
        QVERIFY2(text.output.contains("two-way random, absolute agreement, single rater"),
                 text.output.constData());
        QVERIFY(text.output.contains("rows a, columns b:\n")
                && text.output.contains("how often each value was used:"));
    }

    void undefinedIsSaidWithItsReason()
    {
        const QString same = write("same.csv", "a,b\n2,2\n2,2\n");
        const auto text = agreement({same, QStringLiteral("--statistic"), QStringLiteral("all")});
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.output.contains("undefined Krippendorff's alpha: All 4 ratings are 2,"),
                 text.output.constData());
        QVERIFY(!text.output.contains("nan"));
        const json alpha = statistic({same}, "alpha");
        QVERIFY(alpha.at("value").is_null());
        QVERIFY(alpha.at("undefined").get<std::string>().starts_with("All 4 ratings are 2,"));
    }

    void aModelIsNoRaterAndStandsBesidePeople()
    {
        const QString file = write("model.csv", "unit,ada,bob,net\nu1,1,2,1.5\nu2,-2,-1,-1\nu3,3,2,2.4\n");
        const QStringList call{file, QStringLiteral("--model"), QStringLiteral("net"),
                               QStringLiteral("--statistic"), QStringLiteral("alpha,model")};
        QCOMPARE(statistic(call, "alpha").at("raters").get<int>(), 2);
        QVERIFY(std::abs(statistic(call, "model_mae").at("value").get<double>() - 0.2) < 1e-12);
        QCOMPARE(statistic(call, "people_mae").at("value").get<double>(), 1.0);
        QVERIFY(statistic(call, "model_acc7_away_from_0")
                    .at("rule")
                    .get<std::string>()
                    .starts_with("rounded away"));
        const auto wrong = agreement({file, QStringLiteral("--model"), QStringLiteral("nobody")});
        QCOMPARE(wrong.exitCode, 1);
        QVERIFY2(wrong.errors.startsWith("unknown_rater: "), wrong.errors.constData());
    }

    void filesPerRaterAreMatched()
    {
        const QString ada = write("ada.csv", "video_id,clip_id,sentiment\nv,0,1\nv,1,2\nw,0,3\n");
        const QString bob = write("bob.tsv", "video_id\tclip_id\tsentiment\nw\t0\t3\nv\t0\t1\n");
        const json kappa = statistic({ada, bob, QStringLiteral("--statistic"), QStringLiteral("kappa")},
                                     "kappa", {"ada", "bob"});
        QCOMPARE(kappa.at("value").get<double>(), 1.0);
        QCOMPARE(kappa.at("units").get<int>(), 2);
    }

    void tiersOfAFilePerRaterAreCompared()
    {
        // The three raters of the sentiment example, as WebVTT cues of a second each.
        const char* ratings[]{"-3 -2 0 1 2 3 1 0 -1 2", "-2 -2 0 1 3 3 1 . -1 1", "-3 -1 1 1 2 2 . 0 0 2"};
        QStringList files;
        for (const char* rater : ratings) {
            std::string text = "WEBVTT\n\n";
            int second = 0;
            for (const QString& value : QString::fromLatin1(rater).split(QLatin1Char(' '))) {
                if (value != QLatin1String("."))
                    text += QStringLiteral("00:%1.000 --> 00:%2.000\n%3\n\n")
                                .arg(second, 2, 10, QLatin1Char('0'))
                                .arg(second + 1, 2, 10, QLatin1Char('0'))
                                .arg(value)
                                .toStdString();
                ++second;
            }
            files << write(("rater" + std::to_string(files.size()) + ".vtt").c_str(), text.c_str());
        }
        QVERIFY(std::abs(statistic(files, "alpha").at("value").get<double>() - 0.9264) < 5e-5);
        QVERIFY(
            std::abs(statistic(files + QStringList{QStringLiteral("--metric"), QStringLiteral("interval")},
                               "alpha")
                         .at("value")
                         .get<double>()
                     - 0.9184)
            < 5e-5);
    }

    void tiersAreComparedEachForItself()
    {
        const auto grid = [](const char* middle) {
            return QStringLiteral("\"ooTextFile\" \"TextGrid\" 0 4 <exists> 2\n"
                                  "\"IntervalTier\" \"mood\" 0 4 2 0 %1 \"glad\" %1 4 \"sad\"\n"
                                  "\"IntervalTier\" \"gaze\" 0 4 2 0 1 \"up\" 1 4 \"down\"\n")
                .arg(QLatin1String(middle))
                .toStdString();
        };
        QDir(m_folder.path()).mkdir(QStringLiteral("anna"));
        QDir(m_folder.path()).mkdir(QStringLiteral("bert"));
        const QStringList files{write("anna/talk.TextGrid", grid("2").c_str()),
                                write("bert/talk.TextGrid", grid("3").c_str())};
        const auto result = agreement(files
                                      + QStringList{QStringLiteral("--json"), QStringLiteral("--statistic"),
                                                    QStringLiteral("boundaries,time_kappa"),
                                                    QStringLiteral("--step"), QStringLiteral("1")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        std::map<std::string, json> reports;
        const json output = json::parse(result.output.toStdString()); // outlives the loop over it
        for (const json& report : output.at("reports"))
            reports[report.at("label").get<std::string>()] = report;
        const std::vector<std::string> raters{files[0].toStdString(), files[1].toStdString()};
        QVERIFY(reports.at("segments: mood").at("raters") == json(raters));
        const auto figure = [&](const char* report, const char* key) {
            for (const json& statistic : reports.at(report).at("statistics")) {
                if (statistic.at("key") == key)
                    return statistic.at("value").get<double>();
            }
            return -1e9;
        };
        QCOMPARE(figure("segments: mood", "deviation_median"), 0.5);
        QCOMPARE(figure("segments: gaze", "deviation_median"), 0.0);
        QCOMPARE(figure("segments: mood", "time_kappa"), 0.5);
        QCOMPARE(figure("segments: gaze", "time_kappa"), 1.0);
    }

    /// In a project people judge over a tier; what that tier itself has is nobody's judgement.
    void theTierThatIsJudgedIsNoRater()
    {
        Annotation annotation = test::withSpans({{0, 2}, {2, 5}, {6, 7}});
        const auto give = [](double value) {
            return [value](Segment& judged) { judged.values["sentiment"] = {value, {}}; };
        };
        for (const SegmentId segment : {1, 2, 3}) {
            annotation.apply(setValue(annotation, segment, "sentiment", LabelValue{-3.0, {}}));
            annotation.apply(judge(annotation, segment, annotatorLayer("words", "anna", 1), give(1.0)));
            annotation.apply(judge(annotation, segment, annotatorLayer("words", "ben", 1),
                                   give(segment == 3 ? 2.0 : 1.0)));
        }
        // What checks an annotator is no rater either.
        for (const LayerPurpose purpose : {LayerPurpose::Repeat, LayerPurpose::Training})
            annotation.apply(
                judge(annotation, 2, layerFor(annotatorLayer("words", "anna", 1), purpose), give(3.0)));
        const QString path = m_folder.filePath(QStringLiteral("judged.polylogue"));
        ProjectFile::create(path.toStdString()).write(difference(Annotation(), annotation));
        const auto result = agreement(
            {path, QStringLiteral("--json"), QStringLiteral("--label"), QStringLiteral("sentiment")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const json report = json::parse(result.output.toStdString()).at("reports")[0];
        QCOMPARE(report.at("raters").get<std::vector<std::string>>(),
                 (std::vector<std::string>{"anna", "ben"}));
    }

    void labelsOfSegmentsAreSampledOverTime()
    {
        const auto task = [](const char* rater, const char* second) {
            return QStringLiteral(
                       "{\"id\": 1, \"data\": {\"audio\": \"a.wav\"}, \"annotations\": "
                       "[{\"completed_by\": \"%1\", \"result\": ["
                       "{\"id\": \"x\", \"from_name\": \"seg\", \"type\": \"labels\", \"value\": "
                       "{\"start\": 0, \"end\": 2, \"labels\": [\"s\"]}},"
                       "{\"id\": \"x\", \"from_name\": \"mood\", \"type\": \"choices\", \"value\": "
                       "{\"choices\": [\"glad\"]}},"
                       "{\"id\": \"y\", \"from_name\": \"seg\", \"type\": \"labels\", \"value\": "
                       "{\"start\": 2, \"end\": 4, \"labels\": [\"s\"]}},"
                       "{\"id\": \"y\", \"from_name\": \"mood\", \"type\": \"choices\", \"value\": "
                       "{\"choices\": [\"%2\"]}}]}]}")
                .arg(QLatin1String(rater), QLatin1String(second))
                .toStdString();
        };
        const QString file
            = write("ls.json", ("[" + task("ada", "sad") + "," + task("bob", "glad") + "]").c_str());
        const QStringList call{file, QStringLiteral("--statistic"), QStringLiteral("time_kappa"),
                               QStringLiteral("--step"), QStringLiteral("1")};
        QCOMPARE(statistic(call, "time_kappa", {"ada", "bob"}).at("value").get<double>(), 0.0);
        QCOMPARE(statistic(call, "time_kappa", {"ada", "bob"}).at("rule").get<std::string>().substr(0, 9),
                 std::string("seg: mood"));
    }

    void partsThatShareTheirParentsTimesAreUnitsEach()
    {
        const QString file = test::fixture("formats/speach_test.eaf");
        QCOMPARE(agreement({file, QStringLiteral("--metric"), QStringLiteral("nominal")}).exitCode, 0);
    }

    void aLabelThatNoTierHasIsSaid()
    {
        const QString file = write("one.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n1\n");
        const auto result = agreement({QStringLiteral("--label"), QStringLiteral("mood"), file});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("has no label mood; there are captions"), result.errors.constData());
    }

    void boundariesAndSamplesComeFromTimes()
    {
        const QString file
            = write("times.csv",
                    "video_id,clip_id,start,end,label,annotator\nv,0,0,2,1,ada\nv,1,2,4,2,ada\n"
                    "v,0,0,3,1,bob\nv,1,3,4,2,bob\n");
        const QStringList call{file, QStringLiteral("--statistic"), QStringLiteral("boundaries,time_kappa"),
                               QStringLiteral("--step"), QStringLiteral("1")};
        QCOMPARE(statistic(call, "deviation_median", {"ada", "bob"}).at("value").get<double>(), 0.5);
        QCOMPARE(statistic(call, "time_kappa", {"ada", "bob"}).at("value").get<double>(), 0.5);
        QVERIFY(agreement(call).output.contains("rows ada, columns bob, label, sampled every 1 s"));
    }

    void callsThatAreWrongAreSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("error");
        const QString file = fourRaters();
        QTest::newRow("no file") << QStringList{} << 2 << QByteArray("FILE is required");
        QTest::newRow("unknown statistic")
            << QStringList{file, QStringLiteral("--statistic"), QStringLiteral("beta")} << 2
            << QByteArray("beta not in");
        QTest::newRow("unknown metric")
            << QStringList{file, QStringLiteral("--metric"), QStringLiteral("cubic")} << 2
            << QByteArray("cubic not in");
        QTest::newRow("no model") << QStringList{file, QStringLiteral("--statistic"), QStringLiteral("model")}
                                  << 2 << QByteArray("model needs --model");
        QTest::newRow("no step") << QStringList{file, QStringLiteral("--step"), QStringLiteral("0")} << 2
                                 << QByteArray("--step");
        QTest::newRow("no such file")
            << QStringList{file + QStringLiteral("x")} << 1 << QByteArray("file_not_found: ");
        QTest::newRow("no such column") << QStringList{file, QStringLiteral("--id"), QStringLiteral("clip")}
                                        << 1 << QByteArray("has no column clip; it has id, A, B, C, D");
        QTest::newRow("no times") << QStringList{file, QStringLiteral("--statistic"),
                                                 QStringLiteral("boundaries")}
                                  << 1 << QByteArray("has no times");
    }

    void callsThatAreWrongAreSaid()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        QFETCH(const QByteArray, error);
        const auto result = agreement(arguments);
        QCOMPARE(result.exitCode, exitCode);
        QVERIFY2((result.errors + result.output).contains(error),
                 (result.errors + result.output).constData());
    }

    /// One rater says the reverse of the others: the consensus is theirs, the mean is not.
    void aConsensusIsWrittenBesideMeanAndMajority()
    {
        QByteArray table("unit,ada,bob,cleo,dan\n");
        for (int unit = 0; unit < 40; ++unit) {
            const int truth = unit % 7 - 3;
            table += QByteArray("v") + QByteArray::number(unit);
            for (const int vote : {truth, truth, std::clamp(truth + unit % 2, -3, 3), -truth})
                table += ',' + QByteArray::number(vote);
            table += '\n';
        }
        const QString out = m_folder.filePath(QStringLiteral("consensus.csv"));
        const auto result
            = agreement({write("votes.csv", table.constData()), QStringLiteral("--consensus"), out});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.output.contains("dan") && result.output.contains("scale -"),
                 result.output.constData());
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 41);
        QCOMPARE(lines[0], QByteArray("unit,label,consensus,deviation,mean,majority,ratings"));
        double consensus = 0.0, mean = 0.0;
        for (int unit = 0; unit < 40; ++unit) {
            const QList<QByteArray> cells = lines[unit + 1].split(',');
            consensus += std::abs(cells[2].toDouble() - (unit % 7 - 3));
            mean += std::abs(cells[4].toDouble() - (unit % 7 - 3));
        }
        QVERIFY2(consensus < 0.5 * mean, qPrintable(QStringLiteral("%1 %2").arg(consensus).arg(mean)));
        const auto over = agreement({write("votes.csv", table.constData()), QStringLiteral("--consensus"),
                                     m_folder.filePath(QStringLiteral("votes.csv"))});
        QCOMPARE(over.exitCode, 1);
    }

    void anIdTakenForARaterIsPointedOut()
    {
        const auto result = agreement({write("id.csv", "clip,ada,bob\nv1[0],1,2\n")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("line 2: 'v1[0]' is no number")
                     && result.errors.contains("Is clip an id"),
                 result.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestAgreementCommand)
#include "tst_agreement_command.moc"
