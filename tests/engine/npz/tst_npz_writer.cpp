#include "engine/npz/npz_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <malloc.h>
#include <string>
#include <zip.h>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

class TestNpzWriter : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_path = m_folder.filePath(QStringLiteral("t.npz")).toStdString();

    /// The bytes of one array file.
    std::string member(const char* name) const
    {
        zip_t* archive = zip_open(m_path.c_str(), ZIP_RDONLY, nullptr);
        zip_stat_t state;
        if (!archive || zip_stat(archive, name, 0, &state) != 0)
            return {};
        std::string bytes(state.size, '\0');
        zip_file_t* file = zip_fopen(archive, name, 0);
        zip_fread(file, bytes.data(), bytes.size());
        zip_fclose(file);
        zip_discard(archive);
        return bytes;
    }

private slots:
    void numbersFollowAHeaderThatNumpyReads()
    {
        NpzWriter writer(m_path);
        writer.create("fold0/a", ElementType::Float64, {1, 2});
        writer.append("fold0/a", {ElementType::Float64, {1, 1, 2}, std::vector<double>{1, 2}});
        writer.append("fold0/a", {ElementType::Float64, {2, 1, 2}, std::vector<double>{3, 4, 5, 6}});
        writer.close();
        const std::string bytes = member("fold0/a.npy");
        QVERIFY(bytes.starts_with(std::string("\x93NUMPY\x01\x00", 8)));
        const std::size_t header
            = 10 + static_cast<unsigned char>(bytes[8]) + 256U * static_cast<unsigned char>(bytes[9]);
        QCOMPARE(header % 64, std::size_t(0));
        QCOMPARE(bytes[header - 1], '\n');
        QVERIFY(bytes.find("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 1, 2,), }")
                != std::string::npos);
        std::vector<double> numbers(6);
        QCOMPARE(bytes.size() - header, sizeof(double) * numbers.size());
        std::memcpy(numbers.data(), bytes.data() + header, bytes.size() - header);
        QCOMPARE(numbers, (std::vector<double>{1, 2, 3, 4, 5, 6}));
    }

    void textHasTheWidthOfTheLongest()
    {
        NpzWriter writer(m_path);
        writer.create("words", ElementType::Text, {});
        writer.create("ids", ElementType::Text, {}, true);
        for (const char* name : {"words", "ids"})
            writer.append(name, {ElementType::Text, {2}, std::vector<std::string>{"é", "abc"}});
        writer.close();
        QVERIFY(member("words.npy").find("'|S3'") != std::string::npos);
        QVERIFY(member("words.npy").ends_with(std::string("\xc3\xa9\0abc", 6)));
        QVERIFY(member("ids.npy").find("'<U3'") != std::string::npos);
        QVERIFY(
            member("ids.npy").ends_with(std::string("\xe9\0\0\0\0\0\0\0\0\0\0\0a\0\0\0b\0\0\0c\0\0\0", 24)));
    }

    void anEmptyArrayHasNoRows()
    {
        NpzWriter writer(m_path);
        writer.create("a", ElementType::Int64, {5});
        writer.close();
        QVERIFY(member("a.npy").find("'<i8', 'fortran_order': False, 'shape': (0, 5,)") != std::string::npos);
    }

    void onlyTheArchiveIsLeft()
    {
        NpzWriter writer(m_path);
        writer.create("a", ElementType::Int64, {});
        writer.close();
        {
            const NpzWriter gone = std::move(writer);
        }
        QCOMPARE(std::distance(std::filesystem::directory_iterator(m_path.parent_path()), {}), 1);
    }

    void aFolderThatIsNotThereIsAnError()
    {
        NpzWriter writer("/nowhere/t.npz");
        writer.create("a", ElementType::Int64, {});
        QVERIFY(test::failureOf([&] { writer.close(); }).starts_with("io: /nowhere/t.npz"));
    }

    void anArchiveThatFailsIsLetGo()
    {
        const auto failOften = [] {
            for (int i = 0; i < 200; ++i) {
                NpzWriter writer("/nowhere/t.npz");
                writer.create("a", ElementType::Int64, {});
                static_cast<void>(test::failureOf([&] { writer.close(); }));
            }
        };
        failOften(); // what is allocated once
        const std::size_t before = mallinfo2().uordblks;
        failOften();
        const std::size_t after = mallinfo2().uordblks;
        QVERIFY2(after < before + 10'000, std::to_string(after - before).c_str()); // bytes in use
    }
};

QTEST_GUILESS_MAIN(TestNpzWriter)
#include "tst_npz_writer.moc"
