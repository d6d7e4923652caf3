#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace engine {

/// The bytes of a picture, which nobody changes any more: memory of its own, or a place in memory that is shared
/// with the process that decoded the picture. Copies share the bytes.
class Pixels {
public:
    /// A function that returns memory of this size.
    using Allocate = std::function<std::shared_ptr<std::uint8_t>(std::size_t bytes)>;

    Pixels() = default;
    Pixels(std::vector<std::uint8_t> bytes) // NOLINT: bytes are pixels
        : m_size(bytes.size())
    {
        auto kept = std::make_shared<const std::vector<std::uint8_t>>(std::move(bytes));
        m_bytes = std::shared_ptr<const std::uint8_t>(kept, kept->data());
    }
    /// @param bytes  at least `size` of them
    Pixels(std::shared_ptr<const std::uint8_t> bytes, std::size_t size) : m_bytes(std::move(bytes)), m_size(size)
    {
    }

    const std::uint8_t* data() const { return m_bytes.get(); }
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const std::uint8_t* begin() const { return data(); }
    const std::uint8_t* end() const { return data() + m_size; }
    const std::uint8_t& operator[](std::size_t i) const { return data()[i]; }
    /// What hands on bytes by value.
    std::vector<std::uint8_t> copied() const { return {begin(), end()}; }

    friend bool operator==(const Pixels& a, const Pixels& b) { return std::ranges::equal(a, b); }

private:
    std::shared_ptr<const std::uint8_t> m_bytes;
    std::size_t m_size = 0;
};

}
