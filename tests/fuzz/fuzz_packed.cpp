#include "engine/core/error.h"
#include "engine/packed/packed_file.h"

#include "tests/fuzz/fuzzed_file.h"

/// Packed segments: the first byte says whether as HDF5 or as a NumPy archive.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size == 0)
        return 0;
    const fuzz::FuzzedFile file(bytes, size, bytes[0] == 'P' ? ".npz" : ".h5");
    try {
        engine::PackedFile(file.path()).check();
    } catch (const engine::Error&) { // is refused
    }
    return 0;
}
