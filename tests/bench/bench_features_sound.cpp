#include "engine/features/sound/sound_features.h"
#include "engine/media/audio_reader.h"

#include "tests/bench/bench_row.h"

using namespace engine;

namespace {

/// The demo's sounds, one after the other, until there is enough.
std::vector<float> demoSound(std::size_t samples)
{
    std::vector<float> sound;
    while (sound.size() < samples) {
        for (const char* name : {"ada_1", "bert_1", "cleo_1", "grid_talk_a"}) {
            AudioReader reader(MediaFile(std::string(DEMO "/media/") + name + ".mp4"), 16000, 1);
            std::vector<float> piece(16000 * 30);
            piece.resize(reader.read(piece));
            sound.insert(sound.end(), piece.begin(), piece.end());
        }
    }
    sound.resize(samples);
    return sound;
}

double timesRealTime(const std::vector<float>& sound, SoundSets sets)
{
    const bench::Stopwatch watch;
    soundRows(sound, sets);
    return watch.milliseconds() / 1000.0 / (static_cast<double>(sound.size()) / 16000.0);
}

}

int main()
{
    const std::vector<float> sound = demoSound(16000 * 120);
    struct Row {
        const char* name;
        SoundSets sets;
        double budget;
    };
    const Row rows[] = {{"sound_covarep74", {.covarep74 = true}, 0.04},
                        {"sound_egemaps25", {.egemaps25 = true}, 0.04},
                        {"sound_spectral_mel_mfcc", {.spectral = true, .logmel = true, .mfcc = true}, 0.04},
                        {"sound_all_sets", {true, true, true, true, true}, 0.04}};
    bool ok = true;
    for (const Row& row : rows)
        ok = bench::printRow(row.name, timesRealTime(sound, row.sets), "xRT", row.budget, 0.037) && ok;
    return ok ? 0 : 1;
}
