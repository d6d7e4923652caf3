#include "app/labelling/rating_recorder.h"
#include "engine/annotation/tier_edits.h"
#include "widgets/review/rating_bar.h"
#include "widgets/timeline/timeline_view.h"

#include <QAction>
#include <QDockWidget>
#include <QTest>

#define SDL_MAIN_HANDLED
#include <SDL2/SDL.h>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Continuous ratings by SDL's virtual joystick, in the real window.
class GamepadTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QCOMPARE(SDL_InitSubSystem(SDL_INIT_JOYSTICK), 0);
        QVERIFY(openDemo());
        engine::Tier tier;
        tier.video = document().video().id.toStdString();
        tier.name = "valence";
        tier.kind = engine::TierKind::Continuous;
        tier.rate = 25.0;
        tier.labels = {{"valence", engine::NumberScale{-1, 1, 0}}};
        QVERIFY(session().editor().edit(QStringLiteral("tier"), [&](const engine::Annotation& annotation) {
            return engine::addTier(annotation, tier);
        }));
        auto* view = find<widgets::TimelineView>("timeline");
        for (widgets::Track* track : view->tracks()) {
            if (track->objectName() == QLatin1String("tier/valence"))
                QTest::mouseClick(view, Qt::LeftButton, {},
                                  {view->areaOf(track).right() - 30, view->areaOf(track).center().y()});
        }
    }
    void cleanupTestCase()
    {
        m_real.reset();
        SDL_QuitSubSystem(SDL_INIT_JOYSTICK);
    }

    void aStickRatesAndAButtonEnds()
    {
        plugIn();
        player().seek(2.0);
        action("record-rating")->trigger();
        auto* recorder = window().findChild<app::RatingRecorder*>();
        auto* bar = find<widgets::RatingBar>("ratingBar");
        QTRY_VERIFY(bar->toolTip().contains(QLatin1String(SDL_JoystickName(m_stick))));
        QTRY_VERIFY(recorder->isRecording());
        QCOMPARE(bar->value(), 0.0);
        SDL_JoystickSetVirtualAxis(m_stick, 1, -32767); // all the way up
        QTRY_COMPARE(bar->value(), 1.0);
        QTRY_VERIFY(player().position() > 2.6);
        picture(window(), "rating-gamepad");
        SDL_JoystickSetVirtualAxis(m_stick, 1,
                                   400); // a stick that is let go does not rest quite in the middle
        QTRY_COMPARE(bar->value(), 0.0);
        SDL_JoystickSetVirtualHat(m_stick, 0, SDL_HAT_DOWN);
        QTRY_VERIFY(std::abs(bar->value() + 0.1) < 1e-9);
        QTRY_VERIFY(player().position() > 3.0);
        SDL_JoystickSetVirtualButton(m_stick, 0, SDL_PRESSED);
        QTRY_VERIFY(!recorder->isRecording());
        QVERIFY(!find<QDockWidget>("ratingDock")->isVisible());
        const std::vector<float> values
            = document().annotation().segment(document().segmentId("valence", 0))->samples;
        QVERIFY(values.size() >= 24);
        QVERIFY(std::ranges::count(values, 1.0F) > 5);
        QVERIFY(std::abs(values.back() + 0.1F) < 1e-6F);
        SDL_JoystickSetVirtualButton(m_stick, 0, SDL_RELEASED);
        SDL_JoystickSetVirtualHat(m_stick, 0, SDL_HAT_CENTERED);
    }

    void whatIsPulledOutIsNoLongerNamed()
    {
        action("record-rating")->trigger();
        auto* bar = find<widgets::RatingBar>("ratingBar");
        const QString name = QLatin1String(SDL_JoystickName(m_stick));
        QTRY_VERIFY(bar->toolTip().contains(name));
        pullOut();
        QTRY_VERIFY(!bar->toolTip().contains(name));
        QTRY_VERIFY(window().findChild<app::RatingRecorder*>()->isRecording());
        QTest::keyClick(bar, Qt::Key_Up); // keys go on
        QVERIFY(bar->value() > 0.0);
        plugIn(); // in the middle of a recording
        QTRY_VERIFY(bar->toolTip().contains(name));
        action("record-rating")->trigger();
        pullOut();
    }

private:
    void plugIn()
    {
        m_device = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, 4, 6, 1);
        QVERIFY2(m_device >= 0, SDL_GetError());
        m_stick = SDL_JoystickOpen(m_device);
        QVERIFY2(m_stick, SDL_GetError());
    }
    void pullOut()
    {
        SDL_JoystickClose(m_stick);
        QCOMPARE(SDL_JoystickDetachVirtual(m_device), 0);
    }

    int m_device = -1;
    SDL_Joystick* m_stick = nullptr;
};

WINDOW_TEST_MAIN(GamepadTest)

#include "tst_gamepad.moc"
