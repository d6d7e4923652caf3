#include "engine/core/error.h"
#include "engine/extraction/face_task_file.h"

#include "tests/fuzz/fuzzed_file.h"

/// A face_landmarker.task that a user brings.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const fuzz::FuzzedFile file(bytes, size, ".task");
    try {
        engine::openFaceTask(file.path());
    } catch (const engine::Error&) { // is refused
    }
    return 0;
}
