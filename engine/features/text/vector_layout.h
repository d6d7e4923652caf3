#pragma once

#include <cstdint>
#include <string_view>

/// How a cache of vectors lies in its file, which is read on the machine that wrote it: little endian, as all
/// that we build for.
namespace engine {

/// The beginning of the file. All places are bytes from its beginning.
struct VectorHead {
    char magic[8] = {'P', 'L', 'G', 'V', 'E', 'C', '0', '1'};
    std::uint64_t words = 0; ///< N, duplicates counted
    std::uint64_t numbers = 0; ///< D
    std::uint64_t values = 0; ///< N × D float32
    std::uint64_t offsets = 0; ///< N + 1 uint64: where each word begins among the letters
    std::uint64_t slots = 0; ///< by hash, `slotCount` of them
    std::uint64_t slotCount = 0;
    std::uint64_t letters = 0; ///< of all words
    std::uint64_t source = 0; ///< four lines: name, size, time of change, SHA-256 of the beginning
    std::uint64_t end = 0; ///< the file's size
};

/// The word whose vector stands for unknown ones.
inline constexpr const char* kUnknownWord = "<unk>";

/// A word that can be found. They are sorted by hash; of duplicates there is only the first.
struct VectorSlot {
    std::uint64_t hash = 0;
    std::uint64_t word = 0; ///< number of the word
};

/// FNV-1a, 64 bits.
constexpr std::uint64_t hashOfSpelling(std::string_view bytes)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001b3ULL;
    }
    return hash;
}

}
