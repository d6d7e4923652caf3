#include "engine/sequences/csd_file.h"

#include <QTest>

#include <atomic>
#include <fcntl.h>
#include <numeric>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

/// storage.csd holds the same 3 × 2 numbers in every form of storage (tests/fixtures/make_csd_fixtures.py).
class TestH5Read : public QObject {
    Q_OBJECT

private slots:
    void everyFormOfStorageGivesTheSameNumbers_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<std::string>("id");
        for (const QString& file : {QStringLiteral("storage.csd"), QStringLiteral("storage_latest.csd")}) {
            const CsdFile opened((QStringLiteral(FIXTURES "/") + file).toStdString());
            for (const std::string& id : opened.ids()) {
                if (!id.starts_with("text_"))
                    QTest::addRow("%s %s", qPrintable(file), id.c_str()) << file << id;
            }
        }
    }

    void everyFormOfStorageGivesTheSameNumbers()
    {
        QFETCH(const QString, file);
        QFETCH(const std::string, id);
        const Entry entry = CsdFile((QStringLiteral(FIXTURES "/") + file).toStdString()).entry(id);
        QCOMPARE(entry.features.shape, (std::vector<std::size_t>{3, 2}));
        QCOMPARE(entry.features.toMatrix().values, (std::vector<float>{0, 1, 2, 3, 4, 5}));
        QVERIFY((entry.intervals.values == std::vector<Interval>{{0.0, 0.5}, {0.5, 1.0}, {1.0, 1.5}}));
    }

    void everyKindOfTextIsRead_data()
    {
        QTest::addColumn<std::string>("id");
        for (const char* id : {"text_fixed", "text_variable", "text_ascii"})
            QTest::newRow(id) << std::string(id);
    }

    void everyKindOfTextIsRead()
    {
        QFETCH(const std::string, id);
        const FeatureArray features = CsdFile(FIXTURES "/storage.csd").features(id);
        QCOMPARE(features.type, ElementType::Text);
        QCOMPARE(std::get<std::vector<std::string>>(features.values),
                 (std::vector<std::string>{"0", "1", "2", "3", "4", "5"}));
    }

    void theElementTypeIsKept_data()
    {
        QTest::addColumn<std::string>("kind");
        QTest::addColumn<ElementType>("type");
        QTest::newRow("f2") << std::string("f2") << ElementType::Float16;
        QTest::newRow("f4") << std::string("f4") << ElementType::Float32;
        QTest::newRow("f8") << std::string("f8") << ElementType::Float64;
        QTest::newRow("i1") << std::string("i1") << ElementType::Int8;
        QTest::newRow("i2") << std::string("i2") << ElementType::Int16;
        QTest::newRow("i4") << std::string("i4") << ElementType::Int32;
        QTest::newRow("i8") << std::string("i8") << ElementType::Int64;
        QTest::newRow("u1") << std::string("u1") << ElementType::UInt8;
        QTest::newRow("u2") << std::string("u2") << ElementType::UInt16;
        QTest::newRow("u4") << std::string("u4") << ElementType::UInt32;
        QTest::newRow("u8") << std::string("u8") << ElementType::UInt64;
    }

    void theElementTypeIsKept()
    {
        QFETCH(const std::string, kind);
        QFETCH(const ElementType, type);
        const CsdFile file(FIXTURES "/storage.csd");
        QCOMPARE(file.shape("little_" + kind).featureType, type);
        QCOMPARE(file.shape("big_" + kind).featureType, type);
    }

    void otherShapesAndTypesAreRead()
    {
        const CsdFile file(FIXTURES "/storage_shapes.csd");
        QVERIFY(file.features("bool")
                == (FeatureArray{ElementType::Int8, {3, 2}, std::vector<std::int64_t>{0, 1, 1, 0, 1, 1}}));
        for (const char* id : {"text_utf8", "text_utf8_fixed"})
            QVERIFY(file.features(id) == test::texts({"ünï", "видео", ""}));
        for (const char* id : {"no_rows", "no_rows_gzip"})
            QVERIFY(file.features(id) == (FeatureArray{ElementType::Float64, {0, 2}, std::vector<double>{}}));
        QVERIFY(file.features("no_columns")
                == (FeatureArray{ElementType::Float64, {3, 0}, std::vector<double>{}}));
    }

    void chunksFindTheirPlace_data()
    {
        QTest::addColumn<std::string>("id");
        QTest::addColumn<std::vector<std::size_t>>("shape");
        QTest::newRow("rank 3") << std::string("rank_3") << std::vector<std::size_t>{3, 5, 4};
        QTest::newRow("part of the columns")
            << std::string("many_chunks") << std::vector<std::size_t>{3, 2000};
    }

    void chunksFindTheirPlace()
    {
        QFETCH(const std::string, id);
        QFETCH(const std::vector<std::size_t>, shape);
        const FeatureArray features = CsdFile(FIXTURES "/storage_shapes.csd").features(id);
        std::vector<double> counted(3 * features.rowLength());
        std::iota(counted.begin(), counted.end(), 0.0);
        QVERIFY(features == (FeatureArray{ElementType::Float64, shape, counted}));
    }

    void threadsReadTheSameFileAtOnce()
    {
        const CsdFile file(FIXTURES "/storage_shapes.csd");
        const FeatureArray expected = file.features("many_chunks");
        std::atomic<int> equal = 0;
        const auto read = [&] {
            for (int i = 0; i < 50; ++i)
                equal += file.features("many_chunks") == expected;
        };
        std::thread other(read);
        read();
        other.join();
        QCOMPARE(equal.load(), 100);
    }

    void someRowsAreReadAlone()
    {
        const hdf5::Dataset dataset = hdf5::File(FIXTURES "/storage.csd")
                                          .root()
                                          .group("seq")
                                          .group("data")
                                          .group("gzip_shuffle_checksum")
                                          .dataset("features");
        QCOMPARE(std::get<std::vector<double>>(dataset.readRows(1, 2)), (std::vector<double>{2, 3, 4, 5}));
        QVERIFY(std::get<std::vector<double>>(dataset.readRows(3, 0)).empty());
    }

    void rowsThatAreNotThereAreRefused()
    {
        const hdf5::Dataset dataset = hdf5::File(FIXTURES "/storage.csd")
                                          .root()
                                          .group("seq")
                                          .group("data")
                                          .group("compact")
                                          .dataset("features");
        QVERIFY(test::failureOf([&] { dataset.readRows(2, 2); }).starts_with("data_invalid"));
    }

    void aPathIsNoName()
    {
        const hdf5::File file(FIXTURES "/storage.csd");
        const hdf5::Group root = file.root();
        for (const char* name : {"", ".", "/", "seq/data", "/seq"}) {
            QVERIFY2(!root.hasGroup(name) && !root.object(name).group, name);
            QVERIFY2(test::failureOf([&] { root.group(name); }).starts_with("data_invalid"), name);
        }
        const hdf5::Group entry = root.group("seq").group("data").group("compact");
        QVERIFY(test::failureOf([&] { entry.dataset("./features"); }).starts_with("data_invalid"));
        QVERIFY(test::failureOf([&] { entry.group("features"); }).starts_with("data_invalid"));
    }

    void aFileThatIsLockedIsRead()
    {
        const int descriptor = open(FIXTURES "/storage.csd", O_RDONLY | O_CLOEXEC);
        QCOMPARE(flock(descriptor, LOCK_EX | LOCK_NB), 0);
        const std::string failure = test::failureOf([] { const hdf5::File file(FIXTURES "/storage.csd"); });
        ::close(descriptor);
        QCOMPARE(failure, std::string());
    }
};

QTEST_GUILESS_MAIN(TestH5Read)
#include "tst_h5_read.moc"
