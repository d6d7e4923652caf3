#include "engine/core/json_text.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"

namespace engine {

std::string jsonPath(const std::filesystem::path& path)
{
    std::string text = path.generic_string();
    if (!isUtf8(text))
        throw FormatError(
            "not_utf8", validUtf8(path.string()),
            "its name is not UTF-8, in which lists, recipes and projects are written; rename it");
    return text;
}

}
