#include "engine/training/run/reproduction_record.h"

#include "engine/core/error.h"
#include "engine/core/file_sums.h"
#include "engine/core/json_fields.h"
#include "engine/core/sha256.h"
#include "engine/model_files/safetensors.h"
#include "engine/sequences/dataset_list.h"
#include "engine/training/data/packed_dataset.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <set>

namespace engine {

namespace {

constexpr const char* kRecordFormat = "polylogue reproduction record";

nlohmann::json toJson(const RecordedFile& file)
{
    return {{"role", file.role}, {"path", file.path}, {"size", file.size}, {"sha256", file.sha256}};
}

nlohmann::json toJson(const RecordedFold& fold)
{
    return {{"name", fold.name}, {"ids", fold.ids}, {"hashes", fold.hashes}};
}

/// A SHA-256.
std::string hashFrom(const JsonValue& value)
{
    constexpr std::size_t length = 64;
    const std::string digits = value.text();
    if (digits.size() != length || digits.find_first_not_of("0123456789abcdef") != std::string::npos)
        value.refuse("a SHA-256, 64 digits of 0 to 9 and a to f");
    return digits;
}

RunEnvironment environmentFrom(JsonFields fields)
{
    constexpr int mostThreads = 256;
    RunEnvironment environment;
    environment.polylogue = fields.text("polylogue");
    environment.libtorch = fields.text("libtorch");
    environment.device = fields.text("device");
    environment.threads = static_cast<int>(fields.at("threads", "a whole number").whole(1, mostThreads));
    environment.architecture = fields.text("architecture");
    environment.processor = fields.text("processor");
    environment.instructions = fields.text("instructions");
    return environment;
}

RecordedFold foldFrom(JsonFields fields)
{
    RecordedFold fold{fields.text("name"), fields.at("ids", "a list of texts").texts(), {}};
    const JsonValue hashes = fields.at("hashes", "an object of texts");
    JsonFields parts = hashes.fields();
    for (const auto& [part, digits] : hashes.json().items())
        fold.hashes.emplace(part, hashFrom(parts.at(part, "a SHA-256")));
    return fold;
}

nlohmann::json objectsOf(JsonFields& fields, const char* field)
{
    const JsonValue list = fields.at(field, "a list of objects");
    for (const JsonValue& item : list.items())
        item.fields();
    return list.json();
}

/// Collects files, each role once.
class FilesOfRun {
public:
    void add(const std::string& role, const std::filesystem::path& file)
    {
        if (!file.empty() && m_roles.insert(role).second) {
            m_files.push_back({role, std::filesystem::absolute(file).lexically_normal().string(), 0, {}});
            m_paths.push_back(file);
        }
    }

    /// @param before  of the roles
    void add(const std::string& before, const FeatureSource& source, bool media)
    {
        add(before + "data", source.data);
        if (!source.data.empty())
            return;
        add(before + "dataset", source.dataset);
        const DatasetList list = readDatasetList(source.dataset);
        const SegmentRecipe& recipe = source.recipe;
        add(before + "packed", packedFileOf(list, recipe));
        for (const std::string& name :
             {recipe.words, recipe.text, recipe.acoustic, recipe.visual, recipe.labels}) {
            if (const DatasetList::Sequence* const sequence = list.sequence(name);
                sequence && std::filesystem::exists(sequence->file))
                add(before + name, sequence->file);
        }
        for (const DatasetList::Media& recording : list.media) {
            if (media && std::filesystem::exists(recording.file))
                add(before + "media/" + recording.id, recording.file);
        }
    }

    std::vector<RecordedFile> withSums(const RunContext& run)
    {
        const std::vector<FileSum> sums = sumsOf(m_paths, run);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            m_files[i].size = sums[i].size;
            m_files[i].sha256 = sums[i].sha256;
        }
        return std::move(m_files);
    }

private:
    std::vector<RecordedFile> m_files;
    std::vector<std::filesystem::path> m_paths;
    std::set<std::string> m_roles;
};

template <typename Add>
std::string hashOf(const Add& add)
{
    Sha256 hash;
    add(hash);
    return hexadecimal(hash.digest());
}

}

nlohmann::json toJson(const ReproductionRecord& record)
{
    nlohmann::json files = nlohmann::json::array(), folds = nlohmann::json::array();
    for (const RecordedFile& file : record.files)
        files.push_back(toJson(file));
    for (const RecordedFold& fold : record.folds)
        folds.push_back(toJson(fold));
    nlohmann::json json{{"format", kRecordFormat},
                        {"version", ReproductionRecord::currentVersion},
                        {"configuration", record.configuration},
                        {"settings", record.settings},
                        {"files", files},
                        {"folds", folds},
                        {"environment", toJson(record.environment)},
                        {"curves", record.curves},
                        {"figures", record.figures},
                        {"weights", record.weights},
                        {"command", record.command}};
    if (std::ranges::find(record.folds, "test", &RecordedFold::name) == record.folds.end())
        json["test"] = "none"; // said, so that nobody takes other figures for those of a test
    if (!record.snapshot.empty())
        json["snapshot"] = record.snapshot;
    return json;
}

