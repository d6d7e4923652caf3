#include "engine/features/text/vector_cache.h"

#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/core/sha256.h"
#include "engine/features/text/vector_layout.h"
#include "engine/features/text/vector_reader.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>
#include <sys/stat.h>

namespace engine {

namespace {

constexpr std::size_t kBeginning = std::size_t{1} << 20U; // bytes whose sum tells files apart

/// Writes a cache: vectors as they come, all else behind them.
class CacheWriter {
public:
    explicit CacheWriter(const std::filesystem::path& target)
        : m_file(target)
        , m_stream(m_file.temporary(), std::ios::binary)
    {
        m_head.values = sizeof m_head;
        write(&m_head, sizeof m_head); // again at the end, when all is known
    }

    void add(std::string_view word, std::span<const float> vector)
    {
        m_head.numbers = vector.size();
        m_slots.push_back({hashOfSpelling(word), m_offsets.size()});
        m_offsets.push_back(m_letters.size());
        m_letters += word;
        write(vector.data(), vector.size_bytes());
    }

    void finish(const VectorSource& source, PendingFile::Sync sync)
    {
        m_head.words = m_offsets.size();
        m_offsets.push_back(m_letters.size());
        dropDuplicates();
        m_head.slotCount = m_slots.size();
        m_head.offsets = aligned();
        write(m_offsets.data(), m_offsets.size() * sizeof m_offsets.front());
        m_head.slots = aligned();
        write(m_slots.data(), m_slots.size() * sizeof(VectorSlot));
        m_head.letters = m_written;
        write(m_letters.data(), m_letters.size());
        m_head.source = m_written;
        const std::string lines
            = fmt::format("{}\n{}\n{}\n{}\n", source.name, source.size, source.changed, source.beginning);
        write(lines.data(), lines.size());
        m_head.end = m_written;
        m_stream.seekp(0);
        write(&m_head, sizeof m_head);
        m_stream.close();
        if (!m_stream)
            fail();
        m_file.commit(sync);
    }

private:
    void write(const void* bytes, std::size_t size)
    {
        m_stream.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size));
        m_written += size;
        if (!m_stream)
            fail();
    }

    /// The next place that numbers may lie at.
    std::uint64_t aligned()
    {
        constexpr std::array<char, sizeof(std::uint64_t)> kZeros{};
        if (const std::size_t over = m_written % kZeros.size(); over > 0)
            write(kZeros.data(), kZeros.size() - over);
        return m_written;
    }

    std::string_view wordOf(const VectorSlot& slot) const
    {
        return std::string_view(m_letters).substr(m_offsets[slot.word],
                                                  m_offsets[slot.word + 1] - m_offsets[slot.word]);
    }

    void dropDuplicates()
    {
        std::ranges::sort(m_slots, [this](const VectorSlot& a, const VectorSlot& b) {
            if (a.hash != b.hash)
                return a.hash < b.hash;
            const int order = wordOf(a).compare(wordOf(b));
            return order != 0 ? order < 0 : a.word < b.word;
        });
        const auto rest = std::ranges::unique(m_slots, [this](const VectorSlot& a, const VectorSlot& b) {
            return a.hash == b.hash && wordOf(a) == wordOf(b);
        });
        m_slots.erase(rest.begin(), rest.end());
    }

    [[noreturn]] void fail() const
    {
        throw IoError("io", m_file.target().string(), "could not be written; is the disk full?");
    }

    PendingFile m_file;
    std::ofstream m_stream;
    VectorHead m_head;
    std::uint64_t m_written = 0;
    std::vector<VectorSlot> m_slots;
    std::vector<std::uint64_t> m_offsets;
    std::string m_letters;
};

}

VectorSource vectorSourceOf(const std::filesystem::path& file)
{
    struct stat state { };
    std::ifstream stream(file, std::ios::binary);
    if (!stream || stat(file.c_str(), &state) != 0)
        throw IoError("file_not_found", file.string(), "cannot be read");
    std::string beginning(kBeginning, '\0');
    stream.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    if (stream.bad())
        throw IoError("io", file.string(), "cannot be read");
    Sha256 hash;
    hash.add(beginning.data(), static_cast<std::size_t>(stream.gcount()));
    return {file.filename().string(), static_cast<std::uint64_t>(state.st_size),
            std::int64_t{state.st_mtim.tv_sec} * 1'000'000'000 + state.st_mtim.tv_nsec,
            hexadecimal(hash.digest())};
}

void writeVectorCache(const std::filesystem::path& file, const std::filesystem::path& cache,
                      const RunContext& run)
{
    const VectorSource source = vectorSourceOf(file);
    CacheWriter writer(cache);
    readVectors(
        file, [&](std::string_view word, std::span<const float> vector) { writer.add(word, vector); }, run);
    writer.finish(source, PendingFile::Sync::NotForCaches);
}

void writeVocabulary(const WordVectors& vectors, const VectorSource& source,
                     const std::set<std::string>& words, const std::filesystem::path& target)
{
    std::vector<float> vector(vectors.columns().size());
    CacheWriter writer(target);
    if (vectors.findUnknown(vector))
        writer.add(kUnknownWord, vector);
    for (const std::string& word : words) {
        if (word != kUnknownWord && vectors.find(word, vector))
            writer.add(word, vector);
    }
    writer.finish(source, PendingFile::Sync::Now);
}

}
