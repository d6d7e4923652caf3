#include "engine/datasets/fetch_plan.h"

#include "engine/core/error.h"
#include "engine/datasets/datasets_base.h"

#include <algorithm>
#include <set>

namespace engine {

namespace {

namespace fs = std::filesystem;

/// Where the file lies below the list's folder.
fs::path inside(const DatasetList& list, const fs::path& file)
{
    fs::path relative = file.lexically_normal().lexically_relative(list.root.lexically_normal());
    if (relative.empty() || *relative.begin() == ".." || !relative.has_filename())
        throw FormatError("recipe_invalid", file.string(),
                          "lies outside the folder of its list; nothing is fetched to there");
    if (relative == "dataset.json")
        throw FormatError("recipe_invalid", file.string(),
                          "has the name of the list that is written beside the files; give it another");
    return relative;
}

/// Puts the files that are there into the new list, and what the earlier one says of them.
template <class Item>
std::vector<Item> present(const DatasetList& list, const std::vector<Item>& wanted,
                          const std::vector<Item>& earlier, std::string Item::*key, const fs::path& folder)
{
    std::vector<Item> items;
    std::set<fs::path> files;
    std::set<std::string> keys;
    for (Item item : wanted) {
        item.file = folder / inside(list, item.file);
        if (!fs::exists(item.file))
            continue;
        files.insert(item.file);
        keys.insert(item.*key);
        const auto same
            = [&](const Item& other) { return fs::path(other.file).lexically_normal() == item.file; };
        const auto old = std::ranges::find_if(earlier, same);
        if (old != earlier.end() && !item.facts.sha256 && old->facts.size == fs::file_size(item.file))
            item.facts.sha256 = old->facts.sha256;
        items.push_back(std::move(item));
    }
    for (const Item& item : earlier) { // the user's own
        if (!files.contains(fs::path(item.file).lexically_normal()) && !keys.contains(item.*key))
            items.push_back(item);
    }
    return items;
}

template <class Item>
void addFacts(std::vector<Item>& items, const std::map<fs::path, FileSum>& sums)
{
    for (Item& item : items) {
        const auto known = sums.find(item.file);
        if (known != sums.end()) {
            item.facts.size = known->second.size;
            item.facts.sha256 = known->second.sha256;
        }
    }
}

}

void refuseLinksOutside(const fs::path& folder, const fs::path& file)
{
    std::error_code absent; // then there is no link either
    const fs::path real = fs::canonical(folder, absent);
    if (absent)
        return;
    fs::path path = folder;
    for (const fs::path& part : file) {
        path /= part;
        if (!fs::is_symlink(path, absent))
            continue;
        const fs::path leads
            = fs::weakly_canonical(path.parent_path() / fs::read_symlink(path, absent), absent)
                  .lexically_relative(real);
        if (absent || leads.empty() || *leads.begin() == "..")
            throw FormatError("recipe_invalid", path.string(),
                              "is a link that leads outside the folder; nothing is fetched to there");
    }
}

std::vector<FetchItem> fetchItems(const DatasetList& list, const std::vector<std::string>& only)
{
    std::vector<FetchItem> items;
    for (const auto& sequence : list.sequences)
        items.push_back({sequence.name, sequence.group, inside(list, sequence.file), sequence.facts});
    for (const auto& media : list.media)
        items.push_back({media.id, "media", inside(list, media.file), media.facts});
    if (!only.empty())
        std::erase_if(items,
                      [&](const FetchItem& item) { return std::ranges::find(only, item.key) == only.end(); });
    return items;
}

std::vector<Download> downloadsOf(const std::vector<FetchItem>& items, const std::string& base,
                                  const std::string& id, const fs::path& folder)
{
    std::vector<Download> downloads;
    for (const FetchItem& item : items) {
        refuseLinksOutside(folder, item.file);
        downloads.push_back(
            {item.facts.url ? *item.facts.url : addressOf(base, id, item.group, item.file.generic_string()),
             folder / item.file, item.facts.size, item.facts.sha256});
    }
    return downloads;
}

bool isAnotherDataset(const DatasetList& earlier, const DatasetList& list)
{
    return earlier.id && list.id && *earlier.id != *list.id;
}

bool isWebAddress(const std::string& base)
{
    return base.starts_with("http://") || base.starts_with("https://");
}

DatasetList fetchedList(const DatasetList& list, const DatasetList& earlier, const fs::path& folder,
                        const std::map<fs::path, FileSum>& sums, const RunContext& run)
{
    DatasetList fetched = list;
    fetched.root = folder;
    fetched.sequences
        = present(list, list.sequences, earlier.sequences, &DatasetList::Sequence::name, folder);
    fetched.media = present(list, list.media.all(), earlier.media.all(), &DatasetList::Media::id, folder);
    if (!earlier.folds.empty())
        fetched.folds = earlier.folds;
    addFacts(fetched.sequences, sums);
    addFacts(fetched.media.edit(), sums);
    std::vector<fs::path> unknown; // fetched earlier, by something else
    const auto collect = [&](const auto& items) {
        for (const auto& item : items) {
            if (!item.facts.sha256 && fs::exists(item.file))
                unknown.push_back(item.file);
        }
    };
    collect(fetched.sequences);
    collect(fetched.media);
    const std::vector<FileSum> found = sumsOf(unknown, run);
    std::map<fs::path, FileSum> rest;
    for (std::size_t i = 0; i < unknown.size(); ++i)
        rest[unknown[i]] = found[i];
    addFacts(fetched.sequences, rest);
    addFacts(fetched.media.edit(), rest);
    return fetched;
}

}
