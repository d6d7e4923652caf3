#pragma once

#include "engine/annotation/tier.h"

#include <functional>

/// Tiers and segments as lists of fields, each of which is merged by itself.
namespace engine::merging {

template <typename T>
struct Field {
    std::string name; ///< for people
    bool hasEmpty = true; ///< whether its default means that nobody has said anything yet
    bool isTold = true; ///< whether people want to know that both changed it
    std::function<bool(const T&, const T&)> isSame;
    std::function<void(T& to, const T& from)> take;
    std::function<std::string(const T&)> text;
};

/// Of a segment but its number; a label of either is a field.
std::vector<Field<Segment>> fieldsOf(const Segment& one, const Segment& other);
std::vector<Field<Tier>> fieldsOf(const Tier& one, const Tier& other);

/// `12.300 s to 12.800 s`.
std::string spanOf(const Segment& segment);
/// What a segment says, in one line: its text and its labels.
std::string summaryOf(const Segment& segment);

/// What becomes of a thing that mine and theirs have both.
template <typename T>
struct Joined {
    T value; ///< mine, with what only theirs changed
    std::vector<Field<T>> undecided; ///< both changed; mine is in `value`
};

/// @param base  what both were; null: unknown
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
