#include "engine/project_items/kept_judgements.h"

namespace engine {

KeptJudgements::KeptJudgements(const Annotation& annotation)
{
    for (const ReviewPass& pass : reviewPasses(annotation)) {
        for (const ReviewPass::Place& place : pass.places) {
            if (const auto log = judgementLog(annotation, pass, place))
                m_judgements[{layerAt(pass, place).name, place.video,
                              (place.span.start + place.span.end) / 2}]
                    = {*log, answerExposure(annotation, pass, place)};
        }
    }
}

const KeptJudgements::Judgement* KeptJudgements::of(const std::string& layer, const std::string& video,
                                                    const Interval& segment) const
{
    const auto found = m_judgements.lower_bound({layer, video, segment.start});
    if (found == m_judgements.end())
        return nullptr;
    const auto& [keptLayer, keptVideo, middle] = found->first;
    return keptLayer == layer && keptVideo == video && middle < segment.end ? &found->second : nullptr;
}

std::vector<double> KeptJudgements::seconds() const
{
    std::vector<double> seconds;
    for (const auto& [place, judgement] : m_judgements) {
        if (judgement.log.seconds > 0.0)
            seconds.push_back(judgement.log.seconds);
    }
    return seconds;
}

}
