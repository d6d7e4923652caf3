#include "engine/sequences/media_folders.h"

#include "engine/core/folder_items.h"
#include "engine/sequences/dataset_list.h"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <future>
#include <mutex>
#include <string_view>
#include <tuple>

namespace engine {

namespace {

constexpr int kDeepest = 4; // subfolders below the folder

/// A folder with the names of the media in it.
struct FolderOfMedia {
    std::string path; ///< ends with a slash
    std::vector<std::string> names;
};

/// Folders that two threads take one by one, and to which they add those that lie in these.
class FolderWalk {
public:
    explicit FolderWalk(const std::filesystem::path& root) : m_waiting{{(root / "").string(), 0}} { }

    std::vector<FolderOfMedia> all()
    {
        std::future<void> other = std::async(std::launch::async, [this] { work(); });
        work();
        other.get();
        if (m_failure)
            std::rethrow_exception(m_failure);
        std::ranges::sort(m_found, {}, &FolderOfMedia::path);
        return std::move(m_found);
    }

private:
    struct Waiting {
        std::string path;
        int depth;
    };

    void work()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [this] { return !m_waiting.empty() || m_busy == 0; });
            if (m_waiting.empty())
                return;
            const Waiting next = std::move(m_waiting.back());
            m_waiting.pop_back();
            ++m_busy;
            lock.unlock();
            std::vector<Waiting> inside;
            FolderOfMedia media{next.path, {}};
            std::exception_ptr failure;
            try {
                look(next, inside, media.names);
            } catch (...) {
                failure = std::current_exception();
            }
            lock.lock();
            --m_busy;
            std::ranges::move(inside, std::back_inserter(m_waiting));
            if (!media.names.empty())
                m_found.push_back(std::move(media));
            if (failure) {
                m_failure = failure;
                m_waiting.clear();
            }
            m_changed.notify_all();
        }
    }

    static void look(const Waiting& folder, std::vector<Waiting>& inside, std::vector<std::string>& names)
    {
        for (FolderItem& item : itemsOf(folder.path)) {
            if (item.kind == FolderItem::Kind::File && hasMediaName(item.name))
                names.push_back(std::move(item.name));
            else if (item.kind == FolderItem::Kind::Folder && !item.isLink && folder.depth < kDeepest
                     && !item.name.starts_with('.'))
                inside.push_back({folder.path + item.name + '/', folder.depth + 1});
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Waiting> m_waiting;
    int m_busy = 0;
    std::vector<FolderOfMedia> m_found;
    std::exception_ptr m_failure;
};

/// Where a medium stands among the folders; a million of these are sorted faster than their media.
struct MediumPlace {
    std::string_view stem;
    std::uint32_t folder;
    std::uint32_t name;
};

/// In two threads. @param work  takes the places from one on to another, which is not among them
template <typename Work>
void inHalves(std::size_t count, const Work& work)
{
    const std::size_t middle = count / 2;
    std::future<void> first = std::async(std::launch::async, [&] { work(std::size_t{0}, middle); });
    work(middle, count);
    first.get();
}

std::vector<MediumPlace> placesIn(const std::vector<FolderOfMedia>& folders)
{
    std::vector<MediumPlace> places;
    for (std::size_t folder = 0; folder < folders.size(); ++folder) {
        const std::size_t first = places.size();
        const std::vector<std::string>& names = folders[folder].names;
        for (std::size_t name = 0; name < names.size(); ++name)
            places.push_back({std::string_view(names[name]).substr(0, names[name].rfind('.')),
                              static_cast<std::uint32_t>(folder), static_cast<std::uint32_t>(name)});
        std::sort(places.begin() + static_cast<std::ptrdiff_t>(first), places.end(),
                  [&names](const MediumPlace& a, const MediumPlace& b) {
                      return std::tie(a.stem, names[a.name]) < std::tie(b.stem, names[b.name]);
                  });
    }
    const auto file = [&folders](const MediumPlace& place) {
        return std::filesystem::path(folders[place.folder].path + folders[place.folder].names[place.name]);
    };
    const auto isBefore = [&](const MediumPlace& a, const MediumPlace& b) {
        return a.stem == b.stem ? file(a) < file(b) : a.stem < b.stem;
    };
    if (!std::ranges::is_sorted(places, isBefore)) // mostly one folder follows the other
        std::ranges::sort(places, isBefore);
    return places;
}

}

std::vector<ListedMedia> mediaBelow(const std::filesystem::path& root)
{
    const std::vector<FolderOfMedia> folders = FolderWalk(root).all();
    const std::vector<MediumPlace> places = placesIn(folders);
    std::vector<ListedMedia> media(places.size());
    inHalves(places.size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            const FolderOfMedia& folder = folders[places[i].folder];
            media[i].id = places[i].stem;
            media[i].file = folder.path + folder.names[places[i].name];
        }
    });
    return media;
}

}
