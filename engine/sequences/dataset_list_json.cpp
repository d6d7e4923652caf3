#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/core/utf8.h"
#include "engine/sequences/dataset_list.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <set>

namespace engine {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using Folds = std::map<std::string, std::vector<std::string>>;

/// A value with its place (`/sequences/3/file`), so that every complaint can name it.
class Node {
public:
    Node(const Json& value, const fs::path& file, std::string place = {})
        : m_value(value)
        , m_file(file)
        , m_place(std::move(place))
    {
    }

    [[noreturn]] void fail(const std::string& what) const
    {
        throw FormatError("recipe_invalid", m_file.string(), (m_place.empty() ? "it" : m_place) + " " + what);
    }

    const Json& object() const
    {
        if (!m_value.is_object())
            fail("is not an object ({…})");
        return m_value;
    }
    std::string text() const
    {
        if (!m_value.is_string())
            fail("is not a text (\"…\")");
        return m_value.get<std::string>();
    }
    std::string nonEmptyText() const
    {
        if (text().empty())
            fail("is empty");
        return text();
    }
    std::uintmax_t count() const
    {
        if (!m_value.is_number_unsigned())
            fail("is not a whole number of at least 0");
        return m_value.get<std::uintmax_t>();
    }

    /// Absent when there is no such field, or it is null.
    std::optional<Node> find(const std::string& field) const
    {
        const auto found = object().find(field);
        if (found == m_value.end() || found->is_null())
            return std::nullopt;
        return Node(*found, m_file, m_place + "/" + field);
    }
    Node at(const std::string& field) const
    {
        const std::optional<Node> found = find(field);
        if (!found)
            fail("has no field '" + field + "'");
        return *found;
    }
    std::string textOr(const std::string& field, const std::string& absent) const
    {
        const std::optional<Node> found = find(field);
        return found ? found->text() : absent;
    }
    std::vector<Node> items() const
    {
        if (!m_value.is_array())
            fail("is not a list ([…])");
        std::vector<Node> nodes;
        for (std::size_t i = 0; i < m_value.size(); ++i)
            nodes.emplace_back(m_value[i], m_file, fmt::format("{}/{}", m_place, i));
        return nodes;
    }
    std::vector<Node> itemsOf(const std::string& field) const
    {
        const std::optional<Node> found = find(field);
        return found ? found->items() : std::vector<Node>{};
    }
    /// The fields that are none of these.
    Json others(const std::set<std::string>& known) const
    {
        Json rest = Json::object();
        for (const auto& [field, value] : object().items()) {
            if (!known.contains(field))
                rest[field] = value;
        }
        return rest;
    }

private:
    const Json& m_value;
    const fs::path& m_file;
    std::string m_place;
};

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

std::string sha256(const Node& node)
{
    std::string sum = inLowerCase(node.text());
    if (sum.size() != 64 || sum.find_first_not_of("0123456789abcdef") != std::string::npos)
        node.fail("is not a SHA-256 (64 hexadecimal digits)");
    return sum;
}

std::string url(const Node& node)
{
    const std::string text = node.text();
    if (!text.starts_with("http://") && !text.starts_with("https://"))
        node.fail("does not begin with http:// or https://");
    return text;
}

DatasetList::FileFacts facts(const Node& node, std::set<std::string> known)
{
    DatasetList::FileFacts facts;
    if (const auto size = node.find("size"))
        facts.size = size->count();
    if (const auto sum = node.find("sha256"))
        facts.sha256 = sha256(*sum);
    if (const auto address = node.find("url"))
        facts.url = url(*address);
    known.insert({"size", "sha256", "url"});
    facts.more = node.others(known);
    return facts;
}

Folds foldsOf(const Node& node)
{
    Folds folds;
    std::map<std::string, std::string> foldOfId;
    for (const auto& [fold, ignored] : node.object().items()) {
        std::vector<std::string>& ids = folds[fold]; // a fold without ids is one, too
        for (const Node& item : node.itemsOf(fold)) {
            const std::string id = item.nonEmptyText();
            if (const auto [other, isNew] = foldOfId.emplace(id, fold); !isNew)
                item.fail("is '" + id + "', which is in the fold '" + other->second + "' already");
            ids.push_back(id);
        }
    }
    return folds;
}

DatasetList listOf(const Node& node, const fs::path& root)
{
    DatasetList list;
    list.root = root;
    list.name = node.textOr("name", root.filename().string());
    if (const auto id = node.find("id"))
        list.id = id->nonEmptyText();
    for (const Node& item : node.itemsOf("sequences")) {
        const std::string name = item.at("name").nonEmptyText();
        if (list.sequence(name))
            item.fail("is called '" + name + "', as another sequence already is");
        list.sequences.push_back({item.textOr("group", ""), name, root / item.at("file").nonEmptyText(),
                                  facts(item, {"group", "name", "file"})});
    }
    std::set<std::string> ids; // a list may have 25 000 media
    for (const Node& item : node.itemsOf("media")) {
        const std::string id = item.at("id").nonEmptyText();
        if (!ids.insert(id).second)
            item.fail("has the id '" + id + "', as other media already have");
        list.media.push_back({id, root / item.at("file").nonEmptyText(), item.textOr("speaker", ""),
                              item.textOr("credit", ""),
                              facts(item, {"id", "file", "speaker", "credit", "other_cameras"})});
        for (const Node& camera : item.itemsOf("other_cameras"))
            list.media.back().otherCameras.push_back(root / camera.nonEmptyText());
    }
    if (const auto folds = node.find("folds"))
        list.folds = foldsOf(*folds);
    list.more = node.others({"name", "id", "sequences", "media", "folds"});
    return list;
}

/// Relative where that is possible, so that the folder may move.
std::string relativeToList(const fs::path& folder, const fs::path& file)
{
    const fs::path absolute = fs::absolute(file).lexically_normal();
    const fs::path relative = absolute.lexically_relative(folder);
    return (relative.empty() ? absolute : relative).generic_string();
}

void append(Json& json, const DatasetList::FileFacts& facts)
{
    if (facts.size)
        json["size"] = *facts.size;
    if (facts.sha256)
        json["sha256"] = *facts.sha256;
    if (facts.url)
        json["url"] = *facts.url;
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
    return listOf(Node(json, path), fs::absolute(path).parent_path());
}

Folds readFolds(const fs::path& path)
{
    const Json json = parse(path);
    const Node node(json, path);
    const auto folds = node.find("folds");
    return foldsOf(folds ? *folds : node);
}

void writeDatasetList(const DatasetList& list, const fs::path& path)
{
    const fs::path target = fs::absolute(path).lexically_normal();
    PendingFile pending(target);
    std::ofstream file(pending.temporary());
    // Names from a damaged file may be no UTF-8: better a replacement character than no list.
    file << json(list, target.parent_path()).dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
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
