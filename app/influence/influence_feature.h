#pragma once

#include "app/actions/command.h"
#include "app/review/review_feature.h"

namespace app {

CommandTable influenceCommands();
/// What annotators could see before they answered, and what it did to their answers.
void addInfluence(const Bench& bench, const Reviewing& reviewing);

}
