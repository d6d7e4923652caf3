#pragma once

#include "engine/conversation_sources/heard_conversation.h"
#include "engine/core/run_context.h"
#include "engine/media/decoding.h"
#include "engine/media/media_file.h"

#include <vector>

namespace engine {

inline constexpr double kLevelRate = 100.0; ///< levels a second

/// The level of each channel in dB (0 is full scale, −90 at least), 100 a second, from 0 s of the timeline
/// on; where the file has no sound it is silent.
/// @param channels  1: mixed down; kEveryChannel: each of the file's
/// @throws IoError (`file_not_found`, `not_media`, `no_audio`, `io`), Cancelled.
std::vector<std::vector<double>> channelLevels(const MediaFile& file, int channels,
                                               const RunContext& run = {});

/// Who speaks, of a sound that has a channel for each person: `channel_0`, `channel_1`, …
/// @throws FormatError (`one_participant`) for a sound of one channel; as channelLevels().
HeardConversation heardInChannels(const MediaFile& file, const RunContext& run = {});

}
