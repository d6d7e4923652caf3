#pragma once

#include "engine/annotation/segment.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace engine {

enum class TierKind {
    Interval, ///< segments with start and end
    Point, ///< segments that start where they end
    Continuous ///< segments with values at a steady rate
};

/// How a tier's segments depend on those of its parent tier: ELAN's stereotypes.
enum class Constraint {
    None, ///< no parent
    TimeSubdivision, ///< a parent's children fill it without gaps
    IncludedIn, ///< a child lies within its parent; gaps are allowed
    SymbolicSubdivision, ///< a parent's children are an ordered list without times of their own
    SymbolicAssociation ///< a parent has at most one child, with its times
};

/// A scale of numbers from `least` to `greatest`. @param step  0: any number between
struct NumberScale {
    double least = -3.0;
    double greatest = 3.0;
    double step = 1.0;
    friend bool operator==(const NumberScale&, const NumberScale&) = default;
};

/// One term of a controlled vocabulary.
struct Term {
    std::string name;
    std::string colour; ///< `#rrggbb`; empty: the tier's
    std::string key; ///< that gives it: `1`, `h`
    friend bool operator==(const Term&, const Term&) = default;
};

struct Vocabulary {
    std::vector<Term> terms;
    friend bool operator==(const Vocabulary&, const Vocabulary&) = default;
};

/// What a text may be that lists words (engine/annotation/word_sets.h).
struct WordList {
    std::vector<Term> terms; ///< that are proposed
    bool isClosed = false; ///< whether a text may list no others
    friend bool operator==(const WordList&, const WordList&) = default;
};

struct FreeText {
    std::optional<WordList> words = {}; ///< the text is a set of words; absent: any text
    friend bool operator==(const FreeText&, const FreeText&) = default;
};

/// A label that segments of a tier may carry.
struct LabelScheme {
    std::string name; ///< `sentiment`
    std::variant<NumberScale, Vocabulary, FreeText> scale;
    friend bool operator==(const LabelScheme&, const LabelScheme&) = default;
};

/// One video's (or all videos') layer of annotation.
struct Tier {
    TierId id = 0;
    std::string video; ///< id of the video in the dataset
    std::string name;
    TierKind kind = TierKind::Interval;
    TierId parent = 0;
    Constraint constraint = Constraint::None;
    bool overlapping = false; ///< whether segments may overlap
    double rate = 0.0; ///< values per second, of a continuous tier
    std::vector<LabelScheme> labels;
    std::string source; ///< key of the sequence that it was read from: words
    std::string annotator;
    std::string participant; ///< the person whose behaviour the tier describes; empty: nobody's
    int order = 0; ///< from the top
    std::string colour; ///< `#rrggbb`
    int height = 0; ///< pixels; 0: by itself
    bool visible = true;
    bool locked = false;

    /// The scheme of this label; null when the tier has none.
    const LabelScheme* label(const std::string& labelName) const
    {
        for (const LabelScheme& scheme : labels) {
            if (scheme.name == labelName)
                return &scheme;
        }
        return nullptr;
    }
    /// The scale of the first label; null when the tier has no label, or its first one takes no numbers.
    const NumberScale* firstScale() const
    {
        return labels.empty() ? nullptr : std::get_if<NumberScale>(&labels.front().scale);
    }
    friend bool operator==(const Tier&, const Tier&) = default;
};

/// Whether segments of this tier have the times of their parents.
inline bool isSymbolic(const Tier& tier)
{
    return tier.constraint == Constraint::SymbolicSubdivision
        || tier.constraint == Constraint::SymbolicAssociation;
}

}
