#include "engine/sequences/feature_pyramid.h"
#include "widgets/tracks/attribution_track.h"
#include "widgets/tracks/features_track.h"
#include "widgets/tracks/filmstrip_track.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/prediction_track.h"
#include "widgets/tracks/waveform_track.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace widgets;

namespace {

constexpr QSize kSize(400, 60);

/// The track over 0…4 s, as it looks.
QImage painted(const Track& track)
{
    QImage image(kSize, QImage::Format_RGB32);
    image.fill(darkTheme().background);
    QPainter painter(&image);
    TrackCanvas canvas{painter, kSize, {0.0, 100.0}, darkTheme(), std::nullopt};
    track.paint(canvas);
    return image;
}

bool isBackground(const QImage& image, int x, int y)
{
    return image.pixelColor(x, y) == darkTheme().background;
}

}

class TracksPaintTest : public QObject {
    Q_OBJECT

private slots:
    void heatMapIsBrightWhereValuesAreHighAndEmptyInGaps()
    {
        auto source = std::make_shared<engine::TimedFeatures>();
        source->features = engine::FeatureMatrix(300, 1);
        for (int i = 0; i < 300; ++i) { // rows for 0…3 s, high in the second second
            source->intervals.push_back({i * 0.01, (i + 1) * 0.01});
            source->features.at(static_cast<std::size_t>(i), 0) = i >= 100 && i < 200 ? 1.0F : 0.0F;
        }
        FeaturesTrack track(QStringLiteral("Acoustic"), engine::Modality::Acoustic);
        track.setFeatures(engine::FeaturePyramid::build(source), {QStringLiteral("energy")});
        const QImage image = painted(track);
        QVERIFY(image.pixelColor(150, 30).lightness() > image.pixelColor(50, 30).lightness() + 40);
        QVERIFY(isBackground(image, 350, 30));
        QCOMPARE(track.subtitle(), QStringLiteral("1 × 100 Hz · heat map"));
    }

    /// A pair that hardly moves the prediction has no arc, though it be the largest that there is.
    void arcsAreAsBoldAsTheirPairIsLarge()
    {
        AttributionTrack track;
        const auto arcPixels = [&track](float value) {
            AttributionTrack::Content content;
            content.links = {{0.5, 3.5, engine::Modality::Visual, value}};
            track.setContent(content);
            AttributionTrack::Content none = content;
            none.links.clear();
            const QImage with = painted(track);
            track.setContent(none);
            const QImage without = painted(track);
            int changed = 0;
            for (int y = 0; y < kSize.height(); ++y) {
                for (int x = 0; x < kSize.width(); ++x)
                    changed += with.pixel(x, y) != without.pixel(x, y);
            }
            return changed;
        };
        const int large = arcPixels(1.0F), small = arcPixels(-0.2F);
        QVERIFY2(large > 1.3 * small && small > 0, qPrintable(QStringLiteral("%1 %2").arg(large).arg(small)));
        QCOMPARE(arcPixels(0.01F), 0);
        QCOMPARE(arcPixels(-0.01F), 0);
        AttributionTrack::Content probability;
        probability.range = 1.0;
        track.setContent(probability);
        QVERIFY(track.linkWidth(0.01) > 0.0); // of a probability it is something
        QVERIFY(track.linkWidth(0.01) < 1.0);
        QCOMPARE(track.linkWidth(0.3), track.linkWidth(1.0)); // both as bold as can be
    }

    void lineBreaksWhereThereIsNoPitch()
    {
        auto source = std::make_shared<engine::TimedFeatures>();
        source->features = engine::FeatureMatrix(400, 1);
        for (int i = 0; i < 400; ++i) {
            source->intervals.push_back({i * 0.01, (i + 1) * 0.01});
            source->features.at(static_cast<std::size_t>(i), 0) = i < 200 ? 120.0F : 0.0F;
        }
        FeaturesTrack track(QStringLiteral("Acoustic"), engine::Modality::Acoustic);
        track.setFeatures(engine::FeaturePyramid::build(source), {QStringLiteral("f0_hz")});
        track.setDimension(0, true);
        const QImage image = painted(track);
        int drawnLeft = 0;
        int drawnRight = 0;
        for (int y = 0; y < kSize.height(); ++y) {
            drawnLeft += !isBackground(image, 100, y);
            drawnRight += !isBackground(image, 300, y);
        }
        QVERIFY(drawnLeft > 0);
        QCOMPARE(drawnRight, 0);
        QCOMPARE(track.title(), QStringLiteral("f0_hz"));
    }

