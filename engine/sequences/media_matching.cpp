#include "engine/sequences/media_matching.h"

#include <algorithm>
#include <map>
#include <optional>

namespace engine {

namespace {

/// What is left of an id when everything is away that people write one way or the other. Bytes beyond ASCII
/// stay as they are.
std::string plainId(std::string id)
{
    while (isMediaFile(id) && !std::filesystem::path(id).stem().empty())
        id = std::filesystem::path(id).stem().string();
    for (char& c : id) {
        if (c == '-' || c == ' ' || c == '.')
            c = '_';
        else if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return id;
}

}

MatchedMedia matchMedia(std::vector<DatasetList::Media> media, const std::set<std::string>& ids)
{
    std::map<std::string, std::optional<std::string>> idOf; // absent: several ids are meant alike
    for (const std::string& id : ids) {
        const auto [place, isNew] = idOf.emplace(plainId(id), id);
        if (!isNew)
            place->second.reset();
    }
    MatchedMedia matched;
    std::map<std::string, std::size_t> placeOf; // in matched.media
    std::vector<bool> isExact;
    for (DatasetList::Media& item : media) {
        const bool exact = ids.contains(item.id);
        if (!exact) {
            if (const auto found = idOf.find(plainId(item.id)); found != idOf.end() && found->second)
                item.id = *found->second;
        }
        const auto [place, isNew] = placeOf.emplace(item.id, matched.media.size());
        if (isNew) {
            matched.media.push_back(std::move(item));
            isExact.push_back(exact);
            continue;
        }
        DatasetList::Media& first = matched.media[place->second];
        if (exact && !isExact[place->second]) {
            std::swap(first, item);
            isExact[place->second] = true;
        }
        matched.spare.push_back({item.id, item.file});
    }
    return matched;
}

}
