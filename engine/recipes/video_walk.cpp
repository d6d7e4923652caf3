#include "engine/recipes/video_walk.h"

#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

VideoWalk::VideoWalk(const RecipePlan& plan, const VideoRunSettings& settings, std::string video)
    : m_plan(&plan)
    , m_settings(&settings)
{
    m_result.part.video = std::move(video);
    m_result.reports.resize(plan.steps.size());
}

void VideoWalk::apply(std::size_t step)
{
    m_step = step;
    if (step > 0)
        std::visit([&](const auto& s) { apply(s); }, m_plan->steps[step - 1]);
    if (!m_plan->loads[step].empty())
        load(m_plan->loads[step]);
}

void VideoWalk::load(const std::vector<RecipePlan::Loaded>& loads)
{
    for (const RecipePlan::Loaded& loaded : loads) {
        if (!loaded.merged)
            m_result.part.sequences.emplace_back(loaded.key);
        loaded.source->appendTo(m_result.part.sequence(loaded.key), m_result.part.video);
    }
    // A video that the next step drops is not read; damage in it is an error all the same. Align reads by
    // itself, one sequence after the other, so that not all of a long video is held at once.
    const bool dropped = nextUnifies() && !missingIn(m_result.part).empty();
    for (SequencePart& sequence : m_result.part.sequences) {
        if (dropped)
            sequence.checkShapes();
        else if (!nextIs<AlignStep>())
            sequence.read();
    }
}

bool VideoWalk::nextUnifies() const
{
    return nextIs<AlignStep>() || (nextIs<UnifyStep>() && std::get<UnifyStep>(m_plan->steps[m_step]).active);
}

std::vector<Interval> VideoWalk::framesFor(const AlignStep& step) const
{
    const auto* frames = std::get_if<VideoFrames>(&step.reference);
    if (!frames || !missingIn(m_result.part).empty())
        return {};
    VideoFrames wanted = *frames;
    const std::size_t placeholder = wanted.file.find("{id}");
    if (placeholder != std::string::npos)
        wanted.file.replace(placeholder, 4, m_result.part.video);
    else if (m_plan->videos.size() > 1 && std::filesystem::path(wanted.file).stem() != m_result.part.video)
        return {}; // another video's frames: nothing of this one is aligned
    if (!m_settings->frameTimes)
        throw FormatError("recipe_invalid", wanted.file, "nobody here can read the frames of a video");
    return m_settings->frameTimes(wanted);
}

void VideoWalk::apply(const AlignStep& step)
{
    align(m_result.part, step, framesFor(step), &report().alignment, m_settings->account);
}

void VideoWalk::apply(const ImputeStep& step)
{
    report().filled = impute(m_result.part, step, m_plan->patterns[m_step]);
}

void VideoWalk::apply(const UnifyStep& step)
{
    if (isAnywhere(m_result.part))
        report().missingIn = missingIn(m_result.part);
    if (step.active)
        unify(m_result.part);
    else if (!report().missingIn.empty())
        throw FormatError("not_unified", m_result.part.video,
                          fmt::format("this video is missing in {}, so the dataset is not unified",
                                      fmt::join(report().missingIn, ", ")));
}

void VideoWalk::apply(const HardUnifyStep& step)
{
    if (step.active) {
        report().dropped = hardUnify(m_result.part);
        return;
    }
    const auto surplus = unshared(m_result.part);
    if (!surplus.empty())
        throw FormatError("not_unified", surplus.begin()->first,
                          fmt::format("this id is missing in {}, so the dataset is not unified ({} such in "
                                      "this video)",
                                      fmt::join(surplus.begin()->second, ", "), surplus.size()));
}

void VideoWalk::apply(const RemoveStep& step)
{
    std::erase_if(m_result.part.sequences, [&](const SequencePart& part) { return part.key == step.name; });
}

void VideoWalk::apply(const ConversationTimeStep&)
{
    const ConversationParticipant* who = m_plan->conversations.participantOf(m_result.part.video);
    if (who)
        toConversationTime(m_result.part, who->time);
}

}
