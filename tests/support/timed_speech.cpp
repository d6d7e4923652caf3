#include "tests/support/timed_speech.h"

#include "engine/media/audio_reader.h"
#include "engine/sequences/csd_file.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <utility>

namespace engine::test {

namespace fs = std::filesystem;

std::string TimedSpeech::transcript() const
{
    std::string text;
    for (const TimedWord& word : words)
        text += (text.empty() ? "" : " ") + word.text;
    return text;
}

std::vector<float> soundOf(const fs::path& file)
{
    AudioReader reader(file, 16000, 1);
    std::vector<float> sound;
    std::vector<float> block(16000);
    while (const std::size_t count = reader.read(block))
        sound.insert(sound.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(count));
    return sound;
}

std::vector<TimedSpeech> demoSpeech(const fs::path& demo, const std::vector<std::string>& wanted)
{
    const CsdFile file(demo / "words.csd");
    std::vector<TimedSpeech> speech;
    for (const std::string& id : wanted.empty() ? file.ids() : wanted) {
        TimedSpeech& one = speech.emplace_back(id, soundOf(demo / "media" / (id + ".mp4")));
        const IntervalArray times = file.intervals(id);
        const FeatureArray features = file.features(id);
        const auto& texts = std::get<std::vector<std::string>>(features.values);
        for (std::size_t i = 0; i < texts.size(); ++i)
            one.words.push_back({texts[i], times.values[i]});
    }
    return speech;
}

namespace {

std::vector<TimedWord> wordsIn(const nlohmann::json& list)
{
    std::vector<TimedWord> words;
    for (const auto& word : list)
        words.push_back({word.at("w"), {word.at("start"), word.at("end")}});
    return words;
}

nlohmann::json parsed(const fs::path& path)
{
    std::ifstream stream(path);
    return nlohmann::json::parse(stream);
}

/// The words of a talk. Four of them last 10 to 50 ms in the file, in the pause behind them, where the
/// synthesiser's mark of a clause stands: those have the times of their phones, which the same file tells.
std::vector<TimedWord> wordsOfTalk(const nlohmann::json& talk)
{
    constexpr double tooShort = 0.055; // seconds
    std::vector<TimedWord> words = wordsIn(talk.at("words"));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Interval marked = words[i].time;
        if (marked.length() >= tooShort)
            continue;
        const double before = i > 0 ? words[i - 1].time.end : 0.0;
        bool isFirst = true;
        for (const nlohmann::json& phone : talk.at("phones")) {
            const Interval said{phone.at("start"), phone.at("end")};
            const bool isPause = phone.at("p").get<std::string>().starts_with('_');
            if (isPause || said.start + said.end <= 2 * before || said.end > marked.end + 1e-3)
                continue;
            if (std::exchange(isFirst, false))
                words[i].time.start = said.start;
            words[i].time.end = said.end;
        }
    }
    return words;
}

/// Lines `start end word`.
std::vector<TimedWord> wordsInLines(const fs::path& path, double perSecond)
{
    std::vector<TimedWord> words;
    std::ifstream stream(path);
    double start = 0.0;
    double end = 0.0;
    for (std::string text; stream >> start >> end >> text;) {
        if (text != "sil" && text != "sp")
            words.push_back({text, {start / perSecond, end / perSecond}});
    }
    return words;
}

std::vector<fs::path> sortedFiles(const fs::path& folder, const std::string& ending)
{
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().string().ends_with(ending))
            found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
}

}

std::vector<TimedSpeech> talkSpeech(const fs::path& folder)
{
    std::vector<TimedSpeech> speech;
    const nlohmann::json talks = parsed(folder / "words.json");
    for (const auto& [id, entry] : talks.items())
        speech.push_back({id, soundOf(folder / (id + ".mp4")), wordsOfTalk(entry)});
    return speech;
}

