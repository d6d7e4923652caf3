#pragma once

#include "app/window/bench.h"

namespace widgets {
class InspectorPanel;
}

namespace app {

/// The tab *Inspector*.
widgets::InspectorPanel& addInspector(const Bench& bench);

}
