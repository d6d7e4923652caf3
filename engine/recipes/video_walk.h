#pragma once

#include "engine/alignment/video_steps.h"
#include "engine/recipes/partner_rows.h"
#include "engine/recipes/video_run.h"

#include <string>
#include <vector>

namespace engine {

/// One video's way through the steps of a plan, which must outlive the walk.
class VideoWalk {
public:
    VideoWalk(const RecipePlan& plan, const VideoRunSettings& settings, std::string video);

    /// Step 0 loads. Steps that look at all participants of a conversation at once are ConversationWalk's.
    /// @throws as the step.
    void apply(std::size_t step);

    VideoPart& part() { return m_result.part; }
    /// Of the step that was begun last.
    StepReport& report() { return m_result.reports[m_step - 1]; }
    /// Begins a step that somebody else does.
    void begin(std::size_t step) { m_step = step; }

    VideoResult take() { return std::move(m_result); }

private:
    template <typename Step>
    bool nextIs() const
    {
        return m_step < m_plan->steps.size() && std::holds_alternative<Step>(m_plan->steps[m_step]);
    }
    bool nextUnifies() const;
    void load(const std::vector<RecipePlan::Loaded>& loads);
    std::vector<Interval> framesFor(const AlignStep& step) const;

    void apply(const AlignStep& step);
    void apply(const ImputeStep& step);
    void apply(const UnifyStep& step);
    void apply(const HardUnifyStep& step);
    void apply(const RevertStep&) { report().dropped = revert(m_result.part); }
    void apply(const SortStep&) { sort(m_result.part); }
    void apply(const RemoveIdStep& step) { report().removed = removeId(m_result.part, step.id, step.purge); }
    void apply(const RenameStep& step) { m_result.part.sequence(step.from).key = step.to; }
    void apply(const RemoveStep& step);
    void apply(const FunctionalsStep& step) { addFunctionals(m_result.part, step); }
    void apply(const AddStep&) { }
    void apply(const MergeStep&) { }
    void apply(const ConversationTimeStep&);
    void apply(const PartnerStep& step) { addNoPartners(m_result.part, step); }

    const RecipePlan* m_plan;
    const VideoRunSettings* m_settings;
    VideoResult m_result;
    std::size_t m_step = 0;
};

}
