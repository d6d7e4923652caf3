#include "engine/core/shell_word.h"

#include <string_view>

namespace engine {

std::string shellQuoted(const std::string& text)
{
    std::string word = "'";
    for (const char c : text)
        word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return word + "'";
}

std::string shellWord(const std::string& text)
{
    constexpr std::string_view kHarmless
        = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./,:=+@%";
    const bool isHarmless = !text.empty() && text.find_first_not_of(kHarmless) == std::string::npos;
    return isHarmless ? text : shellQuoted(text);
}

}
