#include "engine/features/sound/row_powers.h"
#include "engine/features/sound/sound_features.h"
#include "engine/features/sound/zero_phase.h"
#include "engine/media/audio_reader.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <numbers>
#include <optional>
#include <random>
#include <set>
#include <sstream>

#include "tests/bench/bench_row.h"

using namespace engine;
namespace fs = std::filesystem;

/// Pitch and voicing on real recordings, which lie beside the repository and are no part of it.
namespace {

using Sound = std::vector<float>;

struct Track {
    std::vector<float> hertz;
    std::vector<bool> voiced;

    double median() const
    {
        std::vector<float> values;
        for (std::size_t row = 0; row < hertz.size(); ++row) {
            if (voiced[row])
                values.push_back(hertz[row]);
        }
        return static_cast<double>(sound::quantile(values, 0.5F));
    }
};

Track trackOf(const Sound& sound)
{
    const FeatureRows rows = soundRows(sound, {.covarep74 = true}).covarep74;
    Track track;
    for (std::size_t row = 0; row < rows.values.rows; ++row) {
        track.hertz.push_back(rows.values.at(row, 0));
        track.voiced.push_back(rows.values.at(row, 1) > 0.0F);
    }
    return track;
}

Sound soundOf(const fs::path& file)
{
    AudioReader reader(MediaFile(file), 16000, 1);
    Sound sound(16000 * 60);
    sound.resize(reader.read(sound));
    return sound;
}

std::vector<fs::path> filesIn(const fs::path& folder, const std::string& ending)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ending)
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// How many rows are right, of those of which the truth is known.
struct Score {
    double wrong = 0.0;
    double rows = 0.0;

    /// @param truth  of a time in seconds: voiced, not, or unknown
    void add(const Track& track, const std::function<std::optional<bool>(double)>& truth)
    {
        for (std::size_t row = 0; row < track.voiced.size(); ++row) {
            if (const auto voiced = truth((static_cast<double>(row) + 0.5) / 100.0)) {
                rows += 1.0;
                wrong += track.voiced[row] != *voiced ? 1.0 : 0.0;
            }
        }
    }
    double percent() const { return 100.0 * wrong / std::max(rows, 1.0); }
};

struct Phone {
    Interval time;
    std::optional<bool> isVoiced;
};

std::optional<bool> voicedAt(const std::vector<Phone>& phones, double time)
{
    for (const Phone& phone : phones) {
        if (time >= phone.time.start && time < phone.time.end)
            return phone.isVoiced;
    }
    return std::nullopt;
}

/// TIMIT's phones, of which /q/, /hh/ and /hv/ are either.
std::vector<Phone> timitPhones(const fs::path& wav)
{
    static const std::set<std::string> voiceless{"p",  "t",  "k", "pcl", "tcl", "kcl", "s",
                                                 "sh", "ch", "f", "th",  "h#",  "pau", "epi"};
    static const std::set<std::string> either{"q", "hh", "hv"};
    std::ifstream file(fs::path(wav).replace_extension(".phn"));
    std::vector<Phone> phones;
    double start = 0;
    double end = 0;
    for (std::string name; file >> start >> end >> name;)
        phones.push_back({{start / 16000, end / 16000},
                          either.contains(name) ? std::nullopt : std::optional(!voiceless.contains(name))});
    return phones;
}

/// EmoDB's phones: a line has a start, a phone (none: the last goes on) and marks, of which +sth and -sth say
/// that it is voiced or not.
std::vector<Phone> emodbPhones(const fs::path& file)
{
    static const std::set<std::string> voiceless{"t",    "!t",   "s",    "f",    "S",    "C",  "x",  "X",
                                                 "p",    "k",    "!p",   "!k",   "_p",   "_t", "_k", "tasp",
                                                 "kasp", "pasp", "dasp", "gasp", "basp", "h",  ".",  "?"};
    static const std::set<std::string> voiced{
        "I",  "a",  "i",  "U",  "E",  "O",  "o",  "e",  "@",  "Y",  "9",  "u",  "y",  "H",  "6",
        "aI", "aU", "OY", "a6", "i6", "E6", "I6", "@6", "aO", "ao", "AO", "AU", "ia", "i@", "e@",
        "I@", "A",  "n",  "m",  "l",  "N",  "R",  "L",  "NN", "nn", "j",  "D",  "B",  "V",  "v",
        "z",  "b",  "d",  "g",  "!b", "!d", "!g", "_b", "_d", "_g", "4",  "G"};
    std::ifstream stream(file);
    std::vector<Phone> phones;
    std::string line;
    while (std::getline(stream, line) && line != "#") {
    }
    std::string phone = ".";
    while (std::getline(stream, line)) {
        std::istringstream fields(line);
        double start = 0;
        int colour = 0;
        std::string rest;
        if (!(fields >> start >> colour) || !std::getline(fields, rest))
            continue;
        const std::string name
            = rest.substr(1, rest.find('\t') == std::string::npos ? rest.npos : rest.find('\t') - 1);
        if (!name.empty())
            phone = name;
        std::optional<bool> isVoiced;
        if (voiced.contains(phone))
            isVoiced = true;
        if (voiceless.contains(phone) || phone.starts_with('('))
            isVoiced = false;
        if (rest.find("-sth") != rest.npos || rest.find("-flu") != rest.npos)
            isVoiced = false;
        if (rest.find("+sth") != rest.npos)
            isVoiced = true;
        if (!phones.empty())
            phones.back().time.end = start;
        phones.push_back({{start, 1e9}, isVoiced});
    }
    return phones;
}

