#include "engine/sequences/media_list.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <ranges>

namespace engine {

struct MediaList::Shared {
    std::vector<ListedMedia> all;
    std::once_flag ordering;
    bool isOrdered = false;
    std::vector<std::uint32_t> order; ///< places in `all` by ids; empty where they stand in that order
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

void MediaList::order() const
{
    std::call_once(m_shared->ordering, [&shared = *m_shared] {
        shared.isOrdered = true;
        if (std::ranges::is_sorted(shared.all, {}, &ListedMedia::id))
            return;
        shared.order.resize(shared.all.size());
        std::iota(shared.order.begin(), shared.order.end(), std::uint32_t{0});
        std::ranges::stable_sort(shared.order, {}, [&shared](std::uint32_t place) -> const std::string& {
            return shared.all[place].id;
        });
    });
}

const ListedMedia& MediaList::byId(std::size_t rank) const
{
    order();
    return m_shared->all[m_shared->order.empty() ? rank : m_shared->order[rank]];
}

const ListedMedia* MediaList::find(const std::string& id) const
{
    const auto ranks = std::views::iota(std::size_t{0}, size());
    const auto rank = std::ranges::lower_bound(
        ranks, id, {}, [this](std::size_t at) -> const std::string& { return byId(at).id; });
    return rank == ranks.end() || byId(*rank).id != id ? nullptr : &byId(*rank);
}

std::vector<ListedMedia>& MediaList::edit()
{
    const bool isAlone = m_shared.use_count() == 1;
    if (isAlone && !m_shared->isOrdered)
        return m_shared->all;
    auto own = std::make_shared<Shared>(); // without the order, which the change may make wrong
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
