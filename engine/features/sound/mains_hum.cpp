#include "engine/features/sound/mains_hum.h"

#include "engine/features/sound/row_powers.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engine::sound {

namespace {

constexpr std::array kMains{50.0, 60.0}; ///< Hz
constexpr double kMainsRange = 0.01; ///< of the frequency
constexpr std::size_t kLeastRows = 50;
constexpr std::size_t kWindowRows = 400;
constexpr std::size_t kPhases = 320; ///< parts of the period whose means are kept, of the whole sound
constexpr std::size_t kThin
    = 16; ///< of so many samples one: eight harmonics, which tell whether there is hum
constexpr std::size_t kFine = 4; ///< and 30, which tell its frequency
constexpr float kQuietRows = 0.2F;
constexpr float kLoudestRows = 0.95F;
constexpr float kSilence = 1e-6F; ///< of the loudest rows' power: nothing hums where there is less
constexpr float kSteady = 0.4F; ///< of the loudest rows' power: nobody pauses where there is more
constexpr float kPerhaps = 0.8F; ///< the most that is left of the quiet rows' power after a first attempt
constexpr float kHum = 0.5F; ///< and at last
constexpr float kVoice = 0.3F; ///< the least that is left of the loudest rows' power

/// A sound of which every so many samples are one.
struct Thinned {
    std::vector<float> values;
    std::size_t step = 1; ///< samples
};

Thinned thinned(std::span<const float> samples, std::size_t step)
{
    Thinned result{std::vector<float>((samples.size() + step - 1) / step), step};
    for (std::size_t i = 0; i < samples.size(); ++i)
        result.values[i / step] += samples[i] / static_cast<float>(step);
    return result;
}

/// The mean square of 20 ms around each row's middle.
std::vector<float> powersOf(const Thinned& sound, std::size_t rows)
{
    std::vector<float> powers(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t middle = row * kHop + kHop / 2;
        const std::size_t from = middle > kHop ? (middle - kHop) / sound.step : 0;
        const std::size_t to = std::min(sound.values.size(), (middle + kHop) / sound.step);
        for (std::size_t i = from; i < to; ++i)
            powers[row] += sound.values[i] * sound.values[i];
        powers[row] /= static_cast<float>(to - from);
    }
    return powers;
}

/// How much each row tells about the hum: the less, the louder it is otherwise.
std::vector<float> weightsOf(const std::vector<float>& powers)
{
    const float usual = lowerQuantile(powers, kQuietRows) + 1e-20F;
    std::vector<float> weights(powers.size());
    std::transform(powers.begin(), powers.end(), weights.begin(),
                   [&](float power) { return usual / (power + usual); });
    return weights;
}

struct HumWindow {
    std::size_t first = 0; ///< samples
    std::size_t end = 0;
    double hertz = 0.0; ///< of the hum within
};

/// Windows that overlap by half or more.
std::vector<HumWindow> windowsOf(const SoundBlock& block, double hertz)
{
    const std::size_t rows = block.rows();
    const std::size_t length = std::min(rows, kWindowRows);
    const std::size_t count = 1 + (2 * (rows - length) + length - 1) / length;
    std::vector<HumWindow> windows;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t first = count == 1 ? 0 : i * (rows - length) / (count - 1) * kHop;
        windows.push_back({first, first + length * kHop, hertz});
    }
    windows.back().end = block.samples.size();
    return windows;
}

/// The usual course of a period: means at evenly spaced phases, straight between them.
class MeanPeriod {
public:
    MeanPeriod(double hertz, std::size_t phases) : m_turns(hertz / kRate), m_sums(phases), m_weights(phases)
    {
    }

    void add(const Thinned& sound, const HumWindow& window, std::span<const float> weights)
    {
        for (std::size_t i = window.first / sound.step; i * sound.step < window.end; ++i) {
            const std::size_t sample = i * sound.step;
            const Place place = placeOf(sample, sound.step);
            const auto weight = static_cast<double>(weights[std::min(sample / kHop, weights.size() - 1)]);
            const auto value = static_cast<double>(sound.values[i]);
            m_sums[place.phase] += weight * (1.0 - place.part) * value;
            m_weights[place.phase] += weight * (1.0 - place.part);
            m_sums[place.next] += weight * place.part * value;
            m_weights[place.next] += weight * place.part;
        }
    }

    /// The power of what was added that the means account for.
    double power() const
    {
        double sum = 0.0;
        for (std::size_t i = 0; i < m_sums.size(); ++i)
            sum += m_weights[i] > 0.0 ? m_sums[i] * m_sums[i] / m_weights[i] : 0.0;
        return sum;
    }

