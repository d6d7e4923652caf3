#pragma once

#include "engine/core/run_context.h"
#include "engine/training/run/trainer_report.h"

#include <string>

namespace engine {

/// For training: `epoch 3: 45 %` on stderr, on one line, only where a person looks.
RunContext progressInEpochs(std::size_t epochs);

/// Shows the percentage on stderr, in place, when that is a terminal; says nothing otherwise.
RunContext progressOnStderr();

/// How training tells of its epochs on stderr.
enum class EpochLines { None, Text, Json };

/// A line of an epoch: losses, the best epoch so far, the time left.
void printEpoch(EpochLines lines, const std::string& modalities, const EpochReport& epoch);

}
