#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace engine::test {

/// A copy of `bytes` with one to four damages, the same for the same seed: bits and bytes that changed,
/// fields of eight bytes that claim too much, pieces that are lost, doubled or put elsewhere, `pieces` put in
/// between.
template <std::size_t count>
std::string damaged(std::string bytes, std::uint32_t seed, const std::array<std::string_view, count>& pieces)
{
    std::mt19937 random(seed);
    const auto below = [&](std::size_t bound) { return bound > 0 ? random() % bound : 0; };
    const std::size_t damages = 1 + below(4);
    for (std::size_t i = 0; i < damages && !bytes.empty(); ++i) {
        const std::size_t at = below(bytes.size());
        const std::size_t length = 1 + below(std::min<std::size_t>(16, bytes.size() - at));
        switch (below(8)) {
        case 0:
            bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ 1u << below(8));
            break;
        case 1:
            bytes[at] = static_cast<char>(random());
            break;
        case 2: {
            constexpr std::array<std::string_view, 4> claims{
                std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff", 8),
                std::string_view("\x7f\xff\xff\xff\xff\xff\xff\xff", 8),
                std::string_view("\x10\0\0\0\0\0\0\0", 8), std::string_view("\0\0\0\0\0\0\0\x10", 8)};
            bytes.replace(at, std::min<std::size_t>(8, bytes.size() - at), claims.at(below(claims.size())));
            break;
        }
        case 3:
            bytes.erase(at, length);
            break;
        case 4:
            bytes.insert(at, bytes.substr(at, length));
            break;
        case 5:
            bytes.insert(below(bytes.size()), bytes.substr(at, length));
            break;
        case 6:
            bytes.resize(at);
            break;
        default:
            bytes.insert(at, pieces.at(below(count)));
        }
    }
    return bytes;
}

}
