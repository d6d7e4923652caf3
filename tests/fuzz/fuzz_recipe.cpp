#include "engine/core/error.h"
#include "engine/recipes/recipe_reader.h"

#include "tests/fuzz/fuzzed_file.h"

/// A recipe of alignment.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const fuzz::FuzzedFile file(bytes, size, ".json");
    std::vector<std::string> warnings;
    try {
        engine::readRecipe(file.path(), warnings);
    } catch (const engine::Error&) { // is refused
    }
    return 0;
}
