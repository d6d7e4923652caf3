#include "engine/media/clip_writer.h"

#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/media/clip_encoder.h"
#include "engine/media/span_sound.h"
#include "engine/media/video_reader.h"
#include "engine/media/wav_writer.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace engine {

namespace {

constexpr double kMoment = 1e-4; // seconds that nobody sees: a frame that begins so late is none of the span

constexpr std::chrono::milliseconds kSlice{100}; // between two looks whether it is to stop

Interval within(Interval span, double end, const std::filesystem::path& media)
{
    const Interval inside{std::max(0.0, span.start), std::min(span.end, end)};
    if (inside.end <= inside.start)
        throw IoError("empty_span", media.string(), "has nothing in this span.");
    return inside;
}

}

void writeClip(const MediaFile& media, Interval span, const std::filesystem::path& target,
               const RunContext& run)
{
    VideoReader reader(media);
    while (!reader.extendIndex(kSlice, run.stop))
        run.tick(0, 1);
    const FrameIndex& index = reader.knownIndex();
    span = within(span, std::max(index.end(), probeMedia(media).duration), media.path);
    std::optional<SpanSound> sound;
    if (reader.info().hasAudio)
        sound.emplace(AudioReader(media, ClipEncoder::knownRate(reader.info().sampleRate)), span);

    PendingFile pending(target);
    const std::size_t first = index.at(span.start);
    std::size_t last = index.at(span.end);
    while (last > first && index.time(last) > span.end - kMoment)
        --last;
    auto picture = reader.frame(first, 0, 0, run.stop);
    ClipEncoder encoder(pending.temporary(), picture->width, picture->height,
                        sound ? ClipEncoder::Sound{sound->sampleRate(), sound->channels()}
                              : ClipEncoder::Sound{});
    const auto ticks
        = [&](double seconds) { return std::llround((seconds - span.start) * ClipEncoder::kTicks); };
    const auto take = [&](std::span<const float> samples) { encoder.addSound(samples); };
    for (std::size_t k = first; k <= last; ++k) {
        run.tick(k - first, last - first + 1);
        picture = reader.frame(k, 0, 0, run.stop);
        const double begins = std::max(span.start, index.time(k));
        const double ends = k < last ? index.time(k + 1) : span.end;
        encoder.addPicture(*picture, ticks(begins), ticks(ends) - ticks(begins));
        if (sound)
            sound->readTo(static_cast<std::size_t>((ends - span.start) * sound->sampleRate()), take);
    }
    if (sound)
        sound->readTo(sound->total(), take);
    encoder.finish();
    pending.commit();
}

double writeWav(const MediaFile& media, Interval span, const std::filesystem::path& target,
                const RunContext& run)
{
    SpanSound sound(AudioReader(media), within(span, probeMedia(media).duration, media.path));
    WavWriter wav(target, sound.sampleRate(), sound.channels());
    bool more = true;
    while (more) {
        run.tick(sound.done(), std::max<std::size_t>(1, sound.total()));
        more = sound.readTo(sound.done() + SpanSound::kBlock,
                            [&](std::span<const float> samples) { wav.add(samples); });
    }
    wav.commit();
    return static_cast<double>(sound.done()) / sound.sampleRate();
}

}
