#include "engine/annotation/constraints.h"

#include "engine/annotation/word_sets.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <set>

namespace engine {

namespace {

std::string time(const TimePoint& point)
{
    return fmt::format("{:.3f} s", point.seconds());
}

std::string span(const Segment& segment)
{
    return fmt::format("{} to {}", time(segment.start), time(segment.end));
}

/// Where the room of a segment ends: a point takes its moment.
std::int64_t endOfRoom(std::int64_t start, std::int64_t end)
{
    return end > start ? end : start + 1;
}

bool isOnScale(const std::variant<double, std::string>& value, const NumberScale& scale)
{
    const double* number = std::get_if<double>(&value);
    if (!number || !(*number >= scale.least) || !(*number <= scale.greatest))
        return false;
    if (scale.step <= 0.0)
        return true;
    const double steps = (*number - scale.least) / scale.step;
    return std::abs(steps - std::round(steps)) < 1e-9;
}

bool isInVocabulary(const std::variant<double, std::string>& value, const Vocabulary& vocabulary)
{
    const auto* text = std::get_if<std::string>(&value);
    return text && std::any_of(vocabulary.terms.begin(), vocabulary.terms.end(), [&](const Term& term) {
               return term.name == *text;
           });
}

std::string wrongValue(const Tier& tier, const std::string& label, const LabelValue& value)
{
    const LabelScheme* scheme = tier.label(label);
    if (!scheme)
        return fmt::format("The tier {} has no label {}.", tier.name, label);
    const std::string given = std::holds_alternative<double>(value.value)
        ? fmt::format("{}", std::get<double>(value.value))
        : std::get<std::string>(value.value);
    if (const auto* scale = std::get_if<NumberScale>(&scheme->scale);
        scale && !isOnScale(value.value, *scale))
        return fmt::format("{} is not on the scale of {}: {} to {}{}.", given, label, scale->least,
                           scale->greatest,
                           scale->step > 0.0 ? fmt::format(", in steps of {}", scale->step) : "");
    if (const auto* terms = std::get_if<Vocabulary>(&scheme->scale);
        terms && !isInVocabulary(value.value, *terms))
        return fmt::format("'{}' is not in the vocabulary of {}.", given, label);
    if (std::holds_alternative<FreeText>(scheme->scale) && !std::holds_alternative<std::string>(value.value))
        return fmt::format("{} is text, {} is a number.", label, given);
    if (const WordList* list = wordListOf(*scheme)) {
        if (const std::string why = whyNoWordSet(given, *list); !why.empty())
            return fmt::format("{}: {}", label, why);
    }
    return {};
}

std::string wrongTimes(const Tier& tier, const Segment& segment)
{
    if (segment.end < segment.start)
        return fmt::format("A segment of {} would end before it starts ({}).", tier.name, span(segment));
    if (tier.kind == TierKind::Point && segment.length() != 0)
        return fmt::format("{} has points, which have no length.", tier.name);
    if (tier.kind != TierKind::Continuous)
        return segment.samples.empty() ? "" : fmt::format("{} is no tier of continuous values.", tier.name);
    const double expected = static_cast<double>(segment.length()) / kTicksPerSecond * tier.rate;
    if (std::abs(expected - static_cast<double>(segment.samples.size())) > 1.0)
        return fmt::format("{} has {} values from {}, expected {:.0f} at {} a second.", tier.name,
                           segment.samples.size(), span(segment), expected, tier.rate);
    return {};
}

std::string wrongParent(const Annotation& annotation, const Tier& tier, const Segment& segment)
{
    if (tier.constraint == Constraint::None)
        return segment.parent == 0 ? "" : fmt::format("{} has no parent tier.", tier.name);
    const Segment* parent = annotation.segment(segment.parent);
    if (!parent || parent->tier != tier.parent)
        return fmt::format("A segment of {} needs one of its parent tier.", tier.name);
    if (isSymbolic(tier))
        return segment.start.ticks == parent->start.ticks && segment.end.ticks == parent->end.ticks
            ? ""
            : fmt::format("Segments of {} have the times of their parents.", tier.name);
    if (segment.start < parent->start || parent->end < segment.end)
        return fmt::format("A segment of {} ({}) must lie within its parent ({}).", tier.name, span(segment),
                           span(*parent));
    return {};
}

}

std::string violation(const Annotation& annotation, const Tier& tier)
{
    if (tier.name.empty())
        return "A tier needs a name.";
    if ((tier.parent == 0) != (tier.constraint == Constraint::None))
        return fmt::format("{} has a parent tier without saying how it depends on it, or the reverse.",
                           tier.name);
    if (tier.kind == TierKind::Continuous && !(tier.rate > 0.0 && std::isfinite(tier.rate)))
        return fmt::format("{} needs a rate of values per second.", tier.name);
    if (tier.constraint == Constraint::TimeSubdivision
        && (tier.overlapping || tier.kind != TierKind::Interval))
        return fmt::format("{} subdivides its parent, so its segments are intervals that do not overlap.",
                           tier.name);
    for (const LabelScheme& scheme : tier.labels) {
        const auto* scale = std::get_if<NumberScale>(&scheme.scale);
        if (scheme.name.empty() || tier.label(scheme.name) != &scheme)
            return fmt::format("{} has a label without a name, or two of one name.", tier.name);
        if (scale && !(scale->least < scale->greatest && scale->step >= 0.0))
            return fmt::format("The scale of {} is empty.", scheme.name);
    }
    std::set<TierId> seen{tier.id};
    for (TierId above = tier.parent; above != 0;) {
        const Tier* parent = annotation.tier(above);
        if (!parent || parent->video != tier.video)
            return fmt::format("The parent tier of {} is not there.", tier.name);
        if (!seen.insert(above).second)
            return fmt::format("{} would be its own parent.", tier.name);
        above = parent->parent;
    }
    for (const Tier* const other : annotation.tiersOf(tier.video)) {
        if (other->id != tier.id && other->name == tier.name)
            return fmt::format("There is a tier {} already.", tier.name);
    }
    return {};
}

std::string violation(const Annotation& annotation, const Segment& segment)
{
    const Tier* tier = annotation.tier(segment.tier);
    if (!tier)
        return "A segment's tier is not there.";
    return violation(annotation, *tier, segment);
}

std::string violation(const Annotation& annotation, const Tier& tier, const Segment& segment)
{
    if (std::string wrong = wrongTimes(tier, segment); !wrong.empty())
        return wrong;
    if (std::string wrong = wrongParent(annotation, tier, segment); !wrong.empty())
        return wrong;
    for (const auto& [label, value] : segment.values) {
        if (std::string wrong = wrongValue(tier, label, value); !wrong.empty())
            return wrong;
    }
    if (segment.confidence && !(*segment.confidence >= 0.0 && *segment.confidence <= 1.0))
        return fmt::format("A confidence of {} is not between 0 and 1.", *segment.confidence);
    return {};
}

std::string overlap(const Annotation& annotation, const Segment& segment)
{
    const Tier* tier = annotation.tier(segment.tier);
    if (!tier || tier->overlapping || isSymbolic(*tier))
        return {};
    const std::int64_t until = endOfRoom(segment.start.ticks, segment.end.ticks);
    for (const IntervalIndex::Entry& entry :
         annotation.byTime(tier->id).spanning(segment.start.ticks, until)) {
        if (entry.id != segment.id)
            return fmt::format("In {}, {} would overlap {}; its segments may not.", tier->name, span(segment),
                               span(*annotation.segment(entry.id)));
    }
    return {};
}

std::string overlapIn(const Annotation& annotation, const Tier& tier)
{
    if (tier.overlapping || isSymbolic(tier))
        return {};
    std::int64_t taken = std::numeric_limits<std::int64_t>::min(); // up to here
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier.id).all()) {
        if (entry.start < taken)
            return overlap(annotation, *annotation.segment(entry.id));
        taken = std::max(taken, endOfRoom(entry.start, entry.end));
    }
    return {};
}

