#include "engine/annotation/project/collect_files.h"
#include "engine/annotation/project/source_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/annotations.h"
#include "tests/support/failure.h"

using namespace engine;
namespace fs = std::filesystem;

class TestCollectFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path m_root;
    int m_count = 0;
    Annotation m_annotation; ///< of the project that make() made

    static void write(const fs::path& path, const std::string& text)
    {
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }

    static std::string read(const fs::path& path)
    {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    /// A project that refers to two videos of one name, a sequence, and a dataset by these paths.
    ProjectFile make(const std::string& dataset)
    {
        write(m_root / "old/one/talk.mp4", "first talk");
        write(m_root / "old/two/Talk.mp4", "second talk");
        write(m_root / "data/words.csd", std::string(3'000'000, 'w'));
        const fs::path folder = m_root / "old";
        Change change{{{std::nullopt, test::tier(1, "words")}}, {}, {}};
        change.items
            = {{std::nullopt, itemOf(describe(folder / "one/talk.mp4", folder, "media", "1"))},
               {std::nullopt, itemOf(describe(folder / "two/Talk.mp4", folder, "media", "2"))},
               {std::nullopt, itemOf(describe(m_root / "data/words.csd", folder, "sequence", "words"))},
               {std::nullopt, itemOf(describe(m_root / "data/words.csd", folder, "sequence", "same words"))},
               {std::nullopt, Item{"dataset", "source", dataset}}};
        m_annotation = Annotation();
        m_annotation.apply(change);
        ProjectFile project = ProjectFile::create(folder / "p.polylogue");
        project.write(change);
        return project;
    }

    /// Every file item of a project with what became of its file; fails the test for a damaged project.
    static std::map<std::string, SourceState> statesIn(const fs::path& path, Annotation& loaded)
    {
        std::vector<std::string> problems;
        loaded = ProjectFile::open(path).load(problems);
        std::map<std::string, SourceState> states;
        for (const auto& [key, item] : loaded.items()) {
            if (item.kind == "file")
                states[item.name] = check(sourceFileOf(item), path.parent_path());
        }
        return problems.empty() ? states : std::map<std::string, SourceState>();
    }

private slots:
    void init()
    {
        m_root = fs::path(m_folder.path().toStdString()) / std::to_string(m_count++);
        fs::create_directories(m_root);
    }

    void aCollectedProjectOpensElsewhere()
    {
        {
            ProjectFile project = make(R"({"paths": ["../data/words.csd", "one/talk.mp4"]})");
            // What the window shows and the disk does not have yet is collected, too.
            m_annotation.apply(insertSegment(m_annotation, test::segment(1, 0, 1)));
            std::vector<double> progress;
            const fs::path collected = collectFiles(project, m_annotation, m_root / "new/collected",
                                                    {{}, [&](double done) { progress.push_back(done); }});
            QCOMPARE(collected, m_root / "new/collected/p.polylogue");
            QVERIFY(std::ranges::is_sorted(progress) && progress.size() > 4);
        }
        fs::rename(m_root / "old", m_root / "away");
        fs::rename(m_root / "data", m_root / "away data");
        fs::rename(m_root / "new/collected", m_root / "there");
        Annotation loaded;
        const auto states = statesIn(m_root / "there/p.polylogue", loaded);
        QCOMPARE(states.size(), std::size_t(4));
        QVERIFY(
            std::ranges::all_of(states, [](const auto& state) { return state.second == SourceState::Same; }));
        QCOMPARE(loaded.segments().size(), std::size_t(1));
        QCOMPARE(read(m_root / "there/media/talk.mp4"), std::string("first talk"));
        QCOMPARE(read(m_root / "there/media/Talk-2.mp4"), std::string("second talk"));
        QCOMPARE(QByteArray::fromStdString(loaded.item("dataset", "source")->json),
                 QByteArray(R"({"paths":["sequences/words.csd","media/talk.mp4"]})"));
        std::size_t files = 0; // nothing but the four
        for (const auto& entry : fs::recursive_directory_iterator(m_root / "there"))
            files += entry.is_regular_file() ? 1 : 0;
        QCOMPARE(files, std::size_t(4));
    }

    void aDatasetThatIsNoFileBecomesTheCopies()
    {
        ProjectFile project = make(R"({"paths": ["../data"]})");
        const fs::path collected = collectFiles(project, m_annotation, m_root / "new");
        Annotation loaded;
        statesIn(collected, loaded);
        QCOMPARE(QByteArray::fromStdString(loaded.item("dataset", "source")->json),
                 QByteArray(R"({"paths":["sequences/words.csd","media/talk.mp4","media/Talk-2.mp4"]})"));
    }

    void aFullFolderIsRefused()
    {
        ProjectFile project = make(R"({"paths": []})");
        write(m_root / "full/mine.txt", "mine");
        QVERIFY(test::failureOf([&] {
                    collectFiles(project, m_annotation, m_root / "full");
                }).starts_with("not_empty"));
        QVERIFY(test::failureOf([&] {
                    collectFiles(project, m_annotation, m_root / "full/mine.txt");
                }).starts_with("not_empty"));
        QCOMPARE(read(m_root / "full/mine.txt"), std::string("mine"));
    }

    void whatFailsLeavesNothing()
    {
        ProjectFile project = make(R"({"paths": []})");
        fs::remove(m_root / "data/words.csd");
        QVERIFY(test::failureOf([&] {
                    collectFiles(project, m_annotation, m_root / "new/here");
                }).starts_with("file_not_found"));
        QVERIFY(!fs::exists(m_root / "new"));
    }

    void whatIsStoppedLeavesNothing()
    {
        ProjectFile project = make(R"({"paths": []})");
        for (int steps = 0; steps < 7; ++steps) {
            std::stop_source stop;
            int left = steps;
            fs::create_directories(m_root / "mine");
            const auto count = [&](double) { left-- == 0 ? stop.request_stop() : false; };
            QVERIFY(test::failureOf([&] {
                        collectFiles(project, m_annotation, m_root / "mine", {stop.get_token(), count});
                    }).starts_with("cancelled"));
            QVERIFY(fs::is_empty(m_root / "mine"));
        }
    }
};

QTEST_GUILESS_MAIN(TestCollectFiles)
#include "tst_collect_files.moc"
