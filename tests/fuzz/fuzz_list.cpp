#include "engine/core/error.h"
#include "engine/sequences/dataset_list.h"

#include "tests/fuzz/fuzzed_file.h"

/// The list of a dataset.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const fuzz::FuzzedFile file(bytes, size, ".json");
    try {
        engine::readDatasetList(file.path());
    } catch (const engine::Error&) { // is refused
    }
    return 0;
}
