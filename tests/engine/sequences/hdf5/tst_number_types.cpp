#include "engine/sequences/hdf5/h5_file.h"

#include <QTemporaryDir>
#include <QTest>
#include <hdf5.h>

#include "tests/support/changed_bytes.h"
#include "tests/support/failure.h"

using namespace engine;

/// A number's fields say where its bits lie. HDF5 1.10.8 writes there while it converts.
class TestNumberTypes : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path written(hid_t type) const
    {
        const std::filesystem::path path = m_folder.filePath(QStringLiteral("numbers.csd")).toStdString();
        const hdf5::Handle file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        const hsize_t rows = 2;
        const hdf5::Handle space(H5Screate_simple(1, &rows, nullptr));
        const hdf5::Handle dataset(
            H5Dcreate2(file.id(), "numbers", type, space.id(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
        const double values[]{1, -2};
        H5Dwrite(dataset.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values);
        return path;
    }

private slots:
    void soundOnesAreRead()
    {
        const hdf5::Handle narrow(H5Tcopy(H5T_STD_I32LE));
        H5Tset_precision(narrow.id(), 17);
        H5Tset_offset(narrow.id(), 9);
        for (const hid_t type :
             {H5T_IEEE_F32BE, H5T_IEEE_F64LE, H5T_NATIVE_LDOUBLE, H5T_STD_I8LE, H5T_STD_I16BE, narrow.id()}) {
            const hdf5::File file(written(type));
            QVERIFY(file.root().dataset("numbers").readDoubles() == (std::vector<double>{1, -2}));
        }
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<bool>("isFloat");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, bool isFloat, const char* before, const char* after) {
            QTest::newRow(name) << isFloat << QByteArray::fromHex(before) << QByteArray::fromHex(after);
        };
        // IV.A.2.d: where the sign is; the size; offset and precision; exponent and mantissa, each where and
        // how many
        row("mantissa", true, "0800000000004000340b0034", "0800000000004000340bff34");
        row("length of the mantissa", true, "0800000000004000340b0034", "0800000000004000340b00ff");
        row("no mantissa", true, "0800000000004000340b0034", "0800000000004000340b0000");
        row("exponent", true, "0800000000004000340b0034", "0800000000004000400b0034");
        row("sign", true, "11203f0008000000", "1120ff0008000000");
        row("precision of a float", true, "0800000000004000340b0034", "080000000000ff7f340b0034");
        row("precision of a whole number", false, "0800000000004000", "080000000000ff7f");
        row("offset of a whole number", false, "0800000000004000", "0800000001004000");
    }

    void othersAreRefused()
    {
        QFETCH(const bool, isFloat);
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        const auto path = written(isFloat ? H5T_IEEE_F64LE : H5T_STD_I64LE);
        test::changeBytes(path, before, after);
        QCOMPARE(test::failureOf([&] { hdf5::File(path).root().dataset("numbers"); }),
                 "data_invalid: " + path.string()
                     + ": /numbers has numbers whose bits do not lie within their bytes");
    }
};

QTEST_GUILESS_MAIN(TestNumberTypes)
#include "tst_number_types.moc"
