#pragma once

#include "engine/core/interval.h"
#include "engine/suspects/rater_belief.h"
#include "engine/suspects/self_test.h"
#include "engine/suspects/suspect_grounds.h"
#include "engine/suspects/word_edge.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A labelled segment, and how suspicious it is.
struct Suspect {
    std::string id; ///< `video[k]`
    double label = 0.0;
    double expected = 0.0; ///< by models that have not seen its video
    double score = 0.0; ///< 0…1: how likely something is wrong
    SuspectKind kind = SuspectKind::None; ///< what it is most likely
    std::string reason = {}; ///< why, in a sentence
    Interval span{}; ///< seconds in its video; empty where the data have no times
    SuspectGrounds grounds{};
    std::optional<WordEdge> edge{}; ///< the boundary that is meant, of SuspectKind::WordEdge; in its video

    friend bool operator==(const Suspect&, const Suspect&) = default;
};

/// All segments of a dataset, the most suspicious first.
struct Suspects {
    struct Member {
        std::string name; ///< `LMF`, `text alone`
        double correlation = 0.0; ///< of what it says and the labels, out of fold
        std::string only{}; ///< the only modality that it sees; empty: it sees all
        friend bool operator==(const Member&, const Member&) = default;
    };

    std::string source; ///< the file
    std::string labelName; ///< empty: it has none
    std::size_t folds = 0;
    std::uint64_t seed = 0;
    bool seesTime = false; ///< whether errors of time can be named: not in aligned tensors
    std::vector<Member> members; ///< and last `all together`
    std::vector<RaterBelief::Rater> raters; ///< none without ratings
    UsualErrors usual; ///< while the models were trained
    std::vector<std::string> classes{}; ///< names of the classes that `label` counts, from 0; none: numbers
    /// On a scale the correlation of labels and what all models say together, out of fold; of classes how
    /// often the likeliest is the label.
    double reliability = 0.0;
    std::optional<double> majority{}; ///< of classes: how often the commonest is right; absent: a scale
    SelfTest test{};
    std::vector<Suspect> segments; ///< N

    /// Whether what is found is too weak to be believed: models that have not seen a video follow its labels
    /// with a correlation below 0.3 (the last of `members`), or of classes they are right (`reliability`)
    /// more often than the commonest class (`majority`) by less than a tenth of what that leaves wrong.
    bool isWeak() const;
    /// Whether there are so few labels (below 50) that nobody can tell which of them are wrong: models are
    /// trained on too few, and one error planted into ten labels are too few to see whether they are found.
    bool areFew() const;
    friend bool operator==(const Suspects&, const Suspects&) = default;
};

/// As one line of JSON.
std::string toLine(const Suspects& suspects);
/// @throws FormatError (`bad_message`) for anything that toLine() does not give. @param source  for messages
Suspects suspectsFrom(const std::string& line, const std::string& source);

/// A table, `rank,id,label,expected,score,kind,reason`, a row per segment, ranks from 1.
std::string suspectsTable(const Suspects& suspects);

}
