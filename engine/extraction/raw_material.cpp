#include "engine/extraction/raw_material.h"

#include "engine/core/error.h"
#include "engine/core/feature_array.h"
#include "engine/core/output_guard.h"
#include "engine/core/pending_file.h"
#include "engine/core/text_file.h"
#include "engine/features/sound/mel_pieces.h"
#include "engine/media/audio_reader.h"
#include "engine/media/media_info.h"
#include "engine/media/picture_file.h"
#include "engine/media/video_frame.h"
#include "engine/media/video_reader.h"
#include "engine/npz/npz_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr int kWavRate = 16000; // samples per second of audio.wav
constexpr std::size_t kBlock = 16000; // samples that are read at once

/// Calls `take` with the sound from the timeline's zero on, piece by piece.
template <class Take>
void readSound(AudioReader& reader, const RunContext& run, const Take& take)
{
    std::vector<float> block(kBlock);
    while (true) {
        run.tick(0, 1);
        const std::size_t got = reader.read(block);
        take(std::span<const float>(block).first(got));
        if (got < block.size())
            return;
    }
}

template <class Number>
void write(std::ofstream& stream, Number number)
{
    stream.write(reinterpret_cast<const char*>(&number),
                 sizeof number); // little endian, as all that we build for
}

/// The header of a wav of 16-bit mono sound.
void writeHeader(std::ofstream& stream, std::uint32_t samples)
{
    constexpr std::uint16_t kPcm = 1;
    constexpr std::uint16_t kBytes = sizeof(std::int16_t);
    stream.write("RIFF", 4);
    write(stream, std::uint32_t(36 + kBytes * samples));
    stream.write("WAVEfmt ", 8);
    write(stream, std::uint32_t{16});
    write(stream, kPcm);
    write(stream, std::uint16_t{1});
    write(stream, std::uint32_t{kWavRate});
    write(stream, std::uint32_t{kWavRate * kBytes});
    write(stream, kBytes);
    write(stream, std::uint16_t{8 * kBytes});
    stream.write("data", 4);
    write(stream, std::uint32_t(kBytes * samples));
}

void writeSound(const fs::path& media, const fs::path& target, const RunContext& run)
{
    AudioReader reader(MediaFile(media), kWavRate, 1);
    PendingFile file(target);
    std::ofstream stream(file.temporary(), std::ios::binary);
    writeHeader(stream, 0);
    std::uint32_t samples = 0;
    readSound(reader, run, [&](std::span<const float> sound) {
        for (const float value : sound)
            write(stream, static_cast<std::int16_t>(std::lround(std::clamp(value, -1.0F, 1.0F) * 32767.0F)));
        samples += static_cast<std::uint32_t>(sound.size());
    });
    stream.seekp(0);
    writeHeader(stream, samples);
    stream.close();
    if (!stream)
        throw IoError("io", target.string(), "could not be written; is the disk full?");
    file.commit();
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
    writeTextFile(folder / "meta.json", meta.dump(1) + "\n").commit();
}

void writeMel(const fs::path& media, const fs::path& target, const RunContext& run)
{
    refuseInputsAsOutputs(std::array{media}, std::array{target});
    AudioReader reader(MediaFile(media), 0, 1);
    std::vector<float> sound;
    readSound(reader, run,
              [&](std::span<const float> piece) { sound.insert(sound.end(), piece.begin(), piece.end()); });
    const FeatureMatrix spectrogram = melSpectrogram(sound, reader.sampleRate(), run);
    NpzWriter archive(target);
    put(archive, "spectrogram", spectrogram);
    put(archive, "pieces", melPieces(spectrogram, MelScale::Power));
    archive.create("rate", ElementType::Int64, {});
    archive.append("rate", {ElementType::Int64, {1}, std::vector<std::int64_t>{reader.sampleRate()}});
    archive.close();
}

}
