#include "engine/nets/flat_table.h"

#include "engine/core/error.h"

#include <bit>
#include <fmt/format.h>
#include <utility>

namespace engine {

static_assert(std::endian::native == std::endian::little, "flatbuffers are read as they lie in the file");

namespace {

constexpr std::size_t kOffsetBytes = 4; // of an offset, and of a list's count
constexpr std::size_t kFieldsBegin = 4; // behind two sizes in a list of fields

}

void FlatTable::Source::refuse(const std::string& why) const
{
    throw FormatError(code, file, place + ' ' + why);
}

FlatTable FlatTable::root(const Source& source)
{
    std::uint32_t offset = 0;
    if (source.bytes.size() < 2 * kOffsetBytes)
        source.refuse(fmt::format("has {} bytes, expected a flatbuffer", source.bytes.size()));
    std::memcpy(&offset, source.bytes.data(), sizeof offset);
    return {source, offset};
}

FlatTable::FlatTable(const Source& source, std::size_t at) : m_source(&source), m_at(at)
{
    const auto back = static_cast<std::ptrdiff_t>(numberAt<std::int32_t>(at));
    const std::ptrdiff_t fields = static_cast<std::ptrdiff_t>(at) - back;
    if (fields < 0)
        source.refuse(fmt::format("is damaged: the table at byte {} has no list of fields", at));
    m_fields = static_cast<std::size_t>(fields);
    m_fieldsEnd = m_fields + numberAt<std::uint16_t>(m_fields);
    if (m_fieldsEnd < m_fields + kFieldsBegin || m_fieldsEnd > source.bytes.size())
        source.refuse(fmt::format("is damaged: the list of fields at byte {} goes beyond the end", m_fields));
}

void FlatTable::demand(std::size_t at, std::size_t size) const
{
    if (at > m_source->bytes.size() || size > m_source->bytes.size() - at)
        m_source->refuse(fmt::format("is damaged or cut off: byte {} is named, and there are {}", at,
                                     m_source->bytes.size()));
}

std::size_t FlatTable::placeOf(std::size_t field, std::size_t size) const
{
    const std::size_t listed = m_fields + kFieldsBegin + 2 * field;
    if (listed + 2 > m_fieldsEnd)
        return 0;
    const auto offset = numberAt<std::uint16_t>(listed);
    if (offset == 0)
        return 0;
    demand(m_at + offset, size);
    return m_at + offset;
}

std::size_t FlatTable::followed(std::size_t at) const
{
    const std::size_t target = at + numberAt<std::uint32_t>(at);
    demand(target, kOffsetBytes);
    return target;
}

std::pair<std::size_t, std::size_t> FlatTable::list(std::size_t field, std::size_t size,
                                                    std::size_t most) const
{
    const std::size_t at = placeOf(field, kOffsetBytes);
    if (at == 0)
        return {0, 0};
    const std::size_t begin = followed(at);
    const std::size_t count = numberAt<std::uint32_t>(begin);
    if (count > most)
        m_source->refuse(fmt::format("has a list of {} at byte {}, expected at most {}", count, begin, most));
    demand(begin + kOffsetBytes, count * size);
    return {begin + kOffsetBytes, count};
}

std::vector<std::int32_t> FlatTable::numbers(std::size_t field, std::size_t most) const
{
    const auto [begin, count] = list(field, sizeof(std::int32_t), most);
    std::vector<std::int32_t> numbers(count);
    if (count > 0)
        std::memcpy(numbers.data(), m_source->bytes.data() + begin, count * sizeof(std::int32_t));
    return numbers;
}

std::string_view FlatTable::bytes(std::size_t field) const
{
    const auto [begin, count] = list(field, 1, m_source->bytes.size());
    return m_source->bytes.substr(begin, count);
}

std::optional<FlatTable> FlatTable::table(std::size_t field) const
{
    const std::size_t at = placeOf(field, kOffsetBytes);
    if (at == 0)
        return std::nullopt;
    return FlatTable(*m_source, followed(at));
}

std::vector<FlatTable> FlatTable::tables(std::size_t field, std::size_t most) const
{
    const auto [begin, count] = list(field, kOffsetBytes, most);
    std::vector<FlatTable> tables;
    tables.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        tables.push_back(FlatTable(*m_source, followed(begin + kOffsetBytes * i)));
    return tables;
}

}
