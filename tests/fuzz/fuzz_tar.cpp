#include "engine/core/error.h"
#include "engine/core/tar_archive.h"

#include "tests/fuzz/fuzzed_file.h"

/// The headers of an archive whose files are read where they lie.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const fuzz::FuzzedFile file(bytes, size, ".tar");
    try {
        for (const engine::TarMember& member : engine::readTar(file.path())->members) {
            if (member.begin > size || member.size > size - member.begin)
                std::abort(); // leads out of the archive
        }
    } catch (const engine::Error&) { // is refused
    }
    return 0;
}
