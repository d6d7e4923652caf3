#include "engine/recipes/video_run.h"

#include "engine/core/error.h"
#include "engine/recipes/conversation_walk.h"
#include "engine/recipes/video_shares.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace engine {

namespace {

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
            for (std::size_t video = videos.first; video < videos.last;) {
                const std::size_t next = endOfConversation(video, videos.last);
                for (std::optional<VideoResult>& result : resultsOf(video, next))
                    results.push_back(std::move(result));
                video = next;
            }
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
        if (m_next > first)
            m_next = endOfConversation(m_next - 1, m_share.last);
        return {first, m_next};
    }

    /// Behind the videos from this one on that go together, up to `last`.
    std::size_t endOfConversation(std::size_t video, std::size_t last) const
    {
        const auto of = [&](std::size_t one) {
            return m_plan.lastJointStep > 0 ? m_plan.conversations.of(m_plan.videos[one]) : nullptr;
        };
        std::size_t next = video + 1;
        for (const Conversation* conversation = of(video);
             conversation && next < last && of(next) == conversation;)
            ++next;
        return next;
    }

    /// Of neighbours that go together; absent when a step failed, here or for another video.
    std::vector<std::optional<VideoResult>> resultsOf(std::size_t first, std::size_t last)
    {
        std::vector<std::optional<VideoResult>> results(last - first);
        std::size_t step = 0;
        ConversationWalk walk(m_plan, m_settings,
                              {m_plan.videos.begin() + static_cast<std::ptrdiff_t>(first),
                               m_plan.videos.begin() + static_cast<std::ptrdiff_t>(last)});
        try {
            for (; step < m_stepLimit; ++step)
                walk.apply(step);
        } catch (...) {
            const auto at = std::ranges::find(m_plan.videos, walk.failed());
            failed(step,
                   at == m_plan.videos.end() ? first : static_cast<std::size_t>(at - m_plan.videos.begin()));
            return results;
        }
        if (step <= m_plan.steps.size())
            return results;
        std::vector<VideoResult> made = walk.take();
        for (std::size_t i = 0; i < made.size(); ++i) {
            try {
                m_prepare(made[i]);
                results[i] = std::move(made[i]);
            } catch (...) {
                failed(step, first + i);
            }
        }
        return results;
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
