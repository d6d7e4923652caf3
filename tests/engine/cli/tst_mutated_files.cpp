#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <map>
#include <mutex>
#include <thread>

#include "tests/support/csd_mutator.h"
#include "tests/support/measured_program.h"
#include "tests/support/sequences.h"

using namespace engine;
using test::Damage;

namespace fs = std::filesystem;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double kMostSeconds = 30.0; // of a slow build
constexpr double kMostMiB = 8192.0; // the sanitizer keeps what was freed
constexpr unsigned kMutantsPerDamage = 8;
#else
constexpr double kMostSeconds = 5.0;
constexpr double kMostMiB = 500.0;
constexpr unsigned kMutantsPerDamage = 12; // half a second each: starting programs, not reading files
#endif

std::string bytesOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

/// A signal stays a signal, as without a sanitizer; what a sanitizer finds goes to a file.
std::string sanitizerOptions(const fs::path& log)
{
    return "detect_leaks=0:quarantine_size_mb=8:allocator_may_return_null=1:handle_segv=0:handle_sigbus=0:"
           "handle_sigfpe=0:abort_on_error=1:print_stacktrace=1:log_path="
        + log.string();
}

/// What sanitizers said, unless it happened in libhdf5 while a child examined the file: that is what the
/// child is for.
std::vector<std::string> mistakesOfOurs(const fs::path& folder)
{
    std::vector<std::string> mistakes;
    for (const auto& item : fs::directory_iterator(folder)) {
        if (!item.path().filename().string().starts_with("sanitizer"))
            continue;
        const std::string said = bytesOf(item.path());
        const bool isError = said.find("ERROR:") != std::string::npos
            || said.find("runtime error:") != std::string::npos; // else a warning: memory that was not given
        if (isError
            && (said.find("libhdf5") > said.find("/engine/") || said.find("libhdf5") == std::string::npos))
            mistakes.push_back(said.substr(0, 4000));
        fs::remove(item.path());
    }
    return mistakes;
}

/// A sound file that mutants are made of, and a sequence with its ids that they are aligned to.
struct Source {
    std::string name;
    fs::path reference;
    std::string bytes;
};

struct Outcome {
    std::vector<std::string> complaints;
    std::map<std::string, int> counts; ///< by command and how it ended

    void add(const Outcome& other)
    {
        complaints.insert(complaints.end(), other.complaints.begin(), other.complaints.end());
        for (const auto& [what, count] : other.counts)
            counts[what] += count;
    }
};

}

