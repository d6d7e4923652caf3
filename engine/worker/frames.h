#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// One message between `polylogue` and `polylogue-models`, or a script: uint32 length (little endian), then
/// that many bytes of CBOR.
std::string encodeFrame(const nlohmann::json& message);

/// How many values, at every depth, a message may have when nobody says otherwise: as many as it holds.
inline constexpr std::size_t kAnyValues = std::numeric_limits<std::size_t>::max();

/// What a frame holds behind its length.
/// @param mostValues  a value takes more memory than its bytes, so that a message of a stranger has a limit
/// @throws FormatError (`bad_frame`) for bytes that are not CBOR, nested more deeply than any message of
/// ours, or of more values.
nlohmann::json decodeMessage(std::string_view cbor, std::size_t mostValues = kAnyValues);

/// Cuts a byte stream into messages, in whatever pieces the pipe delivers it.
class FrameReader {
public:
    static constexpr std::uint32_t defaultLimit = 256u << 20u; ///< bytes; a segment is some 100 kB

    explicit FrameReader(std::uint32_t limit = defaultLimit) : m_limit(limit) { }
    /// Messages from now on may be of this size, in bytes.
    void setLimit(std::uint32_t limit) { m_limit = limit; }

    /// Appends what arrived.
    void feed(std::string_view bytes);

    /// What the next whole frame holds behind its length, to be looked at before more is fed; nothing until
    /// more bytes are fed.
    /// @throws FormatError (code `bad_frame`) when a frame is longer than the limit. The place where the next
    /// frame would begin is then unknown: the stream must be given up.
    std::optional<std::string_view> nextFrame();

    /// The next whole message, or nothing until more bytes are fed. @throws as nextFrame(), and as
    /// decodeMessage().
    std::optional<nlohmann::json> next();

private:
    std::uint32_t m_limit;
    std::string m_bytes;
    std::size_t m_begin = 0; ///< of the first byte that is not yet taken
};

}