ReproductionRecord recordFromJson(const nlohmann::json& json, const std::string& source)
{
    JsonFields fields(json, {"bad_record", source + ": is no reproduction record", ""});
    fields.at("format", "a text").choice({kRecordFormat});
    if (const std::int64_t version = fields.at("version", "a whole number").whole(0);
        version != ReproductionRecord::currentVersion)
        throw FormatError("bad_record", source,
                          fmt::format("is a record of version {}; this program knows version {}", version,
                                      ReproductionRecord::currentVersion));
    ReproductionRecord record;
    for (const auto& [field, object] :
         {std::pair("configuration", &record.configuration), std::pair("settings", &record.settings)}) {
        const JsonValue value = fields.at(field, "an object with fields");
        value.fields();
        *object = value.json();
    }
    for (const JsonValue& item : fields.at("files", "a list").items()) {
        JsonFields file = item.fields();
        record.files.push_back({file.text("role"), file.text("path"),
                                file.at("size", "a whole number").count(),
                                hashFrom(file.at("sha256", "a SHA-256"))});
    }
    for (const JsonValue& fold : fields.at("folds", "a list").items())
        record.folds.push_back(foldFrom(fold.fields()));
    record.environment = environmentFrom(fields.at("environment", "an object with fields").fields());
    record.curves = objectsOf(fields, "curves");
    record.figures = objectsOf(fields, "figures");
    record.weights = hashFrom(fields.at("weights", "a SHA-256"));
    record.command = fields.text("command");
    if (const auto snapshot = fields.find("snapshot"))
        record.snapshot = snapshot->text();
    return record;
}

ReproductionRecord readRecord(const std::filesystem::path& path)
{
    if (!std::filesystem::is_regular_file(path))
        throw IoError("file_not_found", path.string(), "is no file");
    std::ifstream file(path);
    nlohmann::json json;
    try {
        json = nlohmann::json::parse(file);
    } catch (const nlohmann::json::exception& error) {
        throw FormatError("bad_record", path.string(),
                          std::string("is no reproduction record: ") + error.what());
    }
    return recordFromJson(json, path.string());
}

std::filesystem::path recordBeside(const std::filesystem::path& folder, const std::filesystem::path& model)
{
    return folder.empty() ? std::filesystem::path(model).replace_extension(".record.json")
                          : folder / "record.json";
}

std::vector<RecordedFile> recordedFiles(const TrainConfig& config, const RunContext& run)
{
    FilesOfRun files;
    files.add("", config.source, config.input.media.has_value());
    if (config.beginWith)
        files.add("begin_with", config.beginWith->file);
    for (std::size_t i = 0; i < config.stages.size(); ++i) {
        const std::string before = fmt::format("stage {}/", i + 1);
        if (config.stages[i].source)
            files.add(before, *config.stages[i].source, config.input.media.has_value());
        if (config.stages[i].beginWith)
            files.add(before + "begin_with", config.stages[i].beginWith->file);
    }
    return files.withSums(run);
}

std::string recordedSnapshot(const TrainConfig& config)
{
    return config.source.data.empty()
        ? readDatasetList(config.source.dataset).more.value("snapshot", std::string())
        : std::string();
}

std::vector<RecordedFold> recordedFolds(const FeatureData& data)
{
    std::vector<RecordedFold> folds;
    for (const FoldData& fold : data.folds) {
        if (fold.size() == 0)
            continue;
        RecordedFold recorded{fold.name, fold.ids, {}};
        for (const Modality modality : allModalities) {
            const FeatureBlock& block = fold.of(modality);
            recorded.hashes[std::string(name(modality))] = hashOf([&](Sha256& hash) {
                hash.add(static_cast<std::uint64_t>(block.width));
                hash.addAll(block.values);
                hash.addAll(fold.lengthsOf(modality));
                for (const bool isPresent : fold.presenceOf(modality))
                    hash.add(std::uint64_t{isPresent});
            });
        }
        recorded.hashes["labels"] = hashOf([&](Sha256& hash) { hash.addAll(fold.labels.values); });
        if (!fold.transcripts.empty())
            recorded.hashes["transcripts"] = hashOf([&](Sha256& hash) {
                for (const std::string& transcript : fold.transcripts)
                    hash.addAll(transcript);
            });
        folds.push_back(std::move(recorded));
    }
    return folds;
}

nlohmann::json recordedSettings(const ModelCard& card)
{
    const nlohmann::json whole = toJson(card);
    nlohmann::json settings = nlohmann::json::object();
    for (const char* const field :
         {"architecture", "training", "input", "task", "labels", "modalities", "recipe"}) {
        if (whole.contains(field))
            settings[field] = whole.at(field);
    }
    return settings;
}

std::string weightsHash(const std::filesystem::path& model)
{
    return hashOf([weights = readSafetensors(model)](Sha256& hash) {
        for (const auto& [name, tensor] : weights.tensors) {
            hash.addAll(name);
            hash.addAll(tensor.shape);
            hash.addAll(tensor.values);
        }
    });
}

}
