#include "engine/features/text/spelling.h"

namespace engine {

namespace {

bool isSign(char letter)
{
    const auto unit = static_cast<unsigned char>(letter);
    const bool isOfWord
        = (unit >= '0' && unit <= '9') || (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
    return unit < 0x80 && !isOfWord;
}

}

std::string_view withoutSigns(std::string_view text)
{
    while (!text.empty() && isSign(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSign(text.back()))
        text.remove_suffix(1);
    return text;
}

}
