#include "app/cameras/camera_menu.h"
#include "app/window/message_list.h"
#include "engine/sequences/csd_writer.h"
#include "widgets/player/video_surface.h"
#include "widgets/tracks/filmstrip_track.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <filesystem>

#include "tests/support/head_menu.h"
#include "tests/support/odd_media.h"
#include "tests/support/sequences.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

namespace {

/// The number in a picture's bar code.
int numberIn(const QImage& image)
{
    if (image.isNull())
        return -1;
    const QImage bgra = image.convertToFormat(QImage::Format_RGB32);
    engine::VideoFrame frame{0, 0.0, bgra.width(), bgra.height(), {}};
    frame.bgra = std::vector<std::uint8_t>(bgra.constBits(), bgra.constBits() + bgra.sizeInBytes());
    return support::frameNumber(frame);
}

}

/// A video with two cameras of 30 frames per second in the real window, and a third that is added: 25 frames
/// per second.
class CamerasTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        fs::create_directories(data());
        engine::writeCsd(engine::test::sequence("words", {{"talk", engine::test::numbered({{0.0, 4.0}})}}),
                         data() / "words.csd");
        fs::copy_file(m_media.file("plain_30fps.mp4"), data() / "talk.mp4");
        fs::copy_file(m_media.file("no_audio.mp4"), data() / "talk_cam2.mp4");
        fs::copy_file(m_media.file("long_gops.ts"), fs::path(folder()) / "side.ts");
        m_real = std::make_unique<RealWindow>();
        QVERIFY(open(data()));
    }
    void cleanupTestCase() { m_real.reset(); }
    void init()
    {
        while (undoStack().canUndo())
            undoStack().undo();
        cameras().show(0);
        seek(0.0);
    }

    void theOtherCameraIsFoundAndShownInTurn()
    {
        QCOMPARE(cameras().others().size(), std::size_t{1});
        QVERIFY(chip()->isVisible());
        QVERIFY(find<widgets::FilmstripTrack>("filmstripTrack")->isVisible());
        QCOMPARE(chip()->text(), QStringLiteral("Camera 1"));
        seek(2.0);
        QVERIFY(surface().content().others.empty());
        press(Qt::Key_V);
        QVERIFY(settle());
        QVERIFY(!surface().content().showsOwn);
        QCOMPARE(chip()->text(), QStringLiteral("Camera 2"));
        QCOMPARE(otherNumber(), 60);
        press(Qt::Key_V);
        QVERIFY(settle());
        QVERIFY(surface().content().showsOwn);
        QCOMPARE(chip()->text(), QStringLiteral("All cameras"));
        QCOMPARE(numberIn(surface().content().frame), 60);
        QCOMPARE(otherNumber(), 60);
        picture(window(), "cameras-both");
        press(Qt::Key_V);
        QVERIFY(surface().content().others.empty());
    }

    void stepsAndSeeksKeepThemTogether()
    {
        cameras().show(app::Cameras::kAll);
        cameras().setOffset(0, 0.5, 0);
        for (const double seconds : {3.0, 0.6, 2.5}) {
            seek(seconds);
            const int own = numberIn(surface().content().frame);
            QCOMPARE(own, static_cast<int>(std::lround(seconds * 30)));
            QCOMPARE(otherNumber(), own - 15);
        }
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        press(Qt::Key_Left);
        QVERIFY(settle());
        QCOMPARE(numberIn(surface().content().frame), 76);
        QCOMPARE(otherNumber(), 61);
    }

    void playingKeepsThemTogether()
    {
        cameras().show(app::Cameras::kAll);
        cameras().setOffset(0, -0.5, 0);
        int seen = 0;
        int last = -1;
        const QObject watching;
        connect(&cameras(), &app::Cameras::pictureChanged, &watching, [&] {
            const int now = otherNumber();
            seen += now > last && now >= 15;
            last = now;
        });
        press(Qt::Key_Space);
        QTRY_VERIFY(player().position() > 1.0);
        press(Qt::Key_Space);
        QVERIFY(settle());
        QVERIFY(seen >= 5); // of 30; a loaded machine leaves some out
        QTRY_COMPARE(otherNumber(), numberIn(surface().content().frame) + 15);
    }

    void outsideOfItsTimeItSaysWhenItWas()
    {
        cameras().show(1);
        cameras().setOffset(0, 1.5, 0);
        seek(1.0);
        QVERIFY(surface().content().others.front().frame.isNull());
        QCOMPARE(surface().content().others.front().message,
                 QStringLiteral("talk_cam2.mp4 begins at 1.500 s."));
        seek(1.5);
        QCOMPARE(otherNumber(), 0);
        cameras().setOffset(0, -3.0, 0);
        QVERIFY(surface().content().others.front().message.contains(QStringLiteral("ends at 1.000 s")));
        seek(0.5);
        QCOMPARE(otherNumber(), 105);
    }

    void theOffsetIsSetInADialogAndIsOneStep()
    {
        seek(2.0);
        find<QAction>("camera-offset")->trigger();
        auto* dialog = find<QDialog>("offsetDialog");
        QVERIFY(dialog);
        QVERIFY(settle());
        QVERIFY(cameras().isShown(1)); // or nobody would see what it does
        auto* field = dialog->findChild<QDoubleSpinBox*>();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("0.5"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(settle());
        QCOMPARE(otherNumber(), 45);
        for (int i = 0; i < 3; ++i)
            QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("earlier")), Qt::LeftButton);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("later")), Qt::LeftButton);
        QVERIFY(settle());
        QCOMPARE(otherNumber(), 47);
        picture(*dialog, "cameras-offset");
        picture(window(), "cameras-offset-window");
        undoStack().undo(); // all of it
        QVERIFY(settle());
        QCOMPARE(field->value(), 0.0);
        QCOMPARE(otherNumber(), 60);
        undoStack().redo();
        QVERIFY(std::abs(cameras().others().front().offset - 13.0 / 30.0) < 1e-9);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Close),
                          Qt::LeftButton);
        QTRY_VERIFY(!find<QDialog>("offsetDialog"));
    }

    void aFileIsAddedKeptAndTakenAwayAgain()
    {
        addBySelecting("side.ts");
        QTRY_COMPARE(cameras().others().size(), std::size_t{2});
        QVERIFY(cameras().others().back().isAdded);
        cameras().setOffset(1, 1.0, 0);
        seek(2.0);
        QCOMPARE(surface().content().others.size(), std::size_t{2});
        QCOMPARE(numberIn(surface().content().others.back().frame), 25);
        picture(window(), "cameras-three");

        m_real = std::make_unique<RealWindow>(); // the project has it
        QVERIFY(open(data()));
        QCOMPARE(cameras().others().size(), std::size_t{2});
        QCOMPARE(cameras().others().back().offset, 1.0);
        QCOMPARE(cameras().others().back().file, fs::path(folder()) / "side.ts");

        auto& menu = *find<app::CameraMenu>("cameraMenu");
        QAction* remove = support::actionCalled(menu, QStringLiteral("Remove camera 3"));
        QVERIFY(remove);
        remove->trigger();
        QCOMPARE(cameras().others().size(), std::size_t{1});
        undoStack().undo();
        QCOMPARE(cameras().others().size(), std::size_t{2});
        QCOMPARE(cameras().others().back().offset, 1.0);
        remove = support::actionCalled(menu, QStringLiteral("Remove camera 3"));
        remove->trigger();
        undoStack().clear(); // for the tests that follow
        cameras().setOffset(0, 0.0, 0);
    }

    void aFileWithoutPictureIsRefused()
    {
        fs::copy_file(m_media.file("float32_16k.wav"), fs::path(folder()) / "sound.wav");
        cameras().add(QString::fromStdString((fs::path(folder()) / "sound.wav").string()));
        QTRY_VERIFY(find<app::MessageList>("messages")->last().contains(QStringLiteral("no picture")));
        QCOMPARE(cameras().others().size(), std::size_t{1});
        cameras().add(QString::fromStdString((data() / "talk_cam2.mp4").string()));
        QVERIFY(find<app::MessageList>("messages")->last().contains(QStringLiteral("already")));
    }

    void aCollectedProjectHasAllCameras()
    {
        addBySelecting("side.ts");
        QTRY_COMPARE(cameras().others().size(), std::size_t{2});
        cameras().setOffset(0, 0.25, 0);
        const fs::path target = fs::path(folder()) / "collected";
        session().project().collect(QString::fromStdString(target.string()));
        QTRY_VERIFY(session().isSettled() && fs::exists(target / "dataset.json"));
        fs::rename(data(), fs::path(folder()) / "away");
        fs::rename(fs::path(folder()) / "side.ts", fs::path(folder()) / "away.ts");
        fs::path project;
        for (const auto& entry : fs::directory_iterator(target)) {
            if (entry.path().extension() == ".polylogue")
                project = entry.path();
        }
        m_real = std::make_unique<RealWindow>();
        QVERIFY(open(project));
        QCOMPARE(cameras().others().size(), std::size_t{2});
        QCOMPARE(cameras().others().front().offset, 0.25);
        cameras().show(app::Cameras::kAll);
        seek(2.0);
        QCOMPARE(otherNumber(), 52);
        QCOMPARE(numberIn(surface().content().others.back().frame), 50);
    }

    void aVideoWithOneCameraHasNoChip()
    {
        session().project().open({m_media.file("plain_30fps.mp4")});
        QTRY_VERIFY(cameras().others().empty());
        QVERIFY(settle());
        QVERIFY(!chip()->isVisible());
        press(Qt::Key_V);
        QVERIFY(surface().content().showsOwn);
        find<QAction>("camera-offset")->trigger();
        QVERIFY(!find<QDialog>("offsetDialog"));
    }

