#include "engine/worker/frames.h"

#include "engine/core/error.h"
#include "engine/core/shallow_cbor.h"

#include <nlohmann/json.hpp>

namespace engine {

namespace {

constexpr std::size_t headerSize = 4;
constexpr std::size_t kKept = 256 * 1024; ///< bytes of messages that were taken, for those to come

std::uint32_t lengthAt(std::string_view bytes)
{
    std::uint32_t length = 0;
    for (std::size_t i = headerSize; i > 0; --i)
        length = length << 8u | static_cast<unsigned char>(bytes[i - 1]);
    return length;
}

/// Builds nothing; stops the parser where the values would exhaust the memory.
class MessageGuard : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit MessageGuard(std::size_t mostValues) : m_left(mostValues) { }

    bool null() override { return count(); }
    bool boolean(bool) override { return count(); }
    bool number_integer(number_integer_t) override { return count(); }
    bool number_unsigned(number_unsigned_t) override { return count(); }
    bool number_float(number_float_t, const string_t&) override { return count(); }
    bool string(string_t&) override { return count(); }
    bool binary(binary_t&) override { return count(); }
    bool key(string_t&) override { return count(); }
    bool start_object(std::size_t) override { return count(); }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return count(); }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override
    {
        return false;
    }

private:
    bool count()
    {
        if (m_left == 0)
            return false;
        --m_left;
        return true;
    }

    std::size_t m_left;
};

}

nlohmann::json decodeMessage(std::string_view cbor, std::size_t mostValues)
{
    MessageGuard guard(mostValues);
    if (!isShallowCbor(cbor)
        || !nlohmann::json::sax_parse(cbor.begin(), cbor.end(), &guard, nlohmann::json::input_format_t::cbor))
        throw FormatError("bad_frame", "frame", "not a CBOR message, or one of too many values");
    return nlohmann::json::from_cbor(cbor.begin(), cbor.end());
}

std::string encodeFrame(const nlohmann::json& message)
{
    std::string frame(headerSize, '\0');
    nlohmann::json::to_cbor(message, frame);
    const std::size_t length = frame.size() - headerSize;
    for (std::size_t i = 0; i < headerSize; ++i)
        frame[i] = static_cast<char>(length >> (8 * i) & 0xffu);
    return frame;
}

void FrameReader::feed(std::string_view bytes)
{
    if (m_begin == m_bytes.size() && m_begin > kKept)
        m_bytes = {}; // the memory of a long message is given back
    else
        m_bytes.erase(0, m_begin);
    m_begin = 0;
    m_bytes.append(bytes);
}

std::optional<std::string_view> FrameReader::nextFrame()
{
    const std::string_view waiting = std::string_view(m_bytes).substr(m_begin);
    if (waiting.size() < headerSize)
        return std::nullopt;
    const std::uint32_t length = lengthAt(waiting);
    if (length > m_limit)
        throw FormatError("bad_frame", "frame",
                          "announces " + std::to_string(length) + " bytes, at most " + std::to_string(m_limit)
                              + " are accepted");
    if (waiting.size() - headerSize < length)
        return std::nullopt;
    m_begin += headerSize + length;
    return waiting.substr(headerSize, length);
}

std::optional<nlohmann::json> FrameReader::next()
{
    const std::optional<std::string_view> frame = nextFrame();
    return frame ? std::optional(decodeMessage(*frame)) : std::nullopt;
}

}
