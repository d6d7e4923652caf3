#pragma once

#include "widgets/space/space_point.h"

namespace widgets {

/// The three axes by name, as `PC1 34 %`; empty: there is none.
std::array<QString, 3> axisNames(const SpaceContent& content);

}
