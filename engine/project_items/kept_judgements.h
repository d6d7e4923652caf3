#pragma once

#include "engine/project_items/exposures.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace engine {

/// What was kept of the judgements of all passes of a project: how long each took, what was seen before it.
/// Reading takes O(N log N) of N places.
class KeptJudgements {
public:
    struct Judgement {
        JudgementLog log;
        AnswerExposure exposure = AnswerExposure::Free;
    };

    explicit KeptJudgements(const Annotation& annotation);

    /// That of a segment, whose edges may have moved since it was shown: the middle of what was shown lies in
    /// it. @return null where the judgement is of no pass.
    const Judgement* of(const std::string& layer, const std::string& video, const Interval& segment) const;

    /// How long each judgement took, in seconds, where that is known.
    std::vector<double> seconds() const;

private:
    std::map<std::tuple<std::string, std::string, double>, Judgement> m_judgements; ///< layer, video, middle
};

}
