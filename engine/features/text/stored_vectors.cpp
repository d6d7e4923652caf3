#include "engine/features/text/stored_vectors.h"

#include "engine/core/error.h"
#include "engine/core/sha256.h"
#include "engine/core/text_file.h"
#include "engine/features/text/vector_layout.h"

#include <charconv>
#include <cstring>
#include <fmt/format.h>

namespace engine {

namespace {

template <class Number>
Number readAt(const char* place)
{
    Number number;
    std::memcpy(&number, place, sizeof number);
    return number;
}

/// The part [first, first + count × size) lies within the file, in this order behind what came before.
bool lies(std::uint64_t first, std::uint64_t count, std::uint64_t size, std::uint64_t before,
          std::uint64_t end)
{
    return first >= before && first <= end && count <= (end - first) / size;
}

}

StoredVectors::StoredVectors(const std::filesystem::path& cache) : m_file(cache, MappedFile::Pages::AsNeeded)
{
    const std::string_view bytes = m_file.bytes();
    const auto refuse = [&] {
        throw FormatError("data_invalid", cache.string(), "is no whole file of stored word vectors");
    };
    VectorHead head;
    if (bytes.size() < sizeof head || std::memcmp(bytes.data(), head.magic, sizeof head.magic) != 0)
        refuse();
    head = readAt<VectorHead>(bytes.data());
    const bool isWhole = head.end == bytes.size() && head.numbers > 0 && head.numbers < bytes.size()
        && lies(head.values, head.words, head.numbers * sizeof(float), sizeof head, head.end)
        && lies(head.offsets, head.words + 1, sizeof(std::uint64_t), head.values, head.end)
        && lies(head.slots, head.slotCount, sizeof(VectorSlot), head.offsets, head.end)
        && head.slotCount <= head.words && lies(head.letters, 0, 1, head.slots, head.end)
        && lies(head.source, 0, 1, head.letters, head.end);
    if (!isWhole)
        refuse();
    m_words = head.words;
    m_values = bytes.data() + head.values;
    m_offsets = bytes.data() + head.offsets;
    m_slots = bytes.data() + head.slots;
    m_slotCount = head.slotCount;
    m_letters = bytes.substr(head.letters, head.source - head.letters);
    std::string_view lines = bytes.substr(head.source);
    const auto line = [&] {
        const auto end = std::min(lines.find('\n'), lines.size());
        const std::string_view text = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        return text;
    };
    m_source.name = line();
    const std::string_view size = line();
    std::from_chars(size.data(), size.data() + size.size(), m_source.size);
    const std::string_view changed = line();
    std::from_chars(changed.data(), changed.data() + changed.size(), m_source.changed);
    m_source.beginning = line();
    for (std::uint64_t i = 0; i < head.numbers; ++i)
        m_columns.push_back({fmt::format("vector_{}", i)});
}

std::string StoredVectors::description() const
{
    return fmt::format("word vectors of {} ({} numbers, SHA-256 of its first MiB {})", m_source.name,
                       m_columns.size(), m_source.beginning);
}

/// Empty for a damaged place.
std::string_view StoredVectors::wordAt(std::size_t index) const
{
    if (index >= m_words)
        return {};
    const auto first = readAt<std::uint64_t>(m_offsets + index * sizeof(std::uint64_t));
    const auto end = readAt<std::uint64_t>(m_offsets + (index + 1) * sizeof(std::uint64_t));
    return first <= end && end <= m_letters.size() ? m_letters.substr(first, end - first)
                                                   : std::string_view();
}

bool StoredVectors::find(std::string_view word, std::span<float> row) const
{
    const std::uint64_t hash = hashOfSpelling(word);
    const auto slotAt
        = [this](std::size_t slot) { return readAt<VectorSlot>(m_slots + slot * sizeof(VectorSlot)); };
    std::size_t first = 0;
    std::size_t end = m_slotCount;
    while (first < end) {
        const std::size_t middle = first + (end - first) / 2;
        if (slotAt(middle).hash < hash)
            first = middle + 1;
        else
            end = middle;
    }
    for (; first < m_slotCount && slotAt(first).hash == hash; ++first) {
        const std::uint64_t index = slotAt(first).word;
        if (index >= m_words || wordAt(index) != word)
            continue;
        std::memcpy(row.data(), m_values + index * m_columns.size() * sizeof(float),
                    m_columns.size() * sizeof(float));
        return true;
    }
    return false;
}

bool StoredVectors::findUnknown(std::span<float> row) const
{
    return find(kUnknownWord, row);
}

StoredVectors openVectors(const std::filesystem::path& file, const std::filesystem::path& folder,
                          const RunContext& run)
{
    const VectorSource source = vectorSourceOf(file);
    std::error_code error;
    Sha256 hash;
    hash.addAll(std::filesystem::weakly_canonical(file, error).string());
    const std::filesystem::path cache = folder / (hexadecimal(hash.digest()).substr(0, 32) + ".vectors");
    if (std::filesystem::exists(cache, error)) {
        try {
            StoredVectors stored(cache);
            if (stored.source() == source)
                return stored;
        } catch (const FormatError&) {
            // It is made again.
        }
    }
    makeFolder(folder);
    writeVectorCache(file, cache, run);
    return StoredVectors(cache);
}

}
