#include "engine/live/playing_file.h"

#include "engine/core/error.h"
#include "engine/core/stopwatch.h"
#include "engine/media/audio_reader.h"
#include "engine/media/video_reader.h"

#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace engine {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kTick{20};

}

class PlayingFile::Impl {
public:
    Impl(MediaFile file, Callbacks callbacks)
        : m_file(std::move(file))
        , m_callbacks(std::move(callbacks))
        , m_thread([this](const std::stop_token& stop) { run(stop); })
    {
    }

    double now() const
    {
        const Clock::rep start = m_start.load();
        return start == 0
            ? -1.0
            : std::chrono::duration<double>(Clock::now().time_since_epoch() - Clock::duration(start)).count();
    }

private:
    void run(const std::stop_token& stop)
    {
        try {
            open();
            m_start = Clock::now().time_since_epoch().count();
            play(stop);
            if (!stop.stop_requested() && m_callbacks.ended)
                m_callbacks.ended();
        } catch (const Cancelled&) {
        } catch (const std::exception& error) {
            if (m_callbacks.failed)
                m_callbacks.failed(error.what());
        }
    }

    void open()
    {
        const MediaInfo info = probeMedia(m_file);
        m_duration = info.duration;
        if (info.hasVideo)
            m_video.emplace(m_file, VideoReader::kKeptInSequence);
        if (info.hasAudio)
            m_audio.emplace(m_file, kLiveSoundRate, 1);
        if (m_video && m_video->index().empty())
            m_video.reset();
        if (m_callbacks.opened)
            m_callbacks.opened(info);
    }

    void play(const std::stop_token& stop)
    {
        std::mutex mutex;
        std::condition_variable_any waiting;
        std::unique_lock lock(mutex);
        for (bool isAtEnd = false; !isAtEnd && !stop.stop_requested();) {
            waiting.wait_for(lock, stop, kTick, [] { return false; });
            if (stop.stop_requested())
                return;
            const double until = std::min(now(), m_duration);
            isAtEnd = until >= m_duration;
            const Stopwatch decoding;
            show(until, stop);
            sound(until);
            if (m_callbacks.reached)
                m_callbacks.reached(until, decoding.milliseconds());
        }
    }

    void show(double until, const std::stop_token& stop)
    {
        while (m_video && m_frame < m_video->index().size() && m_video->index().time(m_frame) <= until) {
            const auto picture = m_video->frame(m_frame++, kLargestLivePicture, kLargestLivePicture, stop);
            if (m_callbacks.picture)
                m_callbacks.picture(picture);
        }
    }

    void sound(double until)
    {
        const auto last = static_cast<std::int64_t>(std::floor(until * kLiveSoundRate));
        if (!m_audio || last <= m_sample)
            return;
        std::vector<float> samples(static_cast<std::size_t>(last - m_sample));
        samples.resize(m_audio->read(samples));
        const double start = static_cast<double>(m_sample) / kLiveSoundRate;
        m_sample += static_cast<std::int64_t>(samples.size());
        if (!samples.empty() && m_callbacks.sound)
            m_callbacks.sound(start, std::move(samples));
    }

    MediaFile m_file;
    Callbacks m_callbacks;
    double m_duration = 0.0;
    std::optional<VideoReader> m_video;
    std::optional<AudioReader> m_audio;
    std::size_t m_frame = 0;
    std::int64_t m_sample = 0;
    std::atomic<Clock::rep> m_start = 0; ///< 0: not yet open
    std::jthread m_thread; ///< the last member: it uses the others
};

PlayingFile::PlayingFile(MediaFile file, Callbacks callbacks)
    : m_impl(std::make_unique<Impl>(std::move(file), std::move(callbacks)))
{
}

PlayingFile::~PlayingFile() = default;

double PlayingFile::now() const
{
    return m_impl->now();
}

}
