#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_walk.h"
#include "engine/sequences/csd_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

class TestCsdWalk : public QObject {
    Q_OBJECT

    static EntryList::Item item(const CsdIndex& index, const std::string& id)
    {
        std::size_t place = 0;
        while (index.items[place].id != id)
            ++place;
        return index.items[place];
    }

private slots:
    void itFindsWhatReadersFind_data()
    {
        QTest::addColumn<QString>("path");
        for (const char* name :
             {"storage", "storage_latest", "storage_shapes", "broken/odd_but_valid", "broken/rows_differ"})
            QTest::newRow(name) << QStringLiteral(FIXTURES "/%1.csd").arg(QLatin1String(name));
        QTest::newRow("words") << QStringLiteral(DEMO "/words.csd");
    }

    void itFindsWhatReadersFind()
    {
        QFETCH(const QString, path);
        const CsdFile file(path.toStdString());
        const CsdIndex index = walkCsd(path.toStdString());
        QCOMPARE(index.rootName, file.rootName());
        QVERIFY(index.metadata == file.metadata());
        QCOMPARE(index.items.size(), file.ids().size());
        for (std::size_t i = 0; i < index.items.size(); ++i) {
            QCOMPARE(std::string(index.items[i].id), file.ids()[i]);
            QCOMPARE(std::string(index.items[i].problem), std::string());
            QVERIFY(index.items[i].shape == file.shape(file.ids()[i]));
        }
    }

    void durationsAreSummed()
    {
        const QTemporaryDir folder;
        const std::filesystem::path csd = folder.filePath(QStringLiteral("f.csd")).toStdString();
        const auto rows = test::sequence("rows",
                                         {{"backwards", test::numbered({{2, 3}, {0.5, 1}})},
                                          {"empty", test::numbered({})},
                                          {"one", test::numbered({{10, 11}})}});
        writeCsd(rows, csd);
        QCOMPARE(walkCsd(csd).duration.value(), 3.5);
    }

    void durationsOfVeryManyAreAddedUp_data()
    {
        QTest::addColumn<int>("backend");
        QTest::addColumn<int>("gzipLevel");
        QTest::newRow("by us") << static_cast<int>(CsdBackend::Direct) << 0;
        QTest::newRow("by the library, packed") << static_cast<int>(CsdBackend::Library) << 1;
    }

    void durationsOfVeryManyAreAddedUp()
    {
        QFETCH(const int, backend);
        QFETCH(const int, gzipLevel);
        const QTemporaryDir folder;
        const std::filesystem::path csd = folder.filePath(QStringLiteral("f.csd")).toStdString();
        const Entry entry = test::numbered({{2, 2.5}, {3, 3.5}});
        CsdWriter writer(csd, "many", {gzipLevel}, static_cast<CsdBackend>(backend));
        for (std::size_t i = 0; i <= kManyIds; ++i)
            writer.add(std::to_string(i), entry, digestOf(entry));
        writer.finish({{"root name", "many"}});
        QCOMPARE(walkCsd(csd).duration.value_or(0.0), 1.5 * (kManyIds + 1));
    }

    void durationsOfMillionsOfRowsAreNot()
    {
        const QTemporaryDir folder;
        const std::filesystem::path csd = folder.filePath(QStringLiteral("f.csd")).toStdString();
        const Entry entry = test::numbered(std::vector<Interval>(kMostSummedRows / kManyIds, {0, 1}));
        CsdWriter writer(csd, "many", {}, CsdBackend::Direct);
        for (std::size_t i = 0; i <= kManyIds; ++i)
            writer.add(std::to_string(i), entry, digestOf(entry));
        writer.finish({{"root name", "many"}});
        QVERIFY(!walkCsd(csd).duration);
    }

    void manyEntriesAreFoundWhateverWroteThem_data()
    {
        QTest::addColumn<int>("backend");
        QTest::addColumn<int>("gzipLevel");
        QTest::newRow("by us") << static_cast<int>(CsdBackend::Direct) << 0;
        QTest::newRow("by the library") << static_cast<int>(CsdBackend::Library) << 0;
        QTest::newRow("by the library, packed") << static_cast<int>(CsdBackend::Library) << 1;
    }

