#include "engine/sequences/dataset_list.h"

#include "engine/core/error.h"
#include "engine/core/folder_items.h"
#include "engine/core/tar_place.h"
#include "engine/core/utf8.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/media_folders.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace engine {

namespace {

/// Whether a file's name ends with one of these extensions, in letters of either case.
bool hasExtension(std::string_view path, const auto& extensions)
{
    const std::string_view name = path.substr(path.rfind('/') + 1); // from 0 where there is none
    const std::size_t dot = name.rfind('.');
    return dot != std::string_view::npos && dot > 0
        && std::ranges::find(extensions, inLowerCase(std::string(name.substr(dot)))) != extensions.end();
}

}

const DatasetList::Sequence* DatasetList::sequence(const std::string& key) const
{
    const auto found
        = std::find_if(sequences.begin(), sequences.end(), [&](const Sequence& s) { return s.name == key; });
    return found == sequences.end() ? nullptr : &*found;
}

namespace {

/// Whether the field `conversations` has one of this id. @param more  of a list
bool hasConversation(const nlohmann::ordered_json& more, std::string_view id)
{
    const auto list = more.is_object() ? more.find("conversations") : more.end();
    if (list == more.end() || !list->is_array())
        return false;
    return std::ranges::any_of(*list, [&](const nlohmann::ordered_json& one) {
        const auto name = one.is_object() ? one.find("id") : one.end();
        return name != one.end() && name->is_string() && name->get_ref<const std::string&>() == id;
    });
}

}

const DatasetList::Media* DatasetList::mediaOf(const std::string& video) const
{
    const std::size_t at = video.find('@');
    const Media* const own = media.find(video);
    if (own || at == std::string::npos)
        return own;
    const std::string conversation = video.substr(0, at);
    const Media* const shared = media.find(conversation);
    return shared && hasConversation(more, conversation) ? shared : nullptr;
}

std::vector<std::filesystem::path> DatasetList::files() const
{
    std::vector<std::filesystem::path> found;
    for (const Sequence& sequence : sequences)
        found.push_back(sequence.file);
    const auto add = [&found](const std::filesystem::path& file) {
        const auto place = placeInTar(file);
        if (!place)
            found.push_back(file);
        else if (found.empty() || found.back() != place->archive)
            found.push_back(place->archive);
    };
    for (const Media& one : media) {
        add(one.file);
        std::ranges::for_each(one.otherCameras, add);
    }
    return found;
}

std::optional<Who> DatasetList::whoIn(const std::string& video) const
{
    const Media* const one = mediaOf(video);
    return one && one->who ? one->who : who;
}

std::optional<std::string> DatasetList::foldOf(const std::string& videoOrSegment) const
{
    const std::string video = strippedId(videoOrSegment);
    const std::string conversation = video.substr(0, video.find('@'));
    for (const std::string& key : {videoOrSegment, video, conversation}) {
        for (const auto& [fold, ids] : folds) {
            if (std::find(ids.begin(), ids.end(), key) != ids.end()
                && (key == videoOrSegment || key == video || hasConversation(more, key)))
                return fold;
        }
    }
    return std::nullopt;
}

namespace {

/// Whether this is what an exported recipe (`talks.json`) carries beside it (`talks.words.csd`): a version of
/// a sequence, not one more.
bool belongsToRecipe(const std::filesystem::path& path)
{
    const std::filesystem::path recipe = path.parent_path() / (path.stem().stem().string() + ".json");
    std::error_code missing;
    if (path.stem().extension().empty() || !std::filesystem::is_regular_file(recipe, missing))
        return false;
    std::ifstream file(recipe);
    const nlohmann::json json = nlohmann::json::parse(file, nullptr, false);
    return json.is_object() && json.contains("steps");
}

}

std::vector<std::filesystem::path> sequencesIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> sequences;
    for (const FolderItem& item : itemsOf(folder)) {
        const std::filesystem::path path
            = item.name.ends_with(".csd") ? folder / item.name : std::filesystem::path();
        if (item.kind == FolderItem::Kind::File && path.extension() == ".csd" && !belongsToRecipe(path))
            sequences.push_back(path);
    }
    std::ranges::sort(sequences, {}, [](const auto& path) { return path.stem().string(); });
    return sequences;
}

DatasetList datasetOfFolder(const std::filesystem::path& folder)
{
    if (!std::filesystem::is_directory(folder))
        throw IoError("folder_not_found", folder.string(), "there is no such folder");
    DatasetList list;
    list.root = std::filesystem::absolute(folder);
    list.name = list.root.filename().string();
    for (const std::filesystem::path& sequence : sequencesIn(list.root))
        list.sequences.push_back({"", sequence.stem().string(), sequence});
    list.media = mediaBelow(list.root);
    list.media.order();
    return list;
}

bool hasMediaName(std::string_view name)
{
    static constexpr std::array pictures{".mp4",  ".m4v", ".mov",  ".mkv", ".webm", ".avi", ".mpg",
                                         ".mpeg", ".ts",  ".m2ts", ".wmv", ".flv",  ".ogv"};
    return hasSoundName(name) || hasExtension(name, pictures);
}

bool hasSoundName(std::string_view name)
{
    static constexpr std::array sounds{".wav", ".flac", ".mp3", ".m4a", ".aac", ".ogg", ".opus", ".aiff"};
    return hasExtension(name, sounds);
}

bool isMediaFile(const std::filesystem::path& path)
{
    return hasMediaName(path.native());
}

bool isSoundFile(const std::filesystem::path& path)
{
    return hasSoundName(path.native());
}

}
