#include "engine/dataset_opening/dataset_of_paths.h"

#include "engine/core/error.h"
#include "engine/core/stored_bytes.h"
#include "engine/core/tar_place.h"
#include "engine/dataset_opening/packed_clips.h"
#include "engine/feature_tables/array_folder.h"
#include "engine/feature_tables/feature_table.h"
#include "engine/packed/packed_file.h"
#include "engine/sequences/media_matching.h"
#include "engine/sequences/tar_media.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

namespace engine {

namespace {

/// The tables of a folder, as sequences of the list.
void addFeatureTables(DatasetList& list)
{
    for (const std::filesystem::path& file : featureTablesIn(list.root))
        list.sequences.push_back({"", file.stem().string(), file});
}

/// The folders of arrays in a folder, as sequences of the list.
void addArrayFolders(DatasetList& list)
{
    for (const std::filesystem::path& folder : arrayFoldersIn(list.root))
        list.sequences.push_back({"", folder.filename().string(), folder});
}

/// The recordings of an archive.
DatasetList datasetOfTar(const std::filesystem::path& path)
{
    DatasetList list;
    list.root = path.parent_path();
    list.name = path.filename().string();
    list.media = mediaInTar(path).media;
    for (DatasetList::Media& media : list.media.edit())
        media.who = Who::Own;
    return list;
}

/// A list, an archive or a folder, which is a whole dataset. Absent: it is another file, or a folder of
/// recordings.
std::optional<DatasetList> wholeDataset(const std::filesystem::path& path)
{
    if (!std::filesystem::is_directory(path)) {
        if (path.extension() == ".json")
            return readDatasetList(path);
        if (isTarName(path))
            return datasetOfTar(path);
        return std::nullopt;
    }
    if (const std::filesystem::path list = datasetListOf(path); std::filesystem::exists(list))
        return readDatasetList(list);
    DatasetList folder = datasetOfFolder(path);
    if (folder.sequences.empty())
        addPackedFiles(folder);
    if (folder.sequences.empty())
        addFeatureTables(folder);
    if (folder.sequences.empty())
        addArrayFolders(folder);
    return folder;
}

/// Adds what was opened or dropped beside others: a sequence, a recording, or a folder of recordings.
void add(DatasetList& list, const std::filesystem::path& path)
{
    if (!std::filesystem::exists(path) && !storedBytesIfAny(path))
        throw IoError("file_not_found", path.string(), "there is no such file");
    if (isArrayFolder(path)) {
        list.sequences.push_back(
            {"", std::filesystem::absolute(path).lexically_normal().filename().string(), path});
    } else if (std::filesystem::is_directory(path)) {
        DatasetList folder = datasetOfFolder(path);
        for (DatasetList::Media media : folder.media) {
            media.who = Who::Own;
            list.media.push_back(std::move(media));
        }
        list.mediaAreGuessed = true;
    } else if (isTarName(path)) {
        DatasetList archive = datasetOfTar(path);
        std::ranges::copy(archive.media, std::back_inserter(list.media));
    } else if (path.extension() == ".csd" || isPackedFile(path) || featureTableOrigin(path)) {
        list.sequences.push_back({"", holdsAnswers(path) ? "answers" : path.stem().string(), path});
    } else {
        list.media.push_back({path.stem().string(), path, "", ""});
        list.media.edit().back().who = Who::Own;
    }
}

/// Leaves out what stands further in front already. @param named  sequences or recordings
void keepFirst(auto& named)
{
    std::set<std::filesystem::path> known;
    std::erase_if(named, [&known](const auto& one) {
        const std::filesystem::path file = one.file;
        return !known.insert(file.lexically_normal()).second;
    });
}

bool isOfSegments(const DatasetList& list)
{
    return std::ranges::any_of(list.sequences, [](const auto& one) { return isPackedFile(one.file); });
}

}

DatasetList datasetOf(const std::vector<std::filesystem::path>& paths)
{
    std::vector<std::filesystem::path> files;
    for (const std::filesystem::path& path : paths)
        files.push_back(std::filesystem::absolute(path));
    if (files.size() > 1) { // a list that is added to recordings has what was made of them
        const auto list = std::ranges::find(files, ".json", &std::filesystem::path::extension);
        if (list != files.end())
            std::rotate(files.begin(), list, list + 1);
    }
    std::optional<DatasetList> whole = wholeDataset(files.front());
    if (whole && files.size() == 1)
        return std::move(*whole);
    if (whole && whole->sequences.empty() && std::filesystem::is_directory(files.front()))
        whole.reset(); // a folder of recordings, as others may be
    DatasetList list;
    if (whole) {
        list = std::move(*whole);
        files.erase(files.begin());
        if (isOfSegments(list) && std::filesystem::is_directory(files.front()))
            list.media.clear(); // the clips lie in the other folders
        for (const std::filesystem::path& file : files)
            add(list, file);
        keepFirst(list.sequences);
        keepFirst(list.media.edit());
        return list;
    }
    for (const std::filesystem::path& file : files) {
        add(list, file);
        if (!std::filesystem::is_directory(file)) {
            list.root = file.parent_path();
            list.name = file.filename().string();
        }
    }
    const bool isPacked = list.sequences.size() == 1 && isPackedFile(list.sequences.front().file);
    const bool areTables = !list.sequences.empty()
        && std::ranges::all_of(list.sequences,
                               [](const auto& one) { return featureTableOrigin(one.file).has_value(); });
    if (list.media.empty() && (isPacked || areTables)) {
        list.media = datasetOfFolder(list.root).media;
        list.mediaAreGuessed = true;
    }
    return list;
}

}
