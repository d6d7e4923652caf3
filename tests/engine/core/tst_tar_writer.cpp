#include "engine/core/error.h"
#include "engine/core/tar_archive.h"
#include "engine/core/tar_writer.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sstream>

#include "tests/support/waiting.h"

using namespace engine;

class TestTarWriter : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path place(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    static std::string contents(const std::filesystem::path& file)
    {
        std::ifstream stream(file, std::ios::binary);
        std::ostringstream text;
        text << stream.rdbuf();
        return text.str();
    }
    static void write(const std::filesystem::path& target, const std::filesystem::path& file)
    {
        TarWriter writer(target);
        writer.add("a[0].json", "{}\n");
        writer.add(std::string(99, 'n') + "/ä.txt", std::string(1300, 'x'));
        writer.addFile("clip.wav", file);
        writer.add("empty.txt", "");
        writer.finish();
    }

private slots:
    void whatIsWrittenIsReadAgain()
    {
        std::ofstream(place("part.wav"), std::ios::binary) << std::string(3'000'000, 'w');
        write(place("one.tar"), place("part.wav"));
        const auto listing = readTar(place("one.tar"));
        QCOMPARE(listing->members.size(), std::size_t(4));
        const std::string bytes = contents(place("one.tar"));
        const TarMember* json = listing->find("a[0].json");
        QVERIFY(json);
        QCOMPARE(bytes.substr(json->begin, json->size), std::string("{}\n"));
        const TarMember* text = listing->find(std::string(99, 'n') + "/ä.txt");
        QVERIFY(text);
        QCOMPARE(bytes.substr(text->begin, text->size), std::string(1300, 'x'));
        QCOMPARE(listing->find("clip.wav")->size, std::uint64_t(3'000'000));
        QCOMPARE(listing->find("empty.txt")->size, std::uint64_t(0));
        write(place("two.tar"), place("part.wav"));
        QVERIFY(contents(place("two.tar")) == bytes); // the same contents, the same bytes
    }

    void anotherProgramReadsIt()
    {
        std::ofstream(place("part.wav"), std::ios::binary) << "sound";
        write(place("python.tar"), place("part.wav"));
        QProcess reader;
        reader.start(QStringLiteral("python3"),
                     {QStringLiteral("-c"),
                      QStringLiteral("import sys, tarfile\n"
                                     "for member in tarfile.open(sys.argv[1], 'r:'):\n"
                                     "    print(len(member.name), member.size, member.mtime, member.uid)"),
                      QString::fromStdString(place("python.tar").string())});
        QVERIFY(reader.waitForFinished(support::kPatience));
        QCOMPARE(reader.readAllStandardOutput(), QByteArray("9 3 0 0\n105 1300 0 0\n8 5 0 0\n9 0 0 0\n"));
    }

    void bytesAreKnownBefore()
    {
        std::ofstream(place("part.wav"), std::ios::binary) << "sound";
        TarWriter writer(place("count.tar"));
        writer.add(std::string(200, 'l'), "12345");
        QCOMPARE(writer.bytes(), TarWriter::bytesOf(std::string(200, 'l'), 5));
    }

    void aFolderThatIsNotThereIsAnError()
    {
        QVERIFY_THROWS_EXCEPTION(IoError, TarWriter(place("none") / "a.tar"));
        TarWriter writer(place("lacks.tar"));
        QVERIFY_THROWS_EXCEPTION(IoError, writer.addFile("a", place("not_there.wav")));
    }
};

QTEST_GUILESS_MAIN(TestTarWriter)
#include "tst_tar_writer.moc"
