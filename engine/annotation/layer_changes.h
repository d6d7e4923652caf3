#pragma once

#include "engine/annotation/layers.h"

namespace engine {

/// The layers whose answers a change would alter: their values, text, confidence, comment or flag, the
/// answers that there are, or the tier itself. That an answer follows the times of its segment does not
/// count, nor does a layer that the change adds. Each layer is named once, in the order of the change.
std::vector<Layer> layersAlteredBy(const Annotation& annotation, const Change& change);

}
