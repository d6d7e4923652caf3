#pragma once

#include "engine/annotation/tier.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What something was before a change and is after it; absent: it does not exist.
template <typename T>
struct Replaced {
    std::optional<T> before;
    std::optional<T> after;

    Replaced inverse() const { return {after, before}; }
    friend bool operator==(const Replaced&, const Replaced&) = default;
};

/// A piece of the project's other state, as JSON text: files, recipes, track layout, annotators, review
/// state, ….
struct Item {
    std::string kind; ///< `file`, `recipe`, `layout`, …
    std::string name; ///< unique within its kind
    std::string json;
    friend bool operator==(const Item&, const Item&) = default;
};

/// An edit as a value: what it replaces by what. Undo is its inverse; the project file stores it as it is.
struct Change {
    std::vector<Replaced<Tier>> tiers;
    std::vector<Replaced<Segment>> segments;
    std::vector<Replaced<Item>> items;
    bool ignoresLocks = false; ///< also changes locked tiers: restored versions and merges do, edits do not

    bool empty() const { return tiers.empty() && segments.empty() && items.empty(); }
    Change inverse() const;
    /// One change that does this one and then `next`. What both touch is replaced once; what ends as it began
    /// is left out.
    Change followedBy(const Change& next) const;
    friend bool operator==(const Change&, const Change&) = default;
};

}
