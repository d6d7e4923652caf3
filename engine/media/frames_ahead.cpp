#include "engine/media/frames_ahead.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace engine {

namespace {

constexpr std::size_t kAhead = 8; ///< pictures

}

class FramesAhead::Impl {
public:
    Impl(VideoReader& reader, int maxWidth, int maxHeight, std::stop_token stop)
        : m_reader(reader)
        , m_maxWidth(maxWidth)
        , m_maxHeight(maxHeight)
        , m_stop(std::move(stop))
        , m_thread([this](const std::stop_token& end) { decode(end); })
    {
    }

    std::shared_ptr<const VideoFrame> next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_frames.empty() || m_problem; });
        if (m_frames.empty())
            std::rethrow_exception(m_problem);
        std::shared_ptr<const VideoFrame> frame = std::move(m_frames.front());
        m_frames.pop_front();
        lock.unlock();
        m_changed.notify_all();
        return frame;
    }

private:
    void decode(const std::stop_token& end)
    {
        try {
            const std::size_t count = m_reader.knownIndex().size();
            for (std::size_t k = 0; k < count && !end.stop_requested(); ++k) {
                auto frame = m_reader.frame(k, m_maxWidth, m_maxHeight, m_stop);
                std::unique_lock lock(m_mutex);
                if (!m_changed.wait(lock, end, [this] { return m_frames.size() < kAhead; }))
                    return;
                m_frames.push_back(std::move(frame));
                lock.unlock();
                m_changed.notify_all();
            }
        } catch (...) {
            const std::scoped_lock lock(m_mutex);
            m_problem = std::current_exception();
            m_changed.notify_all();
        }
    }

    VideoReader& m_reader;
    int m_maxWidth;
    int m_maxHeight;
    std::stop_token m_stop;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::shared_ptr<const VideoFrame>> m_frames; ///< decoded, and not yet asked for
    std::exception_ptr m_problem;
    std::jthread m_thread; ///< the last member: it uses the others
};

FramesAhead::FramesAhead(VideoReader& reader, int maxWidth, int maxHeight, std::stop_token stop)
    : m_impl(std::make_unique<Impl>(reader, maxWidth, maxHeight, std::move(stop)))
{
}

FramesAhead::~FramesAhead() = default;

std::shared_ptr<const VideoFrame> FramesAhead::next()
{
    return m_impl->next();
}

}
