#pragma once

#include "engine/recipes/recipe.h"

namespace engine {

/// The command that runs a recipe file, for a shell: `polylogue-cli run RECIPE --out FOLDER`.
std::string asCommand(const std::filesystem::path& recipe, const std::filesystem::path& out);

/// The same steps as a Python program over the CMU-MultimodalSDK (mmdatasdk), with collapse functions written
/// in NumPy. What the SDK cannot do (references other than sequences, fills other than zeros and ones, …) is
/// said in comments that begin with `# NOT IN THE SDK:`.
std::string asPython(const Recipe& recipe);

}
