#include "engine/media/rendered_clip.h"

#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/media/clip_encoder.h"
#include "engine/media/span_sound.h"
#include "engine/media/video_reader.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr std::chrono::milliseconds kRenderSlice{100}; // between two looks whether it is to stop

/// The pictures of a recording, each decoded once however often a clip shows it.
class RecordedPictures {
public:
    RecordedPictures(const MediaFile& media, const RenderedClip& clip, const RunContext& run)
        : m_reader(media, VideoReader::kKeptInSequence)
        , m_width(clip.pictureWidth)
        , m_height(clip.pictureHeight)
    {
        while (!m_reader.extendIndex(kRenderSlice, run.stop))
            run.tick(0, 1);
    }

    /// Null past the last picture.
    const VideoFrame* at(double seconds, const RunContext& run)
    {
        const FrameIndex& index = m_reader.knownIndex();
        if (index.empty() || seconds >= index.end() + kStays)
            return nullptr;
        const std::size_t wanted = index.at(seconds);
        if (!m_frame || wanted != m_wanted)
            m_frame = m_reader.frame(wanted, m_width, m_height, run.stop);
        m_wanted = wanted;
        return m_frame.get();
    }

private:
    static constexpr double kStays
        = 1.0; // seconds that the last picture stays: sound is often a little longer

    VideoReader m_reader;
    int m_width;
    int m_height;
    std::shared_ptr<const VideoFrame> m_frame;
    std::size_t m_wanted = 0;
};

}

std::size_t pictureCount(const RenderedClip& clip)
{
    return static_cast<std::size_t>(
        std::max<long long>(1, std::llround(clip.span.length() * clip.framesPerSecond)));
}

RenderedFile writeRenderedClip(const RenderedClip& clip, const PaintClipPicture& paint,
                               const std::filesystem::path& target, const RunContext& run)
{
    if (!(clip.span.length() > 0))
        throw IoError("empty_span", clip.media ? clip.media->path.string() : target.string(),
                      "has nothing in this span.");
    std::optional<RecordedPictures> recorded;
    std::optional<SpanSound> sound;
    if (clip.media) {
        const MediaInfo info = probeMedia(*clip.media);
        if (clip.hasPicture && info.hasVideo)
            recorded.emplace(*clip.media, clip, run);
        if (clip.hasSound && info.hasAudio && !clip.sound)
            sound.emplace(AudioReader(*clip.media, ClipEncoder::knownRate(info.sampleRate)), clip.span);
    }
    if (clip.hasSound && clip.sound)
        sound.emplace(AudioReader(*clip.sound, ClipEncoder::knownRate(probeMedia(*clip.sound).sampleRate)), clip.span);
    PendingFile pending(target);
    ClipEncoder encoder(pending.temporary(), clip.width, clip.height,
                        sound ? ClipEncoder::Sound{sound->sampleRate(), sound->channels()}
                              : ClipEncoder::Sound{},
                        ClipEncoder::Effort::Quick);
    RenderedFile written{pictureCount(clip), encoder.name(), sound.has_value()};
    VideoFrame picture;
    picture.width = clip.width;
    picture.height = clip.height;
    const auto pixels = std::make_shared<std::vector<std::uint8_t>>(static_cast<std::size_t>(clip.width)
                                                                    * static_cast<std::size_t>(clip.height) * 4);
    picture.bgra = Pixels(std::shared_ptr<const std::uint8_t>(pixels, pixels->data()), pixels->size());
    const auto ticks = [&](std::size_t k) {
        return std::llround(static_cast<double>(k) * ClipEncoder::kTicks / clip.framesPerSecond);
    };
    const auto take = [&](std::span<const float> samples) { encoder.addSound(samples); };
    for (std::size_t k = 0; k < written.frames; ++k) {
        run.tick(k, written.frames);
        const double since = static_cast<double>(k) / clip.framesPerSecond;
        const double seconds = clip.span.start + since;
        paint(recorded ? recorded->at(seconds, run) : nullptr, seconds, {clip.width, clip.height, *pixels});
        encoder.addPicture(picture, ticks(k), ticks(k + 1) - ticks(k));
        if (sound)
            sound->readTo(static_cast<std::size_t>((since + 1 / clip.framesPerSecond) * sound->sampleRate()),
                          take);
    }
    if (sound)
        sound->readTo(sound->total(), take);
    encoder.finish();
    pending.commit();
    return written;
}

}
