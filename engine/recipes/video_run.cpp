#include "engine/recipes/video_run.h"

#include "engine/alignment/video_steps.h"
#include "engine/core/error.h"
#include "engine/recipes/video_shares.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <mutex>
#include <thread>

namespace engine {

namespace {

/// One video's way through the steps.
class VideoSteps {
public:
    VideoSteps(const RecipePlan& plan, const VideoRunSettings& settings, std::string video)
        : m_plan(plan)
        , m_settings(settings)
    {
        m_result.part.video = std::move(video);
        m_result.reports.resize(plan.steps.size());
    }

    /// Step 0 loads. @throws as the step.
    void apply(std::size_t step)
    {
        m_step = step;
        if (step > 0) {
            std::visit([&](const auto& s) { apply(s); }, m_plan.steps[step - 1]);
        }
        if (!m_plan.loads[step].empty())
            load(m_plan.loads[step]);
    }

    VideoResult take() { return std::move(m_result); }

private:
    StepReport& report() { return m_result.reports[m_step - 1]; }

    void load(const std::vector<RecipePlan::Loaded>& loads)
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

    template <typename Step>
    bool nextIs() const
    {
        return m_step < m_plan.steps.size() && std::holds_alternative<Step>(m_plan.steps[m_step]);
    }

    bool nextUnifies() const
    {
        return nextIs<AlignStep>()
            || (nextIs<UnifyStep>() && std::get<UnifyStep>(m_plan.steps[m_step]).active);
    }

    std::vector<Interval> framesFor(const AlignStep& step) const
    {
        const auto* frames = std::get_if<VideoFrames>(&step.reference);
        if (!frames || !missingIn(m_result.part).empty())
            return {};
        VideoFrames wanted = *frames;
        const std::size_t placeholder = wanted.file.find("{id}");
        if (placeholder != std::string::npos)
            wanted.file.replace(placeholder, 4, m_result.part.video);
        else if (m_plan.videos.size() > 1 && std::filesystem::path(wanted.file).stem() != m_result.part.video)
            return {}; // another video's frames: nothing of this one is aligned
        if (!m_settings.frameTimes)
            throw FormatError("recipe_invalid", wanted.file, "nobody here can read the frames of a video");
        return m_settings.frameTimes(wanted);
    }

    void apply(const AlignStep& step)
    {
        align(m_result.part, step, framesFor(step), &report().alignment, m_settings.account);
    }

    void apply(const ImputeStep& step)
    {
        report().filled = impute(m_result.part, step, m_plan.patterns[m_step]);
    }

    void apply(const UnifyStep& step)
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

    void apply(const HardUnifyStep& step)
    {
        if (step.active) {
            report().dropped = hardUnify(m_result.part);
            return;
        }
        const auto surplus = unshared(m_result.part);
        if (!surplus.empty())
            throw FormatError(
                "not_unified", surplus.begin()->first,
                fmt::format("this id is missing in {}, so the dataset is not unified ({} such in this "
                            "video)",
                            fmt::join(surplus.begin()->second, ", "), surplus.size()));
    }

    void apply(const RevertStep&) { report().dropped = revert(m_result.part); }
    void apply(const SortStep&) { sort(m_result.part); }
    void apply(const RemoveIdStep& step) { report().removed = removeId(m_result.part, step.id, step.purge); }
    void apply(const RenameStep& step) { m_result.part.sequence(step.from).key = step.to; }
    void apply(const RemoveStep& step)
    {
        std::erase_if(m_result.part.sequences,
                      [&](const SequencePart& part) { return part.key == step.name; });
    }
    void apply(const FunctionalsStep& step) { addFunctionals(m_result.part, step); }
    void apply(const AddStep&) { }
    void apply(const MergeStep&) { }

    const RecipePlan& m_plan;
    const VideoRunSettings& m_settings;
    VideoResult m_result;
    std::size_t m_step = 0;
};

/// Of its rows, roughly.
std::size_t bytesOf(const VideoResult& result)
{
    std::size_t bytes = 0;
    for (const SequencePart& sequence : result.part.sequences) {
        for (const Block& block : sequence.blocks)
            bytes += block.entry.intervals.rows()
                * (sizeof(Interval) + sizeof(double) * block.entry.features.rowLength());
    }
    return bytes;
}

/// Of the results that a thread hands over at once; one result may have more.
constexpr std::size_t kBatchBytes = std::size_t{1} << 18;
constexpr std::size_t kMostInBatch = 256;

struct VideoShare {
    std::size_t first;
    std::size_t last; ///< behind its videos
};

VideoShare shareOfVideos(const RecipePlan& plan, const VideoRunSettings& settings)
{
    if (settings.sharesByValues && settings.shards > 1) {
        const std::vector<std::size_t> cuts = cutsByValues(plan, settings.shards);
        return {cuts[settings.shard], cuts[settings.shard + 1]};
    }
    return {plan.videos.size() * settings.shard / settings.shards,
            plan.videos.size() * (settings.shard + 1) / settings.shards};
}

/// What the threads of one run share.
class Run {
public:
    using Prepare = std::function<void(VideoResult&)>;

