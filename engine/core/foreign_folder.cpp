#include "engine/core/foreign_folder.h"

#include "engine/core/error.h"

namespace engine {

void refuseForeignFolder(const std::filesystem::path& folder, const char* mark, const std::string& kind, bool replaces)
{
    std::error_code error;
    if (!std::filesystem::exists(folder, error)
        || (std::filesystem::is_directory(folder, error) && std::filesystem::is_empty(folder, error)))
        return;
    if (!std::filesystem::exists(folder / mark, error))
        throw IoError("in_the_way", folder.string(), "is there already, and is no " + kind);
    if (!replaces)
        throw IoError("in_the_way", folder.string(), "is there already; --overwrite replaces it");
}

}
