#include "engine/cli/probing.h"

#include "engine/worker/installation.h"

namespace engine::cli {

std::unique_ptr<Prober> makeProber()
{
    return std::make_unique<Prober>(siblingProgram("polylogue-cli"), cacheFolder());
}

void checkSequences(const DatasetList& list, const SegmentRecipe& recipe)
{
    const std::unique_ptr<Prober> prober = makeProber();
    for (const std::string& key :
         {recipe.words, recipe.text, recipe.acoustic, recipe.visual, recipe.labels}) {
        if (const DatasetList::Sequence* sequence = list.sequence(key))
            prober->check(sequence->file);
    }
}

}
