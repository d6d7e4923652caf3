#pragma once

#include "engine/core/interval.h"

#include <QString>

#include <vector>

namespace app {

/// Where sound cannot be read, for people: `2.1 – 3.4 s, 8.0 – 9.0 s`; of many the first.
QString soundGapsText(const std::vector<engine::Interval>& gaps);

}