std::vector<TimedSpeech> gridSpeech(const fs::path& folder)
{
    std::vector<TimedSpeech> speech;
    for (fs::path path : sortedFiles(folder, ".align")) {
        std::vector<TimedWord> words = wordsInLines(path, 25000.0);
        speech.push_back({path.stem().string(), soundOf(path.replace_extension(".mpg")), std::move(words)});
    }
    for (const fs::path& path : sortedFiles(folder, ".words.json")) {
        const std::string id = path.filename().string().substr(0, path.filename().string().find('.'));
        speech.push_back({id, soundOf(folder / (id + ".mp4")), wordsIn(parsed(path).at("words"))});
    }
    return speech;
}

std::vector<TimedSpeech> timitSpeech(const fs::path& folder)
{
    std::vector<TimedSpeech> speech;
    for (fs::path path : sortedFiles(folder, ".wrd")) {
        std::vector<TimedWord> words = wordsInLines(path, 16000.0);
        speech.push_back({path.parent_path().filename().string() + "/" + path.stem().string(),
                          soundOf(path.replace_extension(".wav")), std::move(words)});
    }
    return speech;
}

namespace {

/// Starts and ends in order; what touches is one.
template <typename Words>
std::vector<double> boundariesOf(const Words& words)
{
    std::vector<double> times;
    for (const auto& word : words) {
        times.push_back(word.time.start);
        times.push_back(word.time.end);
    }
    std::ranges::sort(times);
    std::vector<double> apart;
    for (const double time : times) {
        if (apart.empty() || time - apart.back() > 1e-4)
            apart.push_back(time);
    }
    return apart;
}

}

bool BoundaryErrors::add(const std::vector<AlignedWord>& words, const std::vector<TimedWord>& truth)
{
    if (words.size() != truth.size()) {
        ++m_missed;
        return false;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        m_starts.push_back((words[i].time.start - truth[i].time.start) * 1000);
        m_ends.push_back((words[i].time.end - truth[i].time.end) * 1000);
        m_expected.push_back(words[i].startError * 1000);
        m_expected.push_back(words[i].endError * 1000);
    }
    const std::vector<double> found = boundariesOf(words);
    const std::vector<double> known = boundariesOf(truth);
    std::vector<bool> isUsed(found.size());
    for (const double time : known) {
        std::size_t best = found.size();
        for (std::size_t i = 0; i < found.size(); ++i) {
            const double distance = std::abs(found[i] - time);
            if (!isUsed[i] && distance <= 0.0201
                && (best == found.size() || distance < std::abs(found[best] - time)))
                best = i;
        }
        if (best < found.size()) {
            isUsed[best] = true;
            ++m_matched;
        }
    }
    m_found += static_cast<double>(found.size());
    m_known += static_cast<double>(known.size());
    return true;
}

BoundaryErrors::Figures BoundaryErrors::figures(std::vector<double> errors)
{
    if (errors.empty())
        return {};
    for (double& error : errors)
        error = std::abs(error);
    std::ranges::sort(errors);
    const auto count = static_cast<double>(errors.size());
    const auto share = [&](double limit) {
        return static_cast<double>(std::ranges::upper_bound(errors, limit + 0.01) - errors.begin()) / count;
    };
    return {std::accumulate(errors.begin(), errors.end(), 0.0) / count, errors[errors.size() / 2], share(20),
            share(50), share(100)};
}

BoundaryErrors::Figures BoundaryErrors::all() const
{
    std::vector<double> both = m_starts;
    both.insert(both.end(), m_ends.begin(), m_ends.end());
    return figures(std::move(both));
}

double BoundaryErrors::f1() const
{
    return m_found + m_known > 0 ? 2 * m_matched / (m_found + m_known) : 0.0;
}

double BoundaryErrors::expected() const
{
    return m_expected.empty()
        ? 0.0
        : std::accumulate(m_expected.begin(), m_expected.end(), 0.0) / static_cast<double>(m_expected.size());
}

}
