#include "engine/deidentify/voice_check.h"

#include "engine/features/sound/formants.h"
#include "engine/features/sound/mel_cepstrum.h"
#include "engine/features/sound/sound_block.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace engine {

namespace {

constexpr std::size_t kMostSamples = 20 * 16000; // of a recording that are looked at: 20 s

sound::SoundBlock blockOf(std::span<const float> samples)
{
    const std::size_t used = std::min(samples.size(), kMostSamples) / sound::kHop * sound::kHop;
    return {{samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(used)}};
}

/// The energy of each row, and half of the loudest rows' median: what lies below is no voice.
std::vector<bool> louderRows(const sound::SoundBlock& block)
{
    std::vector<double> energies(block.rows());
    for (std::size_t row = 0; row < energies.size(); ++row) {
        for (std::size_t i = 0; i < sound::kHop; ++i)
            energies[row] += std::pow(static_cast<double>(block.samples[row * sound::kHop + i]), 2);
    }
    std::vector<double> sorted = energies;
    std::ranges::sort(sorted);
    const double least = sorted.empty() ? 0.0 : sorted[sorted.size() / 2];
    std::vector<bool> louder(energies.size());
    for (std::size_t row = 0; row < energies.size(); ++row)
        louder[row] = energies[row] > least;
    return louder;
}

double distance(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

}

std::optional<double> formantsMoved(std::span<const float> before, std::span<const float> after)
{
    const sound::SoundBlock first = blockOf(before), second = blockOf(after);
    const std::vector<bool> louder = louderRows(first);
    sound::FormantFinder of(first), then(second);
    std::vector<double> moves;
    for (std::size_t row = 0; row < std::min(first.rows(), second.rows()); ++row) {
        if (!louder[row])
            continue;
        const auto a = of.of(row), b = then.of(row);
        double sum = 0.0;
        bool isKnown = true;
        for (std::size_t k = 0; k < 2; ++k) {
            isKnown = isKnown && a[k].hertz > 0 && b[k].hertz > 0;
            sum += isKnown ? static_cast<double>(std::abs(b[k].hertz - a[k].hertz) / a[k].hertz) : 0.0;
        }
        if (isKnown)
            moves.push_back(sum / 2);
    }
    if (moves.empty())
        return std::nullopt;
    std::ranges::nth_element(moves, moves.begin() + static_cast<std::ptrdiff_t>(moves.size() / 2));
    return moves[moves.size() / 2];
}

std::vector<double> voicePrint(std::span<const float> samples)
{
    const sound::SoundBlock block = blockOf(samples);
    const std::vector<bool> louder = louderRows(block);
    const FeatureMatrix cepstrum = sound::MelCepstrum().of(block);
    std::vector<double> sums(sound::MelCepstrum::kOrder), squares(sums.size());
    double rows = 0.0;
    for (std::size_t row = 0; row < block.rows(); ++row) {
        if (!louder[row])
            continue;
        ++rows;
        for (std::size_t k = 0; k < sums.size(); ++k) {
            const double value = static_cast<double>(cepstrum.row(row)[k + 1]);
            sums[k] += value;
            squares[k] += value * value;
        }
    }
    std::vector<double> print;
    for (std::size_t k = 0; k < sums.size() && rows > 0; ++k) {
        const double mean = sums[k] / rows;
        print.push_back(mean);
        print.push_back(std::sqrt(std::max(0.0, squares[k] / rows - mean * mean)));
    }
    return print;
}

std::optional<SpeakerFound> speakersFound(const std::vector<KnownVoice>& originals, const std::vector<KnownVoice>& changed)
{
    std::map<std::string, std::size_t> counts;
    for (const KnownVoice& voice : originals)
        ++counts[voice.speaker];
    SpeakerFound found;
    std::size_t right = 0;
    for (const KnownVoice& voice : changed) {
        if (counts.size() < 2 || counts[voice.speaker] < 2 || voice.print.empty())
            continue;
        const KnownVoice* nearest = nullptr;
        for (const KnownVoice& other : originals) {
            if (other.recording != voice.recording && !other.print.empty()
                && (!nearest || distance(other.print, voice.print) < distance(nearest->print, voice.print)))
                nearest = &other;
        }
        ++found.recordings;
        right += nearest && nearest->speaker == voice.speaker ? 1 : 0;
    }
    if (found.recordings == 0)
        return std::nullopt;
    found.share = static_cast<double>(right) / static_cast<double>(found.recordings);
    found.chance = 1.0 / static_cast<double>(counts.size());
    return found;
}

}
