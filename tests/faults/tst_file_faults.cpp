#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/core/text_file.h"
#include "engine/formats/common/format_files.h"
#include "engine/model_files/safetensors.h"
#include "engine/models/flat_optimiser.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"
#include "engine/npz/npz_writer.h"
#include "engine/sequences/csd_writer.h"
#include "engine/training/run/checkpoint.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>

#include "tests/support/faulty_files.h"
#include "tests/support/sequences.h"

using namespace engine;
using test::FaultyFiles;
namespace fs = std::filesystem;

/// Writes a file; the number makes its contents another.
using Write = std::function<void(const fs::path& path, int number)>;

namespace {

void writeSequence(const fs::path& path, int number)
{
    const auto column = static_cast<std::size_t>(number) + 1;
    writeCsd(test::sequence("words", {{"a", test::numbered(std::vector<Interval>(column, {0.0, 1.0}))}}),
             path);
}

void writeExport(const fs::path& path, int number)
{
    writeTogether({{path, std::string(5000, static_cast<char>('a' + number))}}, path, {});
}

void writeArrays(const fs::path& path, int number)
{
    PendingFile file(path);
    NpzWriter writer(file.temporary());
    writer.create("a", ElementType::Float64, {});
    writer.append("a", {ElementType::Float64, {3}, std::vector<double>(3, number)});
    writer.close();
    file.commit();
}

void writeModel(const fs::path& path, int number)
{
    writeSafetensors(path, {{{"weight", {{2, 2}, std::vector<float>(4, static_cast<float>(number))}}}, {}});
}

void writeTrainingState(const fs::path& path, int number)
{
    torch::manual_seed(1);
    const auto model = createModel({{"class", "LMF"},
                                    {"d_l", 2},
                                    {"d_a", 1},
                                    {"d_v", 1},
                                    {"h_l", 8},
                                    {"h_a", 4},
                                    {"h_v", 4},
                                    {"text_out", 4},
                                    {"out_dim", 1},
                                    {"rank", 3}});
    const FlatOptimiser optimiser(*model, {});
    TrainingState state;
    state.lossSum = number;
    writeCheckpoint(path, *model, optimiser, state, "a test");
}

std::string bytesOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// What the writer writes when nothing fails.
std::string wholeFile(const Write& write, int number)
{
    const QTemporaryDir folder;
    const fs::path path = folder.filePath(QStringLiteral("file")).toStdString();
    write(path, number);
    return bytesOf(path);
}

/// Replaces a file on a disk that fails. @return a sentence when what is left is neither old nor new.
std::string replaceOn(const Write& write, FaultyFiles::Fault fault, std::size_t operation, unsigned seed,
                      const std::string& before, const std::string& after, bool& hasFailed)
{
    const QTemporaryDir folder;
    const QTemporaryDir recovered;
    const fs::path path = folder.filePath(QStringLiteral("file")).toStdString();
    std::ofstream(path, std::ios::binary) << before;
    bool told = false;
    fs::path found = path;
    {
        const FaultyFiles disk(folder.path().toStdString(), fault, operation, seed);
        try {
            write(path, 1);
        } catch (const IoError&) {
            told = true;
        }
        hasFailed = disk.hasFailed();
        if (fault == FaultyFiles::Fault::PowerLoss) {
            disk.recoverInto(recovered.path().toStdString());
            found = fs::path(recovered.path().toStdString()) / "file";
        }
    }
    const std::string bytes = bytesOf(found);
    if (bytes != before && bytes != after)
        return "the file is neither the old nor the new one, but has " + std::to_string(bytes.size())
            + " bytes";
    if (!told && bytes != after)
        return "the file is the old one, and nobody was told";
    if (fault != FaultyFiles::Fault::PowerLoss
        && std::distance(fs::directory_iterator(folder.path().toStdString()), {}) != 1)
        return "a temporary file is left";
    return {};
}

}

class TestFileFaults : public QObject {
    Q_OBJECT

private slots:
    /// A cache can be made again: it is renamed, and nobody waits for the disk.
    void aCacheIsNotSynced()
    {
        const QTemporaryDir folder;
        const auto operations = [&](PendingFile::Sync sync) {
            const FaultyFiles disk(folder.path().toStdString(), FaultyFiles::Fault::None, 0);
            PendingFile pending(folder.filePath(QStringLiteral("cache")).toStdString());
            std::ofstream(pending.temporary()) << "anything";
            pending.commit(sync);
            return disk.operations();
        };
        const std::size_t withoutSync = operations(PendingFile::Sync::NotForCaches);
        QCOMPARE(operations(PendingFile::Sync::Now), withoutSync + 2); // of the file and of its folder
    }

    void aFileIsTheOldOrTheNewOneWhateverFails_data()
    {
        using Fault = FaultyFiles::Fault;
        QTest::addColumn<Write>("write");
        QTest::addColumn<Fault>("fault");
        const std::pair<const char*, Write> kinds[]{{"sequence", writeSequence},
                                                    {"export", writeExport},
                                                    {"arrays", writeArrays},
                                                    {"model", writeModel},
                                                    {"checkpoint", writeTrainingState}};
        const std::pair<const char*, Fault> faults[]{
            {"one error", Fault::Error}, {"disk full", Fault::Full}, {"power loss", Fault::PowerLoss}};
        for (const auto& [kind, write] : kinds) {
            for (const auto& [name, fault] : faults)
                QTest::addRow("%s, %s", kind, name) << write << fault;
        }
    }

    void aFileIsTheOldOrTheNewOneWhateverFails()
    {
        QFETCH(const Write, write);
        QFETCH(const FaultyFiles::Fault, fault);
        const std::string before = wholeFile(write, 0);
        const std::string after = wholeFile(write, 1);
        QVERIFY(before != after);
        bool hasFailed = true;
        std::size_t operation = 0;
        for (; hasFailed && operation < 500; ++operation) { // until one that is never reached
            for (unsigned seed = 0; seed < 4; ++seed) {
                const std::string wrong = replaceOn(write, fault, operation, seed, before, after, hasFailed);
                QVERIFY2(wrong.empty(),
                         qPrintable(QStringLiteral("operation %1, seed %2: %3")
                                        .arg(operation)
                                        .arg(seed)
                                        .arg(QString::fromStdString(wrong))));
            }
        }
        QVERIFY(!hasFailed);
        QVERIFY2(operation > 1, "hardly anything was seen of the writing");
    }
};

QTEST_GUILESS_MAIN(TestFileFaults)
#include "tst_file_faults.moc"
