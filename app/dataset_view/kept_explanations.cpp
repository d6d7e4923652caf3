#include "app/dataset_view/kept_explanations.h"

#include "app/dataset/dataset_loader.h"
#include "engine/core/error.h"
#include "engine/core/sha256.h"
#include "engine/core/text_file.h"
#include "engine/explain/explanation_sequence.h"
#include "engine/explain/explanation_table.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

namespace app {

namespace {

constexpr double kTicks = 1e4; // of a second, by which places of segments are told apart
constexpr std::size_t kHashLetters = 8; // of the model's path: models of other folders have the same names

std::string textHash(const std::string& text)
{
    engine::Sha256 hash;
    hash.addAll(text);
    return engine::hexadecimal(hash.digest());
}

using Spans = std::map<std::string, std::vector<engine::Interval>>; // by video

/// The segments of a sequence of labels, in the order of time.
Spans spansOf(const std::filesystem::path& file)
{
    const engine::CsdFile labels(file);
    Spans spans;
    for (const std::string& id : labels.ids()) {
        const std::vector<engine::Interval> own = labels.intervals(id).values;
        std::vector<engine::Interval>& all = spans[engine::strippedId(id)];
        all.insert(all.end(), own.begin(), own.end());
    }
    for (auto& [video, own] : spans)
        std::ranges::sort(own, {}, &engine::Interval::start);
    return spans;
}

bool haveSameSegments(const std::filesystem::path& one, const std::filesystem::path& other)
{
    constexpr double tolerance = 1e-5; // seconds; a project keeps times in ticks
    return std::ranges::equal(spansOf(one), spansOf(other), [](const auto& a, const auto& b) {
        return a.first == b.first
            && std::ranges::equal(
                   a.second, b.second, [](const engine::Interval& x, const engine::Interval& y) {
                       return std::abs(x.start - y.start) < tolerance && std::abs(x.end - y.end) < tolerance;
                   });
    });
}

/// Name, size and time: reading all of them would take minutes.
void addFile(engine::Sha256& hash, const engine::DatasetList::Sequence& sequence)
{
    std::error_code missing;
    hash.addAll(sequence.name);
    hash.addAll(sequence.file.string());
    hash.add(static_cast<std::uint64_t>(std::filesystem::file_size(sequence.file, missing)));
    hash.add(static_cast<std::uint64_t>(
        std::filesystem::last_write_time(sequence.file, missing).time_since_epoch().count()));
}

/// Where segments lie; what they are labelled as decides nothing.
void addSegments(engine::Sha256& hash, const engine::DatasetList::Sequence& labels)
{
    hash.addAll(labels.name);
    for (const auto& [video, spans] : spansOf(labels.file)) {
        hash.addAll(video);
        for (const engine::Interval& span : spans) {
            hash.add(std::llround(span.start * kTicks));
            hash.add(std::llround(span.end * kTicks));
        }
    }
}

/// Of what decides predictions: the sequences of the files as the project has them; labels as in their file,
/// unless their segments are others.
std::string dataHash(const engine::DatasetList& asked, const engine::DatasetList& files)
{
    engine::Sha256 hash;
    for (const engine::DatasetList::Sequence& sequence : files.sequences) {
        const engine::DatasetList::Sequence* now = asked.sequence(sequence.name);
        if (!now || now->file.lexically_normal() == sequence.file.lexically_normal())
            addFile(hash, sequence);
        else if (engine::subjectOf(sequence.name) != Role::Labels)
            addFile(hash, *now);
        else if (haveSameSegments(now->file, sequence.file))
            addFile(hash, sequence);
        else
            addSegments(hash, *now);
    }
    const engine::DatasetList::Sequence* own = asked.sequence(engine::kLabelsTier);
    if (own && !files.sequence(engine::kLabelsTier))
        addSegments(hash, *own);
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

KeptExplanations readKeptExplanations(const ExplanationKey& key, const engine::DatasetList& files,
                                      const engine::RunContext& run)
{
    KeptExplanations result;
    engine::ExplainedDataset::Provenance& now = result.now;
    now.model = key.model.string();
    now.modelSha256 = engine::hexadecimal(engine::sha256OfFile(key.model, run));
    now.absent = key.absent;
    now.dataset = key.dataset.root.string();
    now.dataSha256 = dataHash(key.dataset, files);
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
