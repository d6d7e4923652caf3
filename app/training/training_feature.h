#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

#include <functional>

namespace app {

CommandTable trainingCommands();
/// Trainings, compared and reproduced. @param askConversations  has a model of conversations answer in
/// its tab
void addTraining(const Bench& bench, const std::function<void(const QString& file)>& askConversations);

}
