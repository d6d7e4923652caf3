#include "engine/training/media/patches.h"

#include "engine/core/seeded_draws.h"
#include "engine/core/seeded_shuffle.h"
#include "engine/features/sound/mel_pieces.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t kHop = 160; ///< samples from column to column: 10 ms
constexpr float kWhite = 255.0F, kGrey = kWhite / 2.0F;

bool happens(std::mt19937_64& random, double probability)
{
    return drawnShare<double>(random) < probability;
}

/// A place from 0 to `last`.
std::size_t placeUpTo(std::mt19937_64& random, std::size_t last)
{
    return drawnBelow(last + 1, random);
}

double meanSquare(std::span<const float> values)
{
    double sum = 0.0;
    for (const float value : values)
        sum += static_cast<double>(value) * static_cast<double>(value);
    return values.empty() ? 0.0 : sum / static_cast<double>(values.size());
}

/// Adds a sound so that what was there is so much louder than it.
void addBelow(std::vector<float>& sound, const std::vector<float>& other, double decibels)
{
    const double loud = meanSquare(sound), soft = meanSquare(other);
    if (!(loud > 0.0) || !(soft > 0.0))
        return;
    constexpr double perBel = 10.0;
    const auto factor = static_cast<float>(std::sqrt(loud / soft / std::pow(10.0, decibels / perBel)));
    for (std::size_t i = 0; i < sound.size(); ++i)
        sound[i] += factor * other[i];
}

std::vector<float> whiteNoise(std::size_t samples, std::mt19937_64& random)
{
    NormalDraws normal(random);
    std::vector<float> noise(samples);
    for (float& value : noise)
        value = normal.next();
    return noise;
}

/// Other voices at once, each repeated where it ends.
std::vector<float> babble(std::size_t samples, std::span<const std::vector<float>> voices)
{
    std::vector<float> sum(samples);
    for (const std::vector<float>& voice : voices) {
        for (std::size_t i = 0; i < samples && !voice.empty(); ++i)
            sum[i] += voice[i % voice.size()];
    }
    return sum;
}

void hear(const std::vector<float>& samples, const MediaOptions& options, SegmentPatches& patches)
{
    if (samples.empty())
        return;
    const std::size_t most = (options.patches->columns - 1) * kHop + 1; // longer sound is not heard
    const auto heard = std::span(samples).first(std::min(most, samples.size()));
    const FeatureMatrix mel = melSpectrogram(heard, kSegmentSoundRate, options.patches->bands, kHop);
    patches.columns = mel.rows;
    patches.power.resize(mel.values.size());
    for (std::size_t column = 0; column < mel.rows; ++column) {
        for (std::size_t band = 0; band < mel.columns; ++band)
            patches.power[band * mel.rows + column] = mel.at(column, band);
    }
}

void flip(std::vector<float>& pixels, std::size_t side)
{
    for (std::size_t row = 0; row + side <= pixels.size(); row += side)
        std::reverse(pixels.begin() + static_cast<std::ptrdiff_t>(row),
                     pixels.begin() + static_cast<std::ptrdiff_t>(row + side));
}

/// Brightness, then contrast about the mean.
void light(std::vector<float>& pixels, double brightness, double contrast)
{
    double sum = 0.0;
    for (const float pixel : pixels)
        sum += static_cast<double>(pixel);
    const auto mean = static_cast<float>(sum * brightness / static_cast<double>(pixels.size()));
    for (float& pixel : pixels) {
        const float bright = pixel * static_cast<float>(brightness);
        pixel = std::clamp((bright - mean) * static_cast<float>(contrast) + mean, 0.0F, kWhite);
    }
}

/// A rectangle of a ninth of each picture becomes grey.
void erase(std::vector<float>& pixels, std::size_t side, std::mt19937_64& random)
{
    const std::size_t third = std::max<std::size_t>(1, side / 3);
    const std::size_t top = placeUpTo(random, side - third), left = placeUpTo(random, side - third);
    for (std::size_t plane = 0; plane + side * side <= pixels.size(); plane += side * side) {
        for (std::size_t y = top; y < top + third; ++y)
            std::fill_n(pixels.begin() + static_cast<std::ptrdiff_t>(plane + y * side + left), third, kGrey);
    }
}

