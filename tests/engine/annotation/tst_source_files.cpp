#include "engine/annotation/project/source_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/failure.h"

using namespace engine;
namespace fs = std::filesystem;

class TestSourceFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path m_root;
    int m_count = 0;

    static void write(const fs::path& path, const std::string& text)
    {
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }

    /// A project's folder with two videos and a sequence, as it describes them.
    std::vector<SourceFile> madeIn(const fs::path& folder) const
    {
        write(folder / "media/a.mp4", "video a");
        write(folder / "media/b.mp4", "video b");
        write(folder / "csd/words.csd", "words");
        return {describe(folder / "media/a.mp4", m_root / "project", "media", "a"),
                describe(folder / "media/b.mp4", m_root / "project", "media", "b"),
                describe(folder / "csd/words.csd", m_root / "project", "sequence", "raw/words")};
    }

private slots:
    void init()
    {
        m_root = fs::path(m_folder.path().toStdString()) / std::to_string(m_count++);
        fs::create_directories(m_root / "project");
    }

    void aFileIsAnItem()
    {
        const SourceFile file{"sequence", "raw/words", "../csd/wörds.csd", 12, 1'763'000'000'123'456'789,
                              "abc"};
        const Item item = itemOf(file);
        QCOMPARE(item.kind, std::string("file"));
        QCOMPARE(item.name, std::string("sequence/raw/words"));
        QVERIFY(sourceFileOf(item) == file);
    }

    void whatIsNoFileIsRefused_data()
    {
        QTest::addColumn<std::string>("kind");
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("text");
        const std::string sound = R"({"path": "p", "bytes": 1, "modified_ns": 2, "sha256": ""})";
        QTest::newRow("another kind") << std::string("layout") << std::string("media/a") << sound;
        QTest::newRow("no role") << std::string("file") << std::string("a") << sound;
        QTest::newRow("no JSON") << std::string("file") << std::string("media/a") << std::string("{");
        QTest::newRow("no object") << std::string("file") << std::string("media/a") << std::string("[]");
        QTest::newRow("nothing") << std::string("file") << std::string("media/a") << std::string();
        QTest::newRow("text for a number")
            << std::string("file") << std::string("media/a")
            << std::string(R"({"path": "p", "bytes": "1", "modified_ns": 2, "sha256": ""})");
        QTest::newRow("no sum") << std::string("file") << std::string("media/a")
                                << std::string(R"({"path": "p", "bytes": 1, "modified_ns": 2})");
    }

    void whatIsNoFileIsRefused()
    {
        QFETCH(const std::string, kind);
        QFETCH(const std::string, name);
        QFETCH(const std::string, text);
        QVERIFY(test::failureOf([&] { sourceFileOf({kind, name, text}); }).starts_with("project_item: "));
    }

    void aFileIsDescribedFromTheProjectsFolder()
    {
        const std::vector<SourceFile> files = madeIn(m_root / "data");
        QCOMPARE(files[0].relative, fs::path("../data/media/a.mp4"));
        QCOMPARE(files[0].bytes, std::uintmax_t(7));
        QCOMPARE(files[0].sha256.size(), std::size_t(64));
        QCOMPARE(placeOf(files[0], m_root / "project"), m_root / "data/media/a.mp4");
        write(m_root / "project/inside.mp4", "x");
        QCOMPARE(describe(m_root / "project/inside.mp4", m_root / "project/", "media", "i").relative,
                 fs::path("inside.mp4"));
        QVERIFY(test::failureOf([&] {
                    describe(m_root / "absent", m_root, "media", "a");
                }).starts_with("file_not_found"));
    }

    void changesAreSeen()
    {
        const fs::path path = m_root / "data/media/a.mp4";
        SourceFile file = madeIn(m_root / "data").front();
        const auto now = [&] { return check(file, m_root / "project"); };
        QCOMPARE(now(), SourceState::Same);
        fs::last_write_time(path, fs::last_write_time(path) + std::chrono::hours(24 * 365)); // in the future
        QCOMPARE(now(), SourceState::Same); // by its sum
        SourceFile unknown = file;
        unknown.sha256.clear();
        QCOMPARE(check(unknown, m_root / "project"), SourceState::Changed);
        write(path, "video A");
        QCOMPARE(now(), SourceState::Changed);
        write(path, "video a, longer");
        QCOMPARE(now(), SourceState::Changed);
        fs::remove(path);
        QCOMPARE(now(), SourceState::Missing);
        fs::create_directories(path);
        QCOMPARE(now(), SourceState::Missing);
    }

    void whatMovedTogetherIsFoundTogether()
    {
        const std::vector<SourceFile> files = madeIn(m_root / "data");
        fs::create_directories(m_root / "elsewhere");
        fs::rename(m_root / "data", m_root / "elsewhere/corpus");
        const fs::path now = m_root / "elsewhere/corpus";
        const auto found = findMoved(files, "media/b", now / "media/b.mp4", m_root / "project");
        QCOMPARE(found.size(), std::size_t(3));
        QCOMPARE(found.at("media/a"), now / "media/a.mp4");
        QCOMPARE(found.at("media/b"), now / "media/b.mp4");
        QCOMPARE(found.at("sequence/raw/words"), now / "csd/words.csd");
    }

    void theRestIsFoundByNameSizeAndSum()
    {
        const std::vector<SourceFile> files = madeIn(m_root / "data");
        const fs::path now = m_root / "new";
        write(now / "b.mp4", "video b");
        write(now / "1/a.mp4", "video x"); // the size, but not the sum
        write(now / "2/a.mp4", "video a");
        write(now / "3/words.csd", "other words"); // another size
        fs::remove_all(m_root / "data");
        const auto found = findMoved(files, "media/b", now / "b.mp4", m_root / "project");
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found.at("media/a"), now / "2/a.mp4");
    }

    void linksAreNotFollowed()
    {
        const std::vector<SourceFile> files = madeIn(m_root / "data");
        fs::rename(m_root / "data/media", m_root / "hidden");
        const fs::path now = m_root / "new";
        write(now / "words.csd", "words");
        fs::create_directory_symlink(m_root / "hidden", now / "link");
        fs::create_directory_symlink(now, now / "circle");
        const auto found = findMoved(files, "sequence/raw/words", now / "words.csd", m_root / "project");
        QCOMPARE(found.size(), std::size_t(1));
    }

    void aSearchCanBeStopped()
    {
        const std::vector<SourceFile> files = madeIn(m_root / "data");
        fs::remove_all(m_root / "data");
        write(m_root / "new/b.mp4", "video b");
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(
            test::failureOf([&] {
                findMoved(files, "media/b", m_root / "new/b.mp4", m_root / "project", {stop.get_token(), {}});
            }).starts_with("cancelled"));
    }
};

QTEST_GUILESS_MAIN(TestSourceFiles)
#include "tst_source_files.moc"
