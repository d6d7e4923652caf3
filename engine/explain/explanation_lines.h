#pragma once

#include "engine/explain/explained_dataset.h"

#include <string>

namespace engine {

/// Takes a line of `polylogue-models explain --lines`: the first tells the outputs and how many segments
/// come, each other one is a segment, which is appended. A first line that comes again, when a run goes on,
/// changes nothing.
/// @throws FormatError (`bad_message`) for a line that is neither, a segment with other outputs than the
/// first line has, or a run that goes on with other data.
void takeExplanationLine(const std::string& line, ExplainedDataset& dataset);

}
