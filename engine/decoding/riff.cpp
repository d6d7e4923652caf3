#include "engine/decoding/riff.h"

#include "engine/core/stored_bytes.h"

#include <array>
#include <fstream>
#include <string_view>

namespace engine {

namespace {

constexpr std::int64_t kHead = 8; // a chunk's name and size
constexpr std::uint32_t kOpen = 0x7ffff000; // and more: what programs write that do not know the size yet

struct Chunk {
    std::array<char, 4> name{};
    std::uint32_t size = 0;

    bool is(std::string_view other) const { return std::string_view(name.data(), name.size()) == other; }
};

/// A RIFF file, which may be a part of another.
struct RiffFile {
    std::ifstream bytes;
    std::int64_t begin = 0;
    std::int64_t end = 0; ///< behind its last byte
};

bool readChunk(RiffFile& riff, std::int64_t at, Chunk& chunk)
{
    std::ifstream& file = riff.bytes;
    if (at > riff.end - riff.begin - kHead)
        return false;
    std::array<unsigned char, 4> size{};
    file.seekg(riff.begin + at);
    file.read(chunk.name.data(), 4);
    file.read(reinterpret_cast<char*>(size.data()), 4);
    chunk.size = size[0] | size[1] << 8U | size[2] << 16U | static_cast<std::uint32_t>(size[3]) << 24U;
    return file.good();
}

}

std::int64_t promisedByRiff(const std::filesystem::path& path)
{
    const auto bytes = storedBytesIfAny(path);
    if (!bytes)
        return 0;
    RiffFile file{std::ifstream(bytes->file, std::ios::binary), static_cast<std::int64_t>(bytes->begin),
                  static_cast<std::int64_t>(bytes->begin + bytes->size)};
    std::array<char, 4> form{};
    Chunk chunk;
    if (!readChunk(file, 0, chunk) || !chunk.is("RIFF") || !file.bytes.read(form.data(), form.size()))
        return 0;
    const bool isWave = std::string_view(form.data(), form.size()) == "WAVE";
    // Of a wav the data count, since its own size is often wrong by a few bytes; an avi of more than 1 GiB
    // has several RIFF chunks, the last of which may be cut.
    std::int64_t end = 0;
    for (std::int64_t at = isWave ? 12 : 0; readChunk(file, at, chunk); at = end + end % 2) {
        if (chunk.size >= kOpen || (chunk.size == 0 && (!isWave || chunk.is("data"))))
            return 0;
        end = at + kHead + chunk.size;
        if (isWave && chunk.is("data"))
            return end;
        if (!isWave && !chunk.is("RIFF"))
            return at; // something else lies behind
    }
    return isWave ? 0 : end;
}

}
