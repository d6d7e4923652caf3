#include "engine/training/media/patches.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

using namespace engine;

namespace {

MediaOptions patchOptions()
{
    MediaOptions options;
    options.side = 48;
    options.patches = MediaOptions::Patches{4, 64, 128};
    return options;
}

/// Two pictures that grow brighter from left to right, and a second of a tone.
SegmentMedia segment()
{
    SegmentMedia media;
    media.frames = 2;
    media.faces.resize(std::size_t{2} * 3 * 48 * 48);
    for (std::size_t i = 0; i < media.faces.size(); ++i)
        media.faces[i] = static_cast<float>(i % 48) * 5.0F;
    media.samples.resize(kSegmentSoundRate);
    for (std::size_t i = 0; i < media.samples.size(); ++i)
        media.samples[i] = 0.1F
            * std::sin(2.0F * std::numbers::pi_v<float> * 440.0F * static_cast<float>(i) / kSegmentSoundRate);
    return media;
}

double sum(const std::vector<float>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

MediaOptions only(bool MediaOptions::Augmentation::*change)
{
    MediaOptions options = patchOptions();
    options.augment = {false, false, false, false, false, false};
    options.augment.*change = true;
    return options;
}

}

class TestPatches : public QObject {
    Q_OBJECT

private slots:
    void framesAreSpreadOverTheSpan()
    {
        QCOMPARE(evenTimes({1.0, 3.0}, 4), (std::vector<double>{1.25, 1.75, 2.25, 2.75}));
    }

    void aRecordingGivesFramesAndSamples()
    {
        MediaOptions options = patchOptions();
        options.frames = MediaOptions::Frames::Whole;
        SegmentReader reader(DEMO "/media/ada_1.mp4", options);
        const SegmentMedia media = reader.read({0.5, 2.5}, {});
        QCOMPARE(media.frames, std::size_t(4));
        QVERIFY(media.pieces.empty());
        QCOMPARE(media.samples.size(), std::size_t(2 * kSegmentSoundRate));
        const auto [least, most] = std::ranges::minmax(media.faces);
        QVERIFY(least >= 0.0F && most <= 255.5F && most > 100.0F);
    }

    void soundBecomesColumnsOfTenMilliseconds()
    {
        const SegmentPatches patches = patchesOf(segment(), patchOptions());
        QCOMPARE(patches.columns, std::size_t(101));
        QCOMPARE(patches.power.size(), std::size_t(64 * 101));
        const auto loudest = std::ranges::max_element(patches.power) - patches.power.begin();
        const auto band = static_cast<double>(loudest / 101); // of 64 on the mel scale up to 8000 Hz
        const double mel = 2595.0 * std::log10(1.0 + 440.0 / 700.0),
                     most = 2595.0 * std::log10(1.0 + 8000.0 / 700.0);
        QVERIFY(std::abs(band + 1.0 - mel / most * 65.0) <= 1.0);
        SegmentMedia longer = segment();
        longer.samples.resize(std::size_t{3} * kSegmentSoundRate);
        QCOMPARE(patchesOf(longer, patchOptions()).columns,
                 std::size_t(128)); // no more than it has places for
    }

    void noiseIsSoMuchSofter()
    {
        const SegmentMedia media = segment();
        const double clean = sum(patchesOf(media, patchOptions()).power);
        const SegmentPatches loud = patchesOf(media, patchOptions(), AddedNoise{0.0, 1});
        const SegmentPatches soft = patchesOf(media, patchOptions(), AddedNoise{40.0, 1});
        QVERIFY(sum(loud.power) > 1.2 * clean);
        QVERIFY(std::abs(sum(soft.power) / clean - 1.0) < 0.02);
        QVERIFY(patchesOf(media, patchOptions(), AddedNoise{0.0, 1}).power == loud.power);
        QVERIFY(patchesOf(media, patchOptions(), AddedNoise{0.0, 2}).power != loud.power);
    }

    void changesComeFromTheGeneratorAlone()
    {
        const SegmentMedia media = segment();
        const std::vector<std::vector<float>> voices{std::vector<float>(100, 0.5F)};
        std::mt19937_64 one(5), same(5), other(6);
        const SegmentPatches first = changedPatches(media, patchOptions(), voices, one);
        const SegmentPatches again = changedPatches(media, patchOptions(), voices, same);
        QVERIFY(first.pixels == again.pixels && first.power == again.power);
        QVERIFY(changedPatches(media, patchOptions(), voices, other).power != first.power);
    }

    void withoutChangesNothingChanges()
    {
        MediaOptions options = patchOptions();
        options.augment = {false, false, false, false, false, false};
        std::mt19937_64 random(1);
        const SegmentPatches changed = changedPatches(segment(), options, {}, random);
        const SegmentPatches plain = patchesOf(segment(), options);
        QVERIFY(changed.pixels == plain.pixels && changed.power == plain.power);
    }

    void eachChangeDoesItsOwn()
    {
        const SegmentMedia media = segment();
        const SegmentPatches plain = patchesOf(media, patchOptions());
        std::mt19937_64 random(3);
        using Augmentation = MediaOptions::Augmentation;
        int mirrored = 0, erased = 0;
        for (int i = 0; i < 200; ++i) {
            const SegmentPatches flipped = changedPatches(media, only(&Augmentation::flip), {}, random);
            QVERIFY(flipped.power == plain.power);
            mirrored += flipped.pixels.front() > flipped.pixels[47] ? 1 : 0;
            const SegmentPatches holed = changedPatches(media, only(&Augmentation::erase), {}, random);
            std::size_t grey = 0;
            for (const float pixel : holed.pixels)
                grey += pixel == 127.5F ? 1 : 0;
            QVERIFY(grey == 0 || grey == holed.pixels.size() / 9);
            erased += grey > 0 ? 1 : 0;
            const SegmentPatches lit = changedPatches(media, only(&Augmentation::light), {}, random);
            QVERIFY(std::ranges::max(lit.pixels) <= 255.0F && std::ranges::min(lit.pixels) >= 0.0F);
            const double gain
                = sum(changedPatches(media, only(&Augmentation::gain), {}, random).power) / sum(plain.power);
            QVERIFY(gain > 0.25 && gain < 4.0); // 6 dB
            const SegmentPatches masked = changedPatches(media, only(&Augmentation::mask), {}, random);
            QVERIFY(masked.pixels == plain.pixels);
        }
        QVERIFY(mirrored > 70 && mirrored < 130); // half
        QVERIFY(erased > 25 && erased < 80); // a quarter
    }
};

QTEST_GUILESS_MAIN(TestPatches)
#include "tst_patches.moc"
