#pragma once

#include "engine/training/run/reproduction_record.h"

#include <string>
#include <vector>

namespace engine {

/// Something in which a run differs from the one that is recorded.
struct RunDifference {
    std::string what; ///< `data`, `settings`, `environment`, `curves`, `figures`, `weights`
    std::string sentence; ///< where, for people

    friend bool operator==(const RunDifference&, const RunDifference&) = default;
};

/// What became of a run that was done again.
struct Reproduction {
    enum class Verdict {
        Equal, ///< weights, curves and figures are equal, byte for byte
        WithinTolerance, ///< every figure within the tolerance
        Different
    };
    Verdict verdict = Verdict::Equal;
    std::vector<RunDifference> differences; ///< in the order in which one leads to the next
    double largest = 0.0; ///< the largest difference of a figure
    std::string largestFigure; ///< name of the figure that differs most: `mae of sentiment, test`; empty when none differs
};

/// `equal`, `within tolerance`, `different`.
std::string_view name(Reproduction::Verdict verdict);

/// In what the data differ: what segments are in the folds, what is in them, and the files that this comes
/// from. Files of the same role are compared by their hashes, wherever they lie. Files whose other bytes
/// change nothing that is learnt from are no difference.
std::vector<RunDifference> dataDifferences(const ReproductionRecord& recorded, const ReproductionRecord& now);

/// Files that differ although the folds made of them do not: `words.csd (words)`.
std::vector<std::string> harmlessFiles(const ReproductionRecord& recorded, const ReproductionRecord& now);

/// In what the configuration became something else: the first field that differs.
std::vector<RunDifference> settingsDifferences(const ReproductionRecord& recorded,
                                               const ReproductionRecord& now);

/// All of it, of two whole records. @param tolerance  how far a figure may be from the recorded one
Reproduction compared(const ReproductionRecord& recorded, const ReproductionRecord& now, double tolerance);

}