    /// Of so many, entries are looked at and read past the library where that can be.
    void manyEntriesAreFoundWhateverWroteThem()
    {
        QFETCH(const int, backend);
        QFETCH(const int, gzipLevel);
        const QTemporaryDir folder;
        const std::filesystem::path csd = folder.filePath(QStringLiteral("f.csd")).toStdString();
        const auto id = [](std::size_t i) { return "video_" + std::to_string(i); };
        const auto entry = [](std::size_t i) {
            return test::numbered(
                std::vector<Interval>(1 + i % 3, {static_cast<double>(i), static_cast<double>(i + 1)}));
        };
        CsdWriter writer(csd, "many", {gzipLevel}, static_cast<CsdBackend>(backend));
        for (std::size_t i = 0; i <= kManyIds; ++i)
            writer.add(id(i), entry(i), digestOf(entry(i)));
        writer.finish({{"root name", "many"}});
        {
            hdf5::Writer damaging = hdf5::Writer::existing(csd);
            damaging.remove("/many/data/video_17/features");
            damaging.close();
        }
        const CsdIndex index = walkCsd(csd);
        const CsdFile file(csd);
        QCOMPARE(index.items.size(), kManyIds + 1);
        for (std::size_t i = 0; i <= kManyIds; i += 16) {
            QVERIFY(file.entry(id(i)) == entry(i));
            QVERIFY(item(index, id(i)).shape == file.shape(id(i)));
        }
        QCOMPARE(index.items.problems().size(), std::size_t(1));
        QCOMPARE(std::string(item(index, "video_17").problem),
                 std::string("/many/data/video_17/features is missing (expected a dataset)"));
        QVERIFY(test::failureOf([&] { file.entry("video_17"); }).find("features is missing")
                != std::string::npos);
    }

    void anEntryThatCannotBeReadIsListedWithItsProblem_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("no features") << QStringLiteral("no_features")
                                     << QByteArray("/seq/data/v/features is missing (expected a dataset)");
        QTest::newRow("a group of features")
            << QStringLiteral("features_are_a_group")
            << QByteArray("/seq/data/v/features is missing (expected a dataset)");
        QTest::newRow("intervals that cannot be summed")
            << QStringLiteral("intervals_text")
            << QByteArray("/seq/data/v/intervals is 3×2 text, expected N×2 numbers");
    }

    void anEntryThatCannotBeReadIsListedWithItsProblem()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, problem);
        const CsdIndex index = walkCsd(FIXTURES "/broken/" + file.toStdString() + ".csd");
        QCOMPARE(item(index, "v").problem, problem.toStdString());
    }

    void aFileWithoutASequenceIsRefused()
    {
        const std::string failure = test::failureOf([] { walkCsd(FIXTURES "/broken/other_hdf5.csd"); });
        QVERIFY2(failure.starts_with("data_invalid"), failure.c_str());
    }

    void aSoundFilePasses()
    {
        walkCsd(FIXTURES "/storage.csd");
        walkCsd(FIXTURES "/storage_latest.csd");
        walkCsd(FIXTURES "/storage_shapes.csd");
        walkCsd(DEMO "/words.csd");
    }

    void dataThatCannotBeReadIsLeftToWhoReadsIt()
    {
        walkCsd(FIXTURES "/broken/damaged_gzip.csd");
        walkCsd(FIXTURES "/broken/damaged_lzf.csd");
        walkCsd(FIXTURES "/broken/rows_differ.csd");
    }

    void whatLeavesTheFileOrCannotBeUnpackedIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("external link")
            << QStringLiteral("external_link") << QByteArray("is a link out of this file");
        QTest::newRow("external data")
            << QStringLiteral("external_data") << QByteArray("keeps its data in another file");
        QTest::newRow("virtual data")
            << QStringLiteral("virtual_data") << QByteArray("keeps its data in another file");
        QTest::newRow("unknown filter") << QStringLiteral("unknown_filter") << QByteArray("the filter 'xyz'");
        QTest::newRow("records") << QStringLiteral("compound") << QByteArray("neither numbers nor text");
        QTest::newRow("too large") << QStringLiteral("too_large") << QByteArray("more elements than fit");
        QTest::newRow("links in a circle")
            << QStringLiteral("link_loop") << QByteArray("/seq/data/v is a link to");
        QTest::newRow("group in itself")
            << QStringLiteral("group_in_itself") << QByteArray("/seq/data/v is a group that holds itself");
        QTest::newRow("soft link elsewhere")
            << QStringLiteral("soft_link_out")
            << QByteArray("/seq/data/v is a link to /other/stuff/deep/v, outside");
        QTest::newRow("soft link through an external one")
            << QStringLiteral("soft_link_through") << QByteArray("outside the sequence's own entries");
        QTest::newRow("external link at the top")
            << QStringLiteral("external_root") << QByteArray("/seq is a link out of this file");
        QTest::newRow("external link in an entry")
            << QStringLiteral("external_features")
            << QByteArray("/seq/data/v/features is a link out of this file");
        QTest::newRow("external metadata")
            << QStringLiteral("external_metadata") << QByteArray("is a link out of this");
        QTest::newRow("hardly any of it stored")
            << QStringLiteral("hollow") << QByteArray("bytes of it are stored");
        QTest::newRow("large chunks") << QStringLiteral("large_chunks") << QByteArray("larger than it is");
        QTest::newRow("cut off") << QStringLiteral("cut_off") << QByteArray("not_hdf5");
    }

    void whatLeavesTheFileOrCannotBeUnpackedIsRefused()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, expected);
        const std::string failure
            = test::failureOf([&] { walkCsd(FIXTURES "/broken/" + file.toStdString() + ".csd"); });
        QVERIFY2(failure.find(expected.toStdString()) != std::string::npos, failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestCsdWalk)
#include "tst_csd_walk.moc"
