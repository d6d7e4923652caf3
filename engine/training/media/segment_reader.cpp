#include "engine/training/media/segment_reader.h"

#include "engine/core/error.h"
#include "engine/media/video_reader.h"
#include "engine/media/whole_sound.h"

#include <cmath>
#include <optional>

namespace engine {

namespace {

/// A stream that a recording may lack.
template <class Reader, class Make>
std::optional<Reader> unlessAbsent(const char* code, Make make)
{
    try {
        return make();
    } catch (const IoError& error) {
        if (error.code() != code)
            throw;
        return std::nullopt;
    }
}

}

class SegmentReader::Impl {
public:
    Impl(const std::filesystem::path& media, const MediaOptions& options,
         std::shared_ptr<const MediaParts> parts)
        : m_parts(std::move(parts))
        , m_video(unlessAbsent<VideoReader>(
              "no_video", [&] { return VideoReader(MediaFile(media), VideoReader::kKeptInSequence); }))
        , m_media(media)
        , m_senses(options, m_parts)
    {
    }

    SegmentMedia read(Interval span, const RunContext& run)
    {
        SegmentMedia result;
        if (m_video && !m_video->index().empty())
            see(span, result, run);
        hear(span, result, run);
        return result;
    }

private:
    void see(Interval span, SegmentMedia& result, const RunContext& run)
    {
        m_senses.begin();
        for (const double time : m_senses.timesIn(span)) {
            run.tick(0, 1);
            const auto frame = m_video->frame(m_video->index().at(time), kLargestSegmentFrame,
                                              kLargestSegmentFrame, run.stop);
            m_senses.see(*frame, m_senses.faceIn(*frame), result);
        }
    }

    void hear(Interval span, SegmentMedia& result, const RunContext& run)
    {
        const double start = std::max(0.0, span.start);
        const auto first = static_cast<std::int64_t>(std::llround(start * kSegmentSoundRate));
        const auto samples = static_cast<std::size_t>(std::llround((span.end - start) * kSegmentSoundRate));
        if (m_parts && m_parts->hearsVoices() && !m_knowsVoice)
            knowVoice(run);
        if (!m_sound || first < m_firstSample) {
            m_sound = unlessAbsent<AudioReader>(
                "no_audio", [&] { return AudioReader(MediaFile(m_media), kSegmentSoundRate, 1); });
            if (!m_sound)
                return;
            m_samples.clear();
            m_firstSample = 0;
        }
        readTo(first, samples, run);
        const auto skipped = static_cast<std::size_t>(first - m_firstSample);
        const std::span<const float> all(m_samples);
        m_senses.hear(all.subspan(std::min(skipped, all.size()))
                          .first(std::min(samples, all.size() - std::min(skipped, all.size()))),
                      result, run);
    }

    /// By the beginning of the recording, so that a segment sounds the same whenever it is asked about.
    void knowVoice(const RunContext& run)
    {
        m_knowsVoice = true;
        auto beginning = unlessAbsent<AudioReader>(
            "no_audio", [&] { return AudioReader(MediaFile(m_media), kSegmentSoundRate, 1); });
        if (!beginning)
            return;
        const auto most = static_cast<std::size_t>(MediaParts::kKnownBy * kSegmentSoundRate);
        m_senses.setUsualVoice(m_parts->usualVoice(stretchesOf(wholeSound(*beginning, run, most), run)));
    }

    /// Decodes on from where the last span ended, as somebody who plays the file does: after a seek, samples
    /// would be others by a little (of AAC, the noise in its place). What may be asked for once more is kept.
    void readTo(std::int64_t first, std::size_t count, const RunContext& run)
    {
        constexpr std::int64_t kept = 60 * kSegmentSoundRate;
        const std::int64_t end = first + static_cast<std::int64_t>(count);
        constexpr std::size_t piece = kSegmentSoundRate;
        while (m_firstSample + static_cast<std::int64_t>(m_samples.size()) < end) {
            const std::vector<float> more = wholeSound(*m_sound, run, piece);
            m_samples.insert(m_samples.end(), more.begin(), more.end());
            if (more.size() < piece)
                break;
            const std::int64_t tooOld
                = std::min(first - m_firstSample, static_cast<std::int64_t>(m_samples.size()) - 2 * kept);
            if (tooOld > 0) {
                m_samples.erase(m_samples.begin(), m_samples.begin() + static_cast<std::ptrdiff_t>(tooOld));
                m_firstSample += tooOld;
            }
        }
    }

    std::shared_ptr<const MediaParts> m_parts;
    bool m_knowsVoice = false;
    std::optional<VideoReader> m_video;
    std::filesystem::path m_media;
    SegmentSenses m_senses;
    std::optional<AudioReader> m_sound;
    std::vector<float> m_samples; ///< the last that were read
    std::int64_t m_firstSample = 0; ///< number of the first of them
};

std::shared_ptr<const MediaParts> partsFor(const MediaOptions& options)
{
    return options.areParts ? std::make_shared<const MediaParts>(Installation::ofThisProgram()) : nullptr;
}

SegmentReader::SegmentReader(const std::filesystem::path& media, const MediaOptions& options,
                             std::shared_ptr<const MediaParts> parts)
    : m_impl(std::make_unique<Impl>(media, options, std::move(parts)))
{
}

SegmentReader::~SegmentReader() = default;

SegmentMedia SegmentReader::read(Interval span, const RunContext& run)
{
    return m_impl->read(inMilliseconds(span), run);
}

}
