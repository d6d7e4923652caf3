#include "engine/core/error.h"
#include "engine/sequences/tar_media.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/failure.h"
#include "tests/support/made_tar.h"

using namespace engine;

class TestTarMedia : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path write(const std::string& bytes) const
    {
        const std::filesystem::path path = m_folder.filePath(QStringLiteral("shard.tar")).toStdString();
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

private slots:
    void eachMediaFileIsARecording()
    {
        const auto tar = write(test::MadeTar()
                                   .add("b.mp4", "b")
                                   .add("b.txt", "what b says")
                                   .add("b.json", "{}")
                                   .add("deep/a.WAV", "a")
                                   .add("deep/a.txt", "what a says")
                                   .add("readme.txt", "of nothing")
                                   .add("deep/b.txt", "of no video")
                                   .ended());
        const TarMedia found = mediaInTar(tar);
        QCOMPARE(found.media.size(), std::size_t{2});
        QCOMPARE(found.media[0].id, std::string("a"));
        QVERIFY(found.media[0].file == tar / "deep/a.WAV");
        QVERIFY(found.media[1].file == tar / "b.mp4");
        QCOMPARE(found.remark(),
                 std::string(
                     "files beside the media that are not read: 1 .json, 2 .txt; unpack them to use them"));
        QVERIFY(mediaFilesAt(tar) == std::vector<CompactPath>({tar / "deep/a.WAV", tar / "b.mp4"}));
    }

    /// WebDataset's files of one sample have one name up to the first dot.
    void aSampleEndsAtTheFirstDot()
    {
        const TarMedia found = mediaInTar(write(test::MadeTar()
                                                    .add("c.left.mp4", "c")
                                                    .add("c.txt", "what c says")
                                                    .add("c.cls", "2")
                                                    .add("cd.cls", "2")
                                                    .ended()));
        QCOMPARE(found.media.size(), std::size_t{1});
        const std::vector<std::string_view> read{".txt"};
        QCOMPARE(found.remark(read),
                 std::string("files beside the media that are not read: 1 .cls; unpack them to use them"));
    }

    void otherPathsAreThemselves()
    {
        const std::filesystem::path clip = m_folder.filePath(QStringLiteral("clip.mp4")).toStdString();
        QVERIFY(mediaFilesAt(clip) == std::vector<CompactPath>{clip});
        QVERIFY(mediaInTar(write(test::MadeTar().add("a.mp4", "a").ended())).remark().empty());
        const std::filesystem::path missing = m_folder.filePath(QStringLiteral("none.tar")).toStdString();
        QVERIFY(test::failureOf([&] { mediaFilesAt(missing); }).starts_with("file_not_found"));
    }

    void aListNamesMembers()
    {
        const auto tar = write(test::MadeTar().add("clip7.mp4", "a").ended());
        const std::filesystem::path list = m_folder.filePath(QStringLiteral("dataset.json")).toStdString();
        std::ofstream(list) << R"({"name": "n", "media": [{"id": "clip7", "file": "shard.tar/clip7.mp4"}]})";
        const DatasetList read = readDatasetList(list);
        QVERIFY(read.media[0].file == tar / "clip7.mp4");
        writeDatasetList(read, list);
        QVERIFY(readDatasetList(list) == read);
    }
};

QTEST_GUILESS_MAIN(TestTarMedia)
#include "tst_tar_media.moc"
