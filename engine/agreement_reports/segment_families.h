#pragma once

#include "engine/agreement_reports/agreement_report.h"
#include "engine/segment_agreement/marked_video.h"

namespace engine {

/// A tier whose segments several raters made.
struct RatedBase {
    std::string base; ///< empty: files without tiers
    std::vector<std::string> labels; ///< that name the segments; none: segments have no names
};

/// The videos that the report's raters cut into segments. @param label  names the segments; a segment that
/// has no such label is called `(unlabelled)`; empty: no segment has a name
std::vector<MarkedVideo> markedVideos(const RatingTables& ratings, const std::string& base,
                                      const std::vector<std::string>& raters, const std::string& label);

/// Adds the chosen families of `engine/segment_agreement`, of the report's raters. @throws Cancelled.
void addSegmentFamilies(AgreementReport& report, const RatingTables& ratings, const RatedBase& rated,
                        const AgreementOptions& options, const RunContext& run);

}
