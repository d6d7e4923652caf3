#pragma once

#include "engine/annotation/annotation.h"

#include <functional>
#include <set>
#include <string>

/// Edits of many segments at once, as changes. What does not change is not in them.
namespace engine {

/// Every segment moves by so many ticks; its times are no longer those of a file. Those of tiers with parents
/// move with these, and not by themselves.
/// @throws Refused when one would begin before 0 that does not now.
Change shiftTiers(const Annotation& annotation, const std::set<TierId>& tiers, std::int64_t ticks);

/// Every segment whose label has this value gets another; without one, the value is taken away.
Change relabel(const Annotation& annotation, const std::set<TierId>& tiers, const std::string& label,
               const std::variant<double, std::string>& from, const std::optional<LabelValue>& to);

/// Every text becomes what `replaced` makes of it.
Change retypeAll(const Annotation& annotation, const std::set<TierId>& tiers,
                 const std::function<std::string(const std::string&)>& replaced);

}
