#include "app/extraction/extract_dialog.h"
#include "app/extraction/recordings_table.h"
#include "app/live/live_display.h"
#include "app/live/live_room.h"
#include "app/live/live_session.h"
#include "engine/media/media_info.h"
#include "engine/sequences/media_matching.h"
#include "widgets/live/age_bar.h"
#include "widgets/live/live_bars.h"
#include "widgets/live/live_panel.h"
#include "widgets/live/live_picture.h"
#include "widgets/live/live_tracks.h"
#include "widgets/live/live_view.h"
#include "widgets/predict/display_bars.h"
#include "widgets/predict/model_chooser.h"
#include "widgets/timeline/timeline_view.h"

#include <QAbstractItemView>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

#include <functional>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// A live session in the real window, with a video of the demo in the place of a camera.
class LiveWalkTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    widgets::LiveView* m_view = nullptr;
    app::LiveSession* m_live = nullptr;

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
    bool isOver() { return !find<QPushButton>("liveRecord")->isEnabled(); }
    void beginAnew()
    {
        QTest::mouseClick(find<QPushButton>("liveOther"), Qt::LeftButton);
        QTest::mouseClick(find<QPushButton>("liveVideo"), Qt::LeftButton);
    }
    /// Whether this comes. On a busy machine there are few answers, and the video begins anew where it ends.
    bool comesWhilePlaying(const std::function<bool()>& comes)
    {
        return QTest::qWaitFor(
            [&] {
                if (comes())
                    return true;
                if (isOver())
                    beginAnew();
                return false;
            },
            support::kPatience);
    }
    /// Begins the video anew where less than half of it is left, so that it does not end amid what follows.
    void playOn()
    {
        if (!isOver() && m_live->reachedUntil() < 15.0)
            return;
        beginAnew();
        QTRY_VERIFY(!isOver() && m_live->pictures() > 10);
        m_view->setFocus();
    }
    bool openDemoAgain()
    {
        session().project().open({std::filesystem::path(DEMO)});
        const auto isThere
            = [this] { return document().hasVideo() && document().dataset().media.size() > 20; };
        return QTest::qWaitFor(isThere, support::kPatience) && settle();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window(), Qt::Key(key), modifiers);
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
        window().findChild<widgets::TimelineView*>()->setFocus();
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
        QVERIFY(window().findChild<widgets::TimelineView*>()->hasFocus()); // as before
    }

    /// A camera sees real people: the model of parts that learnt from these answers first.
    void partsAnswerWhileAVideoPlays()
    {
        QVERIFY(play(QStringLiteral("grid_talk_a")));
        QVERIFY(!m_view->picture().message().isEmpty()); // loading
        const auto& history = window().findChild<app::LiveDisplay*>()->history();
        const auto hasAll = [&] {
            return !history.answers().empty()
                && std::ranges::all_of(history.answers().back().parts, &std::optional<float>::has_value);
        };
        QVERIFY(comesWhilePlaying(hasAll)); // words that were said by then, a voice, a face
        QVERIFY(m_view->panel().chooser().currentText().startsWith(QLatin1String("Ready")));
        QCOMPARE(m_view->panel().bars().values().size(), std::size_t(8));
        QVERIFY(find<QLabel>("liveStrongest")->text().startsWith(QLatin1String("sentiment ")));
        for (const auto& found : history.answers().back().parts)
            QVERIFY(std::abs(*found) <= 1.0F);
        auto* tabs = find<QTabWidget>("liveTabs");
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
        QVERIFY(
            comesWhilePlaying([this] { return find<widgets::DisplayBars>("liveWhyBars0")->isVisible(); }));
        picture(window(), "live-ready-why");
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(0).center());
    }

    void picturesOfParts() { pictures("live-ready"); }

    void wordsAreSwitchedOff()
    {
        playOn();
        QTest::mouseClick(find<QAbstractButton>("live-text"), Qt::LeftButton, {}, QPoint(10, 10));
        QSignalSpy answers(m_live, &app::LiveSession::answered);
        QVERIFY(comesWhilePlaying([&] { return answers.count() >= 2; }));
        QVERIFY(!m_view->panel().enabled()[0]);
        QTest::mouseClick(find<QAbstractButton>("live-text"), Qt::LeftButton, {}, QPoint(10, 10));
    }

    void anotherModelAnswersWhileItPlays()
    {
        playOn();
        auto& chooser = m_view->panel().chooser();
        QTest::mouseClick(&chooser, Qt::LeftButton, {}, QPoint(10, chooser.height() / 2));
        QTRY_VERIFY(chooser.view()->isVisible());
        const int row = chooser.findText(QStringLiteral("FV2ES"), Qt::MatchStartsWith);
        QVERIFY(row >= 0);
        chooser.view()->setCurrentIndex(chooser.model()->index(row, 0));
        QTest::keyClick(chooser.view(), Qt::Key_Return);
        QTRY_VERIFY(m_live->model() && m_live->model()->name.startsWith(QLatin1String("FV2ES")));
        QSignalSpy answered(m_live, &app::LiveSession::answered);
        QVERIFY(comesWhilePlaying([&] { return answered.count() >= 3; }));
        QCOMPARE(m_view->panel().bars().values().size(), std::size_t(6));
        QTRY_VERIFY(m_view->picture().face().has_value());
        QCOMPARE(m_view->picture().face()->landmarks.size(), std::size_t(68));
        auto* ageBar = m_view->findChild<widgets::AgeBar*>();
        QTRY_COMPARE(ageBar->parts().size(), std::size_t(6));
        QVERIFY(find<QLabel>("liveAge")->text().contains(QLatin1String("ms")));
        QVERIFY(m_view->panel().chooser().currentText().contains(QLatin1String("FV2ES")));
        const auto* status = find<QLabel>("liveStatus");
        QVERIFY(status->text().contains(QLatin1String("pictures a second, none dropped")));
        QTRY_VERIFY(status->text().contains(
            QRegularExpression(QStringLiteral("[0-9.]*[1-9][0-9.]* answers a second"))));
        QTRY_VERIFY2(status->text().contains(QRegularExpression(QStringLiteral("CPU \\d+ % of \\d+ core"))),
                     qPrintable(status->text()));
        QVERIFY(m_live->pictures() > 50);
    }

    void keysMarkAndHold()
    {
        playOn();
        auto* display = window().findChild<app::LiveDisplay*>();
        press(Qt::Key_M);
        QCOMPARE(display->history().marks().size(), std::size_t(1));
        press(Qt::Key_Space);
        QVERIFY(m_view->tracks().isHeld());
        QVERIFY(!player().isPlaying()); // the window below heard nothing of it
        const double heldAt = m_view->tracks().shownUntil();
        const std::size_t answers = m_live->answers();
        QTRY_VERIFY(m_live->answers() > answers); // the session goes on
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

    void buttonsStayWhereTheyAre()
    {
        playOn();
        const auto places = [this] {
            std::vector<QRect> all;
            for (const char* name : {"liveRecord", "liveHold", "liveMark", "liveKeep", "liveOther"})
                all.push_back(find<QPushButton>(name)->geometry());
            return all;
        };
        const std::vector<QRect> before = places();
        press(Qt::Key_R);
        press(Qt::Key_Space);
        QCoreApplication::processEvents();
        QVERIFY(m_live->recorder().isRecording() && m_view->tracks().isHeld());
        QVERIFY(places() == before);
        const auto* record = find<QPushButton>("liveRecord");
        QFont bold = record->font(); // as it is drawn while it is on
        bold.setWeight(QFont::DemiBold);
        QVERIFY(QFontMetrics(bold).horizontalAdvance(record->text()) + 8 < record->width());
        picture(window(), "live-recording");
        press(Qt::Key_Space);
        press(Qt::Key_R);
        QCoreApplication::processEvents();
        QVERIFY(places() == before);
    }

    void aModalityIsSwitchedOff()
    {
        playOn();
        QTest::mouseClick(find<QAbstractButton>("live-visual"), Qt::LeftButton, {}, QPoint(10, 10));
        QVERIFY(!m_view->panel().enabled()[2]);
        QSignalSpy answers(m_live, &app::LiveSession::answered);
        QVERIFY(comesWhilePlaying([&] { return answers.count() >= 2; }));
        QTest::mouseClick(find<QAbstractButton>("live-visual"), Qt::LeftButton, {}, QPoint(10, 10));
        QVERIFY(m_view->panel().enabled()[2]);
    }

    void whyShowsWhatEachSenseAdds()
    {
        playOn();
        auto* tabs = find<QTabWidget>("liveTabs");
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
        auto* sound = find<widgets::DisplayBars>("liveWhyBars1");
        QVERIFY(comesWhilePlaying([&] { return sound->isVisible(); })); // each fourth answer
        QCOMPARE(sound->table().rowNames.size(), 6);
        QVERIFY(!find<QWidget>("liveWhyBars0")->isVisible()); // without a transcript it reads nothing
        QVERIFY(find<QLabel>("liveWhyNote")->text().startsWith(QStringLiteral("The answer about")));
        const auto& marks = window().findChild<app::LiveDisplay*>()->history().marks();
        playOn();
        const std::size_t before = marks.size();
        press(Qt::Key_M); // keys are still the session's
        QCOMPARE(marks.size(), before + 1);
        pictures("live-why");
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(0).center());
    }

    void picturesOfIt() { pictures("live"); }

    void whatHasEndedIsKeptButNotRecorded()
    {
        QSignalSpy written(&m_live->recorder(), &app::LiveRecorder::written);
        QVERIFY(play(QStringLiteral("ada_1")));
        QTRY_VERIFY(m_live->pictures() > 40);
        m_view->setFocus();
        press(Qt::Key_R);
        QVERIFY(m_live->recorder().isRecording());
        QTRY_VERIFY(m_live->pictures() > 80);
        emit m_live->ended(); // as a source does that has nothing more
        QVERIFY(!m_live->recorder().isRecording()); // what was recorded is completed
        QVERIFY(!find<QPushButton>("liveRecord")->isChecked());
        QVERIFY(!find<QPushButton>("liveRecord")->isEnabled());
        press(Qt::Key_R);
        QVERIFY(!m_live->recorder().isRecording());
        QTRY_COMPARE(written.count(), 1);
        auto* makeVideo = find<QPushButton>("liveMakeVideo");
        QVERIFY(makeVideo->isVisible());
        press(Qt::Key_K);
        QVERIFY(makeVideo->isVisible()); // while the rest is written
        QTRY_COMPARE(written.count(), 2);
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
        QTRY_VERIFY(m_live->pictures() > 10);
        m_view->setFocus();
        press(Qt::Key_R);
        QVERIFY(m_live->recorder().isRecording());
        QVERIFY(find<QPushButton>("liveRecord")->isChecked());
        const std::size_t pictures = m_live->pictures();
        QTRY_VERIFY(m_live->pictures() > pictures + 40);
        press(Qt::Key_K);
        press(Qt::Key_R);
        QVERIFY(!m_live->recorder().isRecording());
        QTRY_COMPARE(written.count(), 2);
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
        QTRY_COMPARE(recordings->rowCount(), 1); // with its length, found in the background
        picture(*dialog, "live-video");
        dialog->close();
    }

    void marksAndAnswersOfARecordingOpenWithIt()
    {
        QVERIFY(activate());
        QVERIFY(play(QStringLiteral("grid_talk_a")));
        QTRY_VERIFY(m_live->answers() >= 1);
        m_view->setFocus();
        QSignalSpy written(&m_live->recorder(), &app::LiveRecorder::written);
        const std::size_t pictures = m_live->pictures();
        press(Qt::Key_R);
        QTRY_VERIFY(m_live->pictures() > pictures + 25);
        press(Qt::Key_M);
        const std::size_t answers = m_live->answers();
        QTRY_VERIFY(m_live->answers() >= answers + 3);
        press(Qt::Key_R);
        QTRY_COMPARE(written.count(), 1);
        const QString file = written.first().first().toString();
        const std::filesystem::path answered = engine::answersBeside(file.toStdString());
        QTRY_VERIFY(std::filesystem::exists(answered));
        auto* tabs = find<QTabWidget>("liveTabs");
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(2).center());
        auto* table = find<QTableWidget>("recordingTable");
        QVERIFY(table->isVisible());
        QTRY_COMPARE(table->item(0, 0) ? table->item(0, 0)->toolTip() : QString(),
                     file + QStringLiteral(", with answers"));
        QVERIFY(table->item(0, 1)->text().startsWith(QStringLiteral("0:0")));
        this->pictures("live-recordings");
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualItemRect(table->item(0, 0)).center());
        QVERIFY(!m_view->isVisible());
        const QString video = QFileInfo(file).completeBaseName();
        QTRY_VERIFY(document().isInSight(video));
        const auto& features = document().video().features;
        const auto track = std::ranges::find(features, QStringLiteral("live"), [](const auto& series) {
            return series.key.contains(QStringLiteral("answers")) ? QStringLiteral("live") : QString();
        });
        QVERIFY(track != features.end());
        QCOMPARE(track->names.size(), 6);
        const double lastAnswer = track->features->intervals().back().end;
        QTRY_VERIFY(lastAnswer <= player().duration() + 0.5); // when the recording is open
        QTRY_COMPARE(document().ownTiers().size(), std::size_t(1));
        const engine::Tier& tier = *document().ownTiers().front();
        QCOMPARE(tier.name, std::string("live marks"));
        QCOMPARE(document().spans({tier.name}).size(), std::size_t(1));
        const double mark = document().spans({tier.name}).front().start;
        QVERIFY2(mark > 0.5 && mark < player().duration(), qPrintable(QString::number(mark)));
        picture(window(), "live-recording-open");
        history().undo(); // it is a step of the person's
        QVERIFY(document().ownTiers().empty());
        QVERIFY(openDemoAgain());
    }

    void leavingEndsTheSession()
    {
        QVERIFY(activate());
        QVERIFY(play(QStringLiteral("ada_2")));
        QTRY_VERIFY(m_live->pictures() > 5);
        m_view->setFocus();
        press(Qt::Key_Escape);
        QVERIFY(!m_view->isVisible());
        QVERIFY(!m_live->isRunning());
        QVERIFY(!m_live->model());
    }
};

WINDOW_TEST_MAIN(LiveWalkTest)
#include "tst_live_walk.moc"
