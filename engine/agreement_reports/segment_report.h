#pragma once

#include "engine/agreement_reports/agreement_report.h"

namespace engine {

/// Whether a family is about segments, not about ratings of units.
bool isOfSegments(Agreement family);

/// The labels that name segments of this tier: those of the tables whose ratings some of the segments have.
std::vector<std::string> segmentLabels(const RatingTables& ratings, const std::string& base);

/// The chosen statistics of one tier's segments. @param base  the tier; empty: files without tiers
/// @throws ShapeError (`bad_step`) as timeKappa(); Cancelled.
AgreementReport segmentReport(const RatingTables& ratings, const std::string& base,
                              const AgreementOptions& options, const RunContext& run);

}
