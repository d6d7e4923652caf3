#include "engine/sequences/hdf5/h5_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <hdf5.h>

#include "tests/support/failure.h"

using namespace engine;
using Texts = std::vector<std::string>;

/// Texts of variable length lie in a file's global heap; what is stored of each is where, and its length.
class TestVariableTexts : public QObject {
    Q_OBJECT

    static constexpr qsizetype kUserBlock = 512;

    QTemporaryDir m_folder;

    static hdf5::Handle textType()
    {
        hdf5::Handle type(H5Tcopy(H5T_C_S1));
        H5Tset_size(type.id(), H5T_VARIABLE);
        H5Tset_cset(type.id(), H5T_CSET_UTF8);
        return type;
    }

    /// @param layout  of the dataset: what H5Pset_… do
    template <typename Layout>
    std::filesystem::path written(const char* name, const std::vector<const char*>& texts,
                                  const Layout& layout, qsizetype userBlock = 0) const
    {
        const std::filesystem::path path
            = m_folder.filePath(QString::fromLatin1(name) + QStringLiteral(".csd")).toStdString();
        const hdf5::Handle creation(H5Pcreate(H5P_FILE_CREATE));
        H5Pset_userblock(creation.id(), static_cast<hsize_t>(userBlock));
        const hdf5::Handle file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation.id(), H5P_DEFAULT));
        const hsize_t extent = texts.size();
        const hdf5::Handle space(H5Screate_simple(1, &extent, nullptr));
        const hdf5::Handle properties(H5Pcreate(H5P_DATASET_CREATE));
        layout(properties.id());
        const hdf5::Handle type = textType();
        const hdf5::Handle dataset(
            H5Dcreate2(file.id(), "texts", type.id(), space.id(), H5P_DEFAULT, properties.id(), H5P_DEFAULT));
        H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data());
        return path;
    }

    static void contiguous(hid_t) { }

    static Texts read(const std::filesystem::path& path)
    {
        const hdf5::File file(path);
        return std::get<Texts>(file.root().dataset("texts").read());
    }

    /// Changes a copy of the file where `before` stands for the first time.
    std::filesystem::path changed(const std::filesystem::path& path, const QByteArray& before,
                                  const QByteArray& after) const
    {
        QFile file(QString::fromStdString(path.string()));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray bytes = file.readAll();
        const qsizetype at = bytes.indexOf(before);
        if (at < 0)
            return {};
        bytes.replace(at, after.size(), after);
        QFile copy(m_folder.filePath(QStringLiteral("changed.csd")));
        if (!copy.open(QIODevice::WriteOnly) || copy.write(bytes) != bytes.size())
            return {};
        return copy.fileName().toStdString();
    }

    static QByteArray number(std::uint32_t value)
    {
        return {reinterpret_cast<const char*>(&value), sizeof value};
    }

