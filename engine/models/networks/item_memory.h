#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <list>
#include <unordered_map>

namespace engine {

/// What a network made of the last items that it saw, found by the values of the items: segments that
/// overlap have most of them in common. An item's vector must not depend on the other items of its batch.
class ItemMemory {
public:
    /// @param most  items that are kept, at least those of one batch; those that were not asked for longest
    /// are forgotten first
    explicit ItemMemory(std::size_t most) : m_most(most) { }

    /// Items that come for the first time, M × …, → their vectors, M × D. M is 1 or more.
    using Compute = std::function<torch::Tensor(const torch::Tensor& items)>;

    /// The vectors of all. @param items  N × …, float32, N is 1 or more. @return N × D
    torch::Tensor of(const torch::Tensor& items, const Compute& compute);

private:
    struct Kept {
        std::uint64_t hash = 0;
        torch::Tensor item;
        torch::Tensor vector;
    };
    using Place = std::list<Kept>::iterator;

    Place find(std::uint64_t hash, const torch::Tensor& item);

    std::size_t m_most;
    std::list<Kept> m_kept; ///< what was asked for last stands first
    std::unordered_multimap<std::uint64_t, Place> m_places;
};

}