    void farOutALineLiesInTheExtentOfItsRows()
    {
        auto source = std::make_shared<engine::TimedFeatures>();
        source->features = engine::FeatureMatrix(40'000, 1);
        for (std::size_t i = 0; i < 40'000; ++i) { // 100 rows a pixel: −1, 0, 1 in turn, later 0 but for one
            source->intervals.push_back({static_cast<double>(i) * 1e-4, static_cast<double>(i + 1) * 1e-4});
            source->features.at(i, 0) = i < 20'000 ? static_cast<float>(i % 3) - 1.0F
                : i == 30'000                      ? 1.0F
                                                   : 0.0F;
        }
        FeaturesTrack track(QStringLiteral("Acoustic"), engine::Modality::Acoustic);
        track.setFeatures(engine::FeaturePyramid::build(source), {QStringLiteral("energy")});
        track.setDimension(0);
        const QImage image = painted(track);
        const QColor line = darkTheme().sound;
        QVERIFY(!isBackground(image, 100, 6)
                && !isBackground(image, 100, 53)); // from the least to the greatest
        QVERIFY(image.pixelColor(100, 10) != line);
        QVERIFY(image.pixelColor(100, 30).lightness()
                > image.pixelColor(100, 10).lightness() + 15); // the mean
        QVERIFY(isBackground(image, 250, 10));
        bool isSeen = false; // the single row
        for (int x = 298; x <= 302; ++x)
            isSeen = isSeen || !isBackground(image, x, 10);
        QVERIFY(isSeen);
    }

    void waveformIsTallWhereItIsLoud()
    {
        std::vector<engine::PeakPyramid::Bin> bins;
        for (int i = 0; i < 400; ++i) {
            const auto level = static_cast<std::int16_t>(i < 200 ? 8000 : 400);
            bins.push_back({static_cast<std::int16_t>(-level), level, static_cast<std::uint16_t>(level / 2)});
        }
        WaveformTrack track;
        track.setPeaks(std::make_shared<engine::PeakPyramid>(bins, 0.0, 0.01), QStringLiteral("mono"));
        const QImage image = painted(track);
        QVERIFY(!isBackground(image, 100, 8));
        QVERIFY(isBackground(image, 300, 8));
    }

    void whereSoundCannotBeReadTheWaveformIsHatched()
    {
        const std::vector<engine::PeakPyramid::Bin> silence(400);
        WaveformTrack track;
        const auto marked = [&](const std::vector<engine::Interval>& gaps, int from, int to) {
            track.setPeaks(std::make_shared<engine::PeakPyramid>(silence, 0.0, 0.01, gaps),
                           QStringLiteral("mono"));
            const QImage image = painted(track);
            int count = 0;
            for (int x = from; x < to; ++x)
                count += isBackground(image, x, 8) ? 0 : 1;
            return count;
        };
        QCOMPARE(marked({}, 0, 400), 0);
        QVERIFY(marked({{1.0, 2.0}}, 105, 195) > 5);
        QCOMPARE(marked({{1.0, 2.0}}, 0, 95), 0);
        QCOMPARE(marked({{1.0, 2.0}}, 205, 300), 0);
    }

    void closeUpTheWaveformAsksForSamplesAndJoinsThem()
    {
        // A thousand samples a second, loud peaks over quiet samples: 0, 1, 0, −1 …
        WaveformTrack track;
        track.setPeaks(std::make_shared<engine::PeakPyramid>(
                           std::vector<engine::PeakPyramid::Bin>(100, {-16384, 16384, 8000}), 0.0, 0.064),
                       QStringLiteral("mono"));
        track.setSampleRate(1000.0);
        QSignalSpy wishes(&track, &WaveformTrack::samplesWanted);
        const TimeScale far{0.0, 30.0}; // 33 samples on one pixel: peaks do
        const TimeScale close{1.0, 20000.0}; // 20 pixels for one sample: 20 ms in sight
        const auto at = [&](const TimeScale& scale) {
            QImage image(kSize, QImage::Format_RGB32);
            image.fill(darkTheme().background);
            QPainter painter(&image);
            TrackCanvas canvas{painter, kSize, scale, darkTheme(), std::nullopt};
            track.paint(canvas);
            return image;
        };
        at(far);
        QCOMPARE(wishes.count(), 0);
        QVERIFY(!isBackground(at(close), 10, 12)); // a block of peaks meanwhile
        QCOMPARE(wishes.count(), 1);
        const auto wanted = wishes.first().at(0).value<engine::Interval>();
        QVERIFY(wanted.start < 1.0 && wanted.end > 1.02);

        auto piece = std::make_shared<engine::SoundPiece>();
        piece->first = 900;
        piece->sampleRate = 1000.0;
        for (int i = 0; i < 250; ++i)
            piece->samples.push_back(i % 4 == 1 ? 1.0F : i % 4 == 3 ? -1.0F : 0.0F);
        track.setSamples(piece);
        const QImage image = at(close); // sample 1000 at pixel 0 is 0, 1001 at pixel 20 is 1 …
        QVERIFY(!isBackground(image, 20, 4));
        QVERIFY(isBackground(image, 20, 50));
        QVERIFY(!isBackground(image, 60, 56));
        QVERIFY(isBackground(image, 60, 10));
        QVERIFY(!isBackground(image, 10, 17)); // half way up
        QVERIFY(isBackground(image, 0, 12));
        QCOMPARE(wishes.count(), 1);

        const QImage dense = at({0.95, 1000.0}); // one sample for each pixel: 0.95…1.35 s
        QCOMPARE(wishes.count(), 2); // the piece ends at 1.15
        Q_UNUSED(dense);
    }

    void labelsWriteTheirNumberAndAreClicked()
    {
        engine::TimedFeatures labels{{{0.5, 2.0}, {2.5, 3.5}}, engine::FeatureMatrix(2, 2)};
        labels.features.values = {2.0F, 1.0F, -1.0F, 0.0F};
        LabelsTrack track;
        track.setLabels(labels, {QStringLiteral("sentiment"), QStringLiteral("happy")});
        const QImage image = painted(track);
        QVERIFY(image.pixelColor(190, 30).red() > image.pixelColor(190, 30).blue()); // positive: orange
        QVERIFY(image.pixelColor(340, 30).blue() > image.pixelColor(340, 30).red()); // negative: blue
        QVERIFY(isBackground(image, 225, 30));

        QSignalSpy clicks(&track, &LabelsTrack::segmentClicked);
        QVERIFY(!track.press({300, 30}, {0.0, 100.0}, {})); // the timeline seeks there
        QCOMPARE(clicks.first().at(0).value<std::size_t>(), std::size_t{1});
        QCOMPARE(clicks.count(), 1);
        QVERIFY(!track.press({225, 30}, {0.0, 100.0}, {}));
    }

    void overlappingLabelsLieInLanes()
    {
        engine::TimedFeatures labels{{{0.5, 3.0}, {1.0, 2.0}, {2.5, 3.5}}, engine::FeatureMatrix(3, 1)};
        labels.features.values = {3.0F, -3.0F, -3.0F};
        LabelsTrack track;
        QSignalSpy heights(&track, &Track::minimumHeightChanged);
        track.setLabels(labels, {QStringLiteral("sentiment")});
        QCOMPARE(heights.count(), 1);
        const QImage image = painted(track);
        const auto isOrange
            = [&](int x, int y) { return image.pixelColor(x, y).red() > image.pixelColor(x, y).blue(); };
        QVERIFY(isOrange(180, 15)); // upper lane, beside its number
        QVERIFY(!isOrange(180, 45) && !isBackground(image, 180, 45));
        QVERIFY(isBackground(image, 225, 45)); // lower lane, between the two
        QVERIFY(!isOrange(320, 45) && !isBackground(image, 320, 45));
        QVERIFY(isBackground(image, 320, 15));

        QSignalSpy clicks(&track, &LabelsTrack::segmentClicked);
        track.setHeight(kSize.height());
        track.press({150, 15}, {0.0, 100.0}, {});
        track.press({150, 45}, {0.0, 100.0}, {});
        QCOMPARE(clicks.at(0).at(0).value<std::size_t>(), std::size_t{0});
        QCOMPARE(clicks.at(1).at(0).value<std::size_t>(), std::size_t{1});
    }

    void lanesWithoutRoomAreAnnounced()
    {
        engine::TimedFeatures labels{std::vector<engine::Interval>(8, {1.0, 2.0}),
                                     engine::FeatureMatrix(8, 1)};
        LabelsTrack track;
        track.setLabels(labels, {QStringLiteral("sentiment")});
        const QImage image = painted(track); // four of eight
        const QColor attention = darkTheme().attention;
        QCOMPARE(image.pixelColor(120, 56), attention);
        QVERIFY(image.pixelColor(320, 52) != darkTheme().background); // says so
        QVERIFY(image.pixelColor(50, 56) != attention);
    }

    void disagreementIsMarkedInRed()
    {
        PredictionTrack track;
        track.setSegments({{{0.2, 1.8}, 1.0, 1.2, {}}, {{2.2, 3.8}, 2.0, -1.0, {}}});
        const QImage image = painted(track);
        const auto hasRed = [&](int from, int to) {
            for (int x = from; x < to; ++x) {
                for (int y = 0; y < kSize.height(); ++y) {
                    const QColor colour = image.pixelColor(x, y);
                    if (colour.red() > 180 && colour.green() < 110)
                        return true;
                }
            }
            return false;
        };
        QVERIFY(!hasRed(20, 180));
        QVERIFY(hasRed(220, 380));
    }

    /// As soon as there is an answer; so it stands in pictures of the timeline, too.
    void whatMustBeKnownBeforeStandsInTheTrack()
    {
        PredictionTrack track;
        track.setSegments({{{0.0, 4.0}, std::nullopt, std::nullopt, {}}});
        track.setCaution(QStringLiteral("Learnt from drawn speakers"));
        const QImage unanswered = painted(track);
        track.setSegments({{{0.0, 4.0}, std::nullopt, 0.0, {}}});
        const QImage answered = painted(track);
        track.setCaution({});
        QVERIFY(answered != painted(track));
        track.setSegments({{{0.0, 4.0}, std::nullopt, std::nullopt, {}}});
        QCOMPARE(unanswered, painted(track));
    }

    void thePredictionIsFollowedWordByWord()
    {
        PredictionTrack followed, whole;
        followed.setSegments({{{0.0, 4.0}, std::nullopt, 3.0, {{1.0, -3.0}, {3.0, 3.0}}}});
        whole.setSegments({{{0.0, 4.0}, std::nullopt, 3.0, {}}});
        const QImage image = painted(followed), without = painted(whole);
        const auto isDrawn = [&](int x) { return image.pixelColor(x, 53) != without.pixelColor(x, 53); };
        QVERIFY(!isDrawn(50)); // before the first word
        QVERIFY(isDrawn(200)); // at -3
        QVERIFY(!isDrawn(350)); // at +3
    }

    void filmstripAsksForWhatItLacksAndShowsWhatCame()
    {
        FilmstripTrack track;
        track.setVideo(4.0, 1.5, QStringLiteral("a.mp4"));
        QSignalSpy wishes(&track, &FilmstripTrack::thumbnailsWanted);
        painted(track);
        QCOMPARE(wishes.count(), 1);
        const auto wanted = wishes.first().at(0).value<QList<double>>();
        QVERIFY(!wanted.isEmpty());
        QVERIFY(!track.isComplete());
        QImage red(30, 20, QImage::Format_RGB32);
        red.fill(Qt::red);
        for (const double seconds : wanted)
            track.setThumbnail(seconds, red);
        QVERIFY(track.isComplete());
        QCOMPARE(painted(track).pixelColor(50, 30), QColor(Qt::red));
    }
};

QTEST_MAIN(TracksPaintTest)
#include "tst_tracks_paint.moc"
