#include "engine/core/error.h"
#include "engine/core/sha256.h"
#include "engine/core/stored_bytes.h"
#include "engine/core/tar_archive.h"
#include "engine/core/tar_place.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/failure.h"
#include "tests/support/made_tar.h"

using namespace engine;
using test::MadeTar;

class TestTarArchive : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path write(const std::string& bytes, const char* name = "shard.tar") const
    {
        const std::filesystem::path path = m_folder.filePath(QString::fromLatin1(name)).toStdString();
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    static std::string bytesOf(const StoredBytes& stored)
    {
        std::ifstream file(stored.file, std::ios::binary);
        file.seekg(static_cast<std::streamoff>(stored.begin));
        std::string bytes(stored.size, '\0');
        file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return bytes;
    }

private slots:
    void membersLieWhereTheListingSays()
    {
        const auto tar = write(MadeTar()
                                   .add("./a/", "", '5')
                                   .add("./a/clip7.mp4", "first")
                                   .add("clip8.wav", std::string(700, 'x'))
                                   .add("empty.txt", "")
                                   .ended());
        const auto listing = readTar(tar);
        QCOMPARE(listing->members.size(), std::size_t{3});
        QCOMPARE(listing->members[0].name, std::string("a/clip7.mp4"));
        QCOMPARE(listing->members[1].size, std::uint64_t{700});
        QCOMPARE(bytesOf(storedBytes(tar / "a/clip7.mp4")), std::string("first"));
        QCOMPARE(bytesOf(storedBytes(tar / "clip8.wav")), std::string(700, 'x'));
        QVERIFY(!storedBytesIfAny(tar / "clip9.wav"));
        QVERIFY(listing->find("nothing") == nullptr);
        const auto plain = write("first", "plain.mp4");
        QVERIFY(sha256OfFile(tar / "a/clip7.mp4") == sha256OfFile(plain));
    }

    void anArchiveMayEndWithoutItsEnd()
    {
        QCOMPARE(readTar(write(MadeTar().add("a", "b").bytes()))->members.size(), std::size_t{1});
    }

    void longNamesAreRead()
    {
        const std::string name = std::string(90, 'f') + "/" + std::string(90, 'n') + ".mp4";
        const std::string pax = std::string(300, 'p') + ".wav";
        const auto tar = write(MadeTar()
                                   .add("././@LongLink", name + '\0', 'L')
                                   .add("cut", "gnu")
                                   .addPax("path", pax)
                                   .add("cut", "pax")
                                   .ended());
        QCOMPARE(bytesOf(storedBytes(tar / name)), std::string("gnu"));
        QCOMPARE(bytesOf(storedBytes(tar / pax)), std::string("pax"));
    }

    void sizesOfPaxAndOfBase256Count()
    {
        const auto tar = write(MadeTar()
                                   .addPax("size", "3")
                                   .addSized("one", MadeTar::octal(0, 11), "abc")
                                   .addSized("two", std::string("\x80\0\0\0\0\0\0\0\0\0\0\x02", 12), "de")
                                   .add("three", "f")
                                   .ended());
        QCOMPARE(bytesOf(storedBytes(tar / "one")), std::string("abc"));
        QCOMPARE(bytesOf(storedBytes(tar / "two")), std::string("de"));
        QCOMPARE(bytesOf(storedBytes(tar / "three")), std::string("f"));
    }

    void ofOneNameTheLastStays()
    {
        const auto tar = write(MadeTar().add("a", "old").add("b", "b").add("a", "new").ended());
        QCOMPARE(readTar(tar)->members.size(), std::size_t{2});
        QCOMPARE(bytesOf(storedBytes(tar / "a")), std::string("new"));
    }

    void linksAndHolesAreNoMembersOfTheirOwn()
    {
        const auto tar = write(MadeTar()
                                   .add("a", "bytes")
                                   .add("hard", "", '1', "a")
                                   .add("lost", "", '1', "nobody")
                                   .add("soft", "", '2', "/etc/passwd")
                                   .add("sparse", "data", 'S')
                                   .addPax("GNU.sparse.major", "1")
                                   .add("holes", "data")
                                   .add("../out", "no")
                                   .add("z", "last")
                                   .ended());
        const auto listing = readTar(tar);
        QCOMPARE(bytesOf(storedBytes(tar / "hard")), std::string("bytes"));
        QCOMPARE(bytesOf(storedBytes(tar / "z")), std::string("last"));
        QCOMPARE(listing->members.size(), std::size_t{3});
        for (const char* name : {"lost", "soft", "sparse", "holes", "../out"})
            QVERIFY2(listing->leftOut.contains(name), name);
        QVERIFY(test::failureOf([&] { storedBytes(tar / "soft"); }).find("symbolic link")
                != std::string::npos);
    }

    void whatIsDamagedIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const std::string& bytes, const char* said) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(said);
        };
        const std::string whole = MadeTar().add("a", std::string(600, 'a')).ended();
        row("empty", "", "at byte 0: ends after 0 bytes");
        row("text", std::string(512, 't'), "at byte 0: is no header");
        row("cut in a header", whole.substr(0, 300),
            "at byte 0: ends after 300 bytes, expected a header of 512");
        row("cut in a file", whole.substr(0, 700), "at byte 0: has a file of 600 bytes");
        std::string changed = MadeTar().add("a", "b").add("c", "d").ended();
        changed[1024] = 'X';
        row("another sum", changed, "at byte 1024: is no header");
        row("no number", MadeTar().addSized("a", "12x45678901", "").ended(), "size that is no number");
        row("negative size", MadeTar().addSized("a", std::string(12, '\xff'), "").ended(),
            "size that is no number");
        row("size that overflows",
            MadeTar()
                .addSized("a", std::string("\x80\0\0\0\x7f\xff\xff\xff\xff\xff\xff\xff", 12), "")
                .ended(),
            "the archive ends after");
        row("pax size that overflows", MadeTar().addPax("size", "99999999999999999999").add("a", "").ended(),
            "expected a number of bytes");
        row("pax size beyond the end", MadeTar().addPax("size", "18446744073709551615").add("a", "").ended(),
            "the archive ends after");
        row("pax without a length", MadeTar().add("x", "path=b\n", 'x').ended(), "no pax records");
        row("pax that is too long", MadeTar().add("x", "99 path=b\n", 'x').ended(), "no pax records");
        row("long name", MadeTar().add("L", std::string((1U << 20U) + 1, 'n'), 'L').ended(),
            "expected at most");
        row("compressed", std::string("\x1f\x8b\x08", 3) + std::string(600, 'z'), "gunzip unpacks it");
        row("compressed by zstd", "\x28\xb5\x2f\xfd" + std::string(600, 'z'), "unzstd unpacks it");
    }

    void whatIsDamagedIsRefusedWithItsPlace()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, said);
        const auto tar = write(bytes.toStdString());
        const std::string failure = test::failureOf([&] { readTar(tar); });
        QVERIFY2(failure.find(said.toStdString()) != std::string::npos, failure.c_str());
        QVERIFY(failure.find("shard.tar") != std::string::npos);
        QVERIFY(!storedBytesIfAny(tar / "a"));
    }

    void aChangedArchiveIsReadAgain()
    {
        const auto tar = write(MadeTar().add("a", "b").ended());
        QVERIFY(storedBytesIfAny(tar / "a"));
        write(MadeTar().add("b", "b").add("c", "d").ended());
        QVERIFY(!storedBytesIfAny(tar / "a"));
        QVERIFY(storedBytesIfAny(tar / "c"));
    }

    void aFolderCalledTarIsAFolder()
    {
        const std::filesystem::path folder = m_folder.filePath(QStringLiteral("folder.tar")).toStdString();
        std::filesystem::create_directory(folder);
        std::ofstream(folder / "clip.mp4") << "bytes";
        QVERIFY(!placeInTar(folder / "clip.mp4"));
        QVERIFY(!storedBytes(folder / "clip.mp4").isPart);
        QVERIFY(!storedBytesIfAny(folder / "other.mp4"));
    }
};

QTEST_GUILESS_MAIN(TestTarArchive)
#include "tst_tar_archive.moc"