bool gridRows(const fs::path& grid)
{
    double words = 0.0;
    double pauses = 0.0;
    double off = 0.0;
    for (const char* id : {"bbil2n", "bbiz3a", "bbws8n", "bgah3a"}) { // speaker s1
        std::vector<Phone> times;
        std::ifstream file(grid / (std::string(id) + ".align"));
        double start = 0;
        double end = 0;
        for (std::string word; file >> start >> end >> word;)
            times.push_back({{start / 25000, end / 25000}, word != "sil" && word != "sp"});
        const Track track = trackOf(soundOf(grid / (std::string(id) + ".mpg")));
        Score unvoiced;
        Score voiced;
        unvoiced.add(track, [&](double time) {
            return voicedAt(times, time).value_or(false) ? std::optional(true) : std::nullopt;
        });
        voiced.add(track, [&](double time) {
            return voicedAt(times, time).value_or(false) ? std::nullopt : std::optional(false);
        });
        words = std::max(words, unvoiced.percent());
        pauses = std::max(pauses, voiced.percent());
        off = std::max(off, std::abs(track.median() - 115.0));
    }
    bool ok = bench::printRow("pitch_grid_words_unvoiced", words, "%", 40, 99);
    ok = bench::printRow("pitch_grid_pauses_voiced", pauses, "%", 10, 79) && ok;
    return bench::printRow("pitch_grid_from_115_hz", off, "Hz", 15, 346) && ok;
}

double activeLevel(const Sound& sound)
{
    const auto powers = sound::rowPowers({sound::highPassedAtRest(sound, 60.0, 4)});
    const float least = 0.003F * sound::quantile(powers, 0.95F);
    double sum = 0.0;
    double count = 0.0;
    for (const float power : powers) {
        sum += power > least ? static_cast<double>(power) : 0.0;
        count += power > least ? 1.0 : 0.0;
    }
    return std::sqrt(sum / std::max(count, 1.0));
}

/// Sines of random phases.
Sound sines(std::size_t samples, double first, double step, double end,
            const std::function<double(double)>& size, std::mt19937& random)
{
    std::uniform_real_distribution<double> phases(0.0, 2.0 * std::numbers::pi);
    Sound sound(samples);
    for (double hertz = first; hertz < end; hertz += step) {
        const double phase = phases(random);
        const double turn = 2.0 * std::numbers::pi * hertz / 16000.0;
        const double amplitude = size(hertz);
        for (std::size_t i = 0; i < samples; ++i)
            sound[i] += static_cast<float>(amplitude * std::sin(turn * static_cast<double>(i) + phase));
    }
    return sound;
}

struct Added {
    const char* name;
    std::function<Sound(std::size_t, std::mt19937&)> make;
};

std::vector<Added> disturbances()
{
    const auto hum = [](double mains) {
        return [mains](std::size_t samples, std::mt19937& random) {
            std::uniform_real_distribution<double> drift(0.998, 1.002);
            const double hertz = mains * drift(random);
            return sines(
                samples, hertz, hertz, 4000.0, [hertz](double at) { return hertz / at; }, random);
        };
    };
    const auto brown = [](std::size_t samples, std::mt19937& random) {
        std::normal_distribution<double> normal;
        return sines(
            samples, 10.0, 0.19, 80.0, [&](double at) { return normal(random) / at; }, random);
    };
    return {{"hum50", hum(50.0)},
            {"hum60", hum(60.0)},
            {"brown80", brown},
            {"offset", [](std::size_t samples, std::mt19937&) { return Sound(samples, 1.0F); }}};
}

