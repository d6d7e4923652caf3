#pragma once

#include "engine/agreement_reports/agreement_report.h"
#include "engine/annotation/annotation.h"

namespace app {

/// How far annotators agree who cut the same videos into segments of their own: a report per tier that
/// several of them have (`gesture` of anna, `gesture` of ben), layers of judgements left out. @throws
/// Cancelled.
std::vector<engine::AgreementReport> segmentReports(const engine::Annotation& annotation,
                                                    const engine::RunContext& run);

}
