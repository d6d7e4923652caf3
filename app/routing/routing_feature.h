#pragma once

#include "app/actions/command.h"
#include "app/review/review_feature.h"

namespace app {

CommandTable routingCommands();
/// When segments have answers enough, and who is asked next about what.
void addRouting(const Bench& bench, const Reviewing& reviewing);

}
