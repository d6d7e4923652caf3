#include "widgets/player/video_surface.h"

#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QTest>

using namespace widgets;

namespace {

QImage plain(const QColor& colour)
{
    QImage image(320, 180, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

ShownFace face(std::size_t person, const QRectF& box)
{
    ShownFace made{person, QStringLiteral("Mira"), 2, box, {}, 30.0, 0.0, 0.0, false};
    for (int i = 0; i < 68; ++i)
        made.landmarks.push_back(box.center());
    return made;
}

int differing(const QImage& a, const QImage& b, const QRect& area)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    }
    return count;
}

}

/// Faces over the picture.
class FaceOverlayTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_surface = std::make_unique<VideoSurface>();
        m_surface->resize(640, 400); // the picture is 640 × 360 of it, from 20 on
    }

    void boxesLieOnTheirPlaceOfThePicture_data()
    {
        QTest::addColumn<QColor>("ground");
        QTest::newRow("dark") << QColor(Qt::black);
        QTest::newRow("light") << QColor(Qt::white);
        QTest::newRow("like skin") << QColor(224, 172, 105);
    }
    void boxesLieOnTheirPlaceOfThePicture()
    {
        QFETCH(const QColor, ground);
        m_surface->setFrame(plain(ground));
        const QImage without = m_surface->grab().toImage();
        m_surface->setFaces({face(0, {0.25, 0.25, 0.25, 0.5})}); // 160, 110 to 320, 290
        const QImage with = m_surface->grab().toImage();
        QVERIFY(differing(without, with, {155, 105, 30, 30}) > 40); // its corner
        QCOMPARE(differing(without, with, {400, 20, 200, 340}), 0);
        const QColor corner = with.pixelColor(170, 110);
        QVERIFY(std::abs(corner.red() - ground.red()) + std::abs(corner.green() - ground.green())
                    + std::abs(corner.blue() - ground.blue())
                > 60);
    }

    void whoeverSpeaksHasAClosedBox()
    {
        m_surface->setFrame(plain(Qt::gray));
        ShownFace one = face(0, {0.25, 0.25, 0.25, 0.5});
        const QRect middleOfTheBottom(230, 285, 20, 10);
        const QImage without = m_surface->grab().toImage();
        m_surface->setFaces({one});
        QCOMPARE(differing(without, m_surface->grab().toImage(), middleOfTheBottom), 0);
        one.speaks = true;
        m_surface->setFaces({one});
        QVERIFY(differing(without, m_surface->grab().toImage(), middleOfTheBottom) > 20);
    }

    void theyAreOnThePictureOfTheFirstCameraOnly()
    {
        m_surface->setFrame(plain(Qt::gray));
        m_surface->setFaces({face(0, {0.25, 0.25, 0.25, 0.5})});
        m_surface->setCameras({{plain(Qt::gray), {}, {}}}, false, {});
        const QImage alone = m_surface->grab().toImage();
        m_surface->setFaces({});
        QCOMPARE(m_surface->grab().toImage(), alone);
    }

    void aMenuIsWishedOfTheSmallestFaceThere()
    {
        QSignalSpy wished(m_surface.get(), &VideoSurface::faceMenuWished);
        const auto press = [&](QPoint place) {
            QContextMenuEvent event(QContextMenuEvent::Mouse, place, place);
            QApplication::sendEvent(m_surface.get(), &event);
        };
        press({240, 200}); // no picture yet
        m_surface->setFrame(plain(Qt::gray));
        m_surface->setFaces({face(3, {0.2, 0.2, 0.6, 0.6}), face(5, {0.3, 0.3, 0.1, 0.2})});
        press({220, 160});
        press({400, 200});
        press({10, 200}); // beside both
        QCOMPARE(wished.size(), 2);
        QCOMPARE(wished[0][0].toULongLong(), 5U);
        QCOMPARE(wished[1][0].toULongLong(), 3U);
    }

private:
    std::unique_ptr<VideoSurface> m_surface;
};

QTEST_MAIN(FaceOverlayTest)
#include "tst_face_overlay.moc"
