#include "engine/worker/installation.h"

#include "engine/core/error.h"

#include <cstdlib>

namespace engine {

namespace {

std::filesystem::path programFolder()
{
    return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

}

std::filesystem::path siblingProgram(const std::string& name)
{
    const std::filesystem::path program = programFolder() / name;
    if (!std::filesystem::exists(program))
        throw IoError("file_not_found", program.string(), "this program is missing from the installation");
    return program;
}

std::filesystem::path cacheFolder()
{
    const char* cache = std::getenv("XDG_CACHE_HOME");
    const char* home = std::getenv("HOME");
    const std::filesystem::path base = cache && *cache ? std::filesystem::path(cache)
        : home && *home                                ? std::filesystem::path(home) / ".cache"
                                                       : std::filesystem::temp_directory_path();
    std::error_code ignored; // a cache that cannot be made is a slower program, no error
    std::filesystem::create_directories(base / "polylogue", ignored);
    return base / "polylogue";
}

std::filesystem::path demoFolder()
{
    // <source>/build/<preset>/bin and <source>/build/<preset>/tests → the source tree; <prefix>/bin → its
    // share
    for (const char* relative : {"../../../resources/demo", "../share/polylogue/demo"}) {
        const std::filesystem::path folder = (programFolder() / relative).lexically_normal();
        if (std::filesystem::exists(folder / "dataset.json"))
            return folder;
    }
    return {};
}

}
