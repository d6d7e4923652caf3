#include "engine/models/networks/item_memory.h"

#include <string_view>
#include <vector>

namespace engine {

namespace {

std::string_view itemBytes(const torch::Tensor& item)
{
    return {static_cast<const char*>(item.data_ptr()), item.nbytes()};
}

}

ItemMemory::Place ItemMemory::find(std::uint64_t hash, const torch::Tensor& item)
{
    const auto [first, last] = m_places.equal_range(hash);
    for (auto place = first; place != last; ++place) {
        if (itemBytes(place->second->item) == itemBytes(item)) // the bits, not the numbers
            return place->second;
    }
    return m_kept.end();
}

torch::Tensor ItemMemory::of(const torch::Tensor& items, const Compute& compute)
{
    const torch::Tensor all = items.to(torch::kCPU).contiguous();
    std::vector<Place> places;
    std::vector<std::int64_t> lacking;
    for (std::int64_t i = 0; i < all.size(0); ++i) {
        const torch::Tensor item = all[i];
        const std::uint64_t hash = std::hash<std::string_view>()(itemBytes(item));
        Place place = find(hash, item);
        if (place == m_kept.end()) {
            lacking.push_back(i);
            m_kept.push_front({hash, item.clone(), {}});
            place = m_kept.begin();
            m_places.emplace(hash, place);
        } else {
            m_kept.splice(m_kept.begin(), m_kept, place);
        }
        places.push_back(place);
    }
    if (!lacking.empty()) {
        torch::Tensor computed;
        try {
            computed
                = compute(items.index_select(0, torch::tensor(lacking, torch::kInt64).to(items.device())));
        } catch (...) {
            m_places.clear();
            m_kept.clear();
            throw;
        }
        for (std::size_t i = 0; i < lacking.size(); ++i)
            places[static_cast<std::size_t>(lacking[i])]->vector
                = computed[static_cast<std::int64_t>(i)].clone();
    }
    std::vector<torch::Tensor> vectors;
    for (const Place& place : places)
        vectors.push_back(place->vector);
    while (m_kept.size() > m_most) {
        const auto [first, last] = m_places.equal_range(m_kept.back().hash);
        for (auto place = first; place != last; ++place) {
            if (place->second == std::prev(m_kept.end())) {
                m_places.erase(place);
                break;
            }
        }
        m_kept.pop_back();
    }
    return torch::stack(vectors);
}

}
