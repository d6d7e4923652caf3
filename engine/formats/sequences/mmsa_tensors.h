#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// What the tier of a video is called.
inline constexpr const char* kMmsaTier = "labels";

/// Features and labels as MMSA has them, as `.npz` or HDF5; the labels are read and written. Its pickles are
/// refused: opening one runs what is in it.
const Format& mmsaTensorsFormat();

/// Its writer, which is HDF5 for `.h5` and `.hdf5`, else `.npz`: per fold `train/id` (`video$_$clip`),
/// `train/raw_text`, and an array for each label.
Format::Write writeMmsaTensors;
Format::Losses lossesOfMmsaTensors;

}
