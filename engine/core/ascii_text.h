#pragma once

#include <algorithm>
#include <string>

namespace engine {

/// The same with A…Z as small letters; all other letters stay as they are, whatever the language of the
/// machine.
inline std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

}
