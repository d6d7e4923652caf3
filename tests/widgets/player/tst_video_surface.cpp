#include "widgets/base/theme.h"
#include "widgets/player/picture_grid.h"
#include "widgets/player/video_surface.h"

#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

using namespace widgets;

namespace {

QImage filled(const QColor& colour, QSize size = {160, 90})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

}

/// The surface with several cameras.
class VideoSurfaceTest : public QObject {
    Q_OBJECT

private slots:
    void whatAModelPassedOverIsDarker()
    {
        VideoSurface surface;
        surface.resize(200, 100);
        QImage frame(200, 100, QImage::Format_RGB32);
        frame.fill(Qt::white);
        surface.setFrame(frame);
        KeptPositions kept;
        kept.part = QRectF(0.25, 0.2, 0.5, 0.8); // 50, 20 to 150, 100
        kept.rows = 1;
        kept.columns = 2;
        kept.kept = {false, true};
        surface.setKept(kept);
        const QImage shown = surface.grab().toImage();
        QVERIFY(shown.pixelColor(75, 60).lightness() < 160);
        QCOMPARE(shown.pixelColor(125, 60), QColor(Qt::white));
        QCOMPARE(shown.pixelColor(20, 60), QColor(Qt::white));
        surface.setKept(std::nullopt);
        QCOMPARE(surface.grab().toImage().pixelColor(75, 60), QColor(Qt::white));
    }

    void gridShowsMostOfThePictures_data()
    {
        QTest::addColumn<QSize>("area");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("columns");
        QTest::newRow("one") << QSize(800, 300) << 1 << 1;
        QTest::newRow("two in a wide area") << QSize(800, 300) << 2 << 2;
        QTest::newRow("two in a high area") << QSize(300, 800) << 2 << 1;
        QTest::newRow("four") << QSize(800, 450) << 4 << 2;
        QTest::newRow("three in a wide area") << QSize(1000, 200) << 3 << 3;
    }
    void gridShowsMostOfThePictures()
    {
        QFETCH(QSize, area);
        QFETCH(int, count);
        QFETCH(int, columns);
        const auto places
            = pictureGrid(area, std::vector(static_cast<std::size_t>(count), QSize(160, 90)), 4);
        QCOMPARE(places.size(), static_cast<std::size_t>(count));
        QSet<int> tops;
        for (std::size_t i = 0; i < places.size(); ++i) {
            tops.insert(places[i].top());
            QVERIFY(QRect({0, 0}, area).contains(places[i]));
            QVERIFY(std::abs(places[i].width() * 9 - places[i].height() * 16) <= 16);
            for (std::size_t other = 0; other < i; ++other)
                QVERIFY(!places[i].intersects(places[other]));
        }
        QCOMPARE(tops.size(), (count + columns - 1) / columns);
    }

    void picturesLieCloseTogetherInTheMiddle()
    {
        const auto places = pictureGrid({1000, 500}, {{160, 90}, {160, 90}, {160, 90}}, 6);
        QCOMPARE(places[0], QRect(58, 0, 439, 247));
        QCOMPARE(places[1], QRect(503, 0, 439, 247));
        QCOMPARE(places[2], QRect(280, 253, 439, 247));
        QCOMPARE(pictureGrid({200, 100}, {{50, 100}}, 6).front(), QRect(75, 0, 50, 100));
    }

    void noPicturesNeedNoPlace() { QVERIFY(pictureGrid({100, 100}, {}, 4).empty()); }

    void camerasLieSideBySide()
    {
        VideoSurface surface;
        surface.resize(644, 180);
        surface.setFrame(filled(Qt::red));
        surface.setCameras({{filled(Qt::blue), {}, QStringLiteral("two")}}, true, QStringLiteral("one"));
        const QImage image = surface.grab().toImage();
        QCOMPARE(image.pixelColor(160, 150), QColor(Qt::red));
        QCOMPARE(image.pixelColor(484, 150), QColor(Qt::blue));
        QVERIFY(image.pixelColor(8, 16) != QColor(Qt::red)); // its name
    }

