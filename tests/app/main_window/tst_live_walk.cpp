#include "app/extraction/extract_dialog.h"
#include "app/extraction/recordings_table.h"
#include "app/live/live_display.h"
#include "app/live/live_room.h"
#include "app/live/live_session.h"
#include "engine/media/media_info.h"
#include "widgets/live/age_bar.h"
#include "widgets/live/live_bars.h"
#include "widgets/live/live_panel.h"
#include "widgets/live/live_picture.h"
#include "widgets/live/live_tracks.h"
#include "widgets/live/live_view.h"
#include "widgets/predict/model_chooser.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/window_test.h"

/// A live session in the real window, with a video of the demo in the place of a camera.
class LiveWalkTest : public WindowTest {
    Q_OBJECT

    widgets::LiveView* m_view = nullptr;
    app::LiveSession* m_live = nullptr;
    static constexpr int kLong = 90000; ///< ms, on a busy machine

    bool play(const QString& video)
    {
        session().videos().open(video);
        if (!settle())
            return false;
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        m_view = find<widgets::LiveView>("liveView");
        m_live = window().findChild<app::LiveSession*>();
        auto* button = find<QPushButton>("liveVideo");
        if (!m_view || !m_view->isVisible() || !button)
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return m_view->isRunning();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window(), Qt::Key(key), modifiers);
    }
    void pictureInBoth(const char* name)
    {
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
            window().resize(size);
            for (const bool isDark : {true, false}) {
                window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
                QTest::qWait(600); // an answer and some frames in this look: pictures only
                picture(window(),
                        qPrintable(QStringLiteral("%1-%2-%3")
                                       .arg(QLatin1String(name),
                                            isDark ? QStringLiteral("dark") : QStringLiteral("light"))
                                       .arg(size.width())));
            }
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        window().resize(1366, 768);
    }
    void cleanupTestCase() { m_real.reset(); }

    void sourcesAreOfferedAndEscLeaves()
    {
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        m_view = find<widgets::LiveView>("liveView");
        QVERIFY(m_view && m_view->isVisible());
        QVERIFY(!m_view->isRunning());
        QVERIFY(!find<QWidget>("entryName")->isVisible()); // live has no modes
        QTRY_VERIFY(find<QPushButton>("liveFile")->isVisible());
        QCOMPARE(find<QLabel>("noCamera")->isVisible(), find<QPushButton>("liveCamera") == nullptr);
        picture(window(), "live-sources");
        press(Qt::Key_Escape);
        QVERIFY(!m_view->isVisible());
        QVERIFY(find<QWidget>("entryName")->isVisible());
    }

    void aVideoIsAnsweredWhileItPlays()
    {
        QVERIFY(play(QStringLiteral("grid_talk_a")));
        QVERIFY(!m_view->picture().message().isEmpty()); // loading
        QTRY_VERIFY_WITH_TIMEOUT(m_live->answers() >= 3, kLong);
        QCOMPARE(m_view->panel().bars().values().size(), std::size_t(6));
        QTRY_VERIFY_WITH_TIMEOUT(m_view->picture().face().has_value(), kLong);
        QCOMPARE(m_view->picture().face()->landmarks.size(), std::size_t(68));
        auto* ageBar = m_view->findChild<widgets::AgeBar*>();
        QTRY_COMPARE(ageBar->parts().size(), std::size_t(6));
        QVERIFY(find<QLabel>("liveAge")->text().contains(QLatin1String("ms")));
        QVERIFY(m_view->panel().chooser().currentText().contains(QLatin1String("FV2ES")));
        QVERIFY(find<QLabel>("liveStatus")->text().contains(QLatin1String("pictures")));
        QVERIFY(m_live->pictures() > 50);
    }

    void keysMarkAndHold()
    {
        auto* display = window().findChild<app::LiveDisplay*>();
        press(Qt::Key_M);
        QCOMPARE(display->history().marks().size(), std::size_t(1));
        press(Qt::Key_Space);
        QVERIFY(m_view->tracks().isHeld());
        QVERIFY(!player().isPlaying()); // the window below heard nothing of it
        const double heldAt = m_view->tracks().shownUntil();
        const std::size_t answers = m_live->answers();
        QTRY_VERIFY_WITH_TIMEOUT(m_live->answers() > answers, kLong); // the session goes on
        QCOMPARE(m_view->tracks().shownUntil(), heldAt);
        press(Qt::Key_Space);
        QVERIFY(!m_view->tracks().isHeld());
        // dragged back, it holds, and shows what was before
        const QPoint middle = m_view->tracks().rect().center();
        QTest::mousePress(&m_view->tracks(), Qt::LeftButton, {}, middle);
        QTest::mouseMove(&m_view->tracks(), middle + QPoint(20, 0));
        QTest::mouseMove(&m_view->tracks(), middle + QPoint(120, 0));
        QTest::mouseRelease(&m_view->tracks(), Qt::LeftButton, {}, middle + QPoint(120, 0));
        QVERIFY(m_view->tracks().isHeld());
        QVERIFY(m_view->tracks().shownUntil() < m_live->reachedUntil() - 0.5);
        press(Qt::Key_Space);
        QTest::mouseClick(find<QPushButton>("liveWindow5"), Qt::LeftButton);
        QCOMPARE(m_view->tracks().seconds(), 5.0);
        QTest::mouseClick(find<QPushButton>("liveWindow10"), Qt::LeftButton);
    }

    void aModalityIsSwitchedOff()
    {
        QTest::mouseClick(find<QAbstractButton>("live-visual"), Qt::LeftButton, {}, QPoint(10, 10));
        QVERIFY(!m_view->panel().enabled()[2]);
        QSignalSpy answers(m_live, &app::LiveSession::answered);
        QTRY_VERIFY_WITH_TIMEOUT(answers.count() >= 2, kLong);
        QTest::mouseClick(find<QAbstractButton>("live-visual"), Qt::LeftButton, {}, QPoint(10, 10));
        QVERIFY(m_view->panel().enabled()[2]);
    }

    void picturesOfIt()
    {
        if (qEnvironmentVariableIsSet("POLYLOGUE_PICTURES"))
            pictureInBoth("live");
        window().resize(1366, 768);
    }

    void whatHasEndedIsKeptButNotRecorded()
    {
        QSignalSpy written(&m_live->recorder(), &app::LiveRecorder::written);
        QVERIFY(play(QStringLiteral("ada_1")));
        QTRY_VERIFY_WITH_TIMEOUT(m_live->pictures() > 40, kLong);
        m_view->setFocus();
        press(Qt::Key_R);
        QVERIFY(m_live->recorder().isRecording());
        QTRY_VERIFY_WITH_TIMEOUT(m_live->pictures() > 80, kLong);
        emit m_live->ended(); // as a source does that has nothing more
        QVERIFY(!m_live->recorder().isRecording()); // what was recorded is completed
        QVERIFY(!find<QPushButton>("liveRecord")->isChecked());
        QVERIFY(!find<QPushButton>("liveRecord")->isEnabled());
        press(Qt::Key_R);
        QVERIFY(!m_live->recorder().isRecording());
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, kLong);
        auto* makeVideo = find<QPushButton>("liveMakeVideo");
        QVERIFY(makeVideo->isVisible());
        press(Qt::Key_K);
        QVERIFY(makeVideo->isVisible()); // while the rest is written
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 2, kLong);
        m_view->panel().findChild<QAbstractButton*>(QStringLiteral("live-acoustic"))->setChecked(false);
        press(Qt::Key_Escape);
        QVERIFY(!m_view->isVisible());
        QVERIFY(play(QStringLiteral("ada_1")));
        QVERIFY(m_view->panel().enabled()[1]); // not off unseen
        press(Qt::Key_Escape);
    }

    void aRecordingIsCompleteAndBecomesAVideo()
    {
        QSignalSpy written(&m_live->recorder(), &app::LiveRecorder::written);
        QVERIFY(play(QStringLiteral("ada_1")));
        QTRY_VERIFY_WITH_TIMEOUT(m_live->pictures() > 10, kLong);
        m_view->setFocus();
        press(Qt::Key_R);
        QVERIFY(m_live->recorder().isRecording());
        QVERIFY(find<QPushButton>("liveRecord")->isChecked());
        const std::size_t pictures = m_live->pictures();
        QTRY_VERIFY_WITH_TIMEOUT(m_live->pictures() > pictures + 40, kLong);
        press(Qt::Key_K);
        press(Qt::Key_R);
        QVERIFY(!m_live->recorder().isRecording());
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 2, kLong);
        for (const QList<QVariant>& each : written) {
            QVERIFY2(each[1].toString().isEmpty(), qPrintable(each[1].toString()));
            const engine::MediaInfo info = engine::probeMedia(each[0].toString().toStdString());
            QVERIFY(info.hasVideo && info.hasAudio);
            QVERIFY(info.duration > 1.2);
        }
        auto* makeVideo = find<QPushButton>("liveMakeVideo");
        QVERIFY(makeVideo->isVisible());
        QTest::mouseClick(makeVideo, Qt::LeftButton);
        QVERIFY(!m_view->isVisible());
        QTRY_VERIFY(window().findChild<app::ExtractDialog*>());
        auto* dialog = window().findChild<app::ExtractDialog*>();
        QVERIFY(dialog->isVisible());
        auto* recordings = dialog->findChild<app::RecordingsTable*>();
        QTRY_COMPARE_WITH_TIMEOUT(recordings->rowCount(), 1,
                                  kLong); // with its length, found in the background
        picture(*dialog, "live-video");
        dialog->close();
    }

    void leavingEndsTheSession()
    {
        QVERIFY(activate());
        QVERIFY(play(QStringLiteral("ada_2")));
        QTRY_VERIFY_WITH_TIMEOUT(m_live->pictures() > 5, kLong);
        m_view->setFocus();
        press(Qt::Key_Escape);
        QVERIFY(!m_view->isVisible());
        QVERIFY(!m_live->isRunning());
        QVERIFY(!m_live->model());
    }
};

WINDOW_TEST_MAIN(LiveWalkTest)
#include "tst_live_walk.moc"
