#include "engine/media/clip_recorder.h"

#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/media/clip_encoder.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace engine {

namespace {

constexpr std::size_t kMostPicturesWaiting = 600; ///< pictures
constexpr double kLastPicture = 0.04; ///< seconds that the last picture is shown

}

class ClipRecorder::Impl {
public:
    Impl(std::filesystem::path target, int sampleRate, Finished finished)
        : m_target(std::move(target))
        , m_sampleRate(sampleRate)
        , m_finished(std::move(finished))
        , m_thread([this] { run(); })
    {
    }

    ~Impl() { finish(); }

    void addPicture(std::shared_ptr<const VideoFrame> picture)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_pictures.size() >= kMostPicturesWaiting) {
            ++m_dropped;
            return;
        }
        m_pictures.push_back(std::move(picture));
        m_changed.notify_one();
    }

    void addSound(double start, std::vector<float> samples)
    {
        const std::scoped_lock lock(m_mutex);
        m_sounds.push_back({start, std::move(samples)});
        m_changed.notify_one();
    }

    void finish()
    {
        const std::scoped_lock lock(m_mutex);
        m_isFinished = true;
        m_changed.notify_one();
    }

    std::size_t dropped() const { return m_dropped; }

private:
    struct Sound {
        double start;
        std::vector<float> samples;
    };

    void run()
    {
        std::string failure;
        try {
            write();
        } catch (const std::exception& error) {
            failure = error.what();
        }
        if (m_finished)
            m_finished(m_target, failure);
    }

    void write()
    {
        if (!m_target.parent_path().empty())
            std::filesystem::create_directories(m_target.parent_path());
        PendingFile pending(m_target);
        std::optional<ClipEncoder> encoder;
        for (bool isLast = false; !isLast;) {
            std::deque<std::shared_ptr<const VideoFrame>> pictures;
            std::vector<Sound> sounds;
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock,
                               [this] { return m_isFinished || !m_pictures.empty() || !m_sounds.empty(); });
                pictures.swap(m_pictures);
                sounds.swap(m_sounds);
                isLast = m_isFinished;
            }
            for (const std::shared_ptr<const VideoFrame>& picture : pictures) {
                if (!encoder) {
                    m_begin = picture->time;
                    encoder.emplace(pending.temporary(), picture->width, picture->height,
                                    m_sampleRate > 0 ? ClipEncoder::Sound{m_sampleRate, 1}
                                                     : ClipEncoder::Sound{});
                }
                addNow(*encoder, picture);
            }
            if (m_sampleRate > 0)
                std::ranges::move(sounds, std::back_inserter(m_unwritten));
            if (encoder)
                writeSounds(*encoder);
        }
        if (!encoder)
            throw IoError("io", m_target.string(), "has no picture: nothing was recorded");
        if (m_before)
            encode(*encoder, m_before->time + kLastPicture);
        encoder->finish();
        encoder.reset();
        pending.commit();
    }

    /// A picture is shown until the next, so it is written when that comes.
    void addNow(ClipEncoder& encoder, std::shared_ptr<const VideoFrame> picture)
    {
        if (m_before && (picture->width != m_before->width || picture->height != m_before->height))
            return; // the camera changed its size: the clip cannot
        if (m_before) {
            if (picture->time <= m_before->time)
                return;
            encode(encoder, picture->time);
        }
        m_before = std::move(picture);
    }

    void encode(ClipEncoder& encoder, double until)
    {
        const auto ticks
            = [this](double seconds) { return std::llround((seconds - m_begin) * ClipEncoder::kTicks); };
        const std::int64_t pts = ticks(m_before->time);
        encoder.addPicture(*m_before, pts, std::max<std::int64_t>(1, ticks(until) - pts));
    }

    void writeSounds(ClipEncoder& encoder)
    {
        for (Sound& sound : m_unwritten) {
            const std::int64_t first = std::llround((sound.start - m_begin) * m_sampleRate);
            const std::int64_t end = first + static_cast<std::int64_t>(sound.samples.size());
            if (end <= m_nextSample)
                continue;
            if (first > m_nextSample)
                encoder.addSound(std::vector<float>(static_cast<std::size_t>(first - m_nextSample), 0.0F));
            const std::int64_t begin = std::max(first, m_nextSample);
            encoder.addSound(std::span(sound.samples).subspan(static_cast<std::size_t>(begin - first)));
            m_nextSample = end;
        }
        m_unwritten.clear();
    }

    std::filesystem::path m_target;
    int m_sampleRate;
    Finished m_finished;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::shared_ptr<const VideoFrame>> m_pictures;
    std::vector<Sound> m_sounds;
    bool m_isFinished = false;
    std::atomic<std::size_t> m_dropped = 0;
    // Of the thread:
    double m_begin = 0.0; ///< when the first picture was taken
    std::shared_ptr<const VideoFrame> m_before;
    std::vector<Sound> m_unwritten; ///< that came before the first picture
    std::int64_t m_nextSample = 0; ///< from m_begin on
    std::jthread m_thread; ///< the last member: it uses the others
};

ClipRecorder::ClipRecorder(std::filesystem::path target, int sampleRate, Finished finished)
    : m_impl(std::make_unique<Impl>(std::move(target), sampleRate, std::move(finished)))
{
}

ClipRecorder::~ClipRecorder() = default;

void ClipRecorder::addPicture(std::shared_ptr<const VideoFrame> picture)
{
    m_impl->addPicture(std::move(picture));
}

void ClipRecorder::addSound(double start, std::vector<float> samples)
{
    m_impl->addSound(start, std::move(samples));
}

std::size_t ClipRecorder::dropped() const
{
    return m_impl->dropped();
}

void ClipRecorder::finish()
{
    m_impl->finish();
}

}
