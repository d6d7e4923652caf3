#include "widgets/base/theme.h"
#include "widgets/space/space_overlay.h"
#include "widgets/space/space_view.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <random>

#include "tests/support/waiting.h"

using widgets::SelectionStep;
using widgets::SpaceCamera;
using widgets::SpaceDrawing;
using widgets::SpaceView;

/// Mouse and keys over a handful of points; pictures come from the test.
class TestSpaceView : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_view = std::make_unique<SpaceView>();
        m_view->resize(340, 260);
        m_wanted = std::make_unique<QSignalSpy>(m_view.get(), &SpaceView::pictureWanted);
        m_hovered = std::make_unique<QSignalSpy>(m_view.get(), &SpaceView::pointHovered);
        m_clicked = std::make_unique<QSignalSpy>(m_view.get(), &SpaceView::pointClicked);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get(), support::kPatience));
        m_view->setPoints({{-2, 0, 0}, {2, 0, 0}, {0, 1, 1}, {0, -1, 0}, {0, 1, -1}},
                          std::vector<widgets::SpaceColour>(5));
        QCOMPARE(m_wanted->count(), 1);
        answer();
    }

    void asksForOnePictureAtATime()
    {
        m_wanted->clear();
        const SpaceCamera camera = m_view->camera();
        m_view->setCamera(camera.orbited(10, 0));
        m_view->setCamera(camera.orbited(20, 0));
        m_view->setCamera(camera.orbited(30, 0));
        QCOMPARE(m_wanted->count(), 1); // the others wait …
        answer();
        QCOMPARE(m_wanted->count(), 2); // … and only the last of them is drawn
        QCOMPARE(lastWanted().camera, camera.orbited(30, 0));
        answer();
        QCOMPARE(m_wanted->count(), 2);
    }

    void aPictureIsDrawnFinerWhenNothingMoves()
    {
        const double coarse = lastWanted().scale;
        QVERIFY(!m_view->isComplete());
        m_wanted->clear();
        QTRY_COMPARE(m_wanted->count(), 1);
        QCOMPARE(lastWanted().scale, coarse * 2);
        answer();
        QVERIFY(m_view->isComplete());
    }

    void namesOfTheAxesNeverOverlap_data()
    {
        QTest::addColumn<QSizeF>("view");
        QTest::addColumn<QSizeF>("name");
        QTest::newRow("340") << QSizeF(308, 240) << QSizeF(74, 16);
        QTest::newRow("440") << QSizeF(408, 300) << QSizeF(74, 16);
        QTest::newRow("340, German at 150 %") << QSizeF(308, 240) << QSizeF(112, 24);
    }
    void namesOfTheAxesNeverOverlap()
    {
        QFETCH(const QSizeF, view);
        QFETCH(const QSizeF, name);
        const widgets::SpaceBox box{{-3, -1, -1}, {3, 1.2, 0.8}};
        const QRectF inside = QRectF({}, view).adjusted(4, 4, -4, -4);
        int least = 3;
        for (int yaw = 0; yaw < 360; yaw += 5) {
            for (int pitch = -90; pitch <= 90; pitch += 10) {
                const SpaceCamera camera{.yaw = double(yaw), .pitch = double(pitch), .radius = 3.5};
                const widgets::SpaceProjection projection(camera, view.width(), view.height());
                const auto places = widgets::axisNamePlaces(box, projection, inside, {name, name, name});
                int count = 0;
                for (std::size_t i = 0; i < places.size(); ++i) {
                    count += places[i] ? 1 : 0;
                    QVERIFY(!places[i] || inside.contains(*places[i]));
                    for (std::size_t k = 0; k < i; ++k)
                        QVERIFY2(!places[i] || !places[k] || !places[i]->intersects(*places[k]),
                                 qPrintable(QStringLiteral("%1°, %2°").arg(yaw).arg(pitch)));
                }
                least = std::min(least, count);
            }
        }
        QVERIFY2(least >= 2, qPrintable(QString::number(least)));
        const SpaceCamera first{.radius = 3.5}; // the view that one begins with has all three
        const auto places = widgets::axisNamePlaces(
            box, widgets::SpaceProjection(first, view.width(), view.height()), inside, {name, name, name});
        QVERIFY(places[0] && places[1] && places[2]);
    }

    void aHiddenViewAsksForNothing()
    {
        m_view->hide();
        m_wanted->clear();
        m_view->setCamera(m_view->camera().orbited(10, 0));
        QCOMPARE(m_wanted->count(), 0);
        m_view->show();
        QTRY_COMPARE(m_wanted->count(), 1);
    }

    void thePointUnderThePointerIsHovered()
    {
        for (const int point : {0, 1, 2, 3, 4}) {
            QTest::mouseMove(m_view.get(), pixel(point));
            QTRY_COMPARE(m_view->hovered(), std::optional<std::size_t>(point));
            QCOMPARE(m_hovered->last().first().toInt(), point);
        }
        QTest::mouseMove(m_view.get(), QPoint(3, 3));
        QTRY_VERIFY(!m_view->hovered());
        QCOMPARE(m_hovered->last().first().toInt(), -1);
    }

    void ofTwoOnOneLineTheFrontOneIsHovered()
    {
        m_view->setPoints({{0, 0, -1}, {0, 0, 1}, {1, 1, 0}}, std::vector<widgets::SpaceColour>(3));
        m_view->setCamera(SpaceCamera{.yaw = 0, .pitch = 0, .radius = 2});
        QTest::mouseMove(m_view.get(), pixel(0));
        QTRY_COMPARE(m_view->hovered(), std::optional<std::size_t>(1));
    }

    void aClickNamesThePoint()
    {
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, pixel(3));
        QCOMPARE(m_clicked->count(), 1);
        QCOMPARE(m_clicked->last().first().toInt(), 3);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(3, 3));
        QTest::mouseClick(m_view.get(), Qt::RightButton, {}, pixel(3));
        QCOMPARE(m_clicked->count(), 1);
    }

    void draggingTurnsAndClicksNothing()
    {
        const SpaceCamera before = m_view->camera();
        drag(Qt::LeftButton, pixel(3), QPoint(40, 20));
        QVERIFY(m_view->camera().yaw != before.yaw);
        QVERIFY(m_view->camera().pitch > before.pitch);
        QCOMPARE(m_view->camera().target, before.target);
        QCOMPARE(m_clicked->count(), 0);
    }

    void draggingWithTheRightButtonMoves()
    {
        const SpaceCamera before = m_view->camera();
        const QPointF point = m_view->pixelOf(3);
        drag(Qt::RightButton, QPoint(170, 130), QPoint(40, 20));
        QCOMPARE(m_view->camera().yaw, before.yaw);
        QVERIFY((m_view->pixelOf(3) - point - QPointF(40, 20)).manhattanLength() < 4);
    }

    void theWheelZoomsAtThePointer()
    {
        const SpaceCamera whole = m_view->camera();
        const QPointF before = m_view->pixelOf(1);
        QWheelEvent wheel(before, m_view->mapToGlobal(before), {}, QPoint(0, 240), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view.get(), &wheel);
        QVERIFY(m_view->camera().zoom > whole.zoom * 1.4);
        QVERIFY((m_view->pixelOf(1) - before).manhattanLength() < 25); // perspective moves it a little
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, QPoint(3, 3));
        QCOMPARE(m_view->camera(), whole);
    }

    void keysTurnZoomAndWalk()
    {
        const SpaceCamera before = m_view->camera();
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QVERIFY(m_view->camera().yaw > before.yaw);
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QVERIFY(m_view->camera().zoom > before.zoom);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->camera(), before);
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QCOMPARE(m_hovered->last().first().toInt(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_PageUp);
        QTest::keyClick(m_view.get(), Qt::Key_PageUp);
        QCOMPARE(m_hovered->last().first().toInt(), 4);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(m_clicked->last().first().toInt(), 4);
    }

    void aDragWithShiftSelects()
    {
        std::vector<std::size_t> points;
        SelectionStep step = SelectionStep::Replace;
        connect(m_view.get(), &SpaceView::lassoed, this,
                [&](const std::vector<std::size_t>& found, SelectionStep how) {
                    points = found;
                    step = how;
                });
        const SpaceCamera before = m_view->camera();
        const QPoint middle = m_view->pixelOf(1).toPoint();
        QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, middle + QPoint(-14, -14));
        for (const QPoint corner : {QPoint(14, -14), QPoint(14, 14), QPoint(-14, 14)})
            QTest::mouseMove(m_view.get(), middle + corner);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, middle + QPoint(-14, 14));
        QCOMPARE(points, std::vector<std::size_t>{1});
        QCOMPARE(step, SelectionStep::Add);
        QCOMPARE(m_view->camera(), before);
        QCOMPARE(m_clicked->count(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QTest::keyClick(m_view.get(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(points,
                 std::vector<std::size_t>{static_cast<std::size_t>(m_hovered->last().first().toInt())});
        QCOMPARE(m_clicked->count(), 0);
    }

    void pointsInOnePlaneAreMovedNotTurned()
    {
        m_view->setPoints({{-2, 0, 0}, {2, 0, 0}, {0, 1, 0}}, std::vector<widgets::SpaceColour>(3));
        QVERIFY(m_view->drawing().isFlat);
        QCOMPARE(m_view->camera().yaw, 0.0);
        const QPointF before = m_view->pixelOf(0);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->camera().yaw, 0.0);
        QVERIFY(std::abs(m_view->pixelOf(0).x() - before.x()) > 5);
        QCOMPARE(m_view->pixelOf(0).y(), before.y());
    }

    void settersEmitNothing()
    {
        m_view->setSelected(2);
        m_view->setHoverCard({QStringLiteral("here"), {}, {}});
        m_view->setAxisNames({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        QCOMPARE(m_hovered->count(), 0);
        QCOMPARE(m_clicked->count(), 0);
    }

    void theSelectedPointIsRinged()
    {
        m_view->setSelected(3);
        const QImage image = m_view->grab().toImage();
        const QPointF middle = m_view->pixelOf(3);
        const double radius = m_view->pointSize() / 2 + 4;
        const QColor ring = image.pixelColor((middle + QPointF(radius, 0)).toPoint());
        const QColor accent = widgets::themeOf(m_view->palette()).accent;
        QVERIFY2(std::abs(ring.red() - accent.red()) < 50 && std::abs(ring.blue() - accent.blue()) < 50,
                 qPrintable(ring.name()));
    }

    void allOfTheBoxIsInSightAtAnySize()
    {
        std::vector<std::array<float, 3>> positions; // long, and not around the origin
        positions.reserve(100);
        for (int i = 0; i < 100; ++i)
            positions.push_back(
                {static_cast<float>(i), static_cast<float>(i % 10), static_cast<float>(i % 7)});
        m_view->setPoints(positions, std::vector<widgets::SpaceColour>(100));
        for (const QSize size : {QSize(340, 200), QSize(340, 500), QSize(1200, 400), QSize(170, 150)}) {
            m_view->resize(size);
            QCoreApplication::processEvents();
            QRectF seen;
            for (std::size_t i = 0; i < positions.size(); ++i) {
                QVERIFY(QRectF(m_view->rect()).contains(m_view->pixelOf(i)));
                seen |= QRectF(m_view->pixelOf(i), QSizeF(1, 1));
            }
            QVERIFY(seen.width() > size.width() * 0.5 || seen.height() > size.height() * 0.5);
        }
    }

    void outliersDoNotShrinkTheRest()
    {
        std::mt19937 random(1);
        std::normal_distribution<float> normal;
        std::vector<std::array<float, 3>> positions;
        positions.reserve(1001);
        for (int i = 0; i < 1000; ++i)
            positions.push_back({normal(random), normal(random), normal(random)});
        m_view->setPoints(positions, std::vector<widgets::SpaceColour>(1000));
        const double radius = m_view->camera().radius;
        positions.push_back({500, 0, 0});
        m_view->setPoints(positions, std::vector<widgets::SpaceColour>(1001));
        QVERIFY(m_view->camera().radius < radius * 1.2);
    }

    void pointsThatAreAllTheSameAreShown()
    {
        m_view->setPoints({{1, 0, 0}, {1, 0, 0}}, std::vector<widgets::SpaceColour>(2));
        QVERIFY(m_view->camera().radius > 0);
        m_view->setPoints({{0, 0, 0}}, std::vector<widgets::SpaceColour>(1));
        QVERIFY(m_view->camera().radius > 0);
        m_view->setPoints({}, {});
        QVERIFY(m_view->isComplete());
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    }

private:
    QPoint pixel(int point) const { return m_view->pixelOf(static_cast<std::size_t>(point)).toPoint(); }
    SpaceDrawing lastWanted() const { return m_wanted->last().first().value<SpaceDrawing>(); }
    void answer()
    {
        const SpaceDrawing drawing = lastWanted();
        QImage image(drawing.pictureWidth(), drawing.pictureHeight(), QImage::Format_RGB32);
        image.fill(Qt::black);
        m_view->setPicture(image, drawing);
    }
    void drag(Qt::MouseButton button, QPoint from, QPoint by)
    {
        QTest::mousePress(m_view.get(), button, {}, from);
        for (int step = 1; step <= 10; ++step) {
            QMouseEvent move(QEvent::MouseMove, QPointF(from) + QPointF(by) * step / 10,
                             m_view->mapToGlobal(QPointF(from) + QPointF(by) * step / 10), Qt::NoButton,
                             button, Qt::NoModifier);
            QApplication::sendEvent(m_view.get(), &move);
        }
        QTest::mouseRelease(m_view.get(), button, {}, from + by);
    }

    std::unique_ptr<SpaceView> m_view;
    std::unique_ptr<QSignalSpy> m_wanted;
    std::unique_ptr<QSignalSpy> m_hovered;
    std::unique_ptr<QSignalSpy> m_clicked;
};

QTEST_MAIN(TestSpaceView)
#include "tst_space_view.moc"