private:
    std::string folder() const { return m_folder.path().toStdString(); }
    fs::path data() const { return fs::path(folder()) / "data"; }
    app::Cameras& cameras() { return session().cameras(); }
    QUndoStack& undoStack() { return history(); }
    widgets::VideoSurface& surface() { return *find<widgets::VideoSurface>("video"); }

    bool open(const fs::path& path)
    {
        window().activateWindow();
        if (!QTest::qWaitForWindowActive(&window(), support::kPatience))
            return false;
        session().project().open({path});
        return QTest::qWaitFor([this] { return player().info().has_value(); }, support::kPatience)
            && settle();
    }

    void seek(double seconds)
    {
        player().seek(seconds);
        QVERIFY(settle());
    }

    void press(Qt::Key key)
    {
        QVERIFY(activate());
        QTest::keyClick(&window(), key);
    }

    int otherNumber() { return numberIn(surface().content().others.front().frame); }

    QToolButton* chip()
    {
        const auto* menu = find<app::CameraMenu>("cameraMenu");
        for (auto* button : window().findChildren<QToolButton*>()) {
            if (button->defaultAction() == menu->menuAction())
                return button;
        }
        return nullptr;
    }

    /// By the menu's action and its file dialog.
    void addBySelecting(const char* name)
    {
        const QString path = QString::fromStdString((fs::path(folder()) / name).string());
        QTimer::singleShot(0, this, [path] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->findChild<QLineEdit*>()->setText(path);
            QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
            if (dialog->isVisible())
                dialog->reject();
        });
        find<QAction>("add-camera")->trigger();
    }

    support::OddMedia m_media;
    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(CamerasTest)

#include "tst_cameras.moc"
