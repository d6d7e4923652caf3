#include "engine/core/error.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_walk.h"

#include "tests/fuzz/fuzzed_file.h"

/// A computational sequence: what the child process does that examines it, then what the window reads.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const fuzz::FuzzedFile file(bytes, size, ".csd");
    try {
        engine::walkCsd(file.path());
    } catch (const engine::Error&) { // is refused
    }
    return 0;
}
