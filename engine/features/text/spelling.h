#pragma once

#include <string>
#include <string_view>

namespace engine {

/// ASCII letters in lower case; letters of other alphabets stay as they are.
std::string inLowerCase(std::string text);

/// Without the ASCII signs before and behind it: `"well,` → `well`. Empty where there is nothing else.
std::string_view withoutSigns(std::string_view text);

}
