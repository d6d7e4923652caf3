#include "engine/features/sound/period_chain.h"

#include "engine/features/sound/periodicity.h"

#include <cmath>

namespace engine::sound {

namespace {

constexpr double kPeriodRange = 0.2; ///< how far a period may be from the row's
constexpr double kJitterReach = 480.0; ///< samples: 30 ms
constexpr double kUnlike = 1.3; ///< periods that differ by more do not count as neighbours

/// How far two pieces of one period lie apart that begin about here and one period later.
double lengthAt(const SoundBlock& block, double start, double usual)
{
    const auto shortest = static_cast<std::size_t>(usual * (1.0 - kPeriodRange));
    const auto longest = static_cast<std::size_t>(usual * (1.0 + kPeriodRange)) + 1;
    const auto samples = static_cast<std::size_t>(usual);
    const auto middle
        = static_cast<std::ptrdiff_t>(start) + static_cast<std::ptrdiff_t>((samples + longest) / 2);
    return static_cast<double>(periodicityAt(block, middle, samples, shortest, longest).period);
}

float amplitudeAt(const SoundBlock& block, double start, double length)
{
    const auto from = static_cast<std::size_t>(std::max(0.0, start - length / 4.0));
    const auto to = std::min(block.samples.size(), static_cast<std::size_t>(start + 3.0 * length / 4.0));
    if (from >= to)
        return 0.0F;
    const auto [least, most] = std::minmax_element(block.samples.begin() + static_cast<std::ptrdiff_t>(from),
                                                   block.samples.begin() + static_cast<std::ptrdiff_t>(to));
    return *most - *least;
}

/// The periods of the voiced rows `from` to `to`.
void addRun(std::vector<VoicePeriod>& periods, const SoundBlock& block, const Pitch& pitch, std::size_t from,
            std::size_t to)
{
    const double end = static_cast<double>(to * kHop);
    const double first = kRate / static_cast<double>(pitch.hertz[from]);
    const auto begin = block.samples.begin() + static_cast<std::ptrdiff_t>(from * kHop);
    const auto peak = std::max_element(
        begin,
        begin + std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(first) + 1, block.samples.end() - begin),
        [](float a, float b) { return std::abs(a) < std::abs(b); });
    double start = static_cast<double>(peak - block.samples.begin());
    for (bool followsOn = false; start < end; followsOn = true) {
        const std::size_t row = std::min(static_cast<std::size_t>(start) / kHop, to - 1);
        const double length = lengthAt(block, start, kRate / static_cast<double>(pitch.hertz[row]));
        if (start + length > end)
            return;
        periods.push_back({start, length, amplitudeAt(block, start, length), followsOn});
        start += length;
    }
}

}

std::vector<VoicePeriod> voicePeriods(const SoundBlock& block, const Pitch& pitch)
{
    std::vector<VoicePeriod> periods;
    for (std::size_t row = 0; row < block.rows();) {
        std::size_t end = row;
        while (end < block.rows() && pitch.isVoiced[end])
            ++end;
        if (end > row)
            addRun(periods, block, pitch, row, end);
        row = end + 1;
    }
    return periods;
}

std::vector<Irregularity> irregularities(std::span<const VoicePeriod> periods, std::size_t rows)
{
    std::vector<Irregularity> result(rows);
    std::size_t first = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const auto middle = static_cast<double>(SoundBlock::centre(row));
        while (first < periods.size()
               && periods[first].start + periods[first].length / 2 < middle - kJitterReach)
            ++first;
        double lengths = 0.0;
        double amplitudes = 0.0;
        double lengthChanges = 0.0;
        double amplitudeChanges = 0.0;
        double changes = 0.0;
        double count = 0.0;
        for (std::size_t i = first;
             i < periods.size() && periods[i].start + periods[i].length / 2 <= middle + kJitterReach; ++i) {
            lengths += periods[i].length;
            amplitudes += static_cast<double>(periods[i].amplitude);
            count += 1.0;
            if (i == first || !periods[i].followsOn)
                continue;
            const double ratio = periods[i].length / periods[i - 1].length;
            if (ratio > kUnlike || ratio < 1.0 / kUnlike)
                continue;
            lengthChanges += std::abs(periods[i].length - periods[i - 1].length);
            amplitudeChanges
                += std::abs(static_cast<double>(periods[i].amplitude - periods[i - 1].amplitude));
            changes += 1.0;
        }
        if (changes < 2.0 || amplitudes <= 0.0)
            continue;
        result[row] = {static_cast<float>(lengthChanges / changes / (lengths / count)),
                       static_cast<float>(amplitudeChanges / changes / (amplitudes / count)), true};
    }
    return result;
}

}
