#pragma once

#include "engine/annotation/tier.h"

#include <functional>

/// Tiers and segments as lists of fields, each of which is merged by itself.
namespace engine::merging {

template <typename T>
struct Field {
    std::string name; ///< for people
    bool hasEmpty = true; ///< whether its default value means that nobody has set it yet
    bool isTold = true; ///< whether a change on both sides is reported as a conflict
    std::function<bool(const T&, const T&)> isSame;
    std::function<void(T& to, const T& from)> take;
    std::function<std::string(const T&)> text;
};

/// All fields of a segment except its number. Each label of either segment is a field.
std::vector<Field<Segment>> fieldsOf(const Segment& one, const Segment& other);
std::vector<Field<Tier>> fieldsOf(const Tier& one, const Tier& other);

/// `12.300 s to 12.800 s`.
std::string spanOf(const Segment& segment);
/// A segment in one line: its text and its labels.
std::string summaryOf(const Segment& segment);

/// The result for a tier or segment that both mine and theirs have.
template <typename T>
struct Joined {
    T value; ///< mine, with the fields that only theirs changed
    std::vector<Field<T>> undecided; ///< both changed; mine is in `value`
};

/// @param base  the state from which both come; null: unknown
template <typename T>
Joined<T> join(const T* base, const T& mine, const T& theirs)
{
    Joined<T> joined{mine, {}};
    const T empty{};
    for (Field<T>& field : fieldsOf(mine, theirs)) {
        const T* before = base ? base : field.hasEmpty ? &empty : nullptr;
        if (field.isSame(mine, theirs) || (before && field.isSame(*before, theirs)))
            continue;
        if (before && field.isSame(*before, mine))
            field.take(joined.value, theirs);
        else if (field.isTold)
            joined.undecided.push_back(std::move(field));
    }
    return joined;
}

}
