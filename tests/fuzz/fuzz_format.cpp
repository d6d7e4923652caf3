#include "engine/core/error.h"
#include "engine/formats/format_registry.h"

#include <cstdio>

#include "tests/fuzz/fuzzed_file.h"

namespace {

/// The format that POLYLOGUE_FUZZ_FORMAT names.
const engine::Format& chosenFormat()
{
    static const engine::Format* const chosen = [] {
        const char* id = std::getenv("POLYLOGUE_FUZZ_FORMAT");
        const engine::Format* const found = engine::formatById(id ? id : "");
        if (found && found->read)
            return found;
        std::fprintf(stderr, "POLYLOGUE_FUZZ_FORMAT is to be one of:");
        for (const engine::Format* format : engine::formats())
            if (format->read)
                std::fprintf(stderr, " %s", std::string(format->id).c_str());
        std::fprintf(stderr, "\n");
        std::exit(2);
    }();
    return *chosen;
}

}

/// Annotation of another program.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const engine::Format& format = chosenFormat();
    const fuzz::FuzzedFile file(bytes, size, ".fuzzed");
    try {
        format.read(file.path(), {});
    } catch (const engine::Error&) { // is refused
    }
    return 0;
}
