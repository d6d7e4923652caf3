#include "engine/core/people.h"

#include <array>
#include <utility>

namespace engine {

namespace {

constexpr std::array<std::pair<People, std::string_view>, 4> kPeople{
    {{People::Real, "real"}, {People::Acted, "acted"}, {People::Drawn, "drawn"}, {People::Own, "own"}}};

}

std::string name(People people)
{
    for (const auto& [kind, text] : kPeople) {
        if (kind == people)
            return std::string(text);
    }
    return {};
}

std::optional<People> peopleCalled(std::string_view name)
{
    for (const auto& [kind, text] : kPeople) {
        if (text == name)
            return kind;
    }
    return std::nullopt;
}

}
