#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/each_file.h"
#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/core/utf8.h"
#include "engine/media/clip_writer.h"
#include "engine/media/frame_times.h"
#include "engine/media/media_info.h"
#include "engine/media/picture_file.h"
#include "engine/media/video_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine::cli {

namespace {

struct MediaOptions {
    std::vector<std::string> files;
    std::optional<std::size_t> frame;
    bool sound = false;
    bool frameTimes = false;
    std::string out;
    bool overwrites = false;
    bool json = false;
};

constexpr double kNoticed = 0.0005; // seconds by which a stream begins later than the other

struct Described {
    MediaInfo info;
    std::vector<Interval> frames;
};

Described described(const std::string& path)
{
    Described result{probeMedia(path), {}};
    if (result.info.hasVideo) {
        result.frames = frameTimes(path);
        const FrameRate rate = frameRateOf(result.frames);
        result.info.variableFrameRate = rate.isVariable;
        if (rate.isVariable) // headers may have a rate that no frame keeps
            result.info.frameRate = rate.perSecond;
    }
    if (result.info.audioStart > kNoticed)
        result.info.findings.push_back(
            {Finding::Severity::Warning, "late_sound", path,
             fmt::format(
                 "The sound begins {:.3f} s after zero. What --sound writes has silence there; a wav that "
                 "another program extracted may lack it, and features from it come so much too early.",
                 result.info.audioStart)});
    return result;
}

nlohmann::json asJson(const Described& media, bool withFrameTimes)
{
    const MediaInfo& info = media.info;
    nlohmann::json json{{"duration_s", info.duration},
                        {"zero_s", info.startTime},
                        {"video", nullptr},
                        {"audio", nullptr},
                        {"findings", nlohmann::json::array()}};
    if (info.hasVideo)
        json["video"] = {{"codec", info.videoCodec},
                         {"width", info.width},
                         {"height", info.height},
                         {"rotation", info.rotation},
                         {"frames", media.frames.size()},
                         {"frame_rate", info.frameRate},
                         {"variable_frame_rate", info.variableFrameRate},
                         {"start_s", info.videoStart}};
    if (withFrameTimes) {
        json["frame_times_s"] = nlohmann::json::array();
        for (const Interval& frame : media.frames)
            json["frame_times_s"].push_back({frame.start, frame.end});
    }
    if (info.hasAudio)
        json["audio"] = {{"codec", info.audioCodec},
                         {"sample_rate", info.sampleRate},
                         {"channels", info.channels},
                         {"start_s", info.audioStart}};
    for (const Finding& finding : info.findings)
        json["findings"].push_back({{"code", finding.code}, {"message", finding.message}});
    return json;
}

void print(const std::string& path, const Described& media)
{
    const MediaInfo& info = media.info;
    say(stdout, "{}\n  duration     {:.3f} s\n", path, info.duration);
    if (info.hasVideo) {
        say(stdout, "  picture      {}, {} × {}, from {:.3f} s\n", info.videoCodec, info.width, info.height,
            info.videoStart);
        say(stdout, "  frames       {}, {:.6g} per second{}\n", media.frames.size(), info.frameRate,
            info.variableFrameRate ? " on average (variable)" : "");
    }
    if (info.hasAudio)
        say(stdout, "  sound        {}, {} per second, {} channel{}, from {:.3f} s\n", info.audioCodec,
            info.sampleRate, info.channels, info.channels == 1 ? "" : "s", info.audioStart);
    say(stdout, "  zero         {:.3f} s on the file's own clock\n", info.startTime);
    for (const Finding& finding : info.findings)
        say(stdout, "  {}: {}\n", finding.code, finding.message);
}

void writeFrame(const std::string& media, std::size_t number, const std::string& target)
{
    VideoReader reader(media);
    const std::size_t count = reader.index().size();
    if (number >= count)
        throw IoError("no_frame", media,
                      fmt::format("has {} frames, numbered from 0; there is no frame {}.", count, number));
    const auto picture = reader.frame(number, 0, 0);
    if (picture->index != number)
        throw IoError(
            "no_frame", media,
            fmt::format("has no picture {} that can be decoded; the nearest is {}.", number, picture->index));
    writePng(*picture, target);
    say(stdout, "{}: frame {}, {:.6f} s\n", target, number, picture->time);
}

void writeSound(const std::string& media, const std::string& target)
{
    const double written
        = writeWav(media, {0.0, probeMedia(media).duration}, target, progressOnTerminal("Writing the sound"));
    say(stdout, "{}: {:.3f} s from zero\n", target, written);
}

int describeAll(const MediaOptions& options)
{
    return describeEach(options.files, options.json, [&](const std::string& path, nlohmann::json* report) {
        const Described media = described(path);
        if (report)
            *report = asJson(media, options.frameTimes);
        else
            print(path, media);
        return true;
    });
}

int media(const MediaOptions& options)
{
    if (!options.frame && !options.sound)
        return describeAll(options);
    const std::string& file = options.files.front();
    refuseInputsAsOutputs(std::array<std::filesystem::path, 1>{file},
                          std::array<std::filesystem::path, 1>{options.out});
    if (!options.overwrites && std::filesystem::exists(options.out))
        throw IoError("file_exists", options.out, "is there already; --overwrite writes over it");
    if (options.frame)
        writeFrame(file, *options.frame, options.out);
    else
        writeSound(file, options.out);
    return 0;
}

/// For CLI11: why the text is no frame's number; empty when it is one.
std::string isFrameNumber(const std::string& text)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size()
        ? ""
        : fmt::format("frames are numbered 0, 1, 2, …; there is no frame {}", text);
}

/// @throws CLI::ValidationError for a file that other programs would take for something else.
void checkEnding(const MediaOptions& options)
{
    const std::string ending = options.frame ? ".png" : ".wav";
    const std::string given = inLowerCase(std::filesystem::path(options.out).extension().string());
    if (given != ending)
        throw CLI::ValidationError(
            "--out",
            fmt::format("{} does not end with {}: {}", options.out, ending,
                        options.frame ? "a frame is written as PNG" : "sound is written as wav"));
}

}

void addMedia(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "media",
        "Says what video and sound files hold: duration, frames, rates, where picture and sound begin, "
        "findings. Times count from what is seen or heard first.");
    auto options = std::make_shared<MediaOptions>();
    command->add_option("FILE", options->files, "video and sound files")->required();
    auto* json = command->add_flag("--json", options->json, "for machines");
    command
        ->add_flag("--frame-times", options->frameTimes,
                   "also when each frame of the picture begins and ends, in seconds")
        ->needs(json);
    auto* frame = command->add_option("--frame", options->frame, "writes this frame, counted from 0, as PNG")
                      ->check(isFrameNumber);
    auto* sound
        = command->add_flag("--sound", options->sound,
                            "writes the sound as wav, from zero on: where it begins late there is silence");
    auto* out
        = command->add_option("--out", options->out, "the file to write: .png of a frame, .wav of the sound");
    command->add_flag("--overwrite", options->overwrites, "the file to write may be there already")
        ->needs(out);
    frame->excludes(sound)->needs(out);
    sound->needs(out);
    command->callback([options, &action] {
        const bool writes = options->frame || options->sound;
        if (writes && options->files.size() != 1)
            throw CLI::ValidationError("FILE", "--frame and --sound take one file");
        if (!writes && !options->out.empty())
            throw CLI::ValidationError("--out", "needs --frame or --sound");
        if (writes)
            checkEnding(*options);
        action = [options] { return media(*options); };
    });
}

}