bool disturbedRows(const std::vector<fs::path>& files)
{
    struct Bound {
        int below; ///< dB
        double gross; ///< %
        double changed;
    };
    constexpr Bound bounds[] = {{20, 3, 5}, {10, 5, 8}, {0, 15, 15}};
    std::vector<Sound> sounds;
    std::vector<Track> clean;
    for (const fs::path& file : files) {
        sounds.push_back(soundOf(file));
        clean.push_back(trackOf(sounds.back()));
    }
    bool ok = true;
    for (const Added& added : disturbances()) {
        for (const Bound& bound : bounds) {
            double voiced = 0.0;
            double gross = 0.0;
            Score changed;
            for (std::size_t i = 0; i < sounds.size(); ++i) {
                std::mt19937 random(static_cast<unsigned>(i));
                const Sound what = added.make(sounds[i].size(), random);
                double square = 0.0;
                for (const float value : what)
                    square += static_cast<double>(value) * static_cast<double>(value);
                const double rms = std::sqrt(square / static_cast<double>(what.size()));
                const double gain = activeLevel(sounds[i]) * std::pow(10.0, -bound.below / 20.0) / rms;
                Sound sum = sounds[i];
                for (std::size_t k = 0; k < sum.size(); ++k)
                    sum[k] += static_cast<float>(gain) * what[k];
                const Track track = trackOf(sum);
                for (std::size_t row = 0; row < track.voiced.size(); ++row) {
                    voiced += clean[i].voiced[row] ? 1.0 : 0.0;
                    gross += clean[i].voiced[row] && track.voiced[row]
                            && std::abs(track.hertz[row] / clean[i].hertz[row] - 1.0F) > 0.2F
                        ? 1.0
                        : 0.0;
                    changed.rows += 1.0;
                    changed.wrong += track.voiced[row] != clean[i].voiced[row] ? 1.0 : 0.0;
                }
            }
            const std::string name
                = "pitch_" + std::string(added.name) + "_" + std::to_string(bound.below) + "db_";
            ok = bench::printRow(name + "gross", 100.0 * gross / voiced, "%", bound.gross, 0) && ok;
            ok = bench::printRow(name + "changed", changed.percent(), "%", bound.changed, 0) && ok;
        }
    }
    return ok;
}

/// Harmonics that fall as 1/k, six seconds long.
bool lowVoices()
{
    double worst = 0.0;
    for (double hertz = 60.0; hertz <= 90.0; hertz += 2.5) {
        std::mt19937 random(1);
        const Track track = trackOf(sines(
            96000, hertz, hertz, 4000.0, [hertz](double at) { return 0.1 * hertz / at; }, random));
        for (std::size_t row = 0; row < track.voiced.size(); ++row) {
            const double error
                = track.voiced[row] ? std::abs(static_cast<double>(track.hertz[row]) / hertz - 1.0) : 1.0;
            if (row >= 5 && row + 5 < track.voiced.size())
                worst = std::max(worst, 100.0 * error);
        }
    }
    return bench::printRow("pitch_low_voices_off", worst, "%", 5, 0);
}

template <typename Value>
void addEvery(std::vector<Value>& all, const std::vector<Value>& some, std::size_t step)
{
    for (std::size_t i = 0; i < some.size(); i += step)
        all.push_back(some[i]);
}

}

int main()
{
    bool ok = lowVoices();
    const fs::path shared(SHARED);
    if (!fs::exists(shared / "data" / "real")) {
        std::fprintf(stderr,
                     "pitch: the recordings of ../shared/data/real are not there; what is measured on them "
                     "is left out\n");
        return ok ? 0 : 1;
    }
    ok = gridRows(shared / "media" / "grid") && ok;
    const std::vector<fs::path> timit = filesIn(shared / "data" / "timit_sample", ".wav");
    Score right;
    for (const fs::path& file : timit)
        right.add(trackOf(soundOf(file)),
                  [phones = timitPhones(file)](double time) { return voicedAt(phones, time); });
    ok = bench::printRow("pitch_timit_voicing_wrong", right.percent(), "%", 15, 13.3) && ok;
    const std::vector<fs::path> emodb = filesIn(shared / "data" / "real" / "emodb", ".flac");
    right = {};
    for (const fs::path& file : emodb) {
        const fs::path labels = file.parent_path() / "lablaut" / (file.stem().string() + "xx.lablaut");
        if (fs::exists(labels))
            right.add(trackOf(soundOf(file)),
                      [phones = emodbPhones(labels)](double time) { return voicedAt(phones, time); });
    }
    ok = bench::printRow("pitch_emodb_voicing_wrong", right.percent(), "%", 15, 16.5) && ok;
    const std::vector<fs::path> ravdess = filesIn(shared / "data" / "real" / "ravdess", ".flac");
    double highest = 0.0;
    for (const fs::path& file : ravdess) {
        const std::string name = file.stem().string();
        if ((name.back() - '0') % 2 == 1) // men
            highest = std::max(highest, trackOf(soundOf(file)).median());
    }
    ok = bench::printRow("pitch_ravdess_men_median", highest, "Hz", 350, 457) && ok;
    std::vector<fs::path> files = filesIn(shared / "media" / "grid", ".mpg");
    addEvery(files, timit, 3);
    addEvery(files, emodb, 18);
    addEvery(files, ravdess, 24);
    return disturbedRows(files) && ok ? 0 : 1;
}
