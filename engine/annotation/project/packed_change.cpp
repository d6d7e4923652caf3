#include "engine/annotation/project/packed_change.h"

#include "engine/annotation/project/change_bytes.h"

namespace engine {

namespace {

std::string textOf(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}

PackedChange::PackedChange(const Change& change) : m_bytes(textOf(project::bytesOf(change))) { }

PackedChange::PackedChange(std::span<const std::uint8_t> bytes) : m_bytes(textOf(bytes))
{
    static_cast<void>(project::changeOf(bytes));
}

Change PackedChange::change() const
{
    return project::changeOf(bytes());
}

std::span<const std::uint8_t> PackedChange::bytes() const
{
    return {reinterpret_cast<const std::uint8_t*>(m_bytes.data()), m_bytes.size()};
}

}
