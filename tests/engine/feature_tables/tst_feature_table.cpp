#include "engine/feature_tables/feature_table.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

#include "tests/support/failure.h"

using namespace engine;

class TestFeatureTable : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const char* name, const std::string& text)
    {
        const std::filesystem::path path = m_folder.filePath(QString::fromLatin1(name)).toStdString();
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

private slots:
    /// OpenFace 2.0 has a blank behind each comma; `x_0` and `X_0` are different columns.
    void openFaceIsRead()
    {
        const auto path = file("talk.csv",
                               "frame, timestamp, confidence, success, x_0, X_0, AU01_r\r\n"
                               "1, 0.000, 0.98, 1, 310.5, -12.5, 0.25\r\n"
                               "2, 0.040, 0.97, 1, 311.0, -12.4, 0.50\r\n"
                               "3, 0.080, 0.00, 0, 0.0, 0.0, 0.00\r\n");
        QCOMPARE(featureTableOrigin(path)->name, std::string("OpenFace"));
        const FeatureTable table = readFeatureTable(path);
        QCOMPARE(table.rows.columns.size(), std::size_t(5));
        QCOMPARE(table.rows.columns[0].name, std::string("confidence"));
        QCOMPARE(table.rows.columns[2].name, std::string("x_0"));
        QCOMPARE(table.rows.columns[3].name, std::string("X_0"));
        QCOMPARE(
            table.rows.intervals,
            (std::vector<Interval>{{0.0, 0.04}, {0.04, 0.08}, {0.08, 0.12}})); // the last as long as usual
        QCOMPARE(table.rows.values.row(1)[2], 311.0F);
        QVERIFY(table.notes.empty());
    }

    void ofSeveralFacesTheOneWithTheMostRowsIsTaken()
    {
        const auto path = file("two.csv",
                               "frame,face_id,timestamp,confidence,success,AU01_r\n"
                               "1,0,0.0,0.9,1,1\n1,1,0.0,0.9,1,10\n2,1,0.1,0.9,1,11\n3,1,0.2,0.9,1,12\n");
        const FeatureTable table = readFeatureTable(path);
        QCOMPARE(table.rows.values.rows, std::size_t(3));
        QCOMPARE(table.rows.values.row(0)[2], 10.0F);
        QCOMPARE(table.notes.size(), std::size_t(1));
        QVERIFY(table.notes[0].find("2 faces") != std::string::npos);
    }

    /// Where frames are missing nothing was measured: no row is stretched over them.
    void missingFramesStayGaps()
    {
        const auto path = file("gap.csv",
                               "frame,timestamp,confidence,AU01_r\n"
                               "1,0.0,1,1\n2,0.1,1,1\n30,2.9,1,1\n31,3.0,1,1\n");
        QVERIFY(std::abs(readFeatureTable(path).rows.intervals[1].end - 0.2) < 1e-9);
    }

    void openSmileIsRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("csv with semicolons")
            << "a.csv"
            << "name;frameTime;F0_sma;class\n'unknown';0.00;100.5;?\n'unknown';0.01;nan;?\n";
        QTest::newRow("csv of the Python package")
            << "b.csv"
            << "file,start,end,F0_sma\nx.wav,0 days,0 days 00:00:00.010000,100.5\n"
               "x.wav,0 days 00:00:00.010000,0 days 00:00:00.020000,\n";
        QTest::newRow("arff")
            << "c.arff"
            << "% made by openSMILE\n@relation features\n\n@attribute name string\n@attribute frameTime "
               "numeric\n"
               "@attribute F0_sma numeric\n@attribute class {a,b}\n\n@data\n\n'unknown',0.00,100.5,?\n"
               "'unknown',0.01,?,?\n";
    }
    void openSmileIsRead()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        const auto path = file(qPrintable(name), text.toStdString());
        QCOMPARE(featureTableOrigin(path)->name, std::string("openSMILE"));
        const FeatureTable table = readFeatureTable(path);
        QCOMPARE(table.rows.columns, (std::vector<FeatureColumn>{{"F0_sma"}}));
        QCOMPARE(table.rows.intervals.size(), std::size_t(2));
        QCOMPARE(table.rows.intervals[0], (Interval{0.0, 0.01}));
        QCOMPARE(table.rows.values.row(0)[0], 100.5F);
        QVERIFY(std::isnan(table.rows.values.row(1)[0]));
    }

    void tablesOfAnnotationAreNone()
    {
        QVERIFY(!featureTableOrigin(file("labels.csv", "file,start,end,label\na.wav,0,1,happy\n")));
        QVERIFY(!featureTableOrigin(file("words.txt", "0.0 0.5 hello\n")));
        QVERIFY(!featureTableOrigin("/nowhere/at/all.csv"));
    }

    void badTablesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const QString head = QStringLiteral("frame,timestamp,confidence,AU01_r\n");
        QTest::newRow("a short row") << "d.csv" << head + QStringLiteral("1,0.0,1,1\n2,0.1,1\n")
                                     << "line 3 has 3 cells, expected 4";
        QTest::newRow("no time") << "e.csv" << head + QStringLiteral("1,soon,1,1\n")
                                 << "line 2 has 'soon' for a time";
        QTest::newRow("times go back")
            << "f.csv" << head + QStringLiteral("1,1.0,1,1\n2,0.5,1,1\n") << "line 3 begins before";
        QTest::newRow("no rows") << "g.csv" << head << "has no row";
        QTest::newRow("one row without an end")
            << "h.csv" << head + QStringLiteral("1,0.0,1,1\n") << "how long its row lasts";
        QTest::newRow("arff without data") << "i.arff"
                                           << "@relation a\n@attribute b numeric\n"
                                           << "has no @data";
        QTest::newRow("sparse arff")
            << "j.arff"
            << "@relation a\n@attribute frameTime numeric\n@attribute b numeric\n@data\n{1 5}\n"
            << "line 5 is sparse";
        QTest::newRow("arff without times") << "k.arff"
                                            << "@relation a\n@attribute b numeric\n@data\n5\n"
                                            << "no column of times";
    }
    void badTablesAreRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        QFETCH(const QString, said);
        const auto path = file(qPrintable(name), text.toStdString());
        const QString message = QString::fromStdString(test::failureOf([&] { readFeatureTable(path); }));
        QVERIFY2(message.contains(said), qPrintable(message));
        QVERIFY2(message.contains(name), qPrintable(message));
    }
};

QTEST_GUILESS_MAIN(TestFeatureTable)
#include "tst_feature_table.moc"