std::string violationOfChildren(const Annotation& annotation, const Segment& parent, const Tier& childTier)
{
    std::vector<const Segment*> children = annotation.childrenOf(parent.id);
    std::erase_if(children, [&](const Segment* child) { return child->tier != childTier.id; });
    if (children.empty())
        return {};
    if (childTier.constraint == Constraint::SymbolicAssociation && children.size() > 1)
        return fmt::format("A segment has one of {} at most.", childTier.name);
    if (childTier.constraint == Constraint::SymbolicSubdivision) {
        for (std::size_t i = 0; i < children.size(); ++i) {
            if (children[i]->order != static_cast<int>(i))
                return fmt::format("The segments of {} below one parent are not counted 0, 1, 2, ….",
                                   childTier.name);
        }
    }
    if (childTier.constraint != Constraint::TimeSubdivision)
        return {};
    std::int64_t reached = parent.start.ticks;
    for (const Segment* child : children) {
        if (child->start.ticks != reached)
            return fmt::format("The segments of {} must fill their parent without a gap ({}).",
                               childTier.name, span(parent));
        reached = child->end.ticks;
    }
    return reached == parent.end.ticks
        ? ""
        : fmt::format("The segments of {} must fill their parent to its end ({}).", childTier.name,
                      span(parent));
}

}
