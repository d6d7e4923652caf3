#pragma once

#include "engine/media/decoding.h"

namespace engine {

/// openPictures() in this process. @param allocate  where pictures are to lie; empty: in memory of their own
std::unique_ptr<PictureStream> decodePictures(const MediaFile& file, std::size_t keptBytes,
                                              Pixels::Allocate allocate = {});

}
