#include "app/exporting/export_span_dialog.h"
#include "app/picture/picture_window.h"
#include "app/rendering/render_dialog.h"
#include "app/window/message_list.h"
#include "widgets/player/video_surface.h"
#include "widgets/player/volume_control.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/filmstrip_track.h"
#include "widgets/tracks/waveform_track.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "tests/support/click_entry.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// The player of the real window, by its buttons, menus and keys.
class PlayerWalkTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_video = find<widgets::VideoSurface>("video");
        session().player().seek(5.0);
        QVERIFY(settle());
    }
    void cleanupTestCase() { m_real.reset(); }
    void init() // without a window manager nobody else does, when a dialog closes
    {
        QVERIFY(activate());
    }

    void speedIsChosenFromTheChip()
    {
        auto* menu = find<QMenu>("speedMenu");
        QToolButton* chip = nullptr;
        for (auto* button : window().findChildren<QToolButton*>()) {
            if (button->defaultAction() == menu->menuAction())
                chip = button;
        }
        QVERIFY(chip);
        QCOMPARE(chip->text(), QStringLiteral("1×"));
        QTimer::singleShot(0, this, [menu] {
            QTRY_VERIFY(menu->isVisible());
            picture(*menu, "speed-menu");
            for (QAction* action : menu->actions()) {
                if (action->text() == QStringLiteral("0.5×"))
                    support::clickEntry(*menu, action);
            }
            menu->close(); // where the click went wrong, the test fails instead of waiting
        });
        QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(session().player().rate(), 0.5);
        QCOMPARE(chip->text(), QStringLiteral("0.5×"));
        press(Qt::Key_R); // faster
        QVERIFY(chip->text().startsWith(QLatin1String("0.62")));
        press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(chip->text(), QStringLiteral("1×"));
    }

    void volumeAndMuteReachThePlayer()
    {
        QSignalSpy volumes(&session().player(), &app::Player::soundVolume);
        auto* slider = find<QSlider>("volume");
        QTest::keyClick(slider, Qt::Key_PageDown);
        QCOMPARE(volumes.last().first().toDouble(), 0.9);
        QTest::mouseClick(find<QToolButton>("muteButton"), Qt::LeftButton);
        QCOMPARE(volumes.last().first().toDouble(), 0.0);
        QTest::keyClick(slider, Qt::Key_PageDown); // who turns it wants to hear it
        QCOMPARE(volumes.last().first().toDouble(), 0.8);
        QVERIFY(!find<QAction>("mute")->isChecked());
        press(Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(volumes.last().first().toDouble(), 0.0);
        press(Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(app::Settings().volume(), 0.8);
    }

    void theMenuSaysWhereSoundCanGo()
    {
        auto* menu = find<QMenu>("soundDevices");
        QSignalSpy found(&session().player(), &app::Player::soundDevicesFound);
        menu->popup({100, 100});
        QTRY_COMPARE(found.count(), 1);
        const auto devices = found.first().first().value<QList<app::SoundDevice>>();
        if (devices.isEmpty())
            QCOMPARE(menu->actions().front()->text(), QStringLiteral("No sound device"));
        else
            QVERIFY(menu->actions().size() >= devices.size() + 1);
        menu->close();
    }

    void subtitlesLightTheCurrentWord()
    {
        press(Qt::Key_U, Qt::ControlModifier);
        QCOMPARE(m_video->content().subtitle.words.value(*m_video->content().subtitle.lit),
                 QStringLiteral("actors"));
        QVERIFY(settle());
        picture(window(), "subtitles");
        session().player().seek(0.0); // before the first word
        QVERIFY(m_video->content().subtitle.words.isEmpty());
        session().player().seek(5.0);
        press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(m_video->content().subtitle.words.isEmpty());
        press(Qt::Key_U, Qt::ControlModifier);
    }

    void oneModalityAtATime()
    {
        auto* filmstrip = find<widgets::FilmstripTrack>("filmstripTrack");
        auto* waveform = find<widgets::WaveformTrack>("waveformTrack");
        QSignalSpy volumes(&session().player(), &app::Player::soundVolume);
        find<QAction>("show-picture")->trigger();
        QVERIFY(!filmstrip->isVisible());
        QVERIFY(waveform->isVisible());
        QVERIFY(!m_video->content().cover.isEmpty());
        picture(window(), "sound-only");
        session().videos().open(QStringLiteral("ada_2")); // stays so for the next video
        QVERIFY(settle());
        QVERIFY(!filmstrip->isVisible());
        find<QAction>("show-picture")->trigger();
        find<QAction>("play-sound")->trigger();
        QVERIFY(filmstrip->isVisible());
        QVERIFY(!waveform->isVisible());
        QCOMPARE(volumes.last().first().toDouble(), 0.0);
        find<QAction>("play-sound")->trigger();
        QVERIFY(waveform->isVisible());
        session().videos().open(QStringLiteral("ada_1"));
        QVERIFY(settle());
        session().player().seek(5.0);
        QVERIFY(settle());
    }

    void thePictureFillsTheScreenAndComesBack()
    {
        press(Qt::Key_F11);
        auto* full = find<app::PictureWindow>("pictureWindow");
        QVERIFY(full);
        QTRY_VERIFY(full->isVisible() && full->isFullScreen());
        QVERIFY(QTest::qWaitForWindowActive(full, support::kPatience));
        picture(*full, "full-screen");
        const double before = session().player().position();
        QTest::keyClick(full, Qt::Key_Right); // the window's keys work here, too
        QVERIFY(session().player().position() > before);
        QTest::keyClick(full, Qt::Key_Escape);
        QTRY_VERIFY(!full->isVisible());
        QVERIFY(activate());
        QTest::mouseDClick(m_video, Qt::LeftButton);
        QTRY_VERIFY(full->isVisible() && full->isFullScreen());
        QTest::mouseDClick(full->findChild<widgets::VideoSurface*>(), Qt::LeftButton);
        QTRY_VERIFY(!full->isVisible());
        session().player().pause();
        session().player().seek(5.0);
        QVERIFY(activate());
    }

    void aSecondWindowFollows()
    {
        QAction* action = find<QAction>("picture-window");
        action->trigger();
        auto* second = find<app::PictureWindow>("pictureWindow");
        QTRY_VERIFY(second->isVisible());
        QVERIFY(!second->isFullScreen());
        auto* surface = second->findChild<widgets::VideoSurface*>();
        QCOMPARE(surface->content().frame, m_video->content().frame);
        const QImage before = surface->content().frame;
        session().player().seek(9.0);
        QVERIFY(settle());
        QVERIFY(surface->content().frame != before);
        QCOMPARE(surface->content().frame, m_video->content().frame);
        picture(*second, "second-window");
        second->close();
        QVERIFY(!action->isChecked());
        QVERIFY(activate());
    }

    void theFrameIsSavedAsItIsInTheFile()
    {
        session().player().seek(5.0);
        QVERIFY(settle());
        const QString path = m_folder.filePath(QStringLiteral("frame.png"));
        answerFileDialog(path);
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(QFile::exists(path));
        const QImage saved = QImage(path).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(saved.width(), session().player().info()->width);
        QCOMPARE(saved, m_video->content().frame.convertToFormat(QImage::Format_RGB32));
    }

    void theSelectionIsExportedAsATable()
    {
        const QString path = m_folder.filePath(QStringLiteral("span.csv"));
        inDialog<app::ExportSpanDialog>([this, path](app::ExportSpanDialog* dialog) {
            for (auto* button : dialog->findChildren<QRadioButton*>()) {
                if (button->text().contains(QLatin1String("csv")))
                    QTest::mouseClick(button, Qt::LeftButton, {}, {10, button->height() / 2});
            }
            auto* sequences = dialog->findChild<QListWidget*>();
            QVERIFY(sequences->isEnabled());
            sequences->setFocus();
            sequences->setCurrentItem(sequences->findItems(QStringLiteral("visual"), Qt::MatchExactly).at(0));
            QTest::keyClick(sequences, Qt::Key_Space);
            picture(*dialog, "export-selection");
            answerFileDialog(path);
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier); // of the segment under the playhead
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString table = QString::fromUtf8(file.readAll());
        QVERIFY(table.startsWith(QLatin1String("track,start,end,name,value\r\n")));
        QVERIFY(table.contains(QLatin1String(",word,actors\r\n")));
        QVERIFY(!table.contains(QLatin1String(",word,middle\r\n"))); // of the next segment
        QVERIFY(table.contains(QLatin1String(",sentiment,1.5\r\n")));
        QVERIFY(table.count(QLatin1String("\nvisual,")) > 25 * 20); // 25 a second, 20 dimensions
        QVERIFY(!table.contains(QLatin1String("\nacoustic,")));
    }

    void aSpanIsExportedAsAClip()
    {
        const QString path = m_folder.filePath(QStringLiteral("span.mp4"));
        inDialog<app::ExportSpanDialog>([this, path](app::ExportSpanDialog* dialog) {
            answerFileDialog(path);
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        find<QAction>("export-span")->trigger();
        QVERIFY2(QTest::qWaitFor([&] { return QFile::exists(path); }, support::kPatience),
                 qPrintable(find<app::MessageList>("messages")->last()));
        QCOMPARE(engine::probeMedia(path.toStdString()).videoCodec, std::string("h264"));
    }

    void theTimelineIsRenderedAsAVideo()
    {
        const QString path = m_folder.filePath(QStringLiteral("rendered.mp4"));
        render(path);
        QVERIFY2(QTest::qWaitFor([&] { return QFile::exists(path); }, support::kPatience),
                 qPrintable(find<app::MessageList>("messages")->last()));
        const engine::MediaInfo info = engine::probeMedia(path.toStdString());
        QCOMPARE(QSize(info.width, info.height), QSize(480, 270));
        QVERIFY(std::abs(info.duration - 3.0) < 0.1 && info.hasAudio);
        QTRY_VERIFY(find<app::MessageList>("messages")->last().contains(path));
    }

    void aRenderingThatIsStoppedLeavesNothing()
    {
        const QString path = m_folder.filePath(QStringLiteral("stopped.mp4"));
        render(path);
        QTRY_VERIFY(!session().tasks().isIdle());
        session().tasks().stopAll();
        QTRY_VERIFY(session().tasks().isIdle());
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("stopped*")}).isEmpty());
    }

    void theSecondWindowGoesWithTheFirst()
    {
        find<QAction>("picture-window")->trigger();
        auto* second = find<app::PictureWindow>("pictureWindow");
        QTRY_VERIFY(second->isVisible());
        window().close();
        QVERIFY(!second->isVisible());
    }

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        auto* view = find<widgets::TimelineView>("timeline");
        view->setFocus();
        QTest::keyClick(view, key, modifiers);
    }
    /// Renders the first three seconds, by the dialogs.
    void render(const QString& path)
    {
        inDialog<app::RenderDialog>([this, path](app::RenderDialog* dialog) {
            dialog->findChild<QComboBox*>(QStringLiteral("renderSpan"))->setCurrentIndex(0);
            dialog->findChild<QDoubleSpinBox*>(QStringLiteral("renderEnd"))->setValue(3.0);
            auto* sizes = dialog->findChild<QComboBox*>(QStringLiteral("renderSize"));
            sizes->setCurrentIndex(sizes->count() - 1);
            dialog->findChild<QSpinBox*>(QStringLiteral("renderWidth"))->setValue(480);
            dialog->findChild<QSpinBox*>(QStringLiteral("renderHeight"))->setValue(270);
            picture(*dialog, "render-video");
            answerFileDialog(path);
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        find<QAction>("render-video")->trigger();
    }
    /// Acts on the next dialog of a kind, as soon as it is there.
    template <typename Dialog, typename Act>
    void inDialog(Act act)
    {
        auto* timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [timer, act] {
            auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
            if (!dialog || !dialog->isActiveWindow())
                return;
            timer->deleteLater();
            timer->stop();
            act(dialog);
            if (dialog->isVisible())
                dialog->reject(); // where it would not close, the test fails instead of waiting
        });
        timer->start(10);
    }
    void answerFileDialog(const QString& path)
    {
        inDialog<QFileDialog>([path](QFileDialog* dialog) {
            dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))
                ->setText(path); // keys open a completer
            dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
        });
    }

    widgets::VideoSurface* m_video = nullptr;
    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(PlayerWalkTest)

#include "tst_player_walk.moc"
