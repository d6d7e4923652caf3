#include "engine/sequences/media_matching.h"

#include "engine/core/folded_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace engine {

namespace {

/// What is left of an id when everything is away that people write one way or the other.
std::string plainId(std::string id)
{
    while (isMediaFile(id) && !std::filesystem::path(id).stem().empty())
        id = std::filesystem::path(id).stem().string();
    id = foldedText(id);
    const auto isBetweenWords = [](char c) { return c == '-' || c == ' ' || c == '.'; };
    std::ranges::replace_if(id, isBetweenWords, '_');
    return id;
}

/// Ids by what is left of them. Absent: several are meant alike.
std::map<std::string, std::optional<std::string>> byPlainId(const std::set<std::string>& ids)
{
    std::map<std::string, std::optional<std::string>> idOf;
    for (const std::string& id : ids) {
        const auto [place, isNew] = idOf.emplace(plainId(id), id);
        if (!isNew)
            place->second.reset();
    }
    return idOf;
}

/// The id of the video whose other camera has this plain id, as `talk_2` is of `talk`; empty: none.
/// @param named  only where it names a camera, not just a number
std::string_view videoOfCamera(std::string_view plain, bool named)
{
    const std::size_t end = plain.find_last_not_of("0123456789");
    if (end == std::string_view::npos)
        return {};
    const bool hasNumber = end + 1 < plain.size() && plain.size() - end <= 3; // two digits
    std::string_view before = plain.substr(0, end + 1);
    const bool hasLetter = !hasNumber && before.size() > 2 && before[before.size() - 2] == '_';
    if (!hasNumber && !hasLetter)
        return {};
    if (hasLetter)
        before.remove_suffix(1);
    const bool isApart = before.ends_with('_');
    if (isApart)
        before.remove_suffix(1);
    for (const std::string_view word : {"_camera", "_cam", "_view", "_angle"}) {
        if (before.size() > word.size() && before.ends_with(word))
            return before.substr(0, before.size() - word.size());
    }
    return named || hasLetter || !isApart ? std::string_view() : before;
}

/// Puts files of other cameras to the video that they show.
void joinCameras(MatchedMedia& matched, const std::set<std::string>& ids,
                 const std::map<std::string, std::optional<std::string>>& idOf)
{
    std::map<std::string, std::string> ownIdOf; // of media that no sequence knows, by plain id
    for (const DatasetList::Media& media : matched.media) {
        if (!ids.contains(media.id))
            ownIdOf.emplace(plainId(media.id), media.id);
    }
    const auto videoOf = [&](const DatasetList::Media& media) -> std::optional<std::string> {
        if (ids.contains(media.id) || isSoundFile(media.file))
            return std::nullopt;
        const std::string plain = plainId(media.id);
        if (const auto known = idOf.find(std::string(videoOfCamera(plain, false))); known != idOf.end())
            return known->second;
        const auto own = ownIdOf.find(std::string(videoOfCamera(plain, true)));
        return own == ownIdOf.end() ? std::nullopt : std::optional(own->second);
    };
    std::map<std::string, std::size_t> placeOf;
    std::vector<DatasetList::Media> videos;
    std::vector<std::pair<std::string, DatasetList::Media>> cameras;
    for (DatasetList::Media& media : matched.media) {
        if (auto video = videoOf(media)) {
            cameras.emplace_back(std::move(*video), std::move(media));
        } else {
            placeOf.emplace(media.id, videos.size());
            videos.push_back(std::move(media));
        }
    }
    for (auto& [video, media] : cameras) {
        const auto [place, isFirst] = placeOf.emplace(video, videos.size());
        if (isFirst) { // there is none without a camera's name
            media.id = video;
            videos.push_back(std::move(media));
        } else {
            videos[place->second].otherCameras.push_back(media.file);
        }
    }
    matched.media = std::move(videos);
}

}

bool isMatched(const MediaList& media, const std::set<std::string>& ids)
{
    auto id = ids.begin();
    for (std::size_t rank = 0; rank < media.size(); ++rank, ++id) {
        const std::string& own = media.byId(rank).id;
        id = std::find_if(id, ids.end(), [&own](const std::string& next) { return next >= own; });
        if (id == ids.end() || *id != own)
            return false;
    }
    return true;
}

MatchedMedia matchMedia(std::vector<DatasetList::Media> media, const std::set<std::string>& ids)
{
    const std::map<std::string, std::optional<std::string>> idOf = byPlainId(ids);
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
            first.otherCameras = std::move(item.otherCameras);
            isExact[place->second] = true;
        }
        if (isSoundFile(item.file))
            matched.spare.push_back({item.id, item.file});
        else
            first.otherCameras.push_back(item.file);
    }
    joinCameras(matched, ids, idOf);
    return matched;
}

std::filesystem::path answersBeside(const std::filesystem::path& media)
{
    return media.parent_path() / (media.stem().string() + ".answers.csd");
}

bool holdsAnswers(const std::filesystem::path& sequence)
{
    return sequence.filename().string().ends_with(".answers.csd");
}

std::filesystem::path marksBeside(const std::filesystem::path& media)
{
    return media.parent_path() / (media.stem().string() + ".marks.TextGrid");
}

VideosByName::VideosByName(const std::set<std::string>& ids) : m_idOf(byPlainId(ids)) { }

std::string VideosByName::videoOf(const std::string& fileName) const
{
    for (const std::string& name : {fileName, std::filesystem::path(fileName).stem().string()}) {
        if (const auto found = m_idOf.find(plainId(name)); found != m_idOf.end())
            return found->second.value_or("");
    }
    const std::string plain = plainId(std::filesystem::path(fileName).stem().string());
    std::vector<std::size_t> cuts{0}; // where parts of the name begin
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (plain[i] == '_')
            cuts.push_back(i + 1);
    }
    cuts.push_back(plain.size() + 1);
    std::string_view longest;
    std::string video;
    for (std::size_t from = 0; from + 1 < cuts.size(); ++from) {
        for (std::size_t to = from + 1; to < cuts.size(); ++to) {
            const std::string part = plain.substr(cuts[from], cuts[to] - 1 - cuts[from]);
            if (part.empty() || part.size() < longest.size())
                continue;
            const auto found = m_idOf.find(part);
            if (found == m_idOf.end())
                continue;
            const bool isTie = part.size() == longest.size() && found->first != longest;
            longest = found->first;
            video = isTie ? std::string() : found->second.value_or("");
        }
    }
    return video;
}

}