/// Files that are damaged in every way we can think of, through the real program: it answers or refuses,
/// naming the file; it never crashes, hangs, or takes memory for what the file only claims to hold.
class TestMutatedFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path m_root = m_folder.path().toStdString();
    std::vector<Source> m_sources;
    Outcome m_all;

    fs::path referenceFor(const fs::path& csd, const std::string& name) const
    {
        ComputationalSequence sound;
        sound.setMetadata({{"root name", "sound"}});
        const CsdFile file(csd);
        for (const std::string& id : file.ids())
            sound.put(id, test::numbered({{0.0, 0.7}, {0.7, 2.5}}));
        const fs::path path = m_root / ("reference_of_" + name + ".csd");
        writeCsd(sound, path);
        return path;
    }

    void addSource(const fs::path& csd, const std::string& name)
    {
        m_sources.push_back({name, referenceFor(csd, name), bytesOf(csd)});
    }

    void addWritten(const std::string& name, hdf5::Compression compression, CsdBackend backend)
    {
        const fs::path path = m_root / (name + ".csd");
        CsdWriter writer(path, "written", compression, backend);
        for (int video = 0; video < 12; ++video) {
            Entry entry{{ElementType::Float64, {}}, test::floats(5, std::vector<float>(200))};
            for (int row = 0; row < 40; ++row)
                entry.intervals.values.push_back({0.1 * row, 0.1 * row + 0.1});
            std::iota(std::get<std::vector<float>>(entry.features.values).begin(),
                      std::get<std::vector<float>>(entry.features.values).end(), 0.5F);
            writer.add("video_" + std::to_string(video), entry, digestOf(entry));
        }
        writer.finish({{"root name", "written"}, {"dimension names", {"a", "b", "c", "d", "e"}}});
        addSource(path, name);
    }

    /// One command on one file, in a folder that has been made for it.
    Outcome run(const std::string& command, const fs::path& folder, const fs::path& csd,
                const std::string& bytes) const
    {
        const fs::path out = folder / "out";
        std::vector<std::string> arguments{PROGRAMS "/polylogue-cli", command};
        if (command == "run")
            arguments.insert(arguments.end(),
                             {(folder / "recipe.json").string(), "--out", out.string(), "--jobs", "2"});
        else
            arguments.push_back(csd.string());
        const fs::path cache = folder / ("cache of " + command);
        const std::string options = sanitizerOptions(folder / "sanitizer");
        const test::Measured result
            = test::runMeasured({arguments,
                                 {"XDG_CACHE_HOME=" + cache.string(), "LC_ALL=C.UTF-8",
                                  "ASAN_OPTIONS=" + options, "UBSAN_OPTIONS=" + options},
                                 folder});

        Outcome outcome;
        const std::string said = result.output + result.errors;
        const auto says = [&](const std::string& words) { return said.find(words) != std::string::npos; };
        const auto expect = [&](bool holds, const std::string& what) {
            if (!holds)
                outcome.complaints.push_back(command + " " + csd.filename().string() + " " + what + ": "
                                             + said.substr(0, 4000));
        };
        const bool refused = result.exitCode == 1;
        expect(!result.wasStopped, "did not end");
        expect(result.signal == 0 || result.wasStopped,
               "crashed with signal " + std::to_string(result.signal));
        expect(refused || result.exitCode <= 0, "exited with " + std::to_string(result.exitCode));
        expect(result.processorSeconds <= kMostSeconds,
               "took " + std::to_string(result.processorSeconds) + " s");
        expect(result.peakMiB <= kMostMiB, "took " + std::to_string(result.peakMiB) + " MiB");
        expect(!says("internal"), "has an error of its own");
        for (const std::string& mistake : mistakesOfOurs(folder))
            outcome.complaints.push_back(command + " " + csd.filename().string() + ": " + mistake);
        expect(!refused || says(csd.filename().string()), "does not name the file");
        expect(bytesOf(csd) == bytes, "changed the file");
        if (command == "run" && result.exitCode != 0) {
            for (const auto& item : fs::directory_iterator(out))
                expect(item.path().filename() == "error.json", "left " + item.path().filename().string());
        }
        ++outcome.counts[command
                         + (result.exitCode == 0                ? " done"
                                : says("is damaged: examining") ? " refused: the child died"
                                : refused                       ? " refused"
                                                                : " FAILED")];
        return outcome;
    }

    Outcome runAll(const std::string& name, const Source& source, const std::string& bytes) const
    {
        const fs::path folder = m_root / name;
        fs::create_directory(folder);
        const fs::path csd = folder / (name + ".csd");
        write(csd, bytes);
        fs::copy_file(source.reference, folder / "reference.csd");
        write(folder / "recipe.json",
              R"({"load": [{"name": "sound", "file": "reference.csd"}, {"name": "mutant", "file": ")" + name
                  + R"(.csd"}], "steps": [{"op": "align", "reference": "sound"}], "output": "sequences"})");
        Outcome outcome;
        for (const char* command : {"info", "validate", "run"})
            outcome.add(run(command, folder, csd, bytes));
        if (const QByteArray keep = qgetenv("POLYLOGUE_KEEP_MUTANTS");
            !keep.isEmpty() && !outcome.complaints.empty()) {
            fs::create_directories(keep.toStdString());
            fs::copy(folder, fs::path(keep.toStdString()) / name, fs::copy_options::recursive);
        }
        fs::remove_all(folder);
        return outcome;
    }

    /// Does `work` for 0 … count, several at once; fails with all that was to be complained about.
    void forAll(std::size_t count, const std::function<Outcome(std::size_t)>& work)
    {
        Outcome all;
        std::mutex mutex;
        std::atomic<std::size_t> next = 0;
        {
            std::vector<std::jthread> threads;
            for (unsigned i = 0; i < std::max(2U, std::thread::hardware_concurrency()); ++i)
                threads.emplace_back([&] {
                    for (std::size_t number = next++; number < count; number = next++) {
                        const Outcome one = work(number);
                        const std::lock_guard lock(mutex);
                        all.add(one);
                    }
                });
        }
        m_all.add(all);
        for (const std::string& complaint : all.complaints)
            qWarning("%s", complaint.c_str());
        QVERIFY2(all.complaints.empty(),
                 qPrintable(QStringLiteral("%1 complaints").arg(all.complaints.size())));
    }

