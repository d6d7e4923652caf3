#pragma once

#include "engine/media/decoding.h"

namespace engine {

/// The sound of one channel of a file, as if there were no other.
/// @param sound    with every channel of the file
/// @param channel  from 0
/// @param place    of the file, for messages
/// @throws FormatError (`no_channel`) where the file has no such channel
std::unique_ptr<SoundStream> oneChannel(std::unique_ptr<SoundStream> sound, int channel,
                                        const std::filesystem::path& place);

}
