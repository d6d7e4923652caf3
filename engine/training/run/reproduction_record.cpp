#include "engine/training/run/reproduction_record.h"

#include "engine/core/error.h"
#include "engine/core/file_sums.h"
#include "engine/core/sha256.h"
#include "engine/model_files/safetensors.h"
#include "engine/sequences/dataset_list.h"

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

/// Fields of a record by their names; what is wrong is said with the place.
class RecordFields {
public:
    RecordFields(const nlohmann::json& object, std::string source, std::string place)
        : m_object(object)
        , m_source(std::move(source))
        , m_place(std::move(place))
    {
        if (!object.is_object())
            refuse(m_place.empty() ? "the file" : m_place, "expected an object");
    }

    const nlohmann::json& at(const char* name) const
    {
        if (!m_object.contains(name))
            refuse(placeOf(name), "is missing");
        return m_object.at(name);
    }

    template <typename Value>
    Value as(const char* name, const char* expected) const
    {
        try {
            return at(name).get<Value>();
        } catch (const nlohmann::json::exception&) {
            refuse(placeOf(name), std::string("expected ") + expected);
        }
    }

    std::string text(const char* name) const { return as<std::string>(name, "a text"); }

    std::string hash(const char* name) const
    {
        const std::string digits = text(name);
        requireHash(digits, placeOf(name));
        return digits;
    }

    void requireHash(const std::string& digits, const std::string& place) const
    {
        constexpr std::size_t length = 64;
        if (digits.size() != length || digits.find_first_not_of("0123456789abcdef") != std::string::npos)
            refuse(place, "expected a SHA-256, 64 digits of 0 to 9 and a to f");
    }

    /// The objects of a list, each with its place.
    std::vector<RecordFields> list(const char* name) const
    {
        if (!at(name).is_array())
            refuse(placeOf(name), "expected a list");
        std::vector<RecordFields> fields;
        for (std::size_t i = 0; i < at(name).size(); ++i)
            fields.emplace_back(at(name)[i], m_source, fmt::format("{}/{}", placeOf(name), i));
        return fields;
    }

    RecordFields object(const char* name) const { return {at(name), m_source, placeOf(name)}; }

    std::string placeOf(const std::string& name) const
    {
        return m_place.empty() ? name : m_place + "/" + name;
    }

    [[noreturn]] void refuse(const std::string& place, const std::string& what) const
    {
        throw FormatError("bad_record", m_source, "is no reproduction record: " + place + ": " + what);
    }

private:
    const nlohmann::json& m_object;
    std::string m_source;
    std::string m_place;
};

RunEnvironment environmentFrom(const RecordFields& fields)
{
    RunEnvironment environment;
    environment.polylogue = fields.text("polylogue");
    environment.libtorch = fields.text("libtorch");
    environment.device = fields.text("device");
    environment.threads = fields.as<int>("threads", "a number");
    environment.architecture = fields.text("architecture");
    environment.processor = fields.text("processor");
    environment.instructions = fields.text("instructions");
    constexpr int mostThreads = 256;
    if (environment.threads < 1 || environment.threads > mostThreads)
        fields.refuse(fields.placeOf("threads"), fmt::format("expected 1 to {}", mostThreads));
    return environment;
}

RecordedFold foldFrom(const RecordFields& fields)
{
    RecordedFold fold;
    fold.name = fields.text("name");
    fold.ids = fields.as<std::vector<std::string>>("ids", "a list of texts");
    fold.hashes = fields.as<std::map<std::string, std::string>>("hashes", "an object of texts");
    for (const auto& [part, digits] : fold.hashes)
        fields.requireHash(digits, fields.placeOf("hashes/" + part));
    return fold;
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
    return {{"format", kRecordFormat},
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
}

ReproductionRecord recordFromJson(const nlohmann::json& json, const std::string& source)
{
    const RecordFields fields(json, source, "");
    if (fields.text("format") != kRecordFormat)
        fields.refuse("format", std::string("expected \"") + kRecordFormat + '"');
    if (const int version = fields.as<int>("version", "a number");
        version != ReproductionRecord::currentVersion)
        throw FormatError("bad_record", source,
                          fmt::format("is a record of version {}; this program knows version {}", version,
                                      ReproductionRecord::currentVersion));
    ReproductionRecord record;
    record.configuration = fields.at("configuration");
    record.settings = fields.at("settings");
    if (!record.configuration.is_object())
        fields.refuse("configuration", "expected an object");
    if (!record.settings.is_object())
        fields.refuse("settings", "expected an object");
    for (const RecordFields& file : fields.list("files"))
        record.files.push_back({file.text("role"), file.text("path"),
                                file.as<std::uintmax_t>("size", "a number"), file.hash("sha256")});
    for (const RecordFields& fold : fields.list("folds"))
        record.folds.push_back(foldFrom(fold));
    record.environment = environmentFrom(fields.object("environment"));
    fields.list("curves"); // of objects
    fields.list("figures");
    record.curves = fields.at("curves");
    record.figures = fields.at("figures");
    record.weights = fields.hash("weights");
    record.command = fields.text("command");
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
    files.add("", config.source, !config.input.media.is_null());
    if (config.beginWith)
        files.add("begin_with", config.beginWith->file);
    for (std::size_t i = 0; i < config.stages.size(); ++i) {
        const std::string before = fmt::format("stage {}/", i + 1);
        if (config.stages[i].source)
            files.add(before, *config.stages[i].source, !config.input.media.is_null());
        if (config.stages[i].beginWith)
            files.add(before + "begin_with", config.stages[i].beginWith->file);
    }
    return files.withSums(run);
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
