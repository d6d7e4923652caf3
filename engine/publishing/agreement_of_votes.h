#pragma once

#include "engine/core/run_context.h"
#include "engine/publishing/published_study.h"

namespace engine {

/// The contents of `agreement.json`: what `agreement --statistic all --json` says of the judging votes of
/// first passes.
/// @param seed  of the intervals. @throws Cancelled.
std::string agreementOfVotes(const PublishedStudy& study, std::uint32_t seed, const RunContext& run);

}
