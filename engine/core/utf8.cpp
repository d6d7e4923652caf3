#include "engine/core/utf8.h"

namespace engine {

namespace {

constexpr char32_t kReplacement = U'\xfffd';

/// The code point at `i`, which moves behind it; the replacement character, one byte on, for what is none.
char32_t next(std::string_view text, std::size_t& i)
{
    const auto lead = static_cast<unsigned char>(text[i++]);
    if (lead < 0x80)
        return lead;
    const std::size_t more = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
    if (more == 0 || text.size() - i < more)
        return kReplacement;
    char32_t point = lead & (0x3fU >> more);
    for (std::size_t k = 0; k < more; ++k) {
        const auto byte = static_cast<unsigned char>(text[i + k]);
        if ((byte & 0xc0U) != 0x80)
            return kReplacement;
        point = point << 6 | (byte & 0x3fU);
    }
    const bool isOverlong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
    if (isOverlong || point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
        return kReplacement;
    i += more;
    return point;
}

}

void appendUtf8(std::string& text, char32_t point)
{
    const auto tail = [&](int shift) { text += static_cast<char>(0x80U | (point >> shift & 0x3fU)); };
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += static_cast<char>(0xc0U | point >> 6);
        tail(0);
    } else if (point < 0x10000) {
        text += static_cast<char>(0xe0U | point >> 12);
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xf0U | (point >> 18 & 0x07U));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::string fromUtf16(std::string_view bytes, bool bigEndian)
{
    std::string text;
    text.reserve(bytes.size() / 2);
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(bigEndian ? first << 8 | second : second << 8 | first);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t point = unit(i);
        if (point >= 0xd800 && point < 0xdc00 && i + 3 < bytes.size() && unit(i + 2) >= 0xdc00
            && unit(i + 2) < 0xe000) {
            point = 0x10000 + ((point - 0xd800) << 10) + (unit(i + 2) - 0xdc00);
            i += 2;
        } else if (point >= 0xd800 && point < 0xe000) {
            point = kReplacement;
        }
        appendUtf8(text, point);
    }
    return text;
}

bool isUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            ++i;
            continue;
        }
        const std::size_t before = i;
        if (next(text, i) == kReplacement && text.substr(before, 3) != "\xef\xbf\xbd")
            return false;
    }
    return true;
}

std::u32string codePoints(std::string_view text)
{
    std::u32string result;
    for (std::size_t i = 0; i < text.size();)
        result += next(text, i);
    return result;
}

std::string inLowerCase(std::string text)
{
    for (char& letter : text) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
}

std::string validUtf8(const std::string& text)
{
    if (isUtf8(text))
        return text;
    std::string clean;
    for (const char32_t point : codePoints(text))
        appendUtf8(clean, point);
    return clean;
}

}
