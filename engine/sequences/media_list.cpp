#include "engine/sequences/media_list.h"

#include <mutex>
#include <string_view>
#include <unordered_map>

namespace engine {

struct MediaList::Shared {
    std::vector<ListedMedia> all;
    std::once_flag indexing;
    bool isIndexed = false;
    std::unordered_map<std::string_view, std::size_t> places; ///< of the ids in `all`, once it is indexed
};

MediaList::MediaList() : m_shared(std::make_shared<Shared>()) { }

MediaList::MediaList(std::vector<ListedMedia> media) : MediaList()
{
    m_shared->all = std::move(media);
}

MediaList::MediaList(std::initializer_list<ListedMedia> media) : MediaList(std::vector(media)) { }

const std::vector<ListedMedia>& MediaList::all() const
{
    return m_shared->all;
}

const ListedMedia* MediaList::find(const std::string& id) const
{
    std::call_once(m_shared->indexing, [&shared = *m_shared] {
        shared.isIndexed = true;
        shared.places.reserve(shared.all.size());
        for (std::size_t i = 0; i < shared.all.size(); ++i)
            shared.places.emplace(shared.all[i].id, i); // the first stays
    });
    const auto place = m_shared->places.find(id);
    return place == m_shared->places.end() ? nullptr : &m_shared->all[place->second];
}

std::vector<ListedMedia>& MediaList::edit()
{
    const bool isAlone = m_shared.use_count() == 1;
    if (isAlone && !m_shared->isIndexed)
        return m_shared->all;
    auto own = std::make_shared<Shared>(); // without the index, which the change may make wrong
    own->all = isAlone ? std::move(m_shared->all) : m_shared->all;
    m_shared = std::move(own);
    return m_shared->all;
}

void MediaList::clear()
{
    m_shared = std::make_shared<Shared>();
}

bool operator==(const MediaList& a, const MediaList& b)
{
    return a.m_shared == b.m_shared || a.all() == b.all();
}

}