    float at(std::size_t sample, std::size_t step) const
    {
        const Place place = placeOf(sample, step);
        return static_cast<float>((1.0 - place.part) * mean(place.phase) + place.part * mean(place.next));
    }

private:
    struct Place {
        std::size_t phase = 0;
        std::size_t next = 0;
        double part = 0.0; ///< of the way to `next`
    };
    Place placeOf(std::size_t sample, std::size_t step) const
    {
        const double turns = m_turns * (static_cast<double>(sample) + static_cast<double>(step - 1) / 2.0);
        const double place = (turns - std::floor(turns)) * static_cast<double>(m_sums.size());
        const std::size_t phase = std::min(static_cast<std::size_t>(place), m_sums.size() - 1);
        return {phase, phase + 1 < m_sums.size() ? phase + 1 : 0, place - static_cast<double>(phase)};
    }
    double mean(std::size_t phase) const
    {
        return m_weights[phase] > 0.0 ? m_sums[phase] / m_weights[phase] : 0.0;
    }

    double m_turns; ///< per sample
    std::vector<double> m_sums;
    std::vector<double> m_weights;
};

/// Looks for the frequency at which most of the sound is periodic, in ever smaller steps.
void tune(std::vector<HumWindow>& windows, const Thinned& sound, std::span<const float> weights, double range,
          std::initializer_list<double> steps)
{
    for (HumWindow& window : windows) {
        double around = range;
        for (const double step : steps) {
            const double middle = window.hertz;
            double most = -1.0;
            for (double hertz = middle - around; hertz <= middle + around + step / 2.0; hertz += step) {
                MeanPeriod period(hertz, kPhases / sound.step);
                period.add(sound, window, weights);
                if (period.power() > most) {
                    most = period.power();
                    window.hertz = hertz;
                }
            }
            around = step;
        }
    }
}

/// What is left of a sound without its hum; the windows' hums are faded into each other.
Thinned withoutHum(const Thinned& sound, std::span<const HumWindow> windows, std::span<const float> weights)
{
    std::vector<float> hum(sound.values.size());
    std::vector<float> fades(sound.values.size());
    for (const HumWindow& window : windows) {
        MeanPeriod period(window.hertz, kPhases / sound.step);
        period.add(sound, window, weights);
        for (std::size_t i = window.first / sound.step; i * sound.step < window.end; ++i) {
            const std::size_t sample = i * sound.step;
            const auto fade = static_cast<float>(
                std::min(sample - std::min(sample, window.first), window.end - 1 - sample) + 1);
            hum[i] += fade * period.at(sample, sound.step);
            fades[i] += fade;
        }
    }
    Thinned clean = sound;
    for (std::size_t i = 0; i < hum.size(); ++i)
        clean.values[i] -= hum[i] / std::max(fades[i], 1.0F);
    return clean;
}

/// The part of the power of some rows that is left.
float leftOf(std::span<const float> before, std::span<const float> after, float from, float to)
{
    double was = 1e-30;
    double is = 0.0;
    for (std::size_t row = 0; row < before.size(); ++row) {
        if (before[row] < from || before[row] > to)
            continue;
        was += static_cast<double>(before[row]);
        is += static_cast<double>(after[row]);
    }
    return static_cast<float>(is / was);
}

}

bool takeHum(SoundBlock& block)
{
    const std::size_t rows = block.rows();
    if (rows < kLeastRows)
        return false;
    const Thinned whole{block.samples, 1};
    const std::vector<float> before = powersOf(whole, rows);
    const float loudest = lowerQuantile(before, kLoudestRows);
    const float quietest = lowerQuantile(before, kQuietRows);
    if (quietest <= kSilence * loudest || quietest > kSteady * loudest)
        return false;
    const Thinned thin = thinned(block.samples, kThin);
    const std::vector<float> powers = powersOf(thin, rows);
    const float quiet = lowerQuantile(powers, kQuietRows);
    for (const double mains : kMains) {
        std::vector<HumWindow> windows = windowsOf(block, mains);
        std::vector<float> weights = weightsOf(powers);
        tune(windows, thin, weights, mains * kMainsRange, {0.04, 0.01});
        std::vector<float> left = powersOf(withoutHum(thin, windows, weights), rows);
        if (leftOf(powers, left, 0.0F, quiet) > kPerhaps)
            continue;
        weights = weightsOf(left);
        tune(windows, thin, weights, 0.02, {0.01, 0.0025});
        left = powersOf(withoutHum(thin, windows, weights), rows);
        if (leftOf(powers, left, 0.0F, quiet) > kHum)
            continue;
        weights = weightsOf(left);
        tune(windows, thinned(block.samples, kFine), weights, 0.01, {0.0025, 0.0005});
        weights = weightsOf(powersOf(withoutHum(whole, windows, weights), rows));
        Thinned clean = withoutHum(whole, windows, weights);
        if (leftOf(before, powersOf(clean, rows), loudest, INFINITY) < kVoice)
            continue;
        block.samples = std::move(clean.values);
        return true;
    }
    return false;
}

}
