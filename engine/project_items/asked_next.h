#pragma once

#include "engine/project_items/review_pass.h"

namespace engine {

inline constexpr auto kAskedItems = "asked_next"; ///< items of what is asked next, by the tier that is judged
inline constexpr auto kGuidelineItems = "guideline"; ///< items of verdicts, by label, video and time

/// One answer that tells more than others would.
struct AskedTask {
    std::string video;
    double start = 0.0; ///< of the segment, in seconds
    std::string annotator;
    std::string reason; ///< `begin`, `gain`, `random`, `guideline`
    double gain = 0.0; ///< expected fall of the variance of the mean answer, in steps²
    double loss = 0.0; ///< of the segment before the answer, in steps
    friend bool operator==(const AskedTask&, const AskedTask&) = default;
};

/// Whom to ask next about which segments of a tier, best first.
struct AskedNext {
    std::string of;
    std::string label;
    std::vector<AskedTask> tasks;
    friend bool operator==(const AskedNext&, const AskedNext&) = default;
};

Item askedItem(const AskedNext& asked);
/// What is asked next about a tier; absent: nothing is, or the item cannot be read.
std::optional<AskedNext> askedNext(const Annotation& annotation, const std::string& of);

/// The task that a place of an annotator's first pass is; null: none.
const AskedTask* askedTask(const AskedNext& asked, const ReviewPass& pass, const ReviewPass::Place& place);

/// The places of a pass that are tasks of its annotator, in the order of the tasks.
std::vector<std::size_t> askedOrder(const AskedNext& asked, const ReviewPass& pass);

/// What people found where good raters read a guideline in two ways.
enum class GuidelineVerdict {
    Fault, ///< the guideline can be read in two ways
    Both, ///< both answers are right
    Slip, ///< one answer is a slip
};
const char* name(GuidelineVerdict verdict);

Item verdictItem(const std::string& label, const std::string& video, double start, GuidelineVerdict verdict);
/// Absent: nobody has judged the place.
std::optional<GuidelineVerdict> guidelineVerdict(const Annotation& annotation, const std::string& label,
                                                 const std::string& video, double start);

}
