#include "engine/core/shallow_cbor.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace engine {

namespace {

constexpr std::uint64_t kUntilBreak = std::numeric_limits<std::uint64_t>::max();

enum Major : unsigned { Bytes = 2, Text = 3, Array = 4, Map = 5, Other = 7 };

/// Bytes of the number behind an initial byte.
std::size_t bytesOfNumber(unsigned info)
{
    return info < 24 || info > 27 ? 0 : std::size_t{1} << (info - 24);
}

/// An item is whole, and with it whatever it was the last of.
void endItem(std::vector<std::uint64_t>& open)
{
    while (!open.empty() && open.back() != kUntilBreak && --open.back() == 0)
        open.pop_back();
}

}

bool isShallowCbor(std::string_view bytes)
{
    constexpr unsigned indefinite = 31;
    std::vector<std::uint64_t> open; // items that are still to come in each array and map
    for (std::size_t at = 0; at < bytes.size();) {
        const auto initial = static_cast<unsigned char>(bytes[at++]);
        const unsigned major = initial >> 5;
        const unsigned info = initial & 31u;
        const std::size_t width = bytesOfNumber(info);
        if (bytes.size() - at < width)
            return true; // cut off: the reader says so
        std::uint64_t number = info < 24 ? info : 0;
        for (std::size_t i = 0; i < width; ++i)
            number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
        at += width;
        if (major == Bytes || major == Text) {
            if (info == indefinite)
                return false;
            if (number > bytes.size() - at)
                return true;
            at += static_cast<std::size_t>(number);
        } else if (major == Array || major == Map) {
            const std::uint64_t items = major == Map && number < kUntilBreak / 2 ? 2 * number : number;
            if (info == indefinite || items > 0) {
                open.push_back(info == indefinite ? kUntilBreak : items);
                if (open.size() > kDeepestCbor)
                    return false;
                continue;
            }
        } else if (major == Other && info == indefinite) { // the end of what is open
            if (open.empty() || open.back() != kUntilBreak)
                return true;
            open.pop_back();
        }
        endItem(open);
    }
    return true;
}

}
