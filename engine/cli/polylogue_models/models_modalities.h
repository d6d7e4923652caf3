#pragma once

#include "engine/model_files/model_card.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace engine {

/// The option `--modalities text acoustic`.
void addModalitiesOption(CLI::App& command, std::vector<std::string>& names);

/// Of those who listen what is seen alone, unless modalities are named: they say nothing.
/// @throws FormatError (`only_seen`) where the model sees nothing.
EnabledModalities enabledForListeners(const std::vector<std::string>& names, const ModelCard& card);

/// Those of the named modalities that the model learnt from; all of these when none is named.
EnabledModalities enabledFrom(const std::vector<std::string>& names, const ModelCard& card);

}
