#include "engine/suspects/label_scale.h"

#include <fmt/format.h>

namespace engine {

std::string toldOn(const LabelScale& scale, double value)
{
    const std::string text = scale.low < 0.0 ? fmt::format("{:+.1f}", value) : fmt::format("{:.1f}", value);
    const std::string shorter = text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
    return shorter == "+0" || shorter == "-0" ? "0" : shorter;
}

}
