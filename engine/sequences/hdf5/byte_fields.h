#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace engine::hdf5 {

/// The next offset at which what HDF5 aligns may begin.
constexpr std::size_t aligned(std::size_t offset)
{
    return (offset + 7) / 8 * 8;
}

/// Little-endian numbers behind each other. What is not there is zero, and `isWhole` says so.
class ByteFields {
public:
    explicit ByteFields(std::span<const std::byte> bytes) : m_left(bytes) { }

    template <typename T>
    T next()
    {
        T value{};
        if (const auto bytes = take(sizeof value); !bytes.empty())
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    std::span<const std::byte> take(std::uint64_t count)
    {
        if (count > m_left.size()) {
            m_isWhole = false;
            m_left = {};
            return {};
        }
        const auto taken = m_left.first(static_cast<std::size_t>(count));
        m_left = m_left.subspan(static_cast<std::size_t>(count));
        return taken;
    }
    /// A number of `width` bytes; the first eight count.
    std::uint64_t number(std::size_t width)
    {
        std::uint64_t value = 0;
        if (const auto bytes = take(width); !bytes.empty())
            std::memcpy(&value, bytes.data(), std::min(bytes.size(), sizeof value));
        return value;
    }
    bool startsWith(std::string_view signature)
    {
        const auto bytes = take(signature.size());
        return bytes.size() == signature.size()
            && std::memcmp(bytes.data(), signature.data(), signature.size()) == 0;
    }
    std::size_t left() const { return m_left.size(); }
    bool isWhole() const { return m_isWhole; }

private:
    std::span<const std::byte> m_left;
    bool m_isWhole = true;
};

}
