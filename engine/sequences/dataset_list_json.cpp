#include "engine/core/error.h"
#include "engine/core/json_fields.h"
#include "engine/core/json_text.h"
#include "engine/core/pending_file.h"
#include "engine/core/utf8.h"
#include "engine/sequences/dataset_list.h"

#include <algorithm>
#include <fstream>
#include <set>

namespace engine {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using Folds = std::map<std::string, std::vector<std::string>>;

/// JSON whose objects have each field once: the parser alone would silently keep the last.
Json parse(const fs::path& path)
{
    std::ifstream file(path);
    if (!file || fs::is_directory(path))
        throw IoError("file_not_found", path.string(), "there is no such dataset list");
    std::vector<std::set<std::string>> fields;
    const auto watch = [&](int, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::object_start)
            fields.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            fields.pop_back();
        else if (event == Json::parse_event_t::key && !fields.back().insert(value.get<std::string>()).second)
            throw FormatError("recipe_invalid", path.string(),
                              "the field '" + value.get<std::string>() + "' comes twice in one object");
        return true;
    };
    try {
        return Json::parse(file, watch);
    } catch (const Json::exception& error) {
        const std::string text = error.what(); // [json.exception.parse_error.101] parse error at line …
        throw FormatError("recipe_invalid", path.string(),
                          "is not a dataset list, not even JSON: " + text.substr(text.find(' ') + 1));
    }
}

JsonPlace placeOfList(const fs::path& path)
{
    return {"recipe_invalid", path.string(), ""};
}

std::string sha256(const OrderedJsonValue& value)
{
    std::string sum = inLowerCase(value.text());
    if (sum.size() != 64 || sum.find_first_not_of("0123456789abcdef") != std::string::npos)
        value.refuse("a SHA-256 (64 hexadecimal digits)");
    return sum;
}

std::string url(const OrderedJsonValue& value)
{
    const std::string text = value.text();
    if (!text.starts_with("http://") && !text.starts_with("https://"))
        value.refuse("an address that begins with http:// or https://");
    return text;
}

/// The fields that nobody asked for.
Json othersIn(const OrderedJsonFields& fields, const Json& object)
{
    Json rest = Json::object();
    for (const std::string& field : fields.unknown())
        rest[field] = object.at(field);
    return rest;
}

/// To be called when all other fields were asked for.
DatasetList::FileFacts factsFrom(OrderedJsonFields& fields, const Json& object)
{
    DatasetList::FileFacts facts;
    if (const auto size = fields.find("size"))
        facts.size = size->count();
    if (const auto sum = fields.find("sha256"))
        facts.sha256 = sha256(*sum);
    if (const auto address = fields.find("url"))
        facts.url = url(*address);
    if (Json others = othersIn(fields, object); !others.empty())
        facts.more = std::move(others);
    return facts;
}

std::optional<Who> whoIn(OrderedJsonFields& fields)
{
    const auto value = fields.find("who");
    return value ? std::optional(engine::whoIn(*value)) : std::nullopt;
}

Folds foldsOf(const OrderedJsonValue& value)
{
    Folds folds;
    std::map<std::string, std::string> foldOfId;
    OrderedJsonFields fields = value.fields();
    for (const auto& [fold, ignored] : value.json().items()) {
        std::vector<std::string>& ids = folds[fold]; // a fold without ids is one, too
        for (const OrderedJsonValue& item : fields.items(fold)) {
            const std::string id = item.filledText();
            if (const auto [other, isNew] = foldOfId.emplace(id, fold); !isNew)
                item.complain("is '" + id + "', which is in the fold '" + other->second + "' already");
            ids.push_back(id);
        }
    }
    return folds;
}

std::string filled(OrderedJsonFields& fields, const char* field)
{
    return fields.at(field, "a text").filledText();
}

DatasetList listOf(const OrderedJsonValue& value, const fs::path& root)
{
    DatasetList list;
    list.root = root;
    OrderedJsonFields fields = value.fields();
    list.name = fields.text("name", root.filename().string());
    if (const auto id = fields.find("id"))
        list.id = id->filledText();
    list.who = whoIn(fields);
    for (const OrderedJsonValue& language : fields.items("languages"))
        list.languages.push_back(language.filledText());
    for (const OrderedJsonValue& item : fields.items("sequences")) {
        OrderedJsonFields own = item.fields();
        const std::string name = filled(own, "name");
        if (list.sequence(name))
            item.complain("is called '" + name + "', as another sequence already is");
        const std::string group = own.text("group", "");
        const fs::path file = root / filled(own, "file");
        list.sequences.push_back({group, name, file, factsFrom(own, item.json())});
    }
    std::set<std::string> ids; // a list may have 25 000 media
    for (const OrderedJsonValue& item : fields.items("media")) {
        OrderedJsonFields own = item.fields();
        DatasetList::Media media;
        media.id = filled(own, "id");
        if (!ids.insert(media.id).second)
            item.complain("has the id '" + media.id + "', as other media already have");
        media.file = root / filled(own, "file");
        media.speaker = own.text("speaker", "");
        media.credit = own.text("credit", "");
        for (const OrderedJsonValue& camera : own.items("other_cameras"))
            media.otherCameras.push_back(root / camera.filledText());
        media.who = whoIn(own);
        media.facts = factsFrom(own, item.json());
        list.media.push_back(std::move(media));
    }
    if (const auto folds = fields.find("folds"))
        list.folds = foldsOf(*folds);
    list.more = othersIn(fields, value.json());
    return list;
}

