#include "engine/annotation/project/merge_fields.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace engine::merging {

namespace {

std::string shown(const std::string& text)
{
    return text;
}
std::string shown(bool value)
{
    return value ? "yes" : "no";
}
std::string shown(int value)
{
    return fmt::format("{}", value);
}
std::string shown(std::int64_t value)
{
    return fmt::format("{}", value);
}
std::string shown(double value)
{
    return fmt::format("{}", value);
}
std::string shown(const std::optional<double>& value)
{
    return value ? shown(*value) : "";
}
std::string shown(const TimePoint& value)
{
    return fmt::format("{:.3f} s", value.seconds());
}
std::string shown(const std::vector<float>& values)
{
    return fmt::format("{} values", values.size());
}
std::string shown(TierKind kind)
{
    return kind == TierKind::Interval ? "intervals" : kind == TierKind::Point ? "points" : "continuous";
}
std::string shown(Timing timing)
{
    return timing == Timing::Drafted ? "as a draft" : hasTimes(timing) ? "yes" : "no";
}
std::string shown(const LabelValue& value)
{
    const auto* number = std::get_if<double>(&value.value);
    const std::string what = number ? shown(*number) : std::get<std::string>(value.value);
    return value.by.annotator.empty() ? what : fmt::format("{} ({})", what, value.by.annotator);
}

template <typename T, typename Member>
Field<T> plain(const std::string& name, Member T::*member)
{
    return {name,
            true,
            true,
            [member](const T& a, const T& b) { return a.*member == b.*member; },
            [member](T& to, const T& from) { to.*member = from.*member; },
            [member](const T& of) { return shown(of.*member); }};
}

/// One that is always there, so that two that differ are never one that was left out.
template <typename T, typename Member>
Field<T> necessary(const std::string& name, Member T::*member)
{
    Field<T> field = plain(name, member);
    field.hasEmpty = false;
    return field;
}

/// One that settles itself, or is a matter of taste.
template <typename T, typename Member>
Field<T> untold(const std::string& name, Member T::*member)
{
    Field<T> field = necessary(name, member);
    field.isTold = false;
    return field;
}

Field<Segment> labelField(const std::string& label)
{
    const auto find = [label](const Segment& segment) {
        const auto found = segment.values.find(label);
        return found == segment.values.end() ? nullptr : &found->second;
    };
    return {label,
            true,
            true,
            [find](const Segment& a, const Segment& b) {
                const LabelValue* one = find(a);
                const LabelValue* other = find(b);
                return one && other ? *one == *other : one == other;
            },
            [find, label](Segment& to, const Segment& from) {
                if (const LabelValue* value = find(from))
                    to.values[label] = *value;
                else
                    to.values.erase(label);
            },
            [find](const Segment& of) { return find(of) ? shown(*find(of)) : ""; }};
}

Field<Tier> schemeField(const std::string& label)
{
    return {"the label " + label,
            true,
            true,
            [label](const Tier& a, const Tier& b) {
                const LabelScheme* one = a.label(label);
                const LabelScheme* other = b.label(label);
                return one && other ? *one == *other : one == other;
            },
            [label](Tier& to, const Tier& from) {
                const LabelScheme* scheme = from.label(label);
                const auto place = std::ranges::find(to.labels, label, &LabelScheme::name);
                if (place == to.labels.end() && scheme)
                    to.labels.push_back(*scheme);
                else if (scheme)
                    *place = *scheme;
                else if (place != to.labels.end())
                    to.labels.erase(place);
            },
            [label](const Tier& of) { return of.label(label) ? "defined" : "not there"; }};
}

/// A tier's parent and how it depends on it are one decision.
Field<Tier> dependenceField()
{
    return {"the parent tier",
            true,
            true,
            [](const Tier& a, const Tier& b) { return a.parent == b.parent && a.constraint == b.constraint; },
            [](Tier& to, const Tier& from) {
                to.parent = from.parent;
                to.constraint = from.constraint;
            },
            [](const Tier& of) { return fmt::format("tier {}", of.parent); }};
}

}

std::vector<Field<Segment>> fieldsOf(const Segment& one, const Segment& other)
{
    std::vector<Field<Segment>> fields{necessary("the tier", &Segment::tier),
                                       necessary("the parent", &Segment::parent),
                                       untold("the order", &Segment::order),
                                       necessary("the start", &Segment::start),
                                       necessary("the end", &Segment::end),
                                       plain("the text", &Segment::text),
                                       plain("the confidence", &Segment::confidence),
                                       plain("the comment", &Segment::comment),
                                       plain("the flag", &Segment::flagged),
                                       plain("the values", &Segment::samples),
                                       plain("the row of the source", &Segment::sourceRow),
                                       untold("whether it has times", &Segment::timing)};
    std::set<std::string> labels;
    for (const Segment* segment : {&one, &other}) {
        for (const auto& [label, value] : segment->values)
            labels.insert(label);
    }
    for (const std::string& label : labels)
        fields.push_back(labelField(label));
    return fields;
}

std::vector<Field<Tier>> fieldsOf(const Tier& one, const Tier& other)
{
    std::vector<Field<Tier>> fields{
        necessary("the video", &Tier::video),      necessary("the name", &Tier::name),
        necessary("the kind", &Tier::kind),        dependenceField(),
        necessary("overlaps", &Tier::overlapping), necessary("the rate", &Tier::rate),
        plain("the source", &Tier::source),        plain("the annotator", &Tier::annotator),
        plain("the participant", &Tier::participant),
        untold("the position", &Tier::order),      untold("the colour", &Tier::colour),
        untold("the height", &Tier::height),       untold("the visibility", &Tier::visible),
        untold("the lock", &Tier::locked)};
    std::vector<std::string> labels;
    for (const Tier* tier : {&one, &other}) {
        for (const LabelScheme& scheme : tier->labels) {
            if (std::ranges::find(labels, scheme.name) == labels.end())
                labels.push_back(scheme.name);
        }
    }
    for (const std::string& label : labels)
        fields.push_back(schemeField(label));
    return fields;
}

std::string spanOf(const Segment& segment)
{
    return fmt::format("{:.3f} s to {:.3f} s", segment.start.seconds(), segment.end.seconds());
}

std::string summaryOf(const Segment& segment)
{
    std::string summary = segment.text;
    for (const auto& [label, value] : segment.values)
        summary += fmt::format("{}{}: {}", summary.empty() ? "" : "; ", label, shown(value));
    return summary;
}

}
