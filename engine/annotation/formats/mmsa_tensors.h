#pragma once

#include "engine/annotation/formats/format.h"

namespace engine {

/// Features and labels as MMSA has them, as `.npz` or HDF5; the labels are read. Its pickles are refused:
/// opening one runs what is in it.
const Format& mmsaTensorsFormat();

}
