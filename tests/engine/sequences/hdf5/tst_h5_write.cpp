#include "engine/sequences/hdf5/h5_file.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

class TestH5Write : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_path = m_folder.filePath(QStringLiteral("f.h5")).toStdString();

    FeatureArray readBack(const FeatureArray& array, hdf5::Compression compression)
    {
        hdf5::Writer writer(m_path);
        writer.write("/group/array", array, compression);
        writer.close();
        const hdf5::Dataset stored = hdf5::File(m_path).root().group("group").dataset("array");
        return {stored.shape().type, stored.shape().extents, stored.read()};
    }

private slots:
    void whatIsWrittenIsReadBack_data()
    {
        QTest::addColumn<FeatureArray>("array");
        using enum ElementType;
        QTest::newRow("float16") << FeatureArray{Float16, {2, 1}, std::vector<float>{0.5F, -2.0F}};
        QTest::newRow("float32") << test::floats(2, {0.1F, -2.0F, 3e30F, 4.0F});
        QTest::newRow("float64") << test::doubles({0.1, -1e300});
        QTest::newRow("int8") << test::integers({-128, 127}, Int8);
        QTest::newRow("uint16") << test::integers({0, 65535}, UInt16);
        QTest::newRow("int64") << test::integers({INT64_MIN, INT64_MAX}, Int64);
        QTest::newRow("text") << test::texts({"a", "", "ünïcode"});
        QTest::newRow("no rows") << test::floats(3, {});
        QTest::newRow("rank 3") << FeatureArray{
            Float32, {2, 2, 2}, std::vector<float>{1, 2, 3, 4, 5, 6, 7, 8}};
        QTest::newRow("many rows") << test::floats(4, std::vector<float>(100'000, 7.0F));
    }

    void whatIsWrittenIsReadBack()
    {
        QFETCH(const FeatureArray, array);
        QVERIFY(readBack(array, {}) == array);
        QVERIFY(readBack(array, {9}) == array);
    }

    void gzipMakesTheFileSmaller()
    {
        const FeatureArray array = test::floats(4, std::vector<float>(100'000, 7.0F));
        readBack(array, {});
        const auto plain = std::filesystem::file_size(m_path);
        readBack(array, {1});
        QVERIFY(std::filesystem::file_size(m_path) < plain / 10);
    }

    void aFolderThatIsMissingIsAnError()
    {
        const std::string failure = test::failureOf([&] { hdf5::Writer("/no/such/folder/f.h5"); });
        QVERIFY2(failure.starts_with("io: /no/such/folder/f.h5"), failure.c_str());
    }

    void theSamePlaceIsNotWrittenTwice()
    {
        hdf5::Writer writer(m_path);
        writer.write("/a", test::floats(1, {1}));
        const std::string failure = test::failureOf([&] { writer.write("/a", test::floats(1, {2})); });
        QVERIFY2(failure.find("/a") != std::string::npos, failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestH5Write)
#include "tst_h5_write.moc"
