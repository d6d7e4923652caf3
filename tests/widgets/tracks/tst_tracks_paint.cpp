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
        track.setSegments({{{0.2, 1.8}, 1.0, 1.2}, {{2.2, 3.8}, 2.0, -1.0}});
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
