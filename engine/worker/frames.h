#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// One message between `polylogue` and `polylogue-models`: uint32 length (little endian), then that many
/// bytes of CBOR.
std::string encodeFrame(const nlohmann::json& message);

/// What a frame holds behind its length.
/// @throws FormatError (`bad_frame`) for bytes that are not CBOR, or nested more deeply than any message of ours.
nlohmann::json decodeMessage(std::string_view cbor);

/// Cuts a byte stream into messages, in whatever pieces the pipe delivers it.
class FrameReader {
public:
    static constexpr std::uint32_t defaultLimit = 256u << 20u; ///< bytes; a segment is some 100 kB

    explicit FrameReader(std::uint32_t limit = defaultLimit) : m_limit(limit) { }

    /// Appends what arrived.
    void feed(std::string_view bytes);

    /// The next whole message, or nothing until more bytes are fed.
    ///
    /// @throws FormatError (code `bad_frame`) when a frame is longer than the limit or is not CBOR. The place
    /// where the
    ///         next frame would begin is then unknown: the stream must be given up.
    std::optional<nlohmann::json> next();

private:
    std::uint32_t m_limit;
    std::string m_bytes;
    std::size_t m_begin = 0; ///< of the first byte that is not yet taken
};

}
