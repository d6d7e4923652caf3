#include "widgets/timeline/kinetic_pan.h"
#include "widgets/timeline/timeline_view.h"

#include <QNativeGestureEvent>
#include <QProxyStyle>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

#include "tests/support/pointer.h"
#include "tests/support/waiting.h"

using namespace widgets;

namespace {

/// Takes the mouse left of pixel 100 and tells what it was told.
class FakeTrack : public Track {
public:
    QString title() const override { return QStringLiteral("fake"); }
    QColor colour(const Theme& theme) const override { return theme.accent; }
    int minimumHeight() const override { return 40; }
    void paint(TrackCanvas& canvas) const override
    {
        canvas.painter.fillRect(QRect({0, 0}, canvas.size), Qt::green);
    }
    bool press(QPointF position, const TimeScale&, Qt::KeyboardModifiers) override
    {
        return position.x() < 100;
    }
    void move(QPointF position, const TimeScale&, Qt::KeyboardModifiers) override { lastMove = position; }
    void release() override { ++releases; }
    void cancel() override { ++cancels; }

    QPointF lastMove;
    int releases = 0;
    int cancels = 0;
};

}

class TimelineViewTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_view = std::make_unique<TimelineView>();
        m_track = new FakeTrack;
        m_view->addTrack(m_track);
        m_view->resize(1190, 400);
        m_view->setDuration(100.0);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get(), support::kPatience));
    }

    void showsTheWholeFileAtFirst()
    {
        QCOMPARE(m_view->scale().origin, 0.0);
        QVERIFY(std::abs(m_view->scale().x(100.0) - m_view->trackArea().width()) < 0.5);
    }

    void wheelWithCtrlZoomsAroundThePointer()
    {
        const QPointF pointer(m_view->trackArea().left() + 400, 100);
        const double under = m_view->scale().seconds(400);
        QWheelEvent event(pointer, m_view->mapToGlobal(pointer), {}, {0, 240}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view.get(), &event);
        QVERIFY(m_view->scale().pixelsPerSecond > 12.0);
        QVERIFY(std::abs(m_view->scale().seconds(400) - under) < 1e-9);
    }

    void neverLeavesTheFile()
    {
        m_view->setScale({95.0, 100.0});
        QVERIFY(m_view->scale().seconds(m_view->trackArea().width()) <= 100.0 + 1e-9);
        m_view->setScale({-20.0, 100.0});
        QCOMPARE(m_view->scale().origin, 0.0);
        m_view->setScale({0.0, 0.001});
        QVERIFY(std::abs(m_view->scale().x(100.0) - m_view->trackArea().width()) < 0.5);
    }

    void pressOnATrackSeeksAndDragSelects()
    {
        QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
        QSignalSpy selections(m_view.get(), &TimelineView::selectionEdited);
        const QPoint from(m_view->trackArea().left() + 300, 200);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        QCOMPARE(seeks.count(), 1);
        QVERIFY(std::abs(seeks.first().first().toDouble() - m_view->scale().seconds(300)) < 1e-9);
        QTest::mouseMove(m_view.get(), from + QPoint(60, 0));
        QTest::mouseMove(m_view.get(), from + QPoint(100, 0));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, from + QPoint(100, 0));
        const auto span = selections.last().first().value<std::optional<engine::Interval>>();
        QVERIFY(span.has_value());
        QVERIFY(std::abs(span->start - m_view->scale().seconds(300)) < 1e-9);
        QVERIFY(std::abs(span->end - m_view->scale().seconds(400)) < 1e-9);
        QVERIFY(!m_view->selection()); // the view waits to be told
    }

    void dragOnTheRulerScrubs()
    {
        QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
        const QPoint from(m_view->trackArea().left() + 100, 10);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view.get(), from + QPoint(200, 0));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, from + QPoint(200, 0));
        QVERIFY(std::abs(seeks.last().first().toDouble() - m_view->scale().seconds(300)) < 1e-9);
    }

    void trackThatTakesTheMouseGetsTheGesture()
    {
        QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
        const QPoint from(m_view->trackArea().left() + 50, 200);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view.get(), from + QPoint(30, 0));
        QCOMPARE(m_track->lastMove.x(), 80.0);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, from + QPoint(30, 0));
        QCOMPARE(m_track->releases, 1);
        QCOMPARE(seeks.count(), 0);
    }

    void escapeCancelsTheGesture()
    {
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, QPoint(m_view->trackArea().left() + 50, 200));
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(m_track->cancels, 1);
    }

    void middleButtonPans()
    {
        m_view->setScale({40.0, 50.0});
        const QPoint from(m_view->trackArea().left() + 500, 200);
        QTest::mousePress(m_view.get(), Qt::MiddleButton, {}, from);
        QTest::mouseMove(m_view.get(), from - QPoint(100, 0));
        QTest::mouseRelease(m_view.get(), Qt::MiddleButton, {}, from - QPoint(100, 0));
        QVERIFY(std::abs(m_view->scale().origin - 42.0) < 1e-9);
    }

    void panGlidesOnWhenLetGoInMotionUntilTheNextPress()
    {
        m_view->setScale({40.0, 50.0});
        flick(10);
        const double released = m_view->scale().origin;
        QTRY_VERIFY(m_view->scale().origin > released + 0.5);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, QPoint(m_view->trackArea().left() + 300, 200));
        QVERIFY(!m_view->findChild<KineticPan*>()->isGliding());
    }

    void panGlidesToAStopByItself()
    {
        m_view->setScale({40.0, 50.0});
        flick(10);
        const auto* glide = m_view->findChild<KineticPan*>();
        QVERIFY(glide->isGliding());
        QTRY_VERIFY(!glide->isGliding());
        // Its way is speed times decay: 1000 px/s · 0.325 s.
        QVERIFY2(std::abs(m_view->scale().origin - (42.0 + 1000 * 0.325 / 50)) < 0.3,
                 qPrintable(QString::number(m_view->scale().origin)));
    }

    void keysEndTheGlide()
    {
        m_view->setScale({40.0, 50.0});
        flick(10);
        const auto* glide = m_view->findChild<KineticPan*>();
        QVERIFY(glide->isGliding());
        QTest::keyClick(m_view.get(), Qt::Key_X);
        QVERIFY(!glide->isGliding());
    }

    void aHandThatRestsBeforeItLetsGoDoesNotGlide()
    {
        m_view->setScale({40.0, 50.0});
        flick(200);
        QVERIFY(!m_view->findChild<KineticPan*>()->isGliding());
    }

    void noGlideWhereThePersonWantsNoMotion()
    {
        class StillStyle : public QProxyStyle {
            int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* data) const override
            {
                return hint == SH_Widget_Animation_Duration
                    ? 0
                    : QProxyStyle::styleHint(hint, option, widget, data);
            }
        } style;
        m_view->setStyle(&style);
        flick(10);
        QVERIFY(!m_view->findChild<KineticPan*>()->isGliding());
        m_view->setStyle(nullptr);
    }

    void pinchZoomsAtThePointer()
    {
        const QPointF pointer(m_view->trackArea().left() + 400, 100);
        const double under = m_view->scale().seconds(400);
        const double before = m_view->scale().pixelsPerSecond;
        QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, pointer,
                                  pointer, m_view->mapToGlobal(pointer), 0.5, {});
        QCoreApplication::sendEvent(m_view.get(), &event);
        QVERIFY(std::abs(m_view->scale().pixelsPerSecond - before * 1.5) < 1e-9);
        QVERIFY(std::abs(m_view->scale().seconds(400) - under) < 1e-9);
    }

    /// Over the rows that are at the edge, which can still be brought into sight.
    void aPinnedTrackStaysInSight()
    {
        std::vector<FakeTrack*> tracks;
        for (int i = 0; i < 20; ++i) {
            tracks.push_back(new FakeTrack);
            m_view->addTrack(tracks.back());
        }
        const QRect area = m_view->trackArea();
        m_view->setPinnedTrack(tracks[10]);
        QCOMPARE(m_view->areaOf(tracks[10]).bottom(), area.bottom());
        m_view->ensureVisible(tracks[8]); // above the pinned one
        QVERIFY(m_view->areaOf(tracks[8]).bottom() < m_view->areaOf(tracks[10]).top());
        m_view->scrollRows(10000);
        QCOMPARE(m_view->areaOf(tracks[10]).top(), area.top());
        m_view->ensureVisible(tracks[11]);
        QVERIFY(m_view->areaOf(tracks[11]).top() >= m_view->areaOf(tracks[10]).bottom());
        m_view->scrollRows(10000);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, QPoint(area.left() + 50, area.top() + 20));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, QPoint(area.left() + 50, area.top() + 20));
        QCOMPARE(tracks[10]->releases, 1); // what lies on top has the mouse
        m_view->setPinnedTrack(nullptr);
        QVERIFY(m_view->areaOf(tracks[10]).top() < area.top());
    }

    void hoveringMeasuresThroughAllTracks()
    {
        const QPoint place(m_view->trackArea().left() + 400, 200);
        QVERIFY(support::pointAt(*m_view, place + QPoint(200, 0)));
        const QImage elsewhere = m_view->grab().toImage();
        QVERIFY(support::pointAt(*m_view, place));
        const QImage here = m_view->grab().toImage();
        QVERIFY(here.pixelColor(place) != elsewhere.pixelColor(place));
        QVERIFY(here.pixelColor(place.x(), 390) == elsewhere.pixelColor(place.x(), 390)); // the scroll bar
        QVERIFY(here.copy(place.x() - 20, 0, 40, 22) != elsewhere.copy(place.x() - 20, 0, 40, 22));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_view.get(), &leave);
        QVERIFY(m_view->grab().toImage().pixelColor(place) == elsewhere.pixelColor(place));
    }

    void theRulerSaysStartLengthAndEndOfTheSelection_data()
    {
        QTest::addColumn<engine::Interval>("span");
        QTest::addColumn<int>("probed"); // pixels from the left of the tracks
        QTest::newRow("wide: at its start") << engine::Interval{20.0, 80.0} << 204;
        QTest::newRow("wide: at its end") << engine::Interval{20.0, 80.0} << 796;
        QTest::newRow("wide: in its middle") << engine::Interval{20.0, 80.0} << 480;
        QTest::newRow("narrow: behind it") << engine::Interval{20.0, 21.0} << 218;
    }
    void theRulerSaysStartLengthAndEndOfTheSelection()
    {
        QFETCH(engine::Interval, span);
        QFETCH(int, probed);
        const QColor accent = themeOf(m_view->palette()).accent;
        const int x = m_view->trackArea().left() + probed;
        QVERIFY(m_view->grab().toImage().pixelColor(x, 4) != accent);
        m_view->setSelection(span, 25);
        QCOMPARE(m_view->grab().toImage().pixelColor(x, 4), accent);
    }

    void playheadStaysInSightWhenFollowing()
    {
        m_view->setScale({0.0, 100.0}); // ten seconds wide
        m_view->setPlayhead(55.0);
        const double x = m_view->scale().x(55.0);
        QVERIFY(x >= 0 && x <= m_view->trackArea().width());
        m_view->setFollowing(false);
        const TimeScale before = m_view->scale();
        m_view->setPlayhead(5.0);
        QCOMPARE(m_view->scale(), before);
    }

    void settersAnnounceNothingTheUserDidNotDo()
    {
        QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
        QSignalSpy selections(m_view.get(), &TimelineView::selectionEdited);
        m_view->setPlayhead(3.0);
        m_view->setSelection(engine::Interval{1.0, 2.0});
        m_view->setHighlight(engine::Interval{1.0, 2.0});
        QCOMPARE(seeks.count() + selections.count(), 0);
    }

    void hiddenTrackTakesNoRoom()
    {
        auto* other = new FakeTrack;
        m_view->addTrack(other);
        const int shared = m_view->areaOf(m_track).height();
        other->setVisible(false);
        QVERIFY(m_view->areaOf(m_track).height() > shared);
        QVERIFY(m_view->areaOf(other).isNull());
    }

    void paintsTracksAndPlayhead()
    {
        m_view->setPlayhead(50.0);
        const QImage picture = m_view->grab().toImage();
        const QRect area = m_view->areaOf(m_track);
        QCOMPARE(picture.pixelColor(area.center() + QPoint(60, 0)), QColor(Qt::green));
        const int playhead
            = m_view->trackArea().left() + static_cast<int>(std::lround(m_view->scale().x(50.0)));
        QVERIFY(picture.pixelColor(playhead, area.center().y()).red() > 150);
    }

private:
    /// Drags 100 pixels to the left in 100 ms by the middle button and lets go after `rest` ms.
    void flick(quint64 rest)
    {
        const QPointF from(m_view->trackArea().left() + 500, 200);
        quint64 now = 1000;
        const auto send = [&](QEvent::Type type, QPointF at) {
            QMouseEvent event(type, at, m_view->mapToGlobal(at),
                              type == QEvent::MouseMove ? Qt::NoButton : Qt::MiddleButton,
                              type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::MiddleButton,
                              Qt::NoModifier);
            event.setTimestamp(now);
            QCoreApplication::sendEvent(m_view.get(), &event);
        };
        send(QEvent::MouseButtonPress, from);
        for (int step = 1; step <= 10; ++step) {
            now += 10;
            send(QEvent::MouseMove, from - QPointF(step * 10, 0));
        }
        now += rest;
        send(QEvent::MouseButtonRelease, from - QPointF(100, 0));
    }

    std::unique_ptr<TimelineView> m_view;
    FakeTrack* m_track = nullptr;
};

QTEST_MAIN(TimelineViewTest)
#include "tst_timeline_view.moc"
