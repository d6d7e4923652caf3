#include "engine/extraction/raw_material.h"

#include "engine/core/error.h"
#include "engine/core/feature_array.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/core/text_file.h"
#include "engine/features/sound/mel_pieces.h"
#include "engine/media/media_info.h"
#include "engine/media/picture_file.h"
#include "engine/media/video_frame.h"
#include "engine/media/video_reader.h"
#include "engine/media/wav_writer.h"
#include "engine/media/whole_sound.h"
#include "engine/npz/npz_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr int kWavRate = 16000; // samples per second of audio.wav

void writeSound(const fs::path& media, const fs::path& target, const RunContext& run)
{
    AudioReader reader(MediaFile(media), kWavRate, 1);
    WavWriter wav(target, kWavRate, 1);
    readPieces(reader, run, [&](std::span<const float> sound) { wav.add(sound); });
    wav.commit();
}

/// @return when each of the frames is shown, in seconds
std::vector<double> writeFrames(const fs::path& media, const fs::path& folder, const RawMaterialWish& wish,
                                const RunContext& run)
{
    VideoReader reader(MediaFile(media), VideoReader::kKeptInSequence);
    const FrameIndex& index = reader.index();
    if (index.empty())
        throw IoError("no_video", media.string(), "has no picture");
    const auto count
        = std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(index.end() / wish.every - 1e-9)));
    std::vector<double> times;
    for (std::size_t k = 0; k < count; ++k) {
        run.tick(k, count);
        const double wanted
            = count == 1 && index.end() < wish.every ? index.end() / 2 : static_cast<double>(k) * wish.every;
        const std::size_t number = index.at(wanted);
        writePng(*reader.frame(number, wish.side, wish.side, run.stop),
                 folder / fmt::format("frame_{:05}.png", k + 1));
        times.push_back(index.time(number));
    }
    return times;
}

void put(NpzWriter& archive, const char* name, const FeatureMatrix& matrix)
{
    archive.create(name, ElementType::Float32, {matrix.columns});
    archive.append(name, {ElementType::Float32, {matrix.rows, matrix.columns}, matrix.values});
}

}

void writeRawMaterial(const fs::path& media, const fs::path& folder, const RawMaterialWish& wish,
                      const RunContext& run)
{
    const std::array inputs{media};
    refuseInputsAsOutputs(inputs,
                          std::array{folder / "audio.wav", folder / "meta.json", folder / "frame_00001.png"});
    makeFolder(folder);
    nlohmann::ordered_json meta{{"source", media.filename().string()},
                                {"span", {0.0, probeMedia(media).duration}},
                                {"frames", nlohmann::ordered_json::array()}};
    if (wish.frames) {
        meta["every"] = wish.every;
        meta["frames"] = writeFrames(media, folder, wish, run);
    }
    if (wish.sound)
        writeSound(media, folder / "audio.wav", run);
    writeTextFile(folder / "meta.json", jsonText(meta, 1) + "\n").commit();
}

void writeMel(const fs::path& media, const fs::path& target, const RunContext& run)
{
    refuseInputsAsOutputs(std::array{media}, std::array{target});
    AudioReader reader(MediaFile(media), 0, 1);
    const std::vector<float> sound = wholeSound(reader, run);
    const FeatureMatrix spectrogram = melSpectrogram(sound, reader.sampleRate(), run);
    NpzWriter archive(target);
    put(archive, "spectrogram", spectrogram);
    put(archive, "pieces", melPieces(spectrogram, MelScale::Power));
    archive.create("rate", ElementType::Int64, {});
    archive.append("rate", {ElementType::Int64, {1}, std::vector<std::int64_t>{reader.sampleRate()}});
    archive.close();
}

}
