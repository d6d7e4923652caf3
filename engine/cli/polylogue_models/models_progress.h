#pragma once

#include "engine/core/run_context.h"
#include "engine/training/run/trainer_report.h"

#include <string>

namespace engine {

/// Progress of training, `epoch 3: 45 %`, on one line of stderr, only when that is a terminal.
RunContext progressInEpochs(std::size_t epochs);

/// How far a command tells that it is: for a person, or for a program that reads it (runChild()).
enum class ProgressForm { InPlace, Lines };

/// Shows the percentage on stderr, in place, when that is a terminal, and says nothing otherwise; or prints a
/// line for each percent, `progress 0.25`.
RunContext progressOnStderr(ProgressForm form = ProgressForm::InPlace);

/// How training reports its epochs on stderr.
enum class EpochLines { None, Text, Json };

/// Prints the line of an epoch: losses, the best epoch so far, the time left.
void printEpoch(EpochLines lines, const std::string& modalities, const EpochReport& epoch);

}
