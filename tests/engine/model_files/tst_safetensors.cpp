#include "engine/core/error.h"
#include "engine/model_files/safetensors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

#include "tests/support/byte_mutator.h"

using namespace engine;

namespace {

Safetensors example()
{
    return {{{"a.weight", {{2, 3}, {1, 2, 3, 4, 5, 6}}},
             {"b", {{1}, {-0.5f}}},
             {"nothing", {{0, 4}, {}}},
             {"scalar", {{}, {9}}}},
            {{"card", "{\"näme\": \"x\"}"}}};
}

QByteArray file(const QByteArray& header, const QByteArray& data)
{
    QByteArray bytes(8, '\0');
    for (int i = 0; i < 8; ++i)
        bytes[i] = static_cast<char>(static_cast<quint64>(header.size()) >> (8 * i));
    return bytes + header + data;
}

/// A tensor entry of the header.
QByteArray entry(const QByteArray& shape, const QByteArray& offsets, const QByteArray& dtype = "F32")
{
    return R"({"dtype":")" + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}";
}

/// The header of so many tensors without values.
QByteArray tensors(int count)
{
    QByteArray text = "{";
    for (int i = 0; i < count; ++i)
        text += (i == 0 ? "\"" : ",\"") + QByteArray::number(i) + "\":" + entry("[0]", "[0,0]");
    return text + "}";
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

}

class TestSafetensors : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("model.safetensors"));

