#include "engine/deidentify/hidden_recording.h"

#include "engine/features/sound/sound_block.h"
#include "engine/media/rendered_clip.h"
#include "engine/media/wav_writer.h"
#include "engine/media/whole_sound.h"

#include <algorithm>
#include <cstring>

namespace engine {

namespace {

constexpr double kUsualRate = 25.0; // pictures a second, where a file does not tell

/// The recorded picture, at its top left; black where there is none.
void copyPicture(const VideoFrame* recorded, const PaintedPicture& picture)
{
    std::ranges::fill(picture.bgra, std::uint8_t{0});
    if (!recorded)
        return;
    const std::size_t to = static_cast<std::size_t>(picture.width) * 4, from = static_cast<std::size_t>(recorded->width) * 4;
    for (std::size_t y = 0; y < static_cast<std::size_t>(std::min(picture.height, recorded->height)); ++y)
        std::memcpy(picture.bgra.data() + y * to, recorded->bgra.data() + y * from, std::min(to, from));
}

}

double writtenRate(const MediaInfo& info)
{
    return info.frameRate > 0 ? info.frameRate : kUsualRate;
}

std::map<std::size_t, std::vector<FaceBox>> writeHiddenPictures(const HiddenPictures& wish, const std::filesystem::path& target,
                                                                const RunContext& run)
{
    RenderedClip clip;
    clip.media = wish.media;
    clip.span = {0.0, wish.info.duration};
    clip.width = std::max(2, wish.info.width & ~1);
    clip.height = std::max(2, wish.info.height & ~1);
    clip.framesPerSecond = writtenRate(wish.info);
    if (wish.sound)
        clip.sound = MediaFile(*wish.sound);
    clip.hasSound = wish.sound.has_value();
    std::map<std::size_t, std::vector<FaceBox>> kept;
    std::size_t written = 0;
    const auto paint = [&](const VideoFrame* recorded, double, const PaintedPicture& picture) {
        copyPicture(recorded, picture);
        const std::size_t frame = written++;
        if (!recorded)
            return;
        if (recorded->index < wish.plan->frames.size())
            coverFaces(picture.bgra, picture.width, picture.height, wish.plan->frames[recorded->index], wish.cover, wish.points);
        if (recorded->index < wish.plan->kept.size() && !wish.plan->kept[recorded->index].empty())
            kept[frame] = wish.plan->kept[recorded->index];
    };
    writeRenderedClip(clip, paint, target, run);
    return kept;
}

std::vector<float> voiceOf(const MediaFile& media, const RunContext& run)
{
    AudioReader reader(media, static_cast<int>(sound::kRate), 1);
    reader.seek(0.0);
    return wholeSound(reader, run);
}

void writeVoice(std::span<const float> samples, const std::filesystem::path& file)
{
    WavWriter writer(file, static_cast<int>(sound::kRate), 1);
    writer.add(samples);
    writer.commit();
}

}
