#pragma once

#include "engine/recipes/recipe.h"

namespace engine {

/// The command that runs a recipe file, for a shell: `polylogue-cli run RECIPE --out FOLDER`.
std::string asCommand(const std::filesystem::path& recipe, const std::filesystem::path& out);

/// The same steps as a Python program over the CMU-MultimodalSDK (mmdatasdk), with collapse functions written
/// in NumPy. Comments that begin with `# NOT IN THE SDK:` tell what the SDK cannot do (references other than
/// sequences, fills other than zeros and ones, …).
std::string asPython(const Recipe& recipe);

}
