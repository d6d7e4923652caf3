#include "app/dataset_view/kept_explanations.h"

#include "engine/core/error.h"
#include "engine/core/sha256.h"
#include "engine/core/text_file.h"
#include "engine/explain/explanation_sequence.h"
#include "engine/explain/explanation_table.h"
#include "engine/sequences/csd_writer.h"

#include <QCoreApplication>

#include <fstream>
#include <sstream>

namespace app {

namespace {

constexpr std::size_t kHashLetters = 8; // of the model's path: models of other folders have the same names

std::string textHash(const std::string& text)
{
    engine::Sha256 hash;
    hash.addAll(text);
    return engine::hexadecimal(hash.digest());
}

/// Names, sizes and times of the sequences: reading all of them would take minutes.
std::string dataHash(const engine::DatasetList& list)
{
    engine::Sha256 hash;
    for (const engine::DatasetList::Sequence& sequence : list.sequences) {
        std::error_code missing;
        hash.addAll(sequence.name);
        hash.addAll(sequence.file.string());
        hash.add(static_cast<std::uint64_t>(std::filesystem::file_size(sequence.file, missing)));
        hash.add(static_cast<std::uint64_t>(
            std::filesystem::last_write_time(sequence.file, missing).time_since_epoch().count()));
    }
    return engine::hexadecimal(hash.digest());
}

}

std::filesystem::path ExplanationKey::file() const
{
    if (project.empty() || model.empty())
        return {};
    const std::string name = model.stem().string() + "-" + absent + "-"
        + textHash(model.string()).substr(0, kHashLetters) + ".csv";
    return project.parent_path() / (project.stem().string() + ".predictions") / name;
}

KeptExplanations readKeptExplanations(const ExplanationKey& key, const engine::RunContext& run)
{
    KeptExplanations result;
    engine::ExplainedDataset::Provenance& now = result.now;
    now.model = key.model.string();
    now.modelSha256 = engine::hexadecimal(engine::sha256OfFile(key.model, run));
    now.absent = key.absent;
    now.dataset = key.dataset.root.string();
    now.dataSha256 = dataHash(key.dataset);
    now.version = QCoreApplication::applicationVersion().toStdString();
    const std::filesystem::path file = key.file();
    std::ifstream stream(file);
    if (file.empty() || !stream)
        return result;
    std::ostringstream text;
    text << stream.rdbuf();
    try {
        result.kept = engine::explanationsFromTable(text.str(), file.string());
    } catch (const engine::FormatError& error) {
        result.problem = QString::fromUtf8(error.what());
    }
    return result;
}

void keepExplanations(const engine::ExplainedDataset& dataset, const std::filesystem::path& file)
{
    if (file.has_parent_path())
        engine::makeFolder(file.parent_path());
    if (file.extension() == ".csd") {
        engine::writeCsd(engine::explanationSequence(dataset), file);
        return;
    }
    engine::writeTextFile(file, engine::explanationTable(dataset)).commit();
}

}
