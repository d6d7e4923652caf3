#include "engine/annotation/project/project_file.h"
#include "engine/core/error.h"

#include "tests/fuzz/fuzzed_file.h"

/// A project, opened for reading as that of a stranger.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const fuzz::FuzzedFile file(bytes, size, ".polylogue");
    try {
        auto project = engine::ProjectFile::open(file.path(), engine::ProjectFile::Access::ReadOnly);
        std::vector<std::string> problems;
        project.load(problems);
    } catch (const engine::Error&) { // is refused
    }
    return 0;
}
