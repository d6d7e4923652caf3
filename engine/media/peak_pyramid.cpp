#include "engine/media/peak_pyramid.h"

#include "engine/core/error.h"
#include "engine/media/cut_short.h"
#include "engine/media/decoding.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace engine {

namespace {

using Bin = PeakPyramid::Bin;

constexpr double kShortestGap = 0.05; ///< seconds: two frames of AAC
constexpr double kApartForEars = 0.25; ///< seconds of sound between gaps that say something
constexpr std::size_t kStep = 4; ///< bins of one level in a bin of the next
constexpr std::size_t kCoarsest = 64; ///< bins that need no coarser level

std::int16_t toStored(float value)
{
    return static_cast<std::int16_t>(std::lrint(std::clamp(value, -1.99F, 1.99F) * PeakPyramid::kFullScale));
}

Bin merged(std::span<const Bin> bins)
{
    Bin all = bins.front();
    double squares = 0.0;
    for (const Bin& bin : bins) {
        all.min = std::min(all.min, bin.min);
        all.max = std::max(all.max, bin.max);
        squares += static_cast<double>(bin.rms) * bin.rms;
    }
    all.rms = static_cast<std::uint16_t>(std::lrint(std::sqrt(squares / static_cast<double>(bins.size()))));
    return all;
}

std::vector<Bin> coarser(std::span<const Bin> bins, std::size_t step)
{
    std::vector<Bin> result;
    result.reserve((bins.size() + step - 1) / step);
    for (std::size_t i = 0; i < bins.size(); i += step)
        result.push_back(merged(bins.subspan(i, std::min(step, bins.size() - i))));
    return result;
}

/// Collects samples into bins; halves their number whenever there are too many.
class Binner {
public:
    void add(std::span<const float> samples)
    {
        while (!samples.empty()) {
            const auto part = samples.first(std::min(samples.size(), m_binSamples - m_filled));
            float low = m_low;
            float high = m_high;
            float squares = 0.0F;
            for (const float sample : part) {
                low = std::min(low, sample);
                high = std::max(high, sample);
                squares += sample * sample;
            }
            m_low = low;
            m_high = high;
            m_squares += squares;
            m_filled += part.size();
            if (m_filled == m_binSamples)
                close();
            samples = samples.subspan(part.size());
        }
    }

    void addSilence(std::size_t count)
    {
        static constexpr std::array<float, 4096> silence{};
        for (; count > 0; count -= std::min(count, silence.size()))
            add(std::span(silence).first(std::min(count, silence.size())));
    }

    std::size_t binSamples() const { return m_binSamples; }
    const std::vector<Bin>& bins() const { return m_bins; }
    std::vector<Bin> finish()
    {
        if (m_filled > 0)
            close();
        return std::move(m_bins);
    }

private:
    void close()
    {
        const double mean = m_squares / static_cast<double>(m_filled);
        const double rms = std::min(std::sqrt(mean), 1.99) * PeakPyramid::kFullScale;
        m_bins.push_back({toStored(m_low), toStored(m_high), static_cast<std::uint16_t>(std::lrint(rms))});
        m_low = kNoLow;
        m_high = kNoHigh;
        m_squares = 0.0;
        m_filled = 0;
        if (m_bins.size() >= PeakPyramid::kMostBins) {
            m_bins = coarser(m_bins, 2);
            m_binSamples *= 2;
        }
    }

    static constexpr float kNoLow = 1e9F;
    static constexpr float kNoHigh = -1e9F;
    std::size_t m_binSamples = PeakPyramid::kFinestBin;
    std::vector<Bin> m_bins;
    float m_low = kNoLow;
    float m_high = kNoHigh;
    double m_squares = 0.0;
    std::size_t m_filled = 0;
};

/// Those that only a moment parts are told as one.
void addGap(std::vector<Interval>& gaps, Interval gap)
{
    if (!gaps.empty() && gap.start - gaps.back().end < kApartForEars)
        gaps.back().end = gap.end;
    else
        gaps.push_back(gap);
}

/// The times at which a snapshot of unfinished work is worth its copying: 0.2 s, 0.4 s, 0.8 s, … after the
/// start.
class SnapshotTimes {
public:
    bool due()
    {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_start < m_next)
            return false;
        m_next *= 2;
        return true;
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::chrono::milliseconds m_next{200};
};

}