/// Relative where that is possible, so that the folder may move. @throws as jsonPath().
std::string relativeToList(const fs::path& folder, const fs::path& file)
{
    const fs::path absolute = fs::absolute(file).lexically_normal();
    const fs::path relative = absolute.lexically_relative(folder);
    return jsonPath(relative.empty() ? absolute : relative);
}

void append(Json& json, const DatasetList::FileFacts& facts)
{
    if (facts.size)
        json["size"] = *facts.size;
    if (facts.sha256)
        json["sha256"] = *facts.sha256;
    if (facts.url)
        json["url"] = *facts.url;
    if (!facts.more.is_null())
        json.update(facts.more);
}

/// The usual order first, then the rest by name.
Json json(const Folds& folds)
{
    Json json = Json::object();
    for (const char* fold : {"train", "valid", "test"}) {
        if (const auto found = folds.find(fold); found != folds.end())
            json[fold] = found->second;
    }
    for (const auto& [fold, ids] : folds)
        json[fold] = ids;
    return json;
}

Json json(const DatasetList& list, const fs::path& folder)
{
    Json json = {{"name", list.name}};
    if (list.id)
        json["id"] = *list.id;
    if (list.who)
        json["who"] = name(*list.who);
    if (!list.languages.empty())
        json["languages"] = list.languages;
    json["sequences"] = Json::array();
    for (const DatasetList::Sequence& sequence : list.sequences) {
        Json item = Json::object();
        if (!sequence.group.empty())
            item["group"] = sequence.group;
        item["name"] = sequence.name;
        item["file"] = relativeToList(folder, sequence.file);
        append(item, sequence.facts);
        json["sequences"].push_back(std::move(item));
    }
    if (!list.folds.empty())
        json["folds"] = engine::json(list.folds);
    for (const DatasetList::Media& media : list.media) {
        Json item = {{"id", media.id}, {"file", relativeToList(folder, media.file)}};
        if (media.who)
            item["who"] = name(*media.who);
        if (!media.speaker.empty())
            item["speaker"] = media.speaker;
        if (!media.credit.empty())
            item["credit"] = media.credit;
        for (const fs::path& camera : media.otherCameras)
            item["other_cameras"].push_back(relativeToList(folder, camera));
        append(item, media.facts);
        json["media"].push_back(std::move(item));
    }
    json.update(list.more);
    return json;
}

}

fs::path datasetListOf(const fs::path& path)
{
    return fs::is_directory(path) ? path / "dataset.json" : path;
}

DatasetList readDatasetList(const fs::path& path)
{
    const Json json = parse(path);
    return listOf({json, placeOfList(path)}, fs::absolute(path).parent_path());
}

std::vector<fs::path> withListedFiles(std::vector<fs::path> files, const fs::path& list)
{
    if (list.empty())
        return files;
    const fs::path place = datasetListOf(list);
    files.push_back(place);
    std::ranges::move(readDatasetList(place).files(), std::back_inserter(files));
    return files;
}

Folds readFolds(const fs::path& path)
{
    const Json json = parse(path);
    const OrderedJsonValue whole(json, placeOfList(path));
    return foldsOf(whole.fields().find("folds").value_or(whole));
}

void writeDatasetList(const DatasetList& list, const fs::path& path)
{
    const fs::path target = fs::absolute(path).lexically_normal();
    PendingFile pending(target);
    std::ofstream file(pending.temporary());
    file << jsonText(json(list, target.parent_path()), 1) << '\n';
    if (!file.flush())
        throw IoError("io", path.string(), "cannot be written");
    file.close();
    pending.commit();
}

std::vector<DatasetList> standardDatasets(const fs::path& folder)
{
    if (!fs::is_directory(folder))
        throw IoError("folder_not_found", folder.string(), "the lists of the standard datasets are not here");
    std::vector<fs::path> paths;
    for (const auto& item : fs::directory_iterator(folder)) {
        if (item.path().extension() == ".json")
            paths.push_back(item.path());
    }
    std::ranges::sort(paths);
    std::vector<DatasetList> lists;
    for (const fs::path& path : paths)
        lists.push_back(readDatasetList(path));
    return lists;
}

}
