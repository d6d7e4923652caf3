#include "engine/agreement/rating_files.h"
#include "engine/core/delimited_text.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/failure.h"

using namespace engine;

namespace {

using Texts = std::vector<std::pair<std::string, std::string>>;

/// Writes the files (name, text) and reads them.
RatingTables read(const Texts& files, const RatingFileOptions& options = {})
{
    const QTemporaryDir folder;
    std::vector<std::filesystem::path> paths;
    for (const auto& [name, text] : files) {
        paths.push_back(std::filesystem::path(folder.path().toStdString()) / name);
        std::ofstream(paths.back(), std::ios::binary) << text;
    }
    return readRatings(paths, options);
}

std::string failureOf(const Texts& files, const RatingFileOptions& options = {})
{
    return test::failureOf([&] { read(files, options); });
}

using Names = std::vector<std::string>;

}

/// Tables of ratings in the forms in which people have them.
class TestRatingFiles : public QObject {
    Q_OBJECT

private slots:
    void aColumnPerRater()
    {
        const RatingTables ratings = read({{"scores.csv", "ada,bob\n1,2\n.,3\nNA,\n-1.5,+2\n"}});
        QCOMPARE(ratings.tables.size(), std::size_t(1));
        const RatingTable& table = ratings.tables[0];
        QCOMPARE(table.label(), std::string("scores"));
        QCOMPARE(table.raters(), (Names{"ada", "bob"}));
        QCOMPARE(table.units(), (Names{"row 1", "row 2", "row 3", "row 4"}));
        QVERIFY(!table.value(1, 0) && !table.value(2, 0) && !table.value(2, 1));
        QCOMPARE(table.value(3, 0), std::optional(-1.5));
        QCOMPARE(table.value(3, 1), std::optional(2.0));
    }

    void theIdIsNoRater()
    {
        const RatingTables ratings
            = read({{"s.tsv", "clip\tada\tbob\nv1\t1\t2\n"}}, {.ids = {"clip"}, .labels = {"sentiment"}});
        QCOMPARE(ratings.tables[0].raters(), (Names{"ada", "bob"}));
        QCOMPARE(ratings.tables[0].units(), (Names{"v1"}));
        QCOMPARE(ratings.tables[0].label(), std::string("sentiment"));
    }

    /// As tables of labels are imported: segments of a video are told by their times.
    void segmentsWithoutANameAreToldByTheirTimes()
    {
        const RatingTables ratings = read({{"l.csv",
                                            "video_id,start,end,annotator,sentiment\n"
                                            "v,0,1,ada,1\nv,1,2,ada,2\nv,0,1,bob,1\nv,1,2,bob,3\n"}});
        QCOMPARE(ratings.tables[0].units().size(), std::size_t(2));
        QCOMPARE(ratings.tables[0].raters(), (Names{"ada", "bob"}));
        QCOMPARE(ratings.tables[0].value(1, 1), std::optional(3.0));
    }

    void judgementsBesideAReport()
    {
        const RatingTables ratings = read({{"r.judgements.csv",
                                            "video_id,start,end,rater,pass,label,value,comment\n"
                                            "v,0,1,ada,1,sentiment,1,\"so, so\"\nv,0,1,ada,1,happy,3,\n"
                                            "v,0,1,bob,1,sentiment,2,\nv,1,2,bob,1,sentiment,-1,\n"
                                            "v,0,1,bob,2,sentiment,-3,\n"}});
        QCOMPARE(ratings.tables.size(), std::size_t(2));
        const RatingTable& table = ratings.tables[0];
        QCOMPARE(table.label(), std::string("sentiment"));
        QCOMPARE(table.raters(), (Names{"ada", "bob"}));
        QCOMPARE(table.units().size(), std::size_t(2));
        QCOMPARE(table.value(0, 0), std::optional(1.0));
        QCOMPARE(table.value(0, 1), std::optional(2.0)); // of the first pass
        QCOMPARE(table.value(1, 1), std::optional(-1.0));
        QCOMPARE(ratings.notes.size(), std::size_t(1));
        const RatingTables more
            = read({{"r.csv",
                     "video_id,start,end,rater,presentation,label,value,purpose,tier\n"
                     "v,0,1,ada,all,s,1,judging,labels\nv,0,1,ada,sound,s,2,judging,labels\n"
                     "v,0,1,ada,all,s,3,settled,labels\nv,0,1,ada,all,s,4,again,labels\n"
                     "v,0,1,ada,all,,,judging,labels\nv,0,1,ada,all,s,5,judging,stance\n"}});
        QCOMPARE(more.tables[0].units(), (Names{"v 0–1", "v 0–1 stance"}));
        QCOMPARE(more.tables[0].value(0, 0), std::optional(1.0));
        QCOMPARE(more.tables[0].value(1, 0), std::optional(5.0));
        QVERIFY(more.notes.at(0).find("3 rows are left out that settle") != std::string::npos);
        QCOMPARE(read({{"r.csv", "video_id,start,end,rater,label,value\nv,0,1,ada,s,1\nv,0,1,ada,t,1\n"}},
                      {.labels = {"t"}})
                     .tables.size(),
                 std::size_t(1));
        QVERIFY(failureOf({{"r.csv", "video_id,start,end,rater,label,value\nv,0,1,,s,1\n"}})
                    .find("line 2: there is no rater")
                != std::string::npos);
    }

