#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace widgets {
class InspectorPanel;
}

namespace app {

struct Reviewing;


CommandTable labellingCommands();
/// Labels by keys, also while the video plays, continuous ratings, and who gives them.
void addLabelling(const Bench& bench, const Reviewing& reviewing, widgets::InspectorPanel& inspector);

}
