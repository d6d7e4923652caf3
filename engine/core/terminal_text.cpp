#include "engine/core/terminal_text.h"

#include <array>
#include <cstdio>

namespace engine {

namespace {

struct Piece {
    char32_t point = 0;
    std::size_t size = 1; ///< bytes
};

/// The character at a place of two or three bytes, among which all harmful ones are; others byte by byte.
Piece pieceAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) -> unsigned {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    if ((byte(0) & 0xE0U) == 0xC0U && continues(1))
        return {(byte(0) & 0x1FU) << 6 | (byte(1) & 0x3FU), 2};
    if ((byte(0) & 0xF0U) == 0xE0U && continues(1) && continues(2))
        return {(byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU), 3};
    if ((byte(0) & 0xF8U) == 0xF0U && continues(1) && continues(2) && continues(3))
        return {0x10000, 4};
    return {byte(0), 1};
}

bool isHarmful(char32_t point)
{
    const bool isControl = point < 0x20 || (point >= 0x7F && point < 0xA0);
    const bool endsLine = point == 0x2028 || point == 0x2029;
    const bool turns = point == 0x061C || point == 0x200E || point == 0x200F
        || (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return isControl || endsLine || turns;
}

std::string filtered(std::string_view text, std::string_view kept)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const Piece piece = pieceAt(text, i);
        if (!isHarmful(piece.point) || kept.find(text[i]) != std::string_view::npos) {
            result += text.substr(i, piece.size);
        } else {
            std::array<char, 12> shown{};
            std::snprintf(shown.data(), shown.size(), piece.point < 0x100 ? "\\x%02x" : "\\u%04x",
                          static_cast<unsigned>(piece.point));
            result += shown.data();
        }
        i += piece.size;
    }
    return result;
}

}

std::string terminalText(std::string_view text)
{
    return filtered(text, {});
}

std::string terminalLines(std::string_view text)
{
    return filtered(text, "\n\t");
}

}