    Run(const RecipePlan& plan, const VideoRunSettings& settings, const Prepare& prepare, const Prepare& take,
        const RunContext& context)
        : m_plan(plan)
        , m_settings(settings)
        , m_prepare(prepare)
        , m_take(take)
        , m_context(context)
        , m_share(shareOfVideos(plan, settings))
        , m_next(m_share.first)
        , m_turn(m_share.first)
        , m_stepLimit(plan.failure ? plan.failedStep : plan.steps.size() + 1)
        , m_failure(plan.failure)
    {
    }

    void work()
    {
        for (VideoShare videos = claim(); videos.first < m_share.last && !m_stopped; videos = claim()) {
            std::vector<std::optional<VideoResult>> results;
            for (std::size_t video = videos.first; video < videos.last; ++video)
                results.push_back(resultOf(video));
            handOver(videos, results);
        }
    }

    std::size_t videos() const { return m_share.last - m_share.first; }
    std::exception_ptr failure() const { return m_failure; }

private:
    /// The next videos, as many as have kBatchBytes when they are like those before: of videos with few rows,
    /// each handed over by itself, threads would do nothing but wait for each other.
    VideoShare claim()
    {
        const std::lock_guard lock(m_mutex);
        const std::size_t first = m_next;
        m_next = std::min(m_share.last, first + m_batch);
        return {first, m_next};
    }

    /// Absent when a step failed, here or for another video.
    std::optional<VideoResult> resultOf(std::size_t video)
    {
        std::size_t step = 0;
        try {
            VideoSteps steps(m_plan, m_settings, m_plan.videos[video]);
            for (; step < m_stepLimit; ++step)
                steps.apply(step);
            if (step <= m_plan.steps.size())
                return std::nullopt;
            VideoResult result = steps.take();
            m_prepare(result);
            return result;
        } catch (...) {
            failed(step, video);
            return std::nullopt;
        }
    }

    /// Keeps the failure of the earliest step; of that, the first video's. Later steps need not be tried any
    /// more.
    void failed(std::size_t step, std::size_t video)
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure && std::pair(m_stepLimit.load(), m_failedVideo) < std::pair(step, video))
            return;
        m_failure = std::current_exception();
        m_failedVideo = video;
        m_stepLimit = step;
    }

    void handOver(VideoShare videos, std::vector<std::optional<VideoResult>>& results)
    {
        std::size_t bytes = 1;
        for (const std::optional<VideoResult>& result : results)
            bytes += result ? bytesOf(*result) : 0;
        std::unique_lock lock(m_mutex);
        m_batch = std::clamp<std::size_t>(results.size() * kBatchBytes / bytes, 1, kMostInBatch);
        m_changed.wait(lock, [&] { return m_turn == videos.first || m_stopped; });
        for (std::size_t i = 0; i < results.size() && !m_stopped; ++i) {
            const bool wanted = !m_failure && results[i];
            lock.unlock(); // it is these videos' turn: nobody else is in here
            take(videos.first + i, wanted ? &*results[i] : nullptr);
            lock.lock();
        }
        m_turn = videos.last;
        m_changed.notify_all();
    }

    /// @param result  null: not wanted any more
    void take(std::size_t video, VideoResult* result)
    {
        try {
            if (result)
                m_take(*result);
            m_context.tick(video - m_share.first + 1, videos());
        } catch (
            const ShapeError&) { // of the data: a step may yet fail for a later video, which comes before it
            failed(m_plan.steps.size() + 1, video);
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            m_failure = std::current_exception();
            m_stopped = true;
        }
    }

    const RecipePlan& m_plan;
    const VideoRunSettings& m_settings;
    const Prepare& m_prepare;
    const Prepare& m_take;
    const RunContext& m_context;
    VideoShare m_share;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_next; ///< the first video that nobody has claimed
    std::size_t m_batch = 1; ///< so many videos are claimed at once
    std::size_t m_turn; ///< the video whose result is taken next
    std::atomic<std::size_t> m_stepLimit; ///< steps before this one are done
    std::exception_ptr m_failure;
    std::size_t m_failedVideo = 0;
    std::atomic<bool> m_stopped = false;
};

}

void runVideos(const RecipePlan& plan, const VideoRunSettings& settings,
               const std::function<void(VideoResult&)>& prepare,
               const std::function<void(VideoResult&)>& take, const RunContext& context)
{
    Run run(plan, settings, prepare, take, context);
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t wanted = settings.jobs > 0 ? settings.jobs : cores;
    const std::size_t jobs = std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(1, run.videos()));
    {
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < jobs; ++i)
            helpers.emplace_back([&] { run.work(); });
        run.work();
    }
    if (run.failure())
        std::rethrow_exception(run.failure());
}

}
