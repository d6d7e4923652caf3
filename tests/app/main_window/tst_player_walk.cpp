#include "app/dialogs/export_span_dialog.h"
#include "app/main_window/picture_window.h"
#include "widgets/player/video_surface.h"
#include "widgets/player/volume_control.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/filmstrip_track.h"
#include "widgets/tracks/waveform_track.h"

#include <QDialogButtonBox>
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
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "tests/support/real_window.h"

/// The player of the real window, by its buttons, menus and keys.
class PlayerWalkTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_window = std::make_unique<RealWindow>();
        QVERIFY2(m_window->openDemo(), qPrintable(m_window->session().unsettled()));
        m_video = m_window->find<widgets::VideoSurface>("video");
        m_window->session().player().seek(5.0);
        QVERIFY(m_window->settle());
    }
    void cleanupTestCase() { m_window.reset(); }
    void init() // without a window manager nobody else does, when a dialog closes
    {
        m_window->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_window->window()));
    }

    void speedIsChosenFromTheChip()
    {
        auto* menu = m_window->find<QMenu>("speedMenu");
        QToolButton* chip = nullptr;
        for (auto* button : m_window->window().findChildren<QToolButton*>()) {
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
                    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            }
            menu->close(); // where the click went wrong, the test fails instead of waiting
        });
        QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(m_window->session().player().rate(), 0.5);
        QCOMPARE(chip->text(), QStringLiteral("0.5×"));
        press(Qt::Key_R); // faster
        QVERIFY(chip->text().startsWith(QLatin1String("0.62")));
        press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(chip->text(), QStringLiteral("1×"));
    }

    void volumeAndMuteReachThePlayer()
    {
        QSignalSpy volumes(&m_window->session().player(), &app::Player::soundVolume);
        auto* slider = m_window->find<QSlider>("volume");
        QTest::keyClick(slider, Qt::Key_PageDown);
        QCOMPARE(volumes.last().first().toDouble(), 0.9);
        QTest::mouseClick(m_window->find<QToolButton>("muteButton"), Qt::LeftButton);
        QCOMPARE(volumes.last().first().toDouble(), 0.0);
        QTest::keyClick(slider, Qt::Key_PageDown); // who turns it wants to hear it
        QCOMPARE(volumes.last().first().toDouble(), 0.8);
        QVERIFY(!m_window->find<QAction>("mute")->isChecked());
        press(Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(volumes.last().first().toDouble(), 0.0);
        press(Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(app::Settings().volume(), 0.8);
    }

    void theMenuSaysWhereSoundCanGo()
    {
        auto* menu = m_window->find<QMenu>("soundDevices");
        QSignalSpy found(&m_window->session().player(), &app::Player::soundDevicesFound);
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
        QVERIFY(m_window->settle());
        picture(m_window->window(), "subtitles");
        m_window->session().player().seek(0.0); // before the first word
        QVERIFY(m_video->content().subtitle.words.isEmpty());
        m_window->session().player().seek(5.0);
        press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(m_video->content().subtitle.words.isEmpty());
        press(Qt::Key_U, Qt::ControlModifier);
    }

    void oneModalityAtATime()
    {
        auto* filmstrip = m_window->find<widgets::FilmstripTrack>("filmstripTrack");
        auto* waveform = m_window->find<widgets::WaveformTrack>("waveformTrack");
        QSignalSpy volumes(&m_window->session().player(), &app::Player::soundVolume);
        m_window->find<QAction>("show-picture")->trigger();
        QVERIFY(!filmstrip->isVisible());
        QVERIFY(waveform->isVisible());
        QVERIFY(!m_video->content().cover.isEmpty());
        picture(m_window->window(), "sound-only");
        m_window->session().videos().open(QStringLiteral("ada_2")); // stays so for the next video
        QVERIFY(m_window->settle());
        QVERIFY(!filmstrip->isVisible());
        m_window->find<QAction>("show-picture")->trigger();
        m_window->find<QAction>("play-sound")->trigger();
        QVERIFY(filmstrip->isVisible());
        QVERIFY(!waveform->isVisible());
        QCOMPARE(volumes.last().first().toDouble(), 0.0);
        m_window->find<QAction>("play-sound")->trigger();
        QVERIFY(waveform->isVisible());
        m_window->session().videos().open(QStringLiteral("ada_1"));
        QVERIFY(m_window->settle());
        m_window->session().player().seek(5.0);
        QVERIFY(m_window->settle());
    }

    void thePictureFillsTheScreenAndComesBack()
    {
        press(Qt::Key_F11);
        auto* full = m_window->find<app::PictureWindow>("pictureWindow");
        QVERIFY(full);
        QTRY_VERIFY(full->isVisible() && full->isFullScreen());
        QVERIFY(QTest::qWaitForWindowActive(full));
        picture(*full, "full-screen");
        const double before = m_window->session().player().position();
        QTest::keyClick(full, Qt::Key_Right); // the window's keys work here, too
        QVERIFY(m_window->session().player().position() > before);
        QTest::keyClick(full, Qt::Key_Escape);
        QTRY_VERIFY(!full->isVisible());
        m_window->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_window->window()));
        QTest::mouseDClick(m_video, Qt::LeftButton);
        QTRY_VERIFY(full->isVisible() && full->isFullScreen());
        QTest::mouseDClick(full->findChild<widgets::VideoSurface*>(), Qt::LeftButton);
        QTRY_VERIFY(!full->isVisible());
        m_window->session().player().pause();
        m_window->session().player().seek(5.0);
        m_window->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_window->window()));
    }

    void aSecondWindowFollows()
    {
        QAction* action = m_window->find<QAction>("picture-window");
        action->trigger();
        auto* second = m_window->find<app::PictureWindow>("pictureWindow");
        QTRY_VERIFY(second->isVisible());
        QVERIFY(!second->isFullScreen());
        auto* surface = second->findChild<widgets::VideoSurface*>();
        QCOMPARE(surface->content().frame, m_video->content().frame);
        const QImage before = surface->content().frame;
        m_window->session().player().seek(9.0);
        QVERIFY(m_window->settle());
        QVERIFY(surface->content().frame != before);
        QCOMPARE(surface->content().frame, m_video->content().frame);
        picture(*second, "second-window");
        second->close();
        QVERIFY(!action->isChecked());
        m_window->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_window->window()));
    }

    void theFrameIsSavedAsItIsInTheFile()
    {
        m_window->session().player().seek(5.0);
        QVERIFY(m_window->settle());
        const QString path = m_folder.filePath(QStringLiteral("frame.png"));
        answerFileDialog(path);
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(QFile::exists(path));
        const QImage saved = QImage(path).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(saved.width(), m_window->session().player().info()->width);
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
        m_window->find<QAction>("export-span")->trigger();
        QVERIFY2(QTest::qWaitFor([&] { return QFile::exists(path); }, 30000),
                 qPrintable(m_window->find<QToolButton>("messageCount")->toolTip()));
        QCOMPARE(engine::probeMedia(path.toStdString()).videoCodec, std::string("h264"));
    }

    void theSecondWindowGoesWithTheFirst()
    {
        m_window->find<QAction>("picture-window")->trigger();
        auto* second = m_window->find<app::PictureWindow>("pictureWindow");
        QTRY_VERIFY(second->isVisible());
        m_window->window().close();
        QVERIFY(!second->isVisible());
    }

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        auto* view = m_window->find<widgets::TimelineView>("timeline");
        view->setFocus();
        QTest::keyClick(view, key, modifiers);
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

    std::unique_ptr<RealWindow> m_window;
    widgets::VideoSurface* m_video = nullptr;
    QTemporaryDir m_folder;
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    QApplication application(argc, argv);
    PlayerWalkTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_player_walk.moc"
