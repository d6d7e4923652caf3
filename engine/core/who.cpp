#include "engine/core/who.h"

#include <array>
#include <utility>

namespace engine {

namespace {

constexpr std::array<std::pair<Who, std::string_view>, 4> kWho{
    {{Who::Real, "real"}, {Who::Acted, "acted"}, {Who::Drawn, "drawn"}, {Who::Own, "own"}}};

}

std::string name(Who who)
{
    for (const auto& [kind, text] : kWho) {
        if (kind == who)
            return std::string(text);
    }
    return {};
}

std::optional<Who> whoCalled(std::string_view name)
{
    for (const auto& [kind, text] : kWho) {
        if (text == name)
            return kind;
    }
    return std::nullopt;
}

}
