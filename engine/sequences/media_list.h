#pragma once

#include "engine/core/compact_path.h"
#include "engine/core/who.h"

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What a list may say of one of its files, beyond where it lies.
struct ListedFileFacts {
    std::optional<std::uintmax_t> size = {}; ///< bytes
    std::optional<std::string> sha256 = {}; ///< 64 lower-case hexadecimal digits
    std::optional<std::string> url = {}; ///< where it can be fetched, instead of base address and name
    nlohmann::ordered_json more = {}; ///< fields of others, kept as they are; null: none
    friend bool operator==(const ListedFileFacts&, const ListedFileFacts&) = default;
};

/// Pictures and sound of one video of a dataset.
struct ListedMedia {
    std::string id; ///< video id, as in the sequences
    CompactPath file; ///< absolute
    std::string speaker;
    std::string credit; ///< who made it and under which licence, when that must be named
    ListedFileFacts facts = {};
    std::vector<std::filesystem::path> otherCameras = {}; ///< more videos of the same, absolute
    std::optional<Who> who = {}; ///< whom it shows, where these are others than the list's
    friend bool operator==(const ListedMedia&, const ListedMedia&) = default;
};

/// The media of a dataset, in its order. Copies share the media until one of them is edited: a dataset may
/// have a million, and the window's thread hands lists on. Finding one by its id takes O(log N) once all are
/// in order. Lists that share media may be used in several threads at once.
class MediaList {
public:
    using value_type = ListedMedia;
    using const_iterator = std::vector<ListedMedia>::const_iterator;

    MediaList();
    MediaList(std::vector<ListedMedia> media); // NOLINT: a vector is such a list
    MediaList(std::initializer_list<ListedMedia> media);
    MediaList(const MediaList&) = default; // in place of a move, too: it costs as little, and leaves a list
    MediaList& operator=(const MediaList&) = default;
    ~MediaList() = default;

    const_iterator begin() const { return all().begin(); }
    const_iterator end() const { return all().end(); }
    std::size_t size() const { return all().size(); }
    bool empty() const { return all().empty(); }
    const ListedMedia& front() const { return all().front(); }
    const ListedMedia& back() const { return all().back(); }
    const ListedMedia& operator[](std::size_t index) const { return all()[index]; }
    const std::vector<ListedMedia>& all() const;

    /// Brings the ids in order, in O(N) where they are in it already, else in O(N log N). What follows does
    /// so itself where that was not done: let no thread that others wait for be the first.
    void order() const;
    /// The first with this id; null: none has it.
    const ListedMedia* find(const std::string& id) const;
    /// The one that stands at this place when all are sorted by their ids.
    const ListedMedia& byId(std::size_t rank) const;

    /// The media of this list alone, to be changed; valid until it is next copied or sought in.
    std::vector<ListedMedia>& edit();
    void push_back(ListedMedia media) { edit().push_back(std::move(media)); }
    void clear();

    friend bool operator==(const MediaList& a, const MediaList& b);

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared; ///< never null
};

}
