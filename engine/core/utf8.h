#pragma once

#include <string>
#include <string_view>

/// Conversions between UTF-8, UTF-16 and code points.
namespace engine {

void appendUtf8(std::string& text, char32_t point);

/// UTF-16 → UTF-8; half of a surrogate pair without the other half becomes the replacement character, and an
/// odd byte at the end is left out.
std::string fromUtf16(std::string_view bytes, bool bigEndian);

/// Whether the text is strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(std::string_view text);

/// The text as UTF-8: bytes that are not UTF-8 become the replacement character.
std::string validUtf8(const std::string& text);

/// The text with ASCII letters in lower case; letters of other alphabets stay as they are.
std::string inLowerCase(std::string text);

/// UTF-8 → code points; bytes that are not UTF-8 become the replacement character.
std::u32string codePoints(std::string_view text);

}
