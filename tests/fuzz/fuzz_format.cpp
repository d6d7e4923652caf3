#include "engine/core/error.h"

#include <cstdio>

#include "tests/fuzz/fuzzed_file.h"
#include "tests/fuzz/made_seeds.h"
#include "tests/support/format_samples.h"

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

extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/)
{
    return fuzz::makeSeeds([](const std::filesystem::path& folder) {
        int number = 0;
        for (const std::string& sample : engine::test::samplesOf(chosenFormat()))
            fuzz::writeSeed(folder / ("whole-" + std::to_string(++number)), sample);
    });
}

/// Annotation of another program, with the files that its format has beside the named one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const engine::Format& format = chosenFormat();
    const fuzz::FuzzedFolder folder;
    const auto file = engine::test::writeSample(
        format, std::string(reinterpret_cast<const char*>(bytes), size), folder.path(), "fuzzed");
    try {
        format.read(file, {});
    } catch (const engine::Error&) { // is refused
    }
    return 0;
}
