#include "engine/features/sound/spectral_measures.h"

#include "engine/features/sound/frame_spectra.h"

#include <cmath>

namespace engine::sound {

namespace {

constexpr double kFloor = 1e-10;

/// The first bin at or above a frequency.
std::size_t binFrom(double hertz)
{
    return static_cast<std::size_t>(std::ceil(hertz / kHertzPerBin));
}

double sumOf(std::span<const float> powers, double from, double below)
{
    double sum = 0.0;
    for (std::size_t k = binFrom(from); k < binFrom(below); ++k)
        sum += static_cast<double>(powers[k]);
    return sum;
}

double largestOf(std::span<const float> powers, double from, double below)
{
    const auto begin = powers.begin();
    return static_cast<double>(*std::max_element(begin + static_cast<std::ptrdiff_t>(binFrom(from)),
                                                 begin + static_cast<std::ptrdiff_t>(binFrom(below))));
}

/// 10 log10(a / b); 0 where there is no sound.
double ratioDb(double a, double b)
{
    return a > 0.0 && b > 0.0 ? 10.0 * std::log10(a / b) : 0.0;
}

/// The slope of the levels over `from` ≤ f ≤ `to`, in dB per kHz.
double slope(std::span<const float> powers, double from, double to)
{
    const std::size_t first = binFrom(from);
    const std::size_t last = static_cast<std::size_t>(to / kHertzPerBin);
    const double middle = static_cast<double>(first + last) / 2;
    double product = 0.0;
    double square = 0.0;
    for (std::size_t k = first; k <= last; ++k) {
        const double offset = static_cast<double>(k) - middle;
        product += offset * 10.0 * std::log10(static_cast<double>(powers[k]) + kFloor);
        square += offset * offset;
    }
    return product / square / kHertzPerBin * 1000.0;
}

struct Shape {
    double centroid = 0.0;
    double spread = 0.0;
    double rolloff = 0.0;
    double flatness = 0.0;
};

/// The moments of the power over frequency.
Shape shapeOf(std::span<const float> powers)
{
    double sum = 0.0;
    double first = 0.0;
    double second = 0.0;
    double logarithms = 0.0;
    for (std::size_t k = 0; k < powers.size(); ++k) {
        const double power = static_cast<double>(powers[k]);
        const double hertz = static_cast<double>(k) * kHertzPerBin;
        sum += power;
        first += power * hertz;
        second += power * hertz * hertz;
        logarithms += static_cast<double>(std::log(powers[k] + 1e-30F));
    }
    if (sum <= 0.0)
        return {};
    Shape shape;
    shape.centroid = first / sum;
    shape.spread = std::sqrt(std::max(0.0, second / sum - shape.centroid * shape.centroid));
    shape.flatness = std::exp(logarithms / static_cast<double>(powers.size()))
        / (sum / static_cast<double>(powers.size()));
    double below = 0.0;
    std::size_t k = 0;
    while (k + 1 < powers.size() && (below += static_cast<double>(powers[k])) < 0.85 * sum)
        ++k;
    shape.rolloff = static_cast<double>(k) * kHertzPerBin;
    return shape;
}

/// The difference of this row's magnitudes from the last one's, normalised and not.
class FluxMeter {
public:
    explicit FluxMeter(std::size_t bins) : m_now(bins), m_before(bins) { }

    struct Fluxes {
        double normalised = 0.0;
        double to5000 = 0.0;
    };

    Fluxes next(std::span<const float> powers)
    {
        std::swap(m_now, m_before);
        std::swap(m_sum, m_sumBefore);
        m_sum = 0.0F;
        for (std::size_t k = 0; k < powers.size(); ++k)
            m_sum += m_now[k] = std::sqrt(powers[k]);
        Fluxes fluxes;
        if (m_isFirst) {
            m_isFirst = false;
            return fluxes;
        }
        const float norm = m_sum > 0.0F ? 1.0F / m_sum : 0.0F;
        const float normBefore = m_sumBefore > 0.0F ? 1.0F / m_sumBefore : 0.0F;
        float normalised = 0.0F;
        float plain = 0.0F;
        const std::size_t to5000 = binFrom(5000.0) + 1;
        for (std::size_t k = 0; k < powers.size(); ++k) {
            const float difference = m_now[k] * norm - m_before[k] * normBefore;
            normalised += difference * difference;
            if (k < to5000)
                plain += (m_now[k] - m_before[k]) * (m_now[k] - m_before[k]);
        }
        fluxes.normalised = std::sqrt(static_cast<double>(normalised));
        fluxes.to5000 = std::sqrt(static_cast<double>(plain) / static_cast<double>(to5000));
        return fluxes;
    }

private:
    std::vector<float> m_now;
    std::vector<float> m_before;
    float m_sum = 0.0F;
    float m_sumBefore = 0.0F;
    bool m_isFirst = true;
};

struct Level {
    double meanSquare = 0.0;
    double crossings = 0.0;
};

Level levelOf(std::span<const float> frame)
{
    Level level;
    for (std::size_t i = 0; i < frame.size(); ++i) {
        level.meanSquare += static_cast<double>(frame[i]) * static_cast<double>(frame[i]);
        level.crossings += i > 0 && (frame[i] < 0.0F) != (frame[i - 1] < 0.0F) ? 1.0 : 0.0;
    }
    level.meanSquare /= static_cast<double>(frame.size());
    level.crossings /= static_cast<double>(frame.size() - 1);
    return level;
}

}

FeatureMatrix spectralMeasures(const SoundBlock& block, MatrixView spectra)
{
    FeatureMatrix result(spectra.rows, static_cast<std::size_t>(Spectral::Count));
    FluxMeter flux(spectra.columns);
    std::vector<float> frame(kFrame);
    for (std::size_t row = 0; row < result.rows; ++row) {
        const auto set = [&](Spectral column, double value) {
            result.at(row, static_cast<std::size_t>(column)) = static_cast<float>(value);
        };
        const auto powers = spectra.row(row);
        block.copy(SoundBlock::centre(row) - static_cast<std::ptrdiff_t>(kFrame / 2), frame);
        const Level level = levelOf(frame);
        set(Spectral::RmsDb, 10.0 * std::log10(level.meanSquare + kFloor));
        set(Spectral::ZeroCrossings, level.crossings);
        set(Spectral::AlphaRatioDb, ratioDb(sumOf(powers, 1000.0, 5000.0), sumOf(powers, 50.0, 1000.0)));
        set(Spectral::HammarbergDb,
            ratioDb(largestOf(powers, 0.0, 2000.0), largestOf(powers, 2000.0, 5000.0)));
        set(Spectral::Slope0To500, slope(powers, 0.0, 500.0));
        set(Spectral::Slope500To1500, slope(powers, 500.0, 1500.0));
        const Shape shape = shapeOf(powers);
        set(Spectral::CentroidHz, shape.centroid);
        set(Spectral::SpreadHz, shape.spread);
        set(Spectral::Rolloff85Hz, shape.rolloff);
        set(Spectral::Flatness, shape.flatness);
        const FluxMeter::Fluxes fluxes = flux.next(powers);
        set(Spectral::Flux, fluxes.normalised);
        set(Spectral::MeanSquare, level.meanSquare);
        set(Spectral::FluxTo5000, fluxes.to5000);
    }
    return result;
}

}
