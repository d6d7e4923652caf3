#include <QTest>

#include <random>

#include "tests/support/exchange.h"
#include "tests/support/format_samples.h"

using namespace engine;

/// Files that are cut off, or have wrong bytes in them: they are read or refused, and nothing else happens.
class TestDamagedFiles : public QObject {
    Q_OBJECT

    static constexpr int kCuts = 120;
    static constexpr int kMutants = 150;

    test::Exchange m_files;

    /// Fixtures, whose format the name tells, and whole files of each format. Not those of HDF5, whose
    /// library damaged files may end: a process of its own reads them (engine.cli.mutated_files).
    static void wholeFiles()
    {
        QTest::addColumn<std::string>("format");
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("whole");
        for (const auto& item : std::filesystem::directory_iterator(FIXTURES "/formats")) {
            const std::string name = item.path().filename().string();
            if (!name.ends_with(".md") && !name.starts_with("LICENSES"))
                QTest::newRow(name.c_str()) << std::string() << name << test::Exchange::bytesOf(item.path());
        }
        for (const Format* format : formats()) {
            if (!format->read)
                continue;
            int number = 0;
            for (const std::string& sample : test::samplesOf(*format)) {
                const std::string id(format->id);
                if (!sample.starts_with("\x89HDF"))
                    QTest::addRow("%s %d", id.c_str(), ++number) << id << std::string("sample") << sample;
            }
        }
    }

    /// What reading says: nothing, or the file and what is wrong with it.
    std::string outcome(const std::string& id, const std::string& name, const std::string& bytes,
                        std::size_t* count = nullptr) const
    {
        const auto file = id.empty() ? m_files.write(name, bytes)
                                     : test::writeSample(*formatById(id), bytes, m_files.path(""), name);
        const std::string failure = test::failureOf([&] {
            const ImportedTiers read = (id.empty() ? formatOf(file) : *formatById(id)).read(file, {});
            std::size_t items = 0;
            for (const ExchangedTier& tier : read.content.tiers)
                items += itemCount(tier);
            if (items != read.report.read)
                throw ShapeError("miscounted", "");
            if (count)
                *count = items;
        });
        const std::string told = id.empty() ? file.string() : m_files.path(name).string();
        if (failure.empty()
            || (failure.find(told) != std::string::npos && !failure.starts_with("miscounted")))
            return {};
        return failure;
    }

private slots:
    void wholeFilesAreRead_data() { wholeFiles(); }
    void wholeFilesAreRead()
    {
        QFETCH(const std::string, format);
        QFETCH(const std::string, name);
        QFETCH(const std::string, whole);
        std::size_t items = 0;
        const std::string failure = outcome(format, name, whole, &items);
        QVERIFY2(failure.empty(), failure.c_str());
        QVERIFY(items > 0 || format.empty()); // one fixture is a list of errors
    }

    void cutOffFilesAreReadOrRefused_data() { wholeFiles(); }
    void cutOffFilesAreReadOrRefused()
    {
        QFETCH(const std::string, format);
        QFETCH(const std::string, name);
        QFETCH(const std::string, whole);
        for (int i = 0; i <= kCuts; ++i) {
            const std::string failure
                = outcome(format, name, whole.substr(0, whole.size() * static_cast<std::size_t>(i) / kCuts));
            QVERIFY2(failure.empty(), failure.c_str());
        }
    }

    void wrongBytesAreReadOrRefused_data() { wholeFiles(); }
    void wrongBytesAreReadOrRefused()
    {
        QFETCH(const std::string, format);
        QFETCH(const std::string, name);
        QFETCH(const std::string, whole);
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
            const std::string failure = outcome(format, name, bytes);
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
