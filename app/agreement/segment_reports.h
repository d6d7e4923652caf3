#pragma once

#include "engine/agreement_reports/agreement_report.h"
#include "engine/annotation/annotation.h"
#include "engine/segment_agreement/segment_differences.h"

namespace app {

/// How far annotators agree who cut the same videos into segments of their own: a report per tier that
/// several of them have (`gesture` of anna, `gesture` of ben), layers of judgements left out. @throws
/// Cancelled.
std::vector<engine::AgreementReport> segmentReports(const engine::Annotation& annotation,
                                                    const engine::RunContext& run);

/// The same of one tier and one label that names its segments, with the places where two people differ.
struct SegmentAgreement {
    std::string tier;
    std::string label; ///< `gesture: kind`; empty: segments without names
    std::size_t videos = 0; ///< with segments of any of these raters
    engine::AgreementReport report; ///< a sweep of each pair
    std::vector<std::vector<engine::SegmentDifference>> differences; ///< of each sweep
};

/// One of each tier that several annotators have, and each label that names the tier's segments. Empty:
/// nothing is to be compared. @throws Cancelled.
std::vector<SegmentAgreement> segmentAgreements(const engine::Annotation& annotation,
                                                const engine::RunContext& run);

}
