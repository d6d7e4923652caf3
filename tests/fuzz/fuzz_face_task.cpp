#include "engine/core/error.h"
#include "engine/extraction/face_task_file.h"

#include "tests/fuzz/fuzzed_file.h"
#include "tests/fuzz/made_seeds.h"
#include "tests/support/made_face_task.h"

/// A whole file, and its nets.
extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/)
{
    return fuzz::makeSeeds([](const std::filesystem::path& folder) {
        using engine::test::MadeFaceTask;
        fuzz::writeSeed(folder / "whole", MadeFaceTask::bytes());
        fuzz::writeSeed(folder / "points", MadeFaceTask::points());
        fuzz::writeSeed(folder / "shapes", MadeFaceTask::shapes());
    });
}

/// A face_landmarker.task that a user brings, or a net of one: sums within the file keep changed ones out.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    try {
        if (text.starts_with("PK")) {
            const fuzz::FuzzedFile file(bytes, size, ".task");
            engine::openFaceTask(file.path());
        } else {
            const engine::FlatTable::Source source{text, "fuzzed.task", "net", "face_landmarker"};
            try {
                const engine::TaskPointsNet points(source);
            } catch (const engine::Error&) { // perhaps the other
                const engine::TaskShapesNet shapes(source);
            }
        }
    } catch (const engine::Error&) { // is refused
    }
    return 0;
}
