#include "engine/media/frame_server.h"

#include "engine/core/error.h"
#include "engine/media/video_reader.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <variant>

namespace engine {

namespace {

/// Between looks at new wishes while the file is read for its index.
constexpr std::chrono::milliseconds kIndexSlice{15};
/// A wish this little ahead of the one in work lies on its way: the work goes on.
constexpr double kOnTheWay = 1.0; // seconds
/// How often the growing index is shown to frameAt() and frameTime().
constexpr std::chrono::milliseconds kPublishEvery{250};
/// How often what decodes may end over the same picture before the picture is given up.
constexpr int kEndingsOfPicture = 2;

}

class FrameServer::Impl {
public:
    Impl(MediaFile file, int maxWidth, int maxHeight, Callbacks callbacks)
        : m_file(std::move(file))
        , m_callbacks(std::move(callbacks))
        , m_maxWidth(maxWidth)
        , m_maxHeight(maxHeight)
        , m_thread([this](const std::stop_token& stop) { run(stop); })
    {
    }

    ~Impl()
    {
        m_thread.request_stop();
        const std::lock_guard lock(m_mutex);
        m_work.request_stop();
    }

    void ask(std::variant<double, std::size_t> wish)
    {
        const std::lock_guard lock(m_mutex);
        if (m_inWork && !liesOnTheWay(*m_inWork, wish))
            m_work.request_stop();
        m_wish = wish;
        m_wake.notify_all();
    }

    void resize(int maxWidth, int maxHeight)
    {
        const std::lock_guard lock(m_mutex);
        if (maxWidth == m_maxWidth && maxHeight == m_maxHeight)
            return;
        m_maxWidth = maxWidth;
        m_maxHeight = maxHeight;
        m_resized = true;
        m_wake.notify_all();
    }

    std::shared_ptr<const FrameIndex> index() const
    {
        const std::lock_guard lock(m_mutex);
        return m_index;
    }

private:
    using Wish = std::variant<double, std::size_t>;

    static bool liesOnTheWay(const Wish& inWork, const Wish& wish)
    {
        if (inWork.index() != wish.index())
            return false;
        if (const double* seconds = std::get_if<double>(&wish))
            return *seconds >= std::get<double>(inWork) && *seconds - std::get<double>(inWork) < kOnTheWay;
        return std::get<std::size_t>(wish) == std::get<std::size_t>(inWork);
    }

    void run(const std::stop_token& stop)
    {
        try {
            auto reader = std::make_unique<VideoReader>(m_file);
            tellOpened(probeMedia(m_file));
            publish(reader->knownIndex());
            {
                const std::lock_guard lock(m_mutex);
                if (!m_wish)
                    m_wish = std::size_t{0};
            }
            while (!serve(*reader, stop))
                reader = std::make_unique<VideoReader>(m_file);
        } catch (const IoError& error) {
            if (error.code() == "no_video")
                openSoundOnly();
            else
                tellFailed(error.what());
        } catch (const std::exception& error) {
            tellFailed(error.what());
        }
    }

    void openSoundOnly()
    {
        try {
            tellOpened(probeMedia(m_file));
            publish(FrameIndex({}, 1.0, 0.0, 0.0, true));
        } catch (const std::exception& error) {
            tellFailed(error.what());
        }
    }

    /// The next wish; absent when the index should be read on. Waits while there is nothing to do.
    std::optional<Wish> nextWish(const std::stop_token& stop, bool indexComplete)
    {
        std::unique_lock lock(m_mutex);
        if (indexComplete)
            m_wake.wait(lock, stop, [&] { return m_wish || m_resized; });
        if (stop.stop_requested())
            return std::nullopt;
        auto wish = std::exchange(m_wish, std::nullopt);
        if (std::exchange(m_resized, false)) {
            if (!wish)
                wish = m_current;
            m_sent.reset();
        }
        if (wish) {
            m_inWork = wish;
            m_work = std::stop_source();
        }
        return wish;
    }

    /// @return false where a new reader is to go on, since what decodes for this one ended
    bool serve(VideoReader& reader, const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            const auto wish = nextWish(stop, reader.knownIndex().complete());
            if (stop.stop_requested())
                break;
            try {
                if (wish)
                    fulfil(reader, *wish, stop);
                else
                    readIndex(reader, stop);
            } catch (const IoError& error) {
                if (error.code() != kDecoderEnded || (!wish && m_endings >= kEndingsOfPicture))
                    throw;
                takeEnding(wish, error);
                return false;
            }
            const std::lock_guard lock(m_mutex);
            m_inWork.reset();
        }
        return true;
    }

    /// The wish is tried again, a few times.
    void takeEnding(const std::optional<Wish>& wish, const IoError& error)
    {
        const bool isGivenUp = ++m_endings > kEndingsOfPicture;
        if (!isGivenUp && m_callbacks.interrupted)
            m_callbacks.interrupted(std::string(error.what()) + " The program is started again.");
        {
            const std::lock_guard lock(m_mutex);
            m_inWork.reset();
            if (!m_wish && !isGivenUp)
                m_wish = wish;
        }
        m_sent.reset();
        if (isGivenUp) {
            m_endings = 0; // other pictures may be whole
            tellFailed(error.what());
        }
    }

