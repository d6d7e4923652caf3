#include "engine/sequences/csd_file.h"

#include <QTest>

#include "tests/support/failure.h"

using namespace engine;

namespace {

CsdFile sdk(const char* file)
{
    return CsdFile(std::filesystem::path(FIXTURES "/sdk") / file);
}

}

class TestCsdFile : public QObject {
    Q_OBJECT

private slots:
    void idsComeInByteOrder()
    {
        const CsdFile file = sdk("unicode_ids/input/labels.csd");
        QCOMPARE(file.ids(), (std::vector<std::string>{"-dash", "a.b-c_d", "ünï", "видео", "映像 01"}));
    }

    void theRootNameIsTheOneOfTheMetadata()
    {
        const CsdFile file = sdk("metadata_plain_text/input/labels.csd");
        QCOMPARE(file.rootName(), std::string("All Labels"));
    }

    void anIdIsKnownOrNot()
    {
        const CsdFile file(FIXTURES "/storage.csd");
        QVERIFY(file.contains("compact"));
        QVERIFY(!file.contains("compac"));
        const std::string failure = test::failureOf([&] { file.entry("nobody"); });
        QVERIFY2(failure.find("/seq/data/nobody is missing") != std::string::npos, failure.c_str());
    }

    void shapesAreKnownWithoutReading()
    {
        const EntryShape shape = CsdFile(FIXTURES "/storage.csd").shape("intervals_f4");
        QCOMPARE(shape.intervals, (std::vector<std::size_t>{3, 2}));
        QCOMPARE(shape.features, (std::vector<std::size_t>{3, 2}));
        QCOMPARE(shape.intervalType, ElementType::Float32);
        QCOMPARE(shape.featureType, ElementType::Float64);
    }

    void aThirdColumnOfIntervalsIsLeftOut()
    {
        const IntervalArray intervals
            = CsdFile(FIXTURES "/broken/odd_but_valid.csd").intervals("three_columns");
        QVERIFY((intervals.values == std::vector<Interval>{{0.0, 0.5}, {0.5, 1.0}, {1.0, 1.5}}));
    }

    void aFileThatIsNoSequenceIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("absent") << QStringLiteral("absent.csd") << QByteArray("file_not_found");
        QTest::newRow("a folder") << QStringLiteral(".") << QByteArray("not_hdf5");
        QTest::newRow("empty") << QStringLiteral("empty.csd") << QByteArray("not_hdf5");
        QTest::newRow("text") << QStringLiteral("text.csd") << QByteArray("not_hdf5");
        QTest::newRow("cut off") << QStringLiteral("cut_off.csd") << QByteArray("not_hdf5");
        QTest::newRow("no group") << QStringLiteral("no_group.csd")
                                  << QByteArray("expected one group with data");
        QTest::newRow("other HDF5") << QStringLiteral("other_hdf5.csd")
                                    << QByteArray("/weights/data is missing");
        QTest::newRow("external link")
            << QStringLiteral("external_link.csd") << QByteArray("/seq/data/v is a link out");
    }

    void aFileThatIsNoSequenceIsRefused()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, expected);
        const std::string path = FIXTURES "/broken/" + file.toStdString();
        const std::string failure = test::failureOf([&] { CsdFile opened(path); });
        QVERIFY2(failure.find(path) != std::string::npos, failure.c_str());
        QVERIFY2(failure.find(expected.toStdString()) != std::string::npos, failure.c_str());
    }

    void aDamagedEntryIsNamedWithWhatWasExpected_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("rows differ") << QStringLiteral("rows_differ") << QByteArray("3 intervals and 2 rows");
        QTest::newRow("no features") << QStringLiteral("no_features")
                                     << QByteArray("/seq/data/v/features is missing");
        QTest::newRow("features 1-d")
            << QStringLiteral("features_1d") << QByteArray("features is 3, expected N×D");
        QTest::newRow("intervals 1-d")
            << QStringLiteral("intervals_1d") << QByteArray("intervals is 3 float64, expected N×2");
        QTest::newRow("text for intervals")
            << QStringLiteral("intervals_text") << QByteArray("is 3×2 text, expected N×2");
        QTest::newRow("a group") << QStringLiteral("features_are_a_group")
                                 << QByteArray("expected a dataset");
        QTest::newRow("records") << QStringLiteral("compound") << QByteArray("neither numbers nor text");
        QTest::newRow("link loop") << QStringLiteral(
            "link_loop") << QByteArray("/seq/data/v is a link to /seq/data/w, where there is nothing");
        QTest::newRow("group in itself")
            << QStringLiteral("group_in_itself") << QByteArray("/seq/data/v/intervals is missing");
        QTest::newRow("too large") << QStringLiteral("too_large") << QByteArray("more elements than fit");
        QTest::newRow("unknown filter")
            << QStringLiteral("unknown_filter") << QByteArray("/seq/data/v/features cannot be read");
        for (const char* damaged : {"damaged_gzip", "damaged_lzf", "short_gzip"})
            QTest::newRow(damaged) << QString::fromLatin1(damaged)
                                   << QByteArray("/seq/data/v/features cannot be read (damaged data");
    }

    void aDamagedEntryIsNamedWithWhatWasExpected()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, expected);
        const std::string path = FIXTURES "/broken/" + file.toStdString() + ".csd";
        const std::string failure = test::failureOf([&] { CsdFile(path).entry("v"); });
        QVERIFY2(failure.starts_with("data_invalid: " FIXTURES), failure.c_str());
        QVERIFY2(failure.find(expected.toStdString()) != std::string::npos, failure.c_str());
    }

    void aDamagedEntryLeavesTheOthersReadable()
    {
        QCOMPARE(CsdFile(FIXTURES "/broken/rows_differ.csd").entry("good").features.rows(), std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestCsdFile)
#include "tst_csd_file.moc"
