#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"
#include "engine/core/interval.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engine {

inline constexpr auto kComparisonItems = "comparison"; ///< items of passes that compare clips, by their names

/// What an annotator is asked about clips.
enum class ComparisonKind {
    Preference, ///< which of two
    BestWorst ///< which is best, and which worst, of a few
};

/// One annotator's pass that compares segments with each other. It is an item of the project, so it goes on
/// where it was left, on any machine.
struct ComparisonPass {
    struct Clip {
        std::string video;
        Interval span; ///< seconds
        int number = 0; ///< of the segment in its video, from 1
        friend bool operator==(const Clip&, const Clip&) = default;
    };
    struct Answer {
        std::vector<std::size_t> shown; ///< clips, from left to right
        std::optional<std::size_t> best; ///< place among `shown`; absent: a tie
        std::optional<std::size_t> worst; ///< of best and worst
        std::int64_t when = 0; ///< milliseconds since 1970, UTC
        friend bool operator==(const Answer&, const Answer&) = default;
    };
    ComparisonKind kind = ComparisonKind::Preference;
    std::string annotator;
    std::string of; ///< name of the tier whose segments are compared
    int number = 1; ///< of the annotator's passes of this kind
    std::uint32_t seed = 1; ///< of clips, sides and sets
    std::vector<Clip> clips;
    std::vector<std::vector<std::size_t>> sets; ///< of best and worst, clips in the order of asking
    std::vector<Answer> answers; ///< in their order; of best and worst, one of each set from the first on

    std::string name() const; ///< `labels/anna/preference/1`
    bool isDone() const; ///< all sets were answered; a preference pass is never done
    friend bool operator==(const ComparisonPass&, const ComparisonPass&) = default;
};

std::string name(ComparisonKind kind); ///< `preference`, `best-worst`

/// What a clip is called in tables: `ada_1 2.00-3.50`, without semicolons.
std::string clipName(const ComparisonPass::Clip& clip);

Item itemOf(const ComparisonPass& pass);
/// All that can be read, by name.
std::vector<ComparisonPass> comparisonPasses(const Annotation& annotation);
/// Absent: there is none of this name, or it cannot be read.
std::optional<ComparisonPass> comparisonPass(const Annotation& annotation, const std::string& name);

/// The answers as a table that `polylogue-cli preferences` or `best-worst` reads.
std::string comparisonTable(const ComparisonPass& pass);

/// What a project lacks of the comparisons that a copy of it knows: items to be noted. Of a pass that both
/// went on with, answers of the copy come in between by their times; of best and worst, the longer one stays.
std::vector<Item> lackingComparisons(const Annotation& project, const Annotation& copy);

}
