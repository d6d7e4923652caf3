#include "engine/core/error.h"

namespace engine {

std::string withoutNul(std::string text)
{
    for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at))
        text.replace(at, 1, "\\x00");
    return text;
}

}
