#include "widgets/tracks/faces_track.h"

#include <QSignalSpy>
#include <QTest>

using namespace widgets;

namespace {

constexpr QSize kSize(400, 60);

/// Two people: Mira is seen from 0 to 4 s and speaks from 1 to 2 s, Jon is seen from 3 s on.
std::vector<FacesTrack::Lane> twoPeople()
{
    FacesTrack::Lane mira;
    mira.name = QStringLiteral("Mira");
    mira.colour = 2;
    mira.seen = {{0.0, 4.0}};
    mira.speaking = {{1.0, 2.0}};
    FacesTrack::Lane jon;
    jon.name = QStringLiteral("Jon");
    jon.colour = 1;
    jon.seen = {{3.0, 4.0}};
    return {mira, jon};
}

/// The track over 0…4 s, as it looks.
QImage painted(const Track& track, const Theme& theme = darkTheme())
{
    QImage image(kSize, QImage::Format_RGB32);
    image.fill(theme.background);
    QPainter painter(&image);
    TrackCanvas canvas{painter, kSize, {0.0, 100.0}, theme, std::nullopt};
    track.paint(canvas);
    return image;
}

}

class FacesTrackTest : public QObject {
    Q_OBJECT

private slots:
    void eachPersonHasALaneWhereTheyAreSeen()
    {
        FacesTrack track;
        track.setLanes(twoPeople());
        const QImage image = painted(track);
        const QColor empty = darkTheme().background;
        QVERIFY(image.pixelColor(250, 15) != empty); // Mira is seen
        QCOMPARE(image.pixelColor(250, 45), empty); // and Jon is not
        QVERIFY(image.pixelColor(350, 45) != empty);
        QVERIFY(image.pixelColor(150, 15) != image.pixelColor(250, 15)); // she speaks there
        QCOMPARE(image.pixelColor(150, 28), darkTheme().trackColour(2)); // a bar says so as well
        QVERIFY(image.pixelColor(350, 15) != image.pixelColor(350, 45));
    }

    void theMouthIsALineBetweenClosedAndOpen()
    {
        std::vector<FacesTrack::Lane> lanes{twoPeople().front()};
        lanes[0].speaking.clear();
        for (int i = 0; i < 100; ++i) { // closed up to 2 s, then open
            lanes[0].times.push_back(i * 0.04);
            lanes[0].mouth.push_back(i < 50 ? 0.1F : 0.5F);
        }
        FacesTrack track;
        track.setLanes(lanes);
        const QImage image = painted(track);
        const auto rowOf = [&](int x) { // of the pixel that is most like the line
            int best = 0;
            for (int y = 0; y < kSize.height(); ++y)
                if (image.pixelColor(x, y).lightness() > image.pixelColor(x, best).lightness())
                    best = y;
            return best;
        };
        QVERIFY(rowOf(150) > rowOf(300) + 30);
    }

    void headAndPartsSayWhoThereIs()
    {
        FacesTrack track;
        QCOMPARE(track.subtitle(), QStringLiteral("nobody is seen"));
        QSignalSpy taller(&track, &Track::minimumHeightChanged);
        const int before = track.minimumHeight();
        track.setLanes(twoPeople());
        QVERIFY(track.minimumHeight() > before);
        QCOMPARE(taller.count(), 1);
        QVERIFY(track.subtitle().startsWith(QStringLiteral("2 p")));
        QCOMPARE(track.partCount(), std::size_t(2));
        QCOMPARE(track.part(0).name, QStringLiteral("Mira is seen for 4.0 s and speaks for 1.0 s"));
        QCOMPARE(track.part(1).name, QStringLiteral("Jon is seen for 1.0 s"));
        track.setHeight(kSize.height());
        QCOMPARE(track.partAt({200, 10}, {}), std::optional<std::size_t>(0));
        QCOMPARE(track.partAt({200, 50}, {}), std::optional<std::size_t>(1));
        QSignalSpy changed(&track, &Track::changed);
        track.setLanes(twoPeople());
        QCOMPARE(changed.count(), 0); // they are the same
    }

    void moreThanHaveRoomAreCounted()
    {
        std::vector<FacesTrack::Lane> many(30, twoPeople().front());
        FacesTrack track;
        track.setLanes(many);
        track.setHeight(kSize.height());
        QVERIFY(track.subtitle().contains(QStringLiteral("4 are shown")));
        QVERIFY(track.minimumHeight() < 220);
        painted(track); // and nothing breaks
        QVERIFY(!track.partAt({0, 200}, {}));
    }
};

QTEST_MAIN(FacesTrackTest)
#include "tst_faces_track.moc"
