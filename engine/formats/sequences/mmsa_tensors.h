#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// The name of a video's tier.
inline constexpr const char* kMmsaTier = "labels";

/// Features and labels as MMSA has them, as `.npz` or HDF5; the labels are read and written. MMSA's pickles
/// are refused, since opening a pickle runs the code in it.
const Format& mmsaTensorsFormat();

/// The writer of this format; it writes HDF5 for `.h5` and `.hdf5`, else `.npz`: per fold `train/id`
/// (`video$_$clip`), `train/raw_text`, and an array for each label.
Format::Write writeMmsaTensors;
Format::Losses lossesOfMmsaTensors;

}
