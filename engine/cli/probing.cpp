#include "engine/cli/probing.h"

#include "engine/core/installation.h"
#include "engine/packed/packed_layout.h"

#include <array>
#include <cstdlib>

namespace engine::cli {

namespace {

constexpr const char* kTrust = "POLYLOGUE_TRUST";

}

void addTrust(CLI::App& program)
{
    program.add_flag_callback(
        "--trust", [] { setenv(kTrust, "1", 1); }, // for the programs that this one starts, too
        "examine files without limits on time and memory (still in a process of their own)");
    program.fallthrough();
}

std::unique_ptr<Prober> makeProber()
{
    auto prober
        = std::make_unique<Prober>(Installation::ofThisProgram().program("polylogue-cli"), cacheFolder());
    if (const char* trust = std::getenv(kTrust); trust && *trust)
        prober->setLimits(Prober::Limits::None);
    return prober;
}

void checkSequences(const DatasetList& list, const SegmentRecipe& recipe)
{
    const std::unique_ptr<Prober> prober = makeProber();
    const std::array features{recipe.text, recipe.acoustic, recipe.visual};
    if (const DatasetList::Sequence* packed = packedSequenceOf(list, features);
        packed && mayBeHdf5(packed->file))
        prober->check(packed->file, kPackedProbe);
    for (const std::string& key : {recipe.words, recipe.text, recipe.acoustic, recipe.visual, recipe.labels,
                                   aboutListening(recipe).labels}) {
        if (const DatasetList::Sequence* sequence = list.sequence(key);
            sequence && !isPackedFile(sequence->file))
            prober->check(sequence->file);
    }
}

}
