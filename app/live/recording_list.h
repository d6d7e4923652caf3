#pragma once

#include "engine/core/run_context.h"
#include "widgets/live/live_recordings.h"

#include <QString>

#include <vector>

namespace app {

/// The recordings in a folder, the newest first. Reads each of them: for tasks. @throws Cancelled
std::vector<widgets::LiveRecordings::Recording> recordingsIn(const QString& folder,
                                                             const engine::RunContext& run);

}
