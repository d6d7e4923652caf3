#include "engine/explain/absent_kind.h"

#include "engine/explain/named_choice.h"

namespace engine {

std::string_view name(AbsentKind kind)
{
    constexpr std::array<std::string_view, allAbsentKinds.size()> names{"mean", "zero", "mask", "marginal"};
    return names[static_cast<std::size_t>(kind)];
}

AbsentKind absentKindFromName(const std::string& name)
{
    return choiceOf(allAbsentKinds, name, "--absent");
}

}
