#include "engine/sequences/hdf5/global_heap.h"

namespace engine::hdf5 {

GlobalHeap::GlobalHeap(FileBytes bytes, Addressing addressing)
    : m_bytes(std::move(bytes))
    , m_addressing(addressing)
{
}

// III.E: a head, then objects one behind the other. Object 0 is the room that is left.
bool GlobalHeap::enter(std::uint64_t collection)
{
    m_objects.clear();
    m_content.resize(aligned(8 + m_addressing.lengthBytes));
    const std::uint64_t begin = collection + m_addressing.base;
    if (begin < m_addressing.base || !m_bytes.read(begin, m_content))
        return false;
    ByteFields head(m_content);
    if (!head.startsWith("GCOL") || head.next<std::uint8_t>() != 1)
        return false;
    head.take(3);
    const std::uint64_t size = head.number(m_addressing.lengthBytes);
    std::size_t at = m_content.size();
    if (size < at || size > m_bytes.size() - begin)
        return false;
    m_content.resize(static_cast<std::size_t>(size));
    if (!m_bytes.read(begin, m_content))
        return false;
    const std::size_t headBytes = aligned(8 + m_addressing.lengthBytes);
    while (m_content.size() - at >= headBytes) {
        ByteFields object(std::span<const std::byte>(m_content).subspan(at));
        const auto number = object.next<std::uint16_t>();
        if (number == 0)
            break;
        object.take(6);
        const std::uint64_t objectBytes = object.number(m_addressing.lengthBytes);
        at += headBytes;
        if (objectBytes > m_content.size() - at)
            break;
        if (number >= m_objects.size())
            m_objects.resize(number + std::size_t{1});
        m_objects[number] = Place{at, static_cast<std::size_t>(objectBytes)};
        at += std::min(aligned(static_cast<std::size_t>(objectBytes)), m_content.size() - at);
    }
    return true;
}

std::optional<std::span<const std::byte>> GlobalHeap::object(std::uint64_t collection, std::uint32_t number)
{
    if (m_collection != collection) {
        m_collection = collection;
        if (!enter(collection))
            m_objects.clear();
    }
    if (number >= m_objects.size() || !m_objects[number])
        return std::nullopt;
    return std::span(std::as_const(m_content)).subspan(m_objects[number]->offset, m_objects[number]->size);
}

// IV.A.2.d, variable-length: the length, then the collection and the number in it.
std::optional<std::span<const std::byte>> GlobalHeap::referred(ByteFields& references)
{
    const auto bytes = references.next<std::uint32_t>();
    const std::uint64_t collection = references.number(m_addressing.addressBytes);
    const auto number = references.next<std::uint32_t>();
    if (bytes == 0 || collection == 0)
        return std::span<const std::byte>();
    const auto found = object(collection, number);
    return found && found->size() == bytes ? found : std::nullopt;
}

}
