#include "engine/cli/polylogue_extract/extract_confinement.h"

#include "engine/confinement/confinement.h"
#include "engine/core/installation.h"

#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace engine::cli {

namespace {

/// Of each thread between two steps. Longest are steps that tell nothing before their end, over hours of a
/// recording.
constexpr std::uint64_t kSecondsOfStep = std::uint64_t{4} * 3600;

}

void restartAlone(char** arguments)
{
    constexpr const char* threads = "OPENBLAS_NUM_THREADS";
    const char* const number = std::getenv(threads);
    if (number && std::string_view(number) == "1")
        return;
    setenv(threads, "1", 1);
    execv(Installation::thisProgram().c_str(), arguments); // returns only on failure
}

void confineExtraction(const std::vector<std::filesystem::path>& outputs, MayRun programs)
{
    Confinement confinement;
    confinement.writable = {"/dev/null"};
    for (const std::filesystem::path& output : outputs) {
        if (!output.empty())
            confinement.writable.push_back(folderOfOutput(output));
    }
    confinement.runsPrograms = programs == MayRun::Espeak;
    confinement.memoryBytes = shareOfMemory();
    confine(confinement);
}

void LimitedWork::goesOn() const
{
    limitProcessorTime(kSecondsOfStep * m_threads);
}

}
