#include "engine/features/sound/frame_spectra.h"

#include "engine/features/sound/mel_bands.h"
#include "engine/features/sound/sound_math.h"
#include "engine/media/fourier.h"

namespace engine::sound {

namespace {

constexpr std::size_t kBands = 26;
constexpr std::size_t kCepstra = 13;

}

FeatureMatrix frameSpectra(const SoundBlock& block)
{
    RealFourier fourier(kTransform);
    const std::vector<float> window = symmetricHamming(kFrame);
    std::vector<float> frame(kFrame);
    FeatureMatrix spectra(block.rows(), fourier.bins());
    for (std::size_t row = 0; row < spectra.rows; ++row) {
        block.copy(SoundBlock::centre(row) - static_cast<std::ptrdiff_t>(kFrame / 2), frame);
        for (std::size_t i = 0; i < kFrame; ++i)
            frame[i] *= window[i];
        const auto spectrum = fourier.forward(frame);
        const auto powers = spectra.row(row);
        for (std::size_t k = 0; k < powers.size(); ++k)
            powers[k] = spectrum[k].real() * spectrum[k].real() + spectrum[k].imag() * spectrum[k].imag();
    }
    return spectra;
}

FeatureMatrix logMel(MatrixView spectra)
{
    const MelBands bands(kBands, 20.0, 8000.0, spectra.columns, kRate);
    FeatureMatrix result(spectra.rows, bands.count());
    for (std::size_t row = 0; row < spectra.rows; ++row) {
        bands.sums(spectra.row(row), result.row(row));
        for (float& value : result.row(row))
            value = std::log(value + 1e-10F);
    }
    return result;
}

const FeatureMatrix& cosineTransform()
{
    static const FeatureMatrix transform = [] {
        FeatureMatrix cosines(kCepstra, kBands);
        for (std::size_t c = 0; c < kCepstra; ++c) {
            const double norm = std::sqrt((c == 0 ? 1.0 : 2.0) / kBands);
            for (std::size_t band = 0; band < kBands; ++band) {
                const double turn
                    = std::numbers::pi * static_cast<double>(c) * (static_cast<double>(band) + 0.5) / kBands;
                cosines.at(c, band) = static_cast<float>(norm * std::cos(turn));
            }
        }
        return cosines;
    }();
    return transform;
}

FeatureMatrix cepstra(MatrixView logMel)
{
    FeatureMatrix result(logMel.rows, kCepstra);
    for (std::size_t row = 0; row < result.rows; ++row) {
        for (std::size_t c = 0; c < kCepstra; ++c)
            result.at(row, c) = dot(cosineTransform().row(c), logMel.row(row).data());
    }
    return result;
}

}