private slots:
    void everyLayoutIsRead()
    {
        const std::string large(100'000, 'x');
        const std::vector<const char*> texts{"ein Wort", "", large.c_str(), "Ünï видео", "ein Wort"};
        const Texts expected{texts.begin(), texts.end()};
        const hsize_t chunk = 2;
        QVERIFY(read(written("contiguous", texts, contiguous)) == expected);
        QVERIFY(read(written("compact", texts, [](hid_t list) { H5Pset_layout(list, H5D_COMPACT); }))
                == expected);
        QVERIFY(read(written("chunks", texts, [&](hid_t list) { H5Pset_chunk(list, 1, &chunk); }))
                == expected);
        QVERIFY(read(written("packed", texts,
                             [&](hid_t list) {
                                 H5Pset_chunk(list, 1, &chunk);
                                 H5Pset_shuffle(list);
                                 H5Pset_deflate(list, 4);
                             }))
                == expected);
        QVERIFY(read(written("user_block", texts, contiguous, kUserBlock)) == expected);
    }

    void manyTextsOfSeveralCollections()
    {
        std::vector<std::string> texts;
        for (int i = 0; i < 20'000; ++i)
            texts.push_back("word " + std::to_string(i));
        std::vector<const char*> pointers;
        for (const std::string& text : texts)
            pointers.push_back(text.c_str());
        const auto path = written("many", pointers, contiguous);
        QVERIFY(read(path) == texts);
        const hdf5::File file(path);
        QVERIFY(std::get<Texts>(file.root().dataset("texts").readRows(19'990, 10))
                == Texts(texts.end() - 10, texts.end()));
    }

    void whatWasNeverWrittenIsEmpty()
    {
        const auto path = m_folder.filePath(QStringLiteral("unwritten.csd")).toStdString();
        {
            const hdf5::Handle file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
            const hsize_t extent = 3;
            const hdf5::Handle space(H5Screate_simple(1, &extent, nullptr));
            const hdf5::Handle type = textType();
            const hdf5::Handle properties(H5Pcreate(H5P_DATASET_CREATE));
            H5Pset_chunk(properties.id(), 1, &extent);
            const hdf5::Handle dataset(H5Dcreate2(file.id(), "texts", type.id(), space.id(), H5P_DEFAULT,
                                                  properties.id(), H5P_DEFAULT));
        }
        QVERIFY(read(path) == Texts(3));
    }

    void aReferenceOfAnotherLengthIsRefused_data()
    {
        QTest::addColumn<quint32>("length");
        QTest::newRow("shorter") << 10U; // HDF5 1.10.8 would write 20 kB into room of 4 kB
        QTest::newRow("longer") << 20'001U;
        QTest::newRow("longer than the file") << 400'000'000U;
    }

    void aReferenceOfAnotherLengthIsRefused()
    {
        QFETCH(const quint32, length);
        const std::string text(20'000, 'x');
        const auto whole = written("length", {text.c_str()}, contiguous);
        QVERIFY(read(whole) == Texts{text});
        const auto path = changed(whole, number(20'000), number(length));
        QVERIFY(!path.empty());
        QCOMPARE(test::failureOf([&] { read(path); }),
                 "data_invalid: " + path.string()
                     + ": /texts cannot be read (damaged data, or an unknown filter)");
    }

    void aDamagedHeapIsRefused_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const QByteArray head = QByteArrayLiteral("GCOL\1\0\0\0");
        QTest::newRow("not a heap") << head << QByteArrayLiteral("GCOX\1\0\0\0");
        QTest::newRow("another version") << head << QByteArrayLiteral("GCOL\2\0\0\0");
        const QByteArray size = head + number(4096);
        QTest::newRow("larger than the file") << size << head + number(0x7fffffff);
        QTest::newRow("without room for its head") << size << head + number(8);
        const QByteArray object = size + number(0) + QByteArrayLiteral("\1\0");
        QTest::newRow("another number") << object << size + number(0) + QByteArrayLiteral("\2\0");
        QTest::newRow("no object") << object << size + number(0) + QByteArrayLiteral("\0\0");
    }

    void aDamagedHeapIsRefused()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        const auto path = changed(written("heap", {"a word"}, contiguous), before, after);
        QVERIFY(!path.empty());
        QVERIFY(test::failureOf([&] { read(path); }).find("cannot be read") != std::string::npos);
    }

    void attributesOfOneElementAreRead()
    {
        const auto path = m_folder.filePath(QStringLiteral("attributes.csd")).toStdString();
        {
            const hdf5::Handle file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
            const hdf5::Handle type = textType();
            const auto write = [&](const char* name, hid_t stored, const void* values, hsize_t count) {
                const hdf5::Handle space(H5Screate_simple(1, &count, nullptr));
                const hdf5::Handle attribute(
                    H5Acreate2(file.id(), name, stored, space.id(), H5P_DEFAULT, H5P_DEFAULT));
                H5Awrite(attribute.id(), stored, values);
            };
            const std::vector<const char*> texts(4000, "text");
            const std::vector<double> numbers(4000, 0.5);
            write("text", type.id(), texts.data(), 1);
            write("texts", type.id(), texts.data(), texts.size());
            write("number", H5T_NATIVE_DOUBLE, numbers.data(), 1);
            write("numbers", H5T_NATIVE_DOUBLE, numbers.data(), numbers.size());
        }
        const hdf5::File file(path);
        QCOMPARE(file.textAttribute("text").value(), std::string("text"));
        QCOMPARE(file.numberAttribute("number").value(), 0.5);
        QVERIFY(!file.textAttribute("texts")); // there is room for one
        QVERIFY(!file.numberAttribute("numbers"));
        QVERIFY(!file.textAttribute("number"));
        QVERIFY(!file.textAttribute("none"));
    }
};

QTEST_GUILESS_MAIN(TestVariableTexts)
#include "tst_variable_texts.moc"
