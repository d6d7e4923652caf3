#pragma once

#include <string>
#include <string_view>

/// Text between UTF-8 and code points.
namespace engine {

void appendUtf8(std::string& text, char32_t point);

/// UTF-16 → UTF-8; halves of a pair without the other become the replacement character, an odd byte at the
/// end is left out.
std::string fromUtf16(std::string_view bytes, bool bigEndian);

/// Strictly: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(std::string_view text);

/// UTF-8 → code points; what is no UTF-8 becomes the replacement character.
std::u32string codePoints(std::string_view text);

}