    void anotherCameraTakesThePlaceOfTheFirst()
    {
        VideoSurface surface;
        surface.resize(320, 180);
        surface.setFrame(filled(Qt::red));
        surface.setCameras({{filled(Qt::blue), {}, QStringLiteral("two")}}, false, QStringLiteral("one"));
        QCOMPARE(surface.grab().toImage().pixelColor(8, 8), QColor(Qt::blue)); // one alone needs no name
        surface.setFrame(filled(Qt::green));
        QCOMPARE(surface.grab().toImage().pixelColor(160, 90), QColor(Qt::blue));
        surface.setCameras({}, true, {});
        QCOMPARE(surface.grab().toImage().pixelColor(160, 90), QColor(Qt::green));
    }

    void aCameraWithoutPictureSaysWhy()
    {
        VideoSurface surface;
        surface.resize(640, 180);
        surface.setFrame(filled(Qt::red));
        surface.setCameras({{{}, {}, {}}}, true, {});
        const QImage empty = surface.grab().toImage();
        surface.setCameras({{{}, QStringLiteral("begins later"), {}}}, true, {});
        QVERIFY(surface.grab().toImage().copy(324, 0, 316, 180) != empty.copy(324, 0, 316, 180));
    }

    void nothingIsAnnouncedWhenNothingChanged()
    {
        VideoSurface surface;
        QSignalSpy changes(&surface, &VideoSurface::contentChanged);
        const std::vector<VideoSurface::Picture> others{{filled(Qt::blue), {}, QStringLiteral("two")}};
        surface.setCameras(others, true, {});
        QCOMPARE(changes.count(), 1);
        surface.setCameras(others, true, {});
        QCOMPARE(changes.count(), 1);
    }

    void personsAreHeardAsTheirFadersStand()
    {
        VideoSurface surface;
        surface.resize(644, 180);
        surface.setFrame(filled(Qt::red));
        surface.setCameras({{filled(Qt::blue), {}, QStringLiteral("two")}}, true, QStringLiteral("one"));
        surface.setSounds({{0, 0, QStringLiteral("Mira")}, {1, 1, QStringLiteral("Tom"), false, 0.5}});
        surface.show();
        const auto cards = surface.findChildren<widgets::CardSound*>();
        QCOMPARE(cards.size(), 2);
        QVERIFY(QRect(0, 0, 320, 180).contains(cards[0]->geometry()));
        QVERIFY(QRect(324, 0, 320, 180).contains(cards[1]->geometry()));
        QSignalSpy gains(&surface, &VideoSurface::gainEdited);
        QSignalSpy mutes(&surface, &VideoSurface::muteEdited);
        auto* fader = cards[1]->findChild<QSlider*>();
        QCOMPARE(fader->value(), 50);
        QCOMPARE(gains.count(), 0); // what is set is not announced
        QTest::keyClick(fader, Qt::Key_Right);
        QCOMPARE(gains.count(), 1);
        QCOMPARE(gains[0][0].value<std::size_t>(), std::size_t{1});
        QCOMPARE(gains[0][1].toDouble(), 0.55);
        QTest::mouseClick(cards[0]->findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(mutes.count(), 1);
        QCOMPARE(mutes[0][0].value<std::size_t>(), std::size_t{0});
        QVERIFY(mutes[0][1].toBool());
        QVERIFY(fader->accessibleName().contains(QStringLiteral("Tom")));
        surface.setCover(QStringLiteral("hidden"));
        QVERIFY(!cards[0]->isVisible());
        surface.setSounds({});
        QVERIFY(surface.findChildren<widgets::CardSound*>().isEmpty());
    }

    void aCoverHidesAllCameras()
    {
        VideoSurface surface;
        surface.resize(640, 180);
        surface.setFrame(filled(Qt::red));
        surface.setCameras({{filled(Qt::blue), {}, {}}}, true, {});
        surface.setCover(QStringLiteral("hidden"));
        const QImage image = surface.grab().toImage();
        QVERIFY(image.pixelColor(100, 150) != QColor(Qt::red));
        QVERIFY(image.pixelColor(500, 150) != QColor(Qt::blue));
    }
};

QTEST_MAIN(VideoSurfaceTest)
#include "tst_video_surface.moc"
