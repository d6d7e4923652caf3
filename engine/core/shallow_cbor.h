#pragma once

#include <cstddef>
#include <string_view>

namespace engine {

/// Arrays and objects inside each other, at most, in messages and changes.
inline constexpr std::size_t kDeepestCbor = 32;

/// Whether a reader that calls itself for what lies inside something else (nlohmann's CBOR reader) can take
/// these bytes: nothing lies more than kDeepestCbor deep, and no text or run of bytes comes in pieces (RFC
/// 8949, 3.2.3), which nobody of ours writes and for each of which such a reader calls itself. Whether they
/// are CBOR at all is left to the reader.
bool isShallowCbor(std::string_view bytes);

}