    void readIndex(VideoReader& reader, const std::stop_token& stop)
    {
        const bool complete = reader.extendIndex(kIndexSlice, stop);
        const auto now = std::chrono::steady_clock::now();
        if (complete || now - m_published >= kPublishEvery) {
            publish(reader.knownIndex());
            m_published = now;
        }
    }

    void fulfil(VideoReader& reader, const Wish& wish, const std::stop_token& stop)
    {
        std::stop_token work;
        int width = 0;
        int height = 0;
        {
            const std::lock_guard lock(m_mutex);
            work = m_work.get_token();
            width = m_maxWidth;
            height = m_maxHeight;
            m_current = wish;
        }
        try {
            const auto k = frameOf(reader, wish, work, stop);
            if (!k || (m_sent && *m_sent == *k))
                return;
            auto frame = reader.frame(*k, width, height, work);
            m_sent = k;
            m_endings = 0;
            if (m_callbacks.frame && !stop.stop_requested())
                m_callbacks.frame(std::move(frame));
        } catch (const Cancelled&) { // a newer wish is waiting
        } catch (const Error& error) {
            if (error.code() == kDecoderEnded)
                throw;
            m_sent.reset();
            tellFailedOnce(error.what());
        }
    }

    /// The number of the wished frame; reads the index as far as that needs. Absent when a newer wish came.
    std::optional<std::size_t> frameOf(VideoReader& reader, const Wish& wish, const std::stop_token& work,
                                       const std::stop_token& stop)
    {
        const auto known = [&] {
            const FrameIndex& index = reader.knownIndex();
            if (index.complete())
                return true;
            if (const double* seconds = std::get_if<double>(&wish))
                return *seconds <= 0.0 || (!index.empty() && *seconds < index.time(index.size() - 1));
            return std::get<std::size_t>(wish) == 0 || std::get<std::size_t>(wish) < index.size();
        };
        while (!known()) {
            if (work.stop_requested() || stop.stop_requested())
                return std::nullopt;
            readIndex(reader, work);
        }
        const FrameIndex& index = reader.knownIndex();
        const double* seconds = std::get_if<double>(&wish);
        const std::size_t k = seconds ? index.at(*seconds) : std::get<std::size_t>(wish);
        return index.empty() ? 0 : std::min(k, index.size() - 1);
    }

    void publish(const FrameIndex& index)
    {
        auto copy = std::make_shared<const FrameIndex>(index);
        const std::lock_guard lock(m_mutex);
        m_index = std::move(copy);
    }

    void tellOpened(const MediaInfo& info) const
    {
        if (m_callbacks.opened)
            m_callbacks.opened(info);
    }
    void tellFailed(const std::string& message) const
    {
        if (m_callbacks.failed)
            m_callbacks.failed(message);
    }
    void tellFailedOnce(const std::string& message)
    {
        if (!std::exchange(m_toldFailure, true))
            tellFailed(message);
    }

    const MediaFile m_file;
    const Callbacks m_callbacks;

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_wake;
    std::optional<Wish> m_wish;
    std::optional<Wish> m_inWork;
    std::optional<Wish> m_current;
    std::stop_source m_work;
    bool m_resized = false;
    int m_maxWidth = 0;
    int m_maxHeight = 0;
    std::shared_ptr<const FrameIndex> m_index;

    // Only the thread's own:
    std::optional<std::size_t> m_sent;
    std::chrono::steady_clock::time_point m_published;
    bool m_toldFailure = false;
    int m_endings = 0; ///< of what decodes, since the last picture

    std::jthread m_thread; ///< last: it uses all of the above
};

FrameServer::FrameServer(MediaFile file, int maxWidth, int maxHeight, Callbacks callbacks)
    : m_impl(std::make_unique<Impl>(std::move(file), maxWidth, maxHeight, std::move(callbacks)))
{
}

FrameServer::~FrameServer() = default;

void FrameServer::show(double seconds)
{
    m_impl->ask(seconds);
}

void FrameServer::showFrame(std::size_t k)
{
    m_impl->ask(k);
}

void FrameServer::resize(int maxWidth, int maxHeight)
{
    m_impl->resize(maxWidth, maxHeight);
}

std::optional<std::size_t> FrameServer::frameAt(double seconds) const
{
    const auto index = m_impl->index();
    if (!index || index->empty() || (!index->complete() && seconds >= index->end()))
        return std::nullopt;
    return index->at(seconds);
}

std::optional<double> FrameServer::frameTime(std::size_t k) const
{
    const auto index = m_impl->index();
    return index && k < index->size() ? std::optional(index->time(k)) : std::nullopt;
}

std::optional<std::size_t> FrameServer::frameCount() const
{
    const auto index = m_impl->index();
    return index && index->complete() ? std::optional(index->size()) : std::nullopt;
}

}
