#include "engine/sequences/hdf5/metadata_checksum.h"

#include <bit>
#include <cstddef>
#include <cstring>

namespace engine::hdf5 {

namespace {

struct Mixed {
    std::uint32_t a, b, c;

    void mix()
    {
        a -= c, a ^= std::rotl(c, 4), c += b;
        b -= a, b ^= std::rotl(a, 6), a += c;
        c -= b, c ^= std::rotl(b, 8), b += a;
        a -= c, a ^= std::rotl(c, 16), c += b;
        b -= a, b ^= std::rotl(a, 19), a += c;
        c -= b, c ^= std::rotl(b, 4), b += a;
    }
    void finish()
    {
        c ^= b, c -= std::rotl(b, 14);
        a ^= c, a -= std::rotl(c, 11);
        b ^= a, b -= std::rotl(a, 25);
        c ^= b, c -= std::rotl(b, 16);
        a ^= c, a -= std::rotl(c, 4);
        b ^= a, b -= std::rotl(a, 14);
        c ^= b, c -= std::rotl(b, 24);
    }
    /// Twelve bytes; those that are not there count as zero.
    void add(const std::byte* bytes, std::size_t count)
    {
        std::uint32_t words[3] = {0, 0, 0};
        std::memcpy(words, bytes, count);
        a += words[0], b += words[1], c += words[2];
    }
};

}

std::uint32_t metadataChecksum(std::span<const std::byte> bytes)
{
    const std::uint32_t start = 0xdeadbeefU + static_cast<std::uint32_t>(bytes.size());
    Mixed mixed{start, start, start};
    for (; bytes.size() > 12; bytes = bytes.subspan(12)) {
        mixed.add(bytes.data(), 12);
        mixed.mix();
    }
    if (!bytes.empty()) {
        mixed.add(bytes.data(), bytes.size());
        mixed.finish();
    }
    return mixed.c;
}

}
