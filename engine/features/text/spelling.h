#pragma once

#include <string_view>

namespace engine {

/// Without the ASCII signs before and behind it: `"well,` → `well`. Empty where there is nothing else.
std::string_view withoutSigns(std::string_view text);

}