PeakPyramid::PeakPyramid(std::vector<Bin> bins, double start, double secondsPerBin,
                         std::vector<Interval> gaps)
    : m_start(start)
    , m_secondsPerBin(secondsPerBin)
    , m_gaps(std::move(gaps))
{
    m_levels.push_back(std::move(bins));
    while (m_levels.back().size() > kCoarsest)
        m_levels.push_back(coarser(m_levels.back(), kStep));
}

std::shared_ptr<const PeakPyramid> PeakPyramid::build(const MediaFile& file, const RunContext& run,
                                                      const Receiver& partial)
{
    try {
        return buildOnce(file, run, partial, false);
    } catch (const IoError& error) {
        if (error.code() != kDecoderEnded)
            throw;
        return buildOnce(file, run, partial, true);
    }
}

std::shared_ptr<const PeakPyramid> PeakPyramid::buildOnce(const MediaFile& file, const RunContext& run,
                                                          const Receiver& partial, bool takesWhatIsThere)
{
    const std::unique_ptr<SoundStream> sound = openSound(file, 0, 1);
    const double rate = sound->sampleRate();
    const auto total = static_cast<std::size_t>(std::max(1.0, sound->duration() * rate));
    const auto secondsPerBin
        = [&](const Binner& binner) { return static_cast<double>(binner.binSamples()) / rate; };
    Binner binner;
    SnapshotTimes snapshots;
    std::vector<Interval> gaps;
    std::int64_t first = 0;
    std::int64_t next = 0;
    bool isLost = false; // what decodes ended
    for (std::size_t blocks = 0;; ++blocks) {
        std::optional<SoundStream::Block> block;
        try {
            block = sound->next();
        } catch (const IoError& error) {
            if (error.code() != kDecoderEnded || !takesWhatIsThere)
                throw;
            isLost = true;
        }
        if (!block)
            break;
        if (blocks == 0)
            first = next = block->first;
        const auto lost = static_cast<double>(block->first - next) / rate;
        if (block->isAfterDamage && lost > kShortestGap)
            addGap(gaps, {static_cast<double>(next) / rate, static_cast<double>(block->first) / rate});
        if (block->first > next)
            binner.addSilence(static_cast<std::size_t>(block->first - next));
        const auto known = std::min(static_cast<std::size_t>(std::max<std::int64_t>(0, next - block->first)),
                                    block->samples.size());
        binner.add(block->samples.subspan(known));
        next = std::max(next, block->first + static_cast<std::int64_t>(block->samples.size()));
        run.tick(std::min(static_cast<std::size_t>(next - first), total), total);
        if (partial && blocks % 64 == 63 && snapshots.due())
            partial(std::make_shared<const PeakPyramid>(binner.bins(), static_cast<double>(first) / rate,
                                                        secondsPerBin(binner), gaps));
    }
    auto bins = binner.finish();
    const double end = static_cast<double>(next) / rate;
    if (isLost)
        addGap(gaps, {end, std::max(end + kShortestGap, sound->duration())});
    else if (const auto cut = cutShort(file); cut && cut->promised - end > kShortestGap)
        addGap(gaps, {end, cut->promised});
    return std::make_shared<const PeakPyramid>(std::move(bins), static_cast<double>(first) / rate,
                                               secondsPerBin(binner), std::move(gaps));
}

double PeakPyramid::duration() const
{
    return m_start + static_cast<double>(bins().size()) * m_secondsPerBin;
}

std::vector<Peak> PeakPyramid::columns(double start, double secondsPerColumn, std::size_t count) const
{
    std::vector<Peak> result(count);
    if (bins().empty() || !(secondsPerColumn > 0.0))
        return result;
    std::size_t level = 0;
    double width = m_secondsPerBin;
    while (level + 1 < m_levels.size() && width * kStep <= secondsPerColumn) {
        ++level;
        width *= kStep;
    }
    const std::span<const Bin> bins = m_levels[level];
    const auto size = static_cast<double>(bins.size());
    for (std::size_t i = 0; i < count; ++i) {
        const double from = (start - m_start + static_cast<double>(i) * secondsPerColumn) / width;
        const double to = from + secondsPerColumn / width;
        if (to <= 0.0 || from >= size)
            continue;
        const auto begin = static_cast<std::size_t>(std::max(0.0, std::floor(from)));
        const auto end = static_cast<std::size_t>(std::min(size, std::ceil(to)));
        const Bin bin = merged(bins.subspan(begin, std::max(end, begin + 1) - begin));
        result[i] = {static_cast<float>(bin.min) / kFullScale, static_cast<float>(bin.max) / kFullScale,
                     static_cast<float>(bin.rms) / kFullScale};
    }
    return result;
}

}
