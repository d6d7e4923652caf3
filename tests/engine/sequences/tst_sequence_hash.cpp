#include "engine/sequences/csd_file.h"
#include "engine/sequences/sequence_hash.h"

#include <QTest>

#include "tests/support/sequences.h"

using namespace engine;

class TestSequenceHash : public QObject {
    Q_OBJECT

private slots:
    /// The expected values are those of the Python program in docs/formats.md.
    void itIsTheOneThatTheDocumentationDefines_data()
    {
        QTest::addColumn<std::string>("file");
        QTest::addColumn<std::string>("expected");
        const std::string storage = "b56022fe63e5ee0fba75d67f261228a571fd7e0399a5b8c1177d27b019cd94c1";
        QTest::newRow("every storage") << std::string("storage.csd") << storage;
        QTest::newRow("the same, of another HDF5 version") << std::string("storage_latest.csd") << storage;
        QTest::newRow("other shapes")
            << std::string("storage_shapes.csd")
            << std::string("22e096251601f97968704762c0a901c652397874a43938d8a5167edc99eb9fea");
    }

    void itIsTheOneThatTheDocumentationDefines()
    {
        QFETCH(const std::string, file);
        QFETCH(const std::string, expected);
        QCOMPARE(sha256Of(CsdFile(FIXTURES "/" + file)), expected);
    }

    void theDigestTellsEntriesApart()
    {
        const Entry entry = test::numbered({{0, 1}, {1, 2}});
        std::vector<Entry> others(5, entry);
        others[0].intervals.values[1].end = 3;
        others[1].intervals.type = ElementType::Float32;
        others[2].features.values = std::vector<float>{0, 2};
        others[3].features.type = ElementType::Float16;
        others[4].features.shape = {2, 1, 1};
        for (const Entry& other : others)
            QVERIFY(digestOf(other) != digestOf(entry));
        QVERIFY(digestOf(Entry(entry)) == digestOf(entry));
    }

    void theUuidDependsOnTheMetadata()
    {
        const Metadata metadata{{"creator", "a"}, {"md5", "old"}, {"uuid", "old"}};
        const Metadata hashed = withHash(metadata, "00");
        QVERIFY(hashed.at("md5").is_null());
        QCOMPARE(hashed.at("sha256").get<std::string>(), std::string("00"));
        QVERIFY(withHash(hashed, "00") == hashed);
        QVERIFY(withHash({{"creator", "b"}}, "00").at("uuid") != hashed.at("uuid"));
        QVERIFY(withHash(metadata, "01").at("uuid") != hashed.at("uuid"));
    }
};

QTEST_GUILESS_MAIN(TestSequenceHash)
#include "tst_sequence_hash.moc"
