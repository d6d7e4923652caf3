#include "engine/sequences/dataset_list.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"
#include "engine/sequences/computational_sequence.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <tuple>

namespace engine {

namespace {

constexpr int kDeepest = 4; // subfolders below the folder

std::string lowerExtension(const std::filesystem::path& path)
{
    return inLowerCase(path.extension().string());
}

}

const DatasetList::Sequence* DatasetList::sequence(const std::string& key) const
{
    const auto found
        = std::find_if(sequences.begin(), sequences.end(), [&](const Sequence& s) { return s.name == key; });
    return found == sequences.end() ? nullptr : &*found;
}

const DatasetList::Media* DatasetList::mediaOf(const std::string& video) const
{
    return media.find(video);
}

std::optional<Who> DatasetList::whoIn(const std::string& video) const
{
    const Media* const one = mediaOf(video);
    return one && one->who ? one->who : who;
}

std::optional<std::string> DatasetList::foldOf(const std::string& videoOrSegment) const
{
    for (const std::string& key : {videoOrSegment, strippedId(videoOrSegment)}) {
        for (const auto& [fold, ids] : folds) {
            if (std::find(ids.begin(), ids.end(), key) != ids.end())
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

DatasetList datasetOfFolder(const std::filesystem::path& folder)
{
    if (!std::filesystem::is_directory(folder))
        throw IoError("folder_not_found", folder.string(), "there is no such folder");
    DatasetList list;
    list.root = std::filesystem::absolute(folder);
    list.name = list.root.filename().string();
    using Walk = std::filesystem::recursive_directory_iterator;
    for (Walk item(list.root, std::filesystem::directory_options::skip_permission_denied); item != Walk();
         ++item) {
        const std::filesystem::path& path = item->path();
        std::error_code unreadable; // a link to nowhere is no file
        if (item->is_directory(unreadable)
            && (item.depth() >= kDeepest || path.filename().string().starts_with('.')))
            item.disable_recursion_pending();
        if (!item->is_regular_file(unreadable))
            continue;
        if (path.extension() == ".csd" && item.depth() == 0 && belongsToRecipe(path))
            continue;
        if (path.extension() == ".csd" && item.depth() == 0)
            list.sequences.push_back({"", path.stem().string(), path});
        else if (isMediaFile(path))
            list.media.push_back({path.stem().string(), path, "", ""});
    }
    std::sort(list.sequences.begin(), list.sequences.end(), [](auto& a, auto& b) { return a.name < b.name; });
    std::ranges::sort(list.media.edit(), [](const auto& a, const auto& b) {
        return std::tie(a.id, a.file) < std::tie(b.id, b.file);
    });
    return list;
}

bool isMediaFile(const std::filesystem::path& path)
{
    static constexpr std::array pictures{".mp4",  ".m4v", ".mov",  ".mkv", ".webm", ".avi", ".mpg",
                                         ".mpeg", ".ts",  ".m2ts", ".wmv", ".flv",  ".ogv"};
    return std::ranges::find(pictures, lowerExtension(path)) != pictures.end() || isSoundFile(path);
}

bool isSoundFile(const std::filesystem::path& path)
{
    static constexpr std::array sounds{".wav", ".flac", ".mp3", ".m4a", ".aac", ".ogg", ".opus", ".aiff"};
    return std::ranges::find(sounds, lowerExtension(path)) != sounds.end();
}

}
