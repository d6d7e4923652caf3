#include "engine/media/spectrogram.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t kMostWindows = 4; // in a column
constexpr std::size_t kFarWindows = 2; // in one so long that the sound between them is skipped
constexpr double kFar = 1.0; // seconds of a column that are so long
constexpr double kSkipped = 0.4; // seconds of sound from which on seeking is quicker than decoding

std::size_t windowSamples(double seconds, int sampleRate)
{
    return static_cast<std::size_t>(std::max(2.0, std::round(seconds * sampleRate)));
}

}

std::uint8_t SpectrogramPiece::levelOf(float decibels)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp((decibels - kLowest) / kStep, 0.0F, 255.0F)));
}

Spectrograph::Spectrograph(const MediaFile& file, double windowSeconds)
    : m_windowSeconds(windowSeconds)
    , m_reader(file, 0, 1)
    , m_analyser(windowSamples(windowSeconds, m_reader.sampleRate()))
{
}

SpectrogramPiece Spectrograph::read(double start, double secondsPerColumn, std::size_t columns,
                                    const RunContext& run)
{
    const double rate = m_reader.sampleRate();
    const auto fitting = static_cast<std::size_t>(std::ceil(secondsPerColumn / m_windowSeconds));
    const bool isFar = secondsPerColumn > kFar;
    const std::size_t windows = std::clamp<std::size_t>(fitting, 1, isFar ? kFarWindows : kMostWindows);
    SpectrogramPiece piece;
    piece.bins = m_analyser.bins();
    piece.hertzPerBin = rate / static_cast<double>(m_analyser.transformSamples());
    piece.levels.reserve(columns * piece.bins);
    std::vector<float> sums(piece.bins);
    for (std::size_t column = 0; column < columns; ++column) {
        run.tick(column, columns);
        std::fill(sums.begin(), sums.end(), 0.0F);
        for (std::size_t window = 0; window < windows; ++window) {
            const double part = (static_cast<double>(window) + 0.5) / static_cast<double>(windows);
            const double middle = start + (static_cast<double>(column) + part) * secondsPerColumn;
            const auto first
                = std::llround(middle * rate - static_cast<double>(m_analyser.windowSamples()) / 2);
            const std::span<const float> powers = m_analyser.powers(samplesFrom(first));
            std::transform(sums.begin(), sums.end(), powers.begin(), sums.begin(), std::plus<>());
        }
        for (const float sum : sums)
            piece.levels.push_back(SpectrogramPiece::levelOf(decibels(sum / static_cast<float>(windows))));
    }
    return piece;
}

/// The samples of a window. What was read stays while windows overlap or follow closely.
std::span<const float> Spectrograph::samplesFrom(std::int64_t first)
{
    const auto count = static_cast<std::int64_t>(m_analyser.windowSamples());
    const auto end = [this] { return m_first + static_cast<std::int64_t>(m_samples.size()); };
    const auto skipped = static_cast<std::int64_t>(kSkipped * m_reader.sampleRate());
    if (first < m_first || first > end() + skipped) {
        m_samples.assign(static_cast<std::size_t>(std::max<std::int64_t>(0, -first)), 0.0F);
        m_first = first;
        m_reader.seek(static_cast<double>(std::max<std::int64_t>(0, first)) / m_reader.sampleRate());
    }
    if (first + count > end())
        readTo(first + count);
    if (first - m_first > 8 * count) { // seldom, since all that is behind it is moved
        m_samples.erase(m_samples.begin(), m_samples.begin() + static_cast<std::ptrdiff_t>(first - m_first));
        m_first = first;
    }
    return std::span(m_samples).subspan(static_cast<std::size_t>(first - m_first),
                                        static_cast<std::size_t>(count));
}

/// A little more than is needed, so that not every window asks.
void Spectrograph::readTo(std::int64_t end)
{
    const std::size_t before = m_samples.size();
    const auto wanted = static_cast<std::size_t>(end - m_first) + 4 * m_analyser.windowSamples();
    m_samples.resize(wanted, 0.0F);
    const std::size_t got = m_reader.read(std::span(m_samples).subspan(before));
    std::fill(m_samples.begin() + static_cast<std::ptrdiff_t>(before + got), m_samples.end(), 0.0F);
}

}
