#include "engine/sequences/hdf5/h5_file.h"

#include <QTemporaryDir>
#include <QTest>
#include <hdf5.h>

#include <numeric>

#include "tests/support/changed_bytes.h"
#include "tests/support/failure.h"

using namespace engine;

/// The filters n-bit and scale-offset repeat what a chunk holds, szip says how pixels lie in it. HDF5 1.10.8
/// and libaec 1.0.6 write where these parameters tell them to.
class TestFilterParameters : public QObject {
    Q_OBJECT

    static constexpr hsize_t kRows = 4096;
    static constexpr hsize_t kChunkRows = 1024;
    static constexpr int kBits = 17;
    static constexpr unsigned kBlock = 16; // pixels, of szip
    static constexpr unsigned kLine = 1024; // pixels, as HDF5 chooses

    QTemporaryDir m_folder;

    static std::vector<std::int32_t> numbers()
    {
        std::vector<std::int32_t> values(kRows);
        std::iota(values.begin(), values.end(), 0);
        return values;
    }

    static void setFilter(hid_t properties, H5Z_filter_t filter)
    {
        if (filter == H5Z_FILTER_NBIT)
            H5Pset_nbit(properties);
        else if (filter == H5Z_FILTER_SZIP)
            H5Pset_szip(properties, H5_SZIP_NN_OPTION_MASK, kBlock);
        else
            H5Pset_scaleoffset(properties, H5Z_SO_INT, H5Z_SO_INT_MINBITS_DEFAULT);
    }

    static std::string nameOf(H5Z_filter_t filter)
    {
        return filter == H5Z_FILTER_NBIT ? "nbit" : filter == H5Z_FILTER_SZIP ? "szip" : "scaleoffset";
    }

    std::filesystem::path written(H5Z_filter_t filter) const
    {
        const std::filesystem::path path = m_folder.filePath(QStringLiteral("numbers.csd")).toStdString();
        const hdf5::Handle file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        const hdf5::Handle space(H5Screate_simple(1, &kRows, nullptr));
        const hdf5::Handle properties(H5Pcreate(H5P_DATASET_CREATE));
        H5Pset_chunk(properties.id(), 1, &kChunkRows);
        setFilter(properties.id(), filter);
        const hdf5::Handle type(H5Tcopy(H5T_STD_I32LE));
        H5Tset_precision(type.id(), kBits);
        const hdf5::Handle dataset(H5Dcreate2(file.id(), "numbers", type.id(), space.id(), H5P_DEFAULT,
                                              properties.id(), H5P_DEFAULT));
        const std::vector<std::int32_t> values = numbers();
        H5Dwrite(dataset.id(), H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
        return path;
    }

    /// The parameters as they lie in the file: of scale-offset the first five, of szip the last three.
    static QByteArray parameters(const std::vector<std::uint32_t>& values)
    {
        return {reinterpret_cast<const char*>(values.data()),
                static_cast<qsizetype>(values.size() * sizeof values.front())};
    }

    static void check(const std::filesystem::path& path)
    {
        const hdf5::File file(path);
        file.root().dataset("numbers").checkStorage(std::filesystem::file_size(path));
    }

private slots:
    void soundOnesAreRead_data()
    {
        QTest::addColumn<int>("filter");
        QTest::newRow("n-bit") << H5Z_FILTER_NBIT;
        QTest::newRow("scale-offset") << H5Z_FILTER_SCALEOFFSET;
        QTest::newRow("szip") << H5Z_FILTER_SZIP;
    }

    void soundOnesAreRead()
    {
        QFETCH(const int, filter);
        const auto path = written(filter);
        check(path);
        const hdf5::File file(path);
        const std::vector<std::int32_t> values = numbers();
        QVERIFY(file.root().dataset("numbers").readDoubles()
                == std::vector<double>(values.begin(), values.end()));
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<int>("filter");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        constexpr std::uint32_t kOverflow = 0x4000'0400; // times 4 is 4096 in 32 bits
        const QByteArray bits = parameters({8, 0, kChunkRows, 1, 4, 0, kBits, 0});
        const auto nbit = [&](const char* name, const std::vector<std::uint32_t>& after) {
            QTest::newRow(name) << H5Z_FILTER_NBIT << bits << parameters(after);
        };
        nbit("n-bit, number of elements", {8, 0, kOverflow, 1, 4, 0, kBits, 0});
        nbit("n-bit, size of an element", {8, 0, kChunkRows, 1, 8, 0, kBits, 0});
        nbit("n-bit, array", {8, 0, kChunkRows, 2, 4, 0, kBits, 0});
        nbit("n-bit, record", {8, 0, kChunkRows, 3, 4, 0, kBits, 0});
        nbit("n-bit, bits outside", {8, 0, kChunkRows, 1, 4, 0, kBits, 16});
        nbit("n-bit, bits before the first", {8, 0, kChunkRows, 1, 4, 1, kBits, 0xffff'fff8});
        nbit("n-bit, no bits", {8, 0, kChunkRows, 1, 4, 0, 0, 0});
        nbit("n-bit, number of parameters", {7, 0, kChunkRows, 1, 4, 0, kBits, 0});
        const QByteArray scale = parameters({H5Z_SO_INT, 0, kChunkRows, 0, 4});
        QTest::newRow("scale-offset, number of elements")
            << H5Z_FILTER_SCALEOFFSET << scale << parameters({H5Z_SO_INT, 0, kOverflow, 0, 4});
        QTest::newRow("scale-offset, size of an element")
            << H5Z_FILTER_SCALEOFFSET << scale << parameters({H5Z_SO_INT, 0, kChunkRows, 0, 8});
        const QByteArray pixels = parameters({kBlock, kBits, kLine});
        const auto szip = [&](const char* name, const std::vector<std::uint32_t>& after) {
            QTest::newRow(name) << H5Z_FILTER_SZIP << pixels << parameters(after);
        };
        szip("szip, no line", {kBlock, kBits, 0}); // which had no room at all
        szip("szip, no block", {0, kBits, kLine});
        szip("szip, block", {0xffff'ffff, kBits, 4});
        szip("szip, odd block", {15, kBits, kLine});
        szip("szip, bytes of a block", {0x4000'0002, 24, kLine});
        szip("szip, line", {kBlock, kBits, 0x8000'0001});
        szip("szip, no bits", {kBlock, 0, kLine});
        szip("szip, bits", {kBlock, 33, kLine});
    }

    void othersAreRefused()
    {
        QFETCH(const int, filter);
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        const auto path = written(filter);
        test::changeBytes(path, before, after);
        QCOMPARE(test::failureOf([&] { check(path); }),
                 "data_invalid: " + path.string() + ": /numbers is packed with the filter '" + nameOf(filter)
                     + "', whose parameters do not fit it");
    }
};

QTEST_GUILESS_MAIN(TestFilterParameters)
#include "tst_filter_parameters.moc"