/// The power that the network's scale makes the middle.
float middleOf(const std::vector<float>& power)
{
    constexpr double floor = 1e-6;
    double sum = 0.0;
    for (const float value : power)
        sum += std::log(static_cast<double>(value) + floor);
    return static_cast<float>(std::exp(sum / static_cast<double>(power.size())));
}

/// Two bands and two spans of up to an eighth.
void mask(SegmentPatches& patches, std::size_t bands, std::mt19937_64& random)
{
    const float middle = middleOf(patches.power);
    constexpr int each = 2;
    constexpr std::size_t share = 8;
    for (int i = 0; i < each; ++i) {
        const std::size_t height = placeUpTo(random, bands / share);
        const std::size_t band = placeUpTo(random, bands - height);
        std::fill_n(patches.power.begin() + static_cast<std::ptrdiff_t>(band * patches.columns),
                    height * patches.columns, middle);
        const std::size_t width = placeUpTo(random, patches.columns / share);
        const std::size_t column = placeUpTo(random, patches.columns - width);
        for (std::size_t row = 0; row < bands; ++row)
            std::fill_n(patches.power.begin() + static_cast<std::ptrdiff_t>(row * patches.columns + column),
                        width, middle);
    }
}

void changePictures(SegmentPatches& patches, const MediaOptions& options, std::mt19937_64& random)
{
    constexpr double half = 0.5, quarter = 0.25, amount = 0.2;
    const auto side = static_cast<std::size_t>(options.side);
    if (patches.pixels.empty())
        return;
    if (options.augment.flip && happens(random, half))
        flip(patches.pixels, side);
    if (options.augment.light) {
        const double brightness = drawnBetween(1.0 - amount, 1.0 + amount, random);
        light(patches.pixels, brightness, drawnBetween(1.0 - amount, 1.0 + amount, random));
    }
    if (options.augment.erase && happens(random, quarter))
        erase(patches.pixels, side, random);
}

std::vector<float> changedSound(std::vector<float> sound, const MediaOptions::Augmentation& augment,
                                std::span<const std::vector<float>> voices, std::mt19937_64& random)
{
    constexpr double half = 0.5, mostGain = 6.0, perBel = 20.0, leastBelow = 5.0, mostBelow = 20.0;
    if (augment.gain) {
        const auto factor
            = static_cast<float>(std::pow(10.0, drawnBetween(-mostGain, mostGain, random) / perBel));
        for (float& sample : sound)
            sample *= factor;
    }
    if (augment.noise && happens(random, half)) {
        const double below = drawnBetween(leastBelow, mostBelow, random);
        const bool isBabble = !voices.empty() && happens(random, half);
        addBelow(sound, isBabble ? babble(sound.size(), voices) : whiteNoise(sound.size(), random), below);
    }
    return sound;
}

}

SegmentPatches patchesOf(const SegmentMedia& media, const MediaOptions& options,
                         const std::optional<AddedNoise>& noise)
{
    SegmentPatches patches{media.frames, media.faces, 0, {}};
    std::vector<float> sound = media.samples;
    if (noise) {
        std::mt19937_64 random(noise->seed);
        addBelow(sound, whiteNoise(sound.size(), random), noise->decibels);
    }
    hear(sound, options, patches);
    return patches;
}

SegmentPatches changedPatches(const SegmentMedia& media, const MediaOptions& options,
                              std::span<const std::vector<float>> voices, std::mt19937_64& random)
{
    SegmentPatches patches{media.frames, media.faces, 0, {}};
    changePictures(patches, options, random);
    hear(changedSound(media.samples, options.augment, voices, random), options, patches);
    if (options.augment.mask && patches.columns > 0)
        mask(patches, options.patches->bands, random);
    return patches;
}

}