    void aTierIsPartOfTheUnit()
    {
        const RatingTables ratings = read({{"t.csv",
                                            "video_id,clip_id,tier,start,end,label,annotator\n"
                                            "v,0,labels/ada,0,1,1,ada\nv,0,labels/bob,0,1,2,bob\n"
                                            "v,0,mood,0,2,3,ada\n"}});
        QCOMPARE(ratings.tables.size(), std::size_t(1)); // and none of the tiers' names
        QCOMPARE(ratings.tables[0].units(), (Names{"v[0] labels", "v[0] mood"}));
        QCOMPARE(ratings.tables[0].raters(), (Names{"ada", "bob"}));
        QCOMPARE(ratings.segments.size(), std::size_t(3));
        QCOMPARE(ratings.segments[1].base, std::string("labels"));
        QCOMPARE(ratings.segments[2].base, std::string("mood"));
    }

    void aTierOfAnotherIsNobodysPass()
    {
        QCOMPARE(ratedTier("labels/anna", "an").base, std::string("labels/anna"));
        QCOMPARE(ratedTier("labels/anna/2", "anna").rater, std::string("anna/2"));
    }

    void framesOfAVideoMayAllHaveItsName()
    {
        const RatingTable table = read({{"t.csv", "video_id,ada\nv,1\nv,2\nw,3\n"}}).tables[0];
        QCOMPARE(table.units().size(), std::size_t(3));
        QCOMPARE(table.videos(), (Names{"v", "v", "w"}));
    }

    void aRowPerUnitAndAnnotator()
    {
        const RatingTables ratings = read({{"l.csv",
                                            "video_id,clip_id,start,end,text,label,happy,annotator\n"
                                            "v,0,0,1,\"well, yes\",1,0,ada\n"
                                            "v,1,1,2,no,-2,3,ada\n"
                                            "v,0,0.1,1,\"well, yes\",2,,bob\n"}});
        QCOMPARE(ratings.tables.size(), std::size_t(2));
        const RatingTable& label = ratings.tables[0];
        QCOMPARE(label.label(), std::string("label"));
        QCOMPARE(label.units(), (Names{"v[0]", "v[1]"}));
        QCOMPARE(label.raters(), (Names{"ada", "bob"}));
        QCOMPARE(label.value(0, 1), std::optional(2.0));
        QVERIFY(!label.value(1, 1));
        QVERIFY(!ratings.tables[1].value(0, 1));
        QCOMPARE(ratings.segments.size(), std::size_t(2));
        QCOMPARE(ratings.segments[1].rater, std::string("bob"));
        QCOMPARE(ratings.segments[1].intervals, (std::vector<Interval>{{0.1, 1.0}}));
        QCOMPARE(ratings.segments[0].marks.at("label"), (Names{"1", "-2"}));
    }

    void filesAreMatchedByTheirIds()
    {
        const RatingTables ratings = read({{"ada.csv", "unit,sentiment\nu1,1\nu2,2\n"},
                                           {"bob.csv", "unit;sentiment;happy\nu2;3;2\nu3;4;1\n"}});
        const RatingTable& table = ratings.tables[0];
        QCOMPARE(table.raters(), (Names{"ada", "bob"}));
        QCOMPARE(table.units(), (Names{"u1", "u2", "u3"}));
        QCOMPARE(table.value(1, 0), std::optional(2.0));
        QCOMPARE(table.value(1, 1), std::optional(3.0));
        QVERIFY(!table.value(0, 1) && !table.value(2, 0));
        QCOMPARE(ratings.tables[1].label(), std::string("happy"));
    }

    void wordsAreCategories()
    {
        const RatingTable table = read({{"e.csv", "ada,bob\nsad,happy\nhappy,NA\n"}}).tables[0];
        QCOMPARE(table.categories(), (Names{"happy", "sad"}));
        QCOMPARE(table.value(0, 0), std::optional(1.0));
        QVERIFY(table.isNominal());
    }

    void numbersAmongWordsAreCategoriesWhenAskedFor()
    {
        const Texts file{{"e.csv", "ada,bob\n1,can't tell\n2,1\n"}};
        QVERIFY(failureOf(file).find("line 2: 'can't tell' is no number") != std::string::npos);
        QCOMPARE(read(file, {.asWords = true}).tables[0].categories(), (Names{"1", "2", "can't tell"}));
        QVERIFY(!read(file, {.missing = {"Can't tell"}}).tables[0].isNominal());
    }

    void commasAreDecimalPointsWhereSpreadsheetsWriteThem()
    {
        QCOMPARE(read({{"e.csv", "ada;bob\n0,5;1\n"}}).tables[0].value(0, 0), std::optional(0.5));
    }