private slots:
    void whatIsWrittenIsRead()
    {
        writeSafetensors(m_path.toStdString(), example());
        QVERIFY(readSafetensors(m_path.toStdString()) == example());
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files).size(), 1);
    }

    void halfPrecisionBecomesWhole_data()
    {
        QTest::addColumn<QByteArray>("dtype");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<float>("value");
        const QByteArray half = "F16", brain = "BF16";
        QTest::newRow("one") << half << QByteArray("\x00\x3c", 2) << 1.0f;
        QTest::newRow("negative") << half << QByteArray("\x00\xc2", 2) << -3.0f;
        QTest::newRow("greatest") << half << QByteArray("\xff\x7b", 2) << 65504.0f;
        QTest::newRow("subnormal") << half << QByteArray("\x01\x00", 2) << 0x1p-24f;
        QTest::newRow("infinite") << half << QByteArray("\x00\x7c", 2)
                                  << std::numeric_limits<float>::infinity();
        QTest::newRow("upper half of a float") << brain << QByteArray("\xc0\x3f", 2) << 1.5f;
        QTest::newRow("upper half, negative") << brain << QByteArray("\x80\xbf", 2) << -1.0f;
    }

    void halfPrecisionBecomesWhole()
    {
        QFETCH(const QByteArray, dtype);
        QFETCH(const QByteArray, bytes);
        QFETCH(const float, value);
        write(m_path, file("{\"x\":" + entry("[1]", "[0,2]", dtype) + "}", bytes));
        QCOMPARE(readSafetensors(m_path.toStdString()).tensors.at("x").values.at(0), value);
    }

    void otherTypesMayBeLeft()
    {
        const QByteArray header
            = "{\"i\":" + entry("[1]", "[0,8]", "I64") + ",\"x\":" + entry("[1]", "[8,12]") + "}";
        write(m_path, file(header, QByteArray(8, '\1') + QByteArray("\0\0\x80\x3f", 4)));
        const Safetensors contents = readSafetensors(m_path.toStdString(), OtherTypes::Leave);
        QCOMPARE(contents.tensors.size(), std::size_t(1));
        QCOMPARE(contents.tensors.at("x").values.at(0), 1.0f);
    }

    void theBytesAreThoseOfTheFormat()
    {
        writeSafetensors(m_path.toStdString(), {{{"x", {{1}, {1.0f}}}}, {}});
        QFile written(m_path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray header = R"({"x":{"data_offsets":[0,4],"dtype":"F32","shape":[1]}}  )";
        QCOMPARE(written.readAll(), file(header, QByteArray("\x00\x00\x80\x3f", 4)));
    }

    void aFileOfAnotherWriterIsRead()
    {
        const QByteArray header = R"({"__metadata__":{"format":"pt"},"y":)" + entry("[1]", "[4,8]")
            + R"(,"x":)" + entry("[1,1]", "[0,4]") + "}";
        write(m_path, file(header, QByteArray("\x00\x00\x80\x3f\x00\x00\x00\x40", 8)));
        const Safetensors expected{{{"x", {{1, 1}, {1.0f}}}, {"y", {{1}, {2.0f}}}}, {{"format", "pt"}}};
        QVERIFY(readSafetensors(m_path.toStdString()) == expected);
    }

    void aHostileFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("code");
        const QByteArray bad = "bad_safetensors", four(4, '\0'), eight(8, '\0');
        const auto one = [](const QByteArray& text) { return "{\"x\":" + text + "}"; };
        QTest::newRow("empty") << QByteArray() << bad;
        QTest::newRow("four bytes") << four << bad;
        QTest::newRow("header longer than the file") << QByteArray("\x40\0\0\0\0\0\0\0{}", 10) << bad;
        QTest::newRow("header of 2^60 bytes") << QByteArray("\0\0\0\0\0\0\0\x10{}", 10) << bad;
        QTest::newRow("header of 2^64 - 1 bytes") << QByteArray(8, '\xff') + "{}" << bad;
        QTest::newRow("no JSON") << file("{\"x\":", {}) << bad;
        QTest::newRow("JSON list") << file("[]", {}) << bad;
        QTest::newRow("deep JSON") << file(QByteArray(1'000'000, '['), {}) << bad;
        QTest::newRow("entry without shape")
            << file(R"({"x":{"dtype":"F32","data_offsets":[0,4]}})", four) << bad;
        QTest::newRow("whole numbers") << file(one(entry("[1]", "[0,4]", "I32")), four) << bad;
        QTest::newRow("half precision of another size")
            << file(one(entry("[1]", "[0,4]", "F16")), four) << bad;
        QTest::newRow("negative extents") << file(one(entry("[-1,-1]", "[0,4]")), four) << bad;
        QTest::newRow("extents that overflow to 4 bytes")
            << file(one(entry("[4294967296,4294967296]", "[0,4]")), four) << bad;
        QTest::newRow("extent over 63 bits")
            << file(one(entry("[18446744073709551615]", "[0,4]")), four) << bad;
        QTest::newRow("offset that is a fraction") << file(one(entry("[1]", "[0,1e300]")), four) << bad;
        QTest::newRow("extent that is a fraction") << file(one(entry("[1e300]", "[0,4]")), four) << bad;
        QTest::newRow("three offsets") << file(one(entry("[1]", "[0,4,8]")), four) << bad;
        QTest::newRow("begin outside the file")
            << file(one(entry("[1]", "[1152921504606846976,1152921504606846980]")), four) << bad;
        QTest::newRow("offsets swapped") << file(one(entry("[1]", "[4,0]")), four) << bad;
        QTest::newRow("end outside the file") << file(one(entry("[2]", "[0,8]")), four) << bad;
        QTest::newRow("negative offset") << file(one(entry("[1]", "[-4,0]")), four) << bad;
        QTest::newRow("shape smaller than place") << file(one(entry("[1]", "[0,8]")), eight) << bad;
        QTest::newRow("hole in front") << file(one(entry("[1]", "[4,8]")), eight) << bad;
        QTest::newRow("bytes left over") << file(one(entry("[1]", "[0,4]")), eight) << bad;
        QTest::newRow("two tensors share their bytes")
            << file("{\"x\":" + entry("[1]", "[0,4]") + ",\"y\":" + entry("[1]", "[0,4]") + "}", four) << bad;
        QTest::newRow("two tensors overlap")
            << file("{\"x\":" + entry("[2]", "[0,8]") + ",\"y\":" + entry("[1]", "[4,8]") + "}", eight)
            << bad;
        QTest::newRow("more tensors than a model has") << file(tensors(100'001), {}) << bad;
        QTest::newRow("metadata that is no text") << file(R"({"__metadata__":{"a":1}})", {}) << bad;
        QTest::newRow("PyTorch zip") << QByteArray("PK\x03\x04 and so on") << QByteArray("pickle_refused");
        QTest::newRow("old PyTorch pickle")
            << QByteArray("\x80\x02\x8a\x0al\xfc\x9c") << QByteArray("pickle_refused");
    }

    void asManyTensorsAsAreAllowedAreRead()
    {
        write(m_path, file(tensors(100'000), {}));
        QCOMPARE(readSafetensors(m_path.toStdString()).tensors.size(), std::size_t(100'000));
    }

    void aHostileFileIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, code);
        write(m_path, bytes);
        try {
            readSafetensors(m_path.toStdString());
            QFAIL("the file was accepted");
        } catch (const FormatError& error) {
            QCOMPARE(error.code(), code.toStdString());
            QVERIFY(QByteArray(error.what()).startsWith(m_path.toUtf8()));
        }
    }

    void theMessageNamesTheTensorThatIsWrong()
    {
        write(m_path,
              file("{\"a\":" + entry("[1]", "[0,4]") + ",\"late\":" + entry("[1]", "[2,6]") + "}",
                   QByteArray(8, '\0')));
        try {
            readSafetensors(m_path.toStdString());
            QFAIL("overlapping tensors were accepted");
        } catch (const FormatError& error) {
            QVERIFY2(QByteArray(error.what()).contains("late"), error.what());
        }
    }

    void aDamagedFileIsReadOrRefused()
    {
        writeSafetensors(m_path.toStdString(), example());
        QFile written(m_path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const std::string whole = written.readAll().toStdString();
        const QString mutant = m_folder.filePath(QStringLiteral("mutant"));
        constexpr std::array<std::string_view, 8> pieces{
            "1152921504606846976", "-1", "1e300", "[[[[[[[[[", "{\"x\":", "null", "\"F16\"", "\\ud800"};
        int refused = 0;
        for (std::uint32_t seed = 0; seed < 500; ++seed) {
            const std::string bytes = engine::test::damaged(whole, seed, pieces);
            write(mutant, QByteArray::fromStdString(bytes));
            try {
                std::size_t values = 0;
                for (const auto& [name, tensor] : readSafetensors(mutant.toStdString()).tensors)
                    values += tensor.values.size();
                QVERIFY(values * sizeof(float) <= bytes.size());
            } catch (const FormatError& error) {
                QVERIFY(QByteArray(error.what()).startsWith(mutant.toUtf8()));
                ++refused;
            }
        }
        QVERIFY(refused > 300);
    }

    void everyTruncationIsRefused()
    {
        writeSafetensors(m_path.toStdString(), example());
        QFile written(m_path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray whole = written.readAll();
        const QString cut = m_folder.filePath(QStringLiteral("cut"));
        for (qsizetype size = 0; size < whole.size(); ++size) {
            write(cut, whole.left(size));
            QVERIFY_THROWS_EXCEPTION(FormatError, readSafetensors(cut.toStdString()));
        }
    }

    void aMissingFileIsAnIoError()
    {
        QVERIFY_THROWS_EXCEPTION(IoError,
                                 readSafetensors(m_folder.filePath(QStringLiteral("none")).toStdString()));
    }

    void aFileThatCannotBeWrittenLeavesNothing()
    {
        const QString path = m_folder.filePath(QStringLiteral("no/such/folder/m.safetensors"));
        QVERIFY_THROWS_EXCEPTION(IoError, writeSafetensors(path.toStdString(), example()));
        QVERIFY(!QFile::exists(path));
    }
};

QTEST_GUILESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
