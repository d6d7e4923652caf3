#include <QTest>

#include <random>

#include "tests/support/exchange.h"

using namespace engine;

/// Files that are cut off, or have wrong bytes in them: they are read or refused, and nothing else happens.
class TestDamagedFiles : public QObject {
    Q_OBJECT

    static constexpr int kCuts = 120;
    static constexpr int kMutants = 150;

    test::Exchange m_files;

    static void fixtures()
    {
        QTest::addColumn<std::string>("file");
        for (const auto& item : std::filesystem::directory_iterator(FIXTURES "/formats")) {
            const std::string name = item.path().filename().string();
            if (!name.ends_with(".md") && !name.starts_with("LICENSES"))
                QTest::newRow(name.c_str()) << name;
        }
    }

    /// What reading says: nothing, or the file and what is wrong with it.
    std::string outcome(const std::string& name, const std::string& bytes) const
    {
        const auto file = m_files.write(name, bytes);
        const std::string failure = test::failureOf([&] {
            const ImportedTiers read = formatOf(file).read(file, {});
            std::size_t items = 0;
            for (const ExchangedTier& tier : read.content.tiers)
                items += itemCount(tier);
            if (items != read.report.read)
                throw ShapeError("miscounted", "");
        });
        if (failure.empty()
            || (failure.find(file.string()) != std::string::npos && !failure.starts_with("miscounted")))
            return {};
        return failure;
    }

private slots:
    void cutOffFilesAreReadOrRefused_data() { fixtures(); }
    void cutOffFilesAreReadOrRefused()
    {
        QFETCH(const std::string, file);
        const std::string whole = test::Exchange::bytesOf(std::string(FIXTURES "/formats/") + file);
        for (int i = 0; i <= kCuts; ++i) {
            const std::string failure
                = outcome(file, whole.substr(0, whole.size() * static_cast<std::size_t>(i) / kCuts));
            QVERIFY2(failure.empty(), failure.c_str());
        }
    }

    void wrongBytesAreReadOrRefused_data() { fixtures(); }
    void wrongBytesAreReadOrRefused()
    {
        QFETCH(const std::string, file);
        const std::string whole = test::Exchange::bytesOf(std::string(FIXTURES "/formats/") + file);
        std::mt19937 random(7);
        for (int i = 0; i < kMutants; ++i) {
            std::string bytes = whole;
            for (int k = 0; k < 1 + i % 5; ++k) {
                const std::size_t at = random() % bytes.size();
                if (random() % 3 == 0)
                    bytes.erase(at, random() % 20);
                else
                    bytes[at] = static_cast<char>(random() % 256);
                if (bytes.empty())
                    break;
            }
            const std::string failure = outcome(file, bytes);
            QVERIFY2(failure.empty(), failure.c_str());
        }
    }

    void cutOffXmlAndTextGridsAreErrors()
    {
        for (const char* name : {"speach_test.eaf", "kbg_long_format.TextGrid"}) {
            const std::string whole = test::Exchange::bytesOf(std::string(FIXTURES "/formats/") + name);
            const auto file = m_files.write(name, whole.substr(0, whole.size() / 2));
            QVERIFY(test::failureOf([&] { formatOf(file).read(file, {}); }).find("line ")
                    != std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(TestDamagedFiles)
#include "tst_damaged_files.moc"
