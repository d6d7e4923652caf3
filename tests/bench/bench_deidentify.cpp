// What is left of people in a de-identified copy: faces in pictures (the demo's recordings and those of the folder that
// POLYLOGUE_CLIPS names), speakers in changed voices (the folder of RAVDESS that POLYLOGUE_VOICES names).
#include "bench_row.h"

#include "engine/core/stopwatch.h"
#include "engine/deidentify/cascade_finder.h"
#include "engine/deidentify/hidden_recording.h"
#include "engine/deidentify/hidden_sound.h"
#include "engine/deidentify/voice_check.h"
#include "engine/features/face/track_faces.h"
#include "engine/media/video_reader.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>

using namespace engine;
namespace fs = std::filesystem;

namespace {

constexpr std::ptrdiff_t kDemoTalks = 8;

struct Left {
    std::size_t frames = 0;
    std::size_t before = 0; ///< frames of the originals in which two finders see a face
    std::size_t faces = 0;
    std::size_t single = 0;
    double looking = 0.0; ///< ms
    double hiding = 0.0; ///< ms
};

void look(const fs::path& file, std::size_t& frames, std::size_t& faces, std::size_t& single, CascadeFinder& finder)
{
    VideoReader reader(MediaFile(file), VideoReader::kKeptInSequence);
    const std::size_t count = reader.index().size();
    frames += count;
    for (std::size_t k = 0; k < count; ++k) {
        std::size_t confirmed = 0, other = 0;
        for (const CascadeHit& hit : finder.find(*reader.frame(k, 0, 0)))
            (hit.isConfirmed ? confirmed : other) += 1;
        faces += confirmed > 0 ? 1 : 0;
        single += confirmed == 0 && other > 0 ? 1 : 0;
    }
}

void hideFaces(const std::vector<fs::path>& clips, FaceCover cover, const fs::path& work, Left& left)
{
    const LandmarkModel model;
    CascadeFinder finder;
    for (const fs::path& clip : clips) {
        const MediaFile media(clip);
        const MediaInfo info = probeMedia(media);
        const Stopwatch hiding;
        const FacePlan plan = facePlan(trackFaces(media, model), {}, widening(cover));
        writeHiddenPictures({media, info, &plan, cover, false, {}}, work, {});
        left.hiding += hiding.milliseconds();
        const Stopwatch looking;
        look(work, left.frames, left.faces, left.single, finder);
        left.looking += looking.milliseconds();
    }
}

std::vector<fs::path> filesIn(const fs::path& folder, std::initializer_list<const char*> endings, std::size_t most)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (std::ranges::count(endings, entry.path().extension().string()) > 0)
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    if (files.size() > most) { // evenly, so that all speakers are among them
        std::vector<fs::path> some;
        for (std::size_t i = 0; i < most; ++i)
            some.push_back(files[i * files.size() / most]);
        return some;
    }
    return files;
}

/// Who speaks, as the name of a RAVDESS file has it: its last number.
std::string actorOf(const fs::path& file)
{
    const std::string stem = file.stem().string();
    return stem.substr(stem.rfind('-') + 1);
}

void voices(const fs::path& folder, VoiceCover cover, const char* name)
{
    const std::vector<fs::path> files = filesIn(folder, {".flac", ".wav"}, 360);
    std::vector<KnownVoice> originals, changed;
    std::vector<double> moves;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::vector<float> before = voiceOf(MediaFile(files[i]), {});
        const double coefficient = drawnCoefficient(1, cover == VoiceCover::ChangeCommon ? 0 : i + 1);
        const std::vector<float> after = hiddenSound(before, cover, coefficient, {}, {});
        originals.push_back({actorOf(files[i]), i, voicePrint(before)});
        changed.push_back({actorOf(files[i]), i, voicePrint(after)});
        if (const auto moved = formantsMoved(before, after))
            moves.push_back(*moved);
    }
    std::ranges::sort(moves);
    const auto kept = speakersFound(originals, originals), ignorant = speakersFound(originals, changed), informed = speakersFound(changed, changed);
    const auto share = [](const auto& found) { return found ? found->share : -1.0; };
    bench::printRow(fmt::format("{}: speaker, originals", name), share(kept), "share", 1, 0);
    bench::printRow(fmt::format("{}: who has originals", name), share(ignorant), "share", share(kept), 0);
    bench::printRow(fmt::format("{}: who has changed", name), share(informed), "share", 1, 0);
    if (!moves.empty())
        bench::printRow(fmt::format("{}: formants below 8 %", name),
                        static_cast<double>(std::ranges::count_if(moves, [](double move) { return move < kLeastMove; })) / static_cast<double>(moves.size()),
                        "share", 0.5, 0);
}

}

int main()
{
    std::vector<fs::path> clips = filesIn(fs::path(DEMO) / "media", {".mp4"}, kDemoTalks);
    if (const char* folder = std::getenv("POLYLOGUE_CLIPS")) {
        const std::vector<fs::path> more = filesIn(folder, {".mp4", ".mpg", ".avi", ".mkv", ".webm"}, 1000);
        clips.insert(clips.end(), more.begin(), more.end());
    }
    // Blur and pixels are measured on real people alone, else on one drawn talk: looking takes longest.
    const std::vector<fs::path> others(clips.size() > kDemoTalks ? clips.begin() + kDemoTalks : clips.end() - 1, clips.end());
    const fs::path work = fs::temp_directory_path() / fmt::format("bench_deidentify_{}.mp4", std::rand());
    for (const auto& [cover, name] : {std::pair(FaceCover::Mask, "mask"), {FaceCover::Blur, "blur"}, {FaceCover::Pixelate, "pixelate"}}) {
        Left left;
        hideFaces(cover == FaceCover::Mask ? clips : others, cover, work, left);
        const auto frames = static_cast<double>(left.frames);
        bench::printRow(fmt::format("{}: frames", name), frames, "-", 1e6, 0);
        bench::printRow(fmt::format("{}: frames with a face left", name), static_cast<double>(left.faces), "-", cover == FaceCover::Mask ? 0 : 1e6, 0);
        bench::printRow(fmt::format("{}: frames one finder marks", name), static_cast<double>(left.single), "-", 0.03 * frames, 0);
        bench::printRow(fmt::format("{}: hiding a frame", name), left.hiding / frames, "ms", 250, 0);
        bench::printRow(fmt::format("{}: looking at a frame", name), left.looking / frames, "ms", 400, 0);
        if (cover == FaceCover::Mask) {
            std::size_t all = 0, seen = 0, single = 0;
            CascadeFinder finder;
            for (const fs::path& clip : clips)
                look(clip, all, seen, single, finder);
            bench::printRow("originals: frames without a face seen", 1 - static_cast<double>(seen) / static_cast<double>(std::max<std::size_t>(all, 1)), "share", 0.5, 0);
        }
    }
    fs::remove(work);
    if (const char* folder = std::getenv("POLYLOGUE_VOICES")) {
        voices(folder, VoiceCover::Change, "change");
        voices(folder, VoiceCover::ChangeCommon, "change-common");
    }
    return 0;
}
