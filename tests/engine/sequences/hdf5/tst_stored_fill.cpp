#include "engine/sequences/hdf5/h5_file.h"

#include <QTemporaryDir>
#include <QTest>
#include <hdf5.h>

#include "tests/support/changed_bytes.h"
#include "tests/support/failure.h"

using namespace engine;

/// What stands for elements that nobody wrote is as long as an element. HDF5 1.10.8 copies what is longer.
class TestStoredFill : public QObject {
    Q_OBJECT

    static constexpr hsize_t kRows = 4;
    static constexpr std::size_t kLong = 4000; ///< bytes of a text
    static constexpr std::uint32_t kShort = 8; ///< bytes of a text

    enum class Kind { Numbers, Texts, VariableTexts };

    QTemporaryDir m_folder;
    const std::string m_hello = std::string(30000, 'h');

    std::filesystem::path path() const { return m_folder.filePath(QStringLiteral("fill.csd")).toStdString(); }

    struct Options {
        bool isNew = false; ///< as HDF5 1.10 writes at its newest
        hsize_t userBlock = 0; ///< bytes before the file
        int attributes = 0;
    };

    static hdf5::Handle typeOf(Kind kind)
    {
        if (kind == Kind::Numbers)
            return hdf5::Handle(H5Tcopy(H5T_IEEE_F64LE));
        hdf5::Handle type(H5Tcopy(H5T_C_S1));
        H5Tset_size(type.id(), kind == Kind::Texts ? kLong : H5T_VARIABLE);
        return type;
    }

    static void addAttributes(hid_t dataset, int count)
    {
        const hdf5::Handle one(H5Screate(H5S_SCALAR));
        for (int i = 0; i < count; ++i) {
            const hdf5::Handle attribute(H5Acreate2(dataset, std::to_string(i).c_str(), H5T_IEEE_F64LE,
                                                    one.id(), H5P_DEFAULT, H5P_DEFAULT));
        }
    }

    /// A dataset in chunks of one element, of which the first is written; of texts of variable length all
    /// are, since HDF5 1.10 reads no fill value of these (h5py neither: "no write intent on file").
    void write(Kind kind, const Options& options) const
    {
        const hdf5::Handle creation(H5Pcreate(H5P_FILE_CREATE));
        H5Pset_userblock(creation.id(), options.userBlock);
        const hdf5::Handle access(H5Pcreate(H5P_FILE_ACCESS));
        if (options.isNew)
            H5Pset_libver_bounds(access.id(), H5F_LIBVER_LATEST, H5F_LIBVER_LATEST);
        const hdf5::Handle file(H5Fcreate(path().c_str(), H5F_ACC_TRUNC, creation.id(), access.id()));
        const hdf5::Handle space(H5Screate_simple(1, &kRows, nullptr));
        const hdf5::Handle properties(H5Pcreate(H5P_DATASET_CREATE));
        const hsize_t chunk = 1;
        H5Pset_chunk(properties.id(), 1, &chunk);
        const hdf5::Handle type = typeOf(kind);
        const double number = 2.5;
        const std::string text(kLong, 'A');
        const char* hello = m_hello.c_str();
        const void* value = kind == Kind::Numbers ? static_cast<const void*>(&number)
            : kind == Kind::Texts                 ? text.data()
                                                  : static_cast<const void*>(&hello);
        H5Pset_fill_value(properties.id(), type.id(), value);
        const hdf5::Handle dataset(H5Dcreate2(file.id(), "values", type.id(), space.id(), H5P_DEFAULT,
                                              properties.id(), H5P_DEFAULT));
        addAttributes(dataset.id(), options.attributes);
        const hsize_t written = kind == Kind::VariableTexts ? kRows : 1;
        const hdf5::Handle memory(H5Screate_simple(1, &written, nullptr));
        const hsize_t first = 0;
        H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, &first, nullptr, &written, nullptr);
        const std::vector<const char*> hellos(kRows, hello);
        H5Dwrite(dataset.id(), type.id(), memory.id(), space.id(), H5P_DEFAULT,
                 kind == Kind::VariableTexts ? static_cast<const void*>(hellos.data()) : value);
    }

    static QByteArray bytesOf(std::uint32_t number)
    {
        return {reinterpret_cast<const char*>(&number), sizeof number};
    }

    void check() const
    {
        const hdf5::File file(path());
        const hdf5::Dataset dataset = file.root().dataset("values");
        dataset.checkStorage(std::filesystem::file_size(path()));
    }

private slots:
    void soundOnesAreRead_data()
    {
        QTest::addColumn<bool>("isNew");
        QTest::addColumn<int>("userBlock");
        QTest::addColumn<int>("attributes");
        QTest::newRow("old") << false << 0 << 0;
        QTest::newRow("new") << true << 0 << 0;
        QTest::newRow("old, behind other bytes") << false << 512 << 0;
        QTest::newRow("new, behind other bytes") << true << 512 << 0;
        QTest::newRow("old, attributes") << false << 0 << 40;
        QTest::newRow("new, attributes in the header") << true << 0 << 8;
        QTest::newRow("new, attributes elsewhere") << true << 0 << 40;
    }

    void soundOnesAreRead()
    {
        QFETCH(const bool, isNew);
        QFETCH(const int, userBlock);
        QFETCH(const int, attributes);
        const Options options{isNew, static_cast<hsize_t>(userBlock), attributes};
        write(Kind::Numbers, options);
        check();
        QVERIFY(hdf5::File(path()).root().dataset("values").readDoubles() == std::vector<double>(kRows, 2.5));
        for (const auto& [kind, text] :
             {std::pair(Kind::Texts, std::string(kLong, 'A')), std::pair(Kind::VariableTexts, m_hello)}) {
            write(kind, options);
            check();
            const auto texts
                = std::get<std::vector<std::string>>(hdf5::File(path()).root().dataset("values").read());
            QVERIFY(texts == std::vector<std::string>(kRows, text));
        }
    }

    void aValueThatIsLongerThanAChunkIsRefused()
    {
        write(Kind::Texts, {});
        const QByteArray type = QByteArray::fromHex("13000000");
        test::changeBytes(path(), type + bytesOf(kLong), type + bytesOf(kShort));
        const QByteArray rows = bytesOf(1); // of a chunk; likewise what older programs read as fill value
        test::changeBytes(path(), rows + bytesOf(kLong), rows + bytesOf(kShort), 2);
        QCOMPARE(test::failureOf([&] { check(); }), message());
    }

    void aReferenceThatIsShorterThanItsTextIsRefused()
    {
        write(Kind::VariableTexts, {});
        const QByteArray size = bytesOf(16); // of a reference
        test::changeBytes(path(), size + bytesOf(static_cast<std::uint32_t>(m_hello.size())),
                          size + bytesOf(3), 2);
        QCOMPARE(test::failureOf([&] { check(); }), message());
    }

    void aHeaderThatIsCutIsRefused()
    {
        write(Kind::Texts, {});
        const QByteArray fill = QByteArray::fromHex("02030201"); // its version, and when it is written
        test::changeBytes(path(), fill + bytesOf(kLong), fill + bytesOf(kLong + 100));
        QVERIFY(test::failureOf([&] { check(); }).starts_with("data_invalid: " + path().string()));
    }

private:
    std::string message() const
    {
        return "data_invalid: " + path().string()
            + ": /values has a fill value of another size than its elements, or a damaged header";
    }
};

QTEST_GUILESS_MAIN(TestStoredFill)
#include "tst_stored_fill.moc"
