#include "engine/cli/polylogue_cli/placed_in_sound.h"

#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/extraction/stretch_asking.h"
#include "engine/media/media_info.h"
#include "engine/sequences/dataset_list.h"

#include <algorithm>

namespace engine::cli {

namespace fs = std::filesystem;

namespace {

bool hasSound(const fs::path& media)
{
    try {
        return probeMedia(MediaFile(media)).hasAudio;
    } catch (const IoError&) { // nobody named it
        return false;
    }
}

}

fs::path recordingBeside(const fs::path& text)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (const fs::directory_entry& file : fs::directory_iterator(fs::absolute(text).parent_path(), error)) {
        if (file.path().stem() == text.stem() && isMediaFile(file.path()) && hasSound(file.path()))
            found.push_back(file.path());
    }
    return found.empty() ? fs::path() : *std::ranges::min_element(found);
}

PlacedWords placedInSound(const fs::path& sound, const std::vector<std::string>& words, const RunContext& run)
{
    PlacedWords placed;
    placed.duration = probeMedia(MediaFile(sound)).duration;
    StretchWish wish;
    wish.media = fs::absolute(sound);
    wish.stretches.push_back({{0.0, placed.duration}, words});
    const StretchReply reply
        = askStretches(Installation::ofThisProgram().program("polylogue-extract"), std::move(wish), run);
    const StretchTimes& times = reply.stretches.front();
    for (const std::optional<SpokenTime>& word : times.words)
        placed.words.push_back(word && word->confidence > 0.0 ? std::optional(word->time) : std::nullopt);
    placed.problem = times.reason;
    return placed;
}

}