private slots:
    void initTestCase()
    {
        for (const char* name : {"storage", "storage_latest", "storage_shapes"})
            addSource(fs::path(FIXTURES) / (std::string(name) + ".csd"), name);
        for (const char* name : {"acoustic", "glove_vectors", "labels", "visual", "words"})
            addSource(fs::path(FIXTURES "/sdk/storage_variants/input") / (std::string(name) + ".csd"),
                      std::string("sdk_") + name);
        addWritten("direct", {}, CsdBackend::Direct);
        addWritten("library", {}, CsdBackend::Library);
        addWritten("gzip", {4}, CsdBackend::Library);
    }

    void soundFilesAreAnswered()
    {
        forAll(m_sources.size(), [&](std::size_t number) {
            const Source& source = m_sources[number];
            Outcome outcome = runAll("sound_" + source.name, source, source.bytes);
            for (const auto& [what, count] : outcome.counts) {
                if (!what.ends_with("done"))
                    outcome.complaints.push_back(source.name + ": " + what);
            }
            return outcome;
        });
    }

    void filesMadeToHarmAreAnsweredOrRefused()
    {
        const QStringList files = QDir(QStringLiteral(FIXTURES "/broken")).entryList(QDir::Files);
        forAll(static_cast<std::size_t>(files.size()), [&](std::size_t number) {
            const std::string name = files[static_cast<qsizetype>(number)].toStdString();
            const fs::path path = fs::path(FIXTURES "/broken") / name;
            return runAll("broken_" + path.stem().string(), m_sources.front(), bytesOf(path));
        });
    }

    void damagedFilesAreAnsweredOrRefused_data()
    {
        QTest::addColumn<Damage>("damage");
        QTest::newRow("bits_of_structure") << Damage::BitsOfStructure;
        QTest::newRow("bytes_of_structure") << Damage::BytesOfStructure;
        QTest::newRow("bits_anywhere") << Damage::BitsAnywhere;
        QTest::newRow("cut_at_border") << Damage::CutAtBorder;
        QTest::newRow("cut_anywhere") << Damage::CutAnywhere;
        QTest::newRow("sizes") << Damage::Sizes;
        QTest::newRow("addresses") << Damage::Addresses;
        QTest::newRow("dataspaces") << Damage::Dataspaces;
        QTest::newRow("datatypes") << Damage::Datatypes;
        QTest::newRow("layouts") << Damage::Layouts;
        QTest::newRow("filters") << Damage::Filters;
        QTest::newRow("messages") << Damage::Messages;
    }

    void damagedFilesAreAnsweredOrRefused()
    {
        QFETCH(const Damage, damage);
        const std::string kind = QTest::currentDataTag();
        const auto perDamage = qEnvironmentVariableIntValue("POLYLOGUE_MUTANTS");
        forAll(perDamage > 0 ? static_cast<unsigned>(perDamage) : kMutantsPerDamage, [&](std::size_t number) {
            const Source& source = m_sources[number % m_sources.size()];
            const std::uint64_t seed = 1000 * static_cast<std::uint64_t>(damage) + number;
            return runAll(kind + "_" + std::to_string(number) + "_" + source.name, source,
                          test::CsdMutator(source.bytes).mutant(damage, seed));
        });
    }

    void cleanupTestCase()
    {
        for (const auto& [what, count] : m_all.counts)
            qInfo("%5d %s", count, what.c_str());
    }
};

QTEST_GUILESS_MAIN(TestMutatedFiles)
#include "tst_mutated_files.moc"
