#include "engine/sequences/csd_walk.h"
#include "engine/sequences/csd_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <fstream>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

namespace fs = std::filesystem;

class TestCsdIndex : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
    fs::path m_csd;
    fs::path m_cache;
    int m_opened = 0; ///< how often the csd was about to be opened

    CsdIndex ask(const fs::path& csd)
    {
        return cachedIndex(csd, m_cache, [this](const fs::path&) { ++m_opened; });
    }

    /// Other contents that size and time do not give away.
    static void rewrite(const fs::path& csd)
    {
        const auto modified = fs::last_write_time(csd);
        const std::string others(fs::file_size(csd), 'x');
        std::ofstream(csd) << others;
        fs::last_write_time(csd, modified);
    }

    fs::path cacheFile() const { return fs::directory_iterator(m_cache)->path(); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = m_folder->path().toStdString();
        m_csd = m_root / "f.csd";
        m_cache = m_root / "cache" / "sequences";
        m_opened = 0;
        ComputationalSequence sequence
            = test::sequence("öpinion",
                             {{"v[2]", test::numbered({{0, 1}, {1, 2}})},
                              {"v[10]", {{ElementType::Float32, {{0, 1}}}, test::texts({"wörd"})}}});
        sequence.setMetadata({{"root name", "öpinion"}, {"dimension names", {"a", 1, nullptr}}});
        writeCsd(sequence, m_csd);
    }

    void theSecondTimeTheFileIsNotOpened()
    {
        const CsdIndex first = ask(m_csd);
        const CsdIndex second = ask(m_root / "." / "f.csd");
        QVERIFY(first == walkCsd(m_csd));
        QVERIFY(second == first);
        QCOMPARE(m_opened, 1);
    }

    void everyFixtureIsRememberedAsItIs()
    {
        for (const fs::path folder : {FIXTURES, FIXTURES "/broken"}) {
            for (const fs::path& path : fs::directory_iterator(folder)) {
                CsdIndex index;
                if (path.extension() == ".csd" && test::failureOf([&] { index = ask(path); }).empty())
                    QVERIFY2(ask(path) == index, path.c_str());
            }
        }
    }

    void aChangedFileIsReadAgain_data()
    {
        QTest::addColumn<bool>("sameSize");
        QTest::newRow("other size") << false;
        QTest::newRow("other time") << true;
    }

    void aChangedFileIsReadAgain()
    {
        QFETCH(const bool, sameSize);
        ask(m_csd);
        const auto time = fs::last_write_time(m_csd);
        if (!sameSize)
            std::ofstream(m_csd, std::ios::app) << "x";
        fs::last_write_time(m_csd, sameSize ? time + std::chrono::nanoseconds(1) : time);
        ask(m_csd);
        QCOMPARE(m_opened, 2);
    }

    void aDamagedCacheIsMadeAnew_data()
    {
        QTest::addColumn<int>("damage");
        QTest::newRow("empty") << 0;
        QTest::newRow("cut off") << 1;
        QTest::newRow("a byte changed") << 2;
        QTest::newRow("longer") << 3;
        QTest::newRow("of another version") << 4;
    }

    void aDamagedCacheIsMadeAnew()
    {
        QFETCH(const int, damage);
        const CsdIndex index = ask(m_csd);
        std::string bytes;
        {
            std::ifstream file(cacheFile(), std::ios::binary);
            bytes.assign(std::istreambuf_iterator<char>(file), {});
        }
        if (damage == 0)
            bytes.clear();
        else if (damage == 1)
            bytes.resize(bytes.size() / 2);
        else if (damage == 2)
            bytes[bytes.size() / 2] ^= 1;
        else if (damage == 3)
            bytes += "x";
        else
            bytes[0] = 'q';
        std::ofstream(cacheFile(), std::ios::binary) << bytes;
        QVERIFY(ask(m_csd) == index);
        QCOMPARE(m_opened, 2);
        QVERIFY(ask(m_csd) == index);
        QCOMPARE(m_opened, 2);
    }

    void theIndexThatAProbeLeavesIsTaken()
    {
        CsdIndex left;
        const auto probe = [&](const fs::path& csd) {
            left = freshIndex(csd, m_cache);
            rewrite(csd); // nobody looks
        };
        const CsdIndex index = cachedIndex(m_csd, m_cache, probe);
        QCOMPARE(index.items.size(), std::size_t(2));
        QVERIFY(index == left);
    }

    void theIndexOfAProbeIsNotBelievedOfAChangedFile()
    {
        const auto probe = [&](const fs::path& csd) {
            freshIndex(csd, m_cache);
            writeCsd(test::sequence("other", {{"w", test::numbered({{0, 1}})}}), csd);
        };
        const CsdIndex index = cachedIndex(m_csd, m_cache, probe);
        QCOMPARE(index.rootName, std::string("other"));
        QVERIFY(ask(m_csd) == index);
    }

    void aProbeThatLeavesNoIndexOnlyCostsTime()
    {
        QVERIFY(ask(m_csd) == walkCsd(m_csd));
        QVERIFY(fs::exists(cacheFile()));
    }

    void aFileIsTheSameByWhateverLink()
    {
        freshIndex(m_csd, m_cache);
        fs::create_symlink(m_csd, m_root / "link.csd");
        ask(m_root / "link.csd");
        QCOMPARE(m_opened, 0);
    }

    void anEntrysProblemIsRemembered()
    {
        const fs::path csd = FIXTURES "/broken/no_features.csd";
        const CsdIndex index = freshIndex(csd, m_cache);
        QCOMPARE(std::string(index.items[1].problem),
                 std::string("/seq/data/v/features is missing (expected a dataset)"));
        QVERIFY(ask(csd) == index);
        QCOMPARE(m_opened, 0);
    }

    void aFileThatIsRefusedLeavesNoIndex()
    {
        const std::string failure
            = test::failureOf([&] { freshIndex(FIXTURES "/broken/external_link.csd", m_cache); });
        QVERIFY(failure.starts_with("data_invalid"));
        QVERIFY(!fs::exists(m_cache));
    }

    void aFolderThatCannotBeWrittenOnlyCostsTime()
    {
        std::ofstream(m_root / "cache") << "a file where the folder should be";
        QVERIFY(ask(m_csd) == ask(m_csd));
        QCOMPARE(m_opened, 2);
    }

    void aFileThatIsMissingIsAnError()
    {
        QVERIFY(test::failureOf([&] { ask(m_root / "absent.csd"); }).starts_with("file_not_found"));
    }

    void aProbeMayRefuse()
    {
        const std::string failure = test::failureOf([&] {
            cachedIndex(m_csd, m_cache,
                        [](const fs::path& csd) { throw FormatError("data_invalid", csd, "no"); });
        });
        QVERIFY(failure.starts_with("data_invalid"));
        QVERIFY(!fs::exists(m_cache));
    }
};

QTEST_GUILESS_MAIN(TestCsdIndex)
#include "tst_csd_index.moc"