    void laterPassesAreLeftOutAndSaid()
    {
        const RatingTables ratings
            = read({{"l.csv", "unit,annotator,pass,sentiment\nu,ada,1,1\nu,ada,2,3\n"}});
        QCOMPARE(ratings.tables[0].value(0, 0), std::optional(1.0));
        QCOMPARE(ratings.notes.size(), std::size_t(1));
        QVERIFY(ratings.notes[0].find("1 rows of later passes") != std::string::npos);
    }

    void quotesByteOrderMarksAndOldLineEndsAreRead()
    {
        const DelimitedText table
            = parseDelimited("\xEF\xBB\xBFname , b\r\n\"a \"\"b\"\"\nc\", 2 \r\n\r\n,\n", "t.csv");
        QCOMPARE(table.columns, (Names{"name", "b"}));
        QCOMPARE(table.rows.size(), std::size_t(2));
        QCOMPARE(table.rows[0].cells, (Names{"a \"b\"\nc", "2"}));
        QCOMPARE(table.rows[1].line, std::size_t(5));
        QCOMPARE(table.rows[1].cells, (Names{"", ""}));
    }

    void whatIsNoTableIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("what");
        QTest::newRow("nothing") << QString() << QStringLiteral("is empty");
        QTest::newRow("a row too short")
            << QStringLiteral("a,b\n1,2\n3\n") << QStringLiteral("line 3: has 1 cells");
        QTest::newRow("an open quote") << QStringLiteral("a,b\n1,%2\n3,4\n").arg(QChar(u'"'))
                                       << QStringLiteral("line 2: a quote is opened");
        QTest::newRow("text behind a quote") << QStringLiteral("a,b\n%1well%1x,2\n").arg(QChar(u'"'))
                                             << QStringLiteral("line 2: there is text behind");
        QTest::newRow("one name twice")
            << QStringLiteral("a,a\n1,2\n") << QStringLiteral("two columns have the name a");
        QTest::newRow("no ratings") << QStringLiteral("unit,text\nu,well\n")
                                    << QStringLiteral("no column of ratings");
        QTest::newRow("rated twice") << QStringLiteral("unit,annotator,s\nu,ada,1\nu,ada,2\n")
                                     << QStringLiteral("line 3: ada has rated the s of u before");
        QTest::newRow("a unit twice for a rater, one rating missing")
            << QStringLiteral("unit,annotator,s\nu,ada,\nu,ada,2\n")
            << QStringLiteral("line 3: u comes twice for ada: it is in");
        QTest::newRow("a unit twice in a column per rater")
            << QStringLiteral("unit,ada,ben\nu,1,\nv,1,2\nu,,2\n")
            << QStringLiteral("line 4: u comes twice for ada: it is in");
        QTest::newRow("no unit") << QStringLiteral("annotator,s\nada,1\n")
                                 << QStringLiteral("names the units");
        QTest::newRow("no annotator")
            << QStringLiteral("unit,annotator,s\nu,,1\n") << QStringLiteral("line 2: there is no annotator");
        QTest::newRow("times backwards") << QStringLiteral("unit,annotator,s,start,end\nu,ada,1,2,1\n")
                                         << QStringLiteral("line 2: '2' to '1' is no span");
        QTest::newRow("infinity") << QStringLiteral("a,b\n1,inf\n")
                                  << QStringLiteral("line 2: 'inf' is no number");
    }

    void whatIsNoTableIsRefusedWithItsPlace()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, what);
        const std::string failure = failureOf({{"t.csv", text.toStdString()}});
        QVERIFY2(failure.starts_with("data_invalid: "), failure.c_str());
        QVERIFY2(QString::fromStdString(failure).contains(what), failure.c_str());
    }

    void whatDoesNotGoTogetherIsRefused()
    {
        const std::pair<std::string, std::string> longForm{"l.csv", "unit,annotator,s\nu,ada,1\n"};
        const std::pair<std::string, std::string> wide{"w.csv", "ada,bob\n1,2\n"};
        QVERIFY(failureOf({longForm, wide}).find("do not go together") != std::string::npos);
        QVERIFY(failureOf({wide, {"x.csv", "ada,bob\n1,2\n"}}).find("names the units") != std::string::npos);
        QVERIFY(failureOf({longForm}, {.labels = {"happy"}})
                    .find("has no column happy; it has unit, annotator, s")
                != std::string::npos);
        QVERIFY(failureOf({wide}, {.ids = {"clip"}}).find("has no column clip") != std::string::npos);
        QVERIFY(failureOf({wide}, {.labels = {"a", "b"}}).find("a column per rater") != std::string::npos);
    }

    void filesThatAreNotThereAreSaid()
    {
        QVERIFY(test::failureOf([] { readRatings({"/nowhere/x.csv"}); }).starts_with("file_not_found: "));
        QVERIFY(test::failureOf([] { readRatings({"/"}); }).starts_with("io: "));
    }
};

QTEST_GUILESS_MAIN(TestRatingFiles)
#include "tst_rating_files.moc"
