#include "engine/core/error.h"
#include "engine/model_files/safetensors.h"

#include "tests/fuzz/fuzzed_file.h"

/// A model's tensors and text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const fuzz::FuzzedFile file(bytes, size, ".safetensors");
    try {
        engine::readSafetensors(file.path(), engine::OtherTypes::Leave);
    } catch (const engine::Error&) { // is refused
    }
    return 0;
}
