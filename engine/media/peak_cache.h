#pragma once

#include "engine/media/peak_pyramid.h"

#include <filesystem>
#include <memory>

namespace engine {

/// The waveform of a media file, from the cache folder when it was built before and the file has not changed
/// since.
///
/// A cache that is missing, damaged or cannot be written is no error: the waveform is built.
/// @throws what PeakPyramid::build throws.
std::shared_ptr<const PeakPyramid> cachedPeaks(const MediaFile& media,
                                               const std::filesystem::path& cacheFolder,
                                               const RunContext& run = {},
                                               const PeakPyramid::Receiver& partial = {});

/// Where cachedPeaks keeps the waveform. The name depends on the media file's absolute path, size and
/// modification time.
std::filesystem::path peakCacheFile(const MediaFile& media, const std::filesystem::path& cacheFolder);

}
