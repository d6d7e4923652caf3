#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"
#include "engine/core/interval.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace engine {

inline constexpr auto kComparisonItems = "comparison"; ///< items of passes that compare clips, by their names

/// What an annotator is asked about clips.
enum class ComparisonKind {
    Preference, ///< which of two
    BestWorst, ///< which is best, and which worst, of a few
    Texts ///< which of two texts of one clip; what has strengths are the tiers that the texts come from
};

/// One annotator's pass that compares segments, or what tiers say of them, with each other. It is an item of
/// the project, so it goes on where it was left, on any machine.
struct ComparisonPass {
    struct Clip {
        std::string video;
        Interval span; ///< seconds
        int number = 0; ///< of the segment in its video, from 1
        std::vector<std::string> texts = {}; ///< of texts: what each source says of it; empty: nothing
        friend bool operator==(const Clip&, const Clip&) = default;
    };
    struct Answer {
        std::vector<std::size_t> shown; ///< items, from left to right
        std::optional<std::size_t> best; ///< place among `shown`; absent: a tie
        std::optional<std::size_t> worst; ///< of best and worst
        std::int64_t when = 0; ///< milliseconds since 1970, UTC
        std::optional<std::size_t> clip = {}; ///< the clip that the texts tell of
        friend bool operator==(const Answer&, const Answer&) = default;
    };
    ComparisonKind kind = ComparisonKind::Preference;
    std::string annotator;
    std::string of; ///< name of the tier whose segments are compared
    int number = 1; ///< of the annotator's passes of this kind
    std::uint32_t seed = 1; ///< of clips, sides and sets
    std::vector<Clip> clips;
    std::vector<std::string> sources = {}; ///< of texts: names of the tiers, at least two
    std::vector<std::vector<std::size_t>> sets = {}; ///< of best and worst, clips in the order of asking
    std::vector<Answer> answers
        = {}; ///< in their order; of best and worst, one of each set from the first on

    std::string name() const; ///< `labels/anna/preference/1`
    std::size_t items() const; ///< that get strengths: clips, or the sources of texts
    /// What an item is called in tables: clipName(), or the tier.
    std::string itemName(std::size_t item) const;
    /// All sets were answered, or all pairs of different texts; a preference pass is never done.
    bool isDone() const;
    /// The pairs of sources whose texts of a clip are there and differ: what a pass of texts can ask.
    std::vector<std::pair<std::size_t, std::size_t>> pairsOf(const Clip& clip) const;
    friend bool operator==(const ComparisonPass&, const ComparisonPass&) = default;
};

std::string name(ComparisonKind kind); ///< `preference`, `best-worst`, `texts`

/// What a clip is called in tables: `ada_1 2.00-3.50`, without semicolons.
std::string clipName(const ComparisonPass::Clip& clip);

Item itemOf(const ComparisonPass& pass);
/// Absent: the item is no such pass, or cannot be read.
std::optional<ComparisonPass> comparisonPassIn(const Item& item);
/// All that can be read, by name.
std::vector<ComparisonPass> comparisonPasses(const Annotation& annotation);
/// Absent: there is none of this name, or it cannot be read.
std::optional<ComparisonPass> comparisonPass(const Annotation& annotation, const std::string& name);

/// The answers as a table that `polylogue-cli preferences` (of texts, too) or `best-worst` reads.
std::string comparisonTable(const ComparisonPass& pass);

/// The pass without the clips of some videos, and without the sets and answers in which they are.
ComparisonPass withoutClips(const ComparisonPass& pass, const std::set<std::string>& videos);

/// What a project lacks of the comparisons that a copy of it knows: items to be noted. Of a pass that both
/// went on with, answers of the copy come in between by their times; of best and worst, the longer one stays.
std::vector<Item> lackingComparisons(const Annotation& project, const Annotation& copy);

}
