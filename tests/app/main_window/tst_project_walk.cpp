#include "app/opening/versions_dialog.h"
#include "app/picture/banner.h"
#include "engine/core/installation.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/words_track.h"

#include <QLabel>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <cmath>
#include <csignal>
#include <unistd.h>

#include "tests/support/faulty_disk.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// A person's way through a project: the demo, an edge, five values, the program dies, and all is there
/// again.
namespace {

constexpr auto kEdited = "edited";

double valueOf(const app::Document& document, std::size_t segment)
{
    return static_cast<double>(document.labels().rows.features.at(segment, 0));
}

/// Labels five segments, by keys and by the inspector's buttons, and moves the first word's end.
class Annotator {
public:
    bool work()
    {
        m_real.window().activateWindow();
        m_real.window().openPaths({QStringLiteral(DEMO)}); // as the menu does: it remembers what was opened
        if (!m_real.settle() || !QTest::qWaitForWindowActive(&m_real.window(), support::kPatience))
            return false;
        m_view = m_real.find<widgets::TimelineView>("timeline");
        m_view->setFocus();
        dragFirstEdge();
        const Qt::Key keys[]{Qt::Key_1, Qt::Key_7, Qt::Key_4};
        for (std::size_t i = 0; i < 3; ++i) {
            goTo(i);
            QTest::keyClick(m_view, keys[i]);
        }
        m_real.window().showTab(QStringLiteral("inspector"));
        for (std::size_t i = 3; i < 5; ++i) {
            goTo(i);
            auto* button = m_real.find<QToolButton>(i == 3 ? "sentiment -2" : "sentiment 3");
            QTest::mouseClick(button, Qt::LeftButton);
        }
        return QTest::qWaitFor(
            [this] { return m_real.find<QLabel>("saveState")->text().contains(QStringLiteral("● saved")); },
            support::kPatience);
    }

private:
    void goTo(std::size_t segment)
    {
        const engine::Interval& span = m_real.session().document().labels().rows.intervals.at(segment);
        m_real.session().player().seek((span.start + span.end) / 2);
    }

    void dragFirstEdge()
    {
        const engine::Interval word = m_real.session().document().words().intervals.front();
        m_view->zoomTo({word.start - 0.5, word.end + 0.5});
        const QRect area = m_view->areaOf(m_real.find<widgets::WordsTrack>("wordsTrack"));
        const QPoint grip(area.left() + static_cast<int>(std::lround(m_view->scale().x(word.end))),
                          area.top() + area.height() / 3);
        QTest::mousePress(m_view, Qt::LeftButton, {}, grip);
        for (int i = 1; i <= 10; ++i)
            QTest::mouseMove(m_view, grip - QPoint(2 * i, 0));
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, grip - QPoint(20, 0));
    }

    RealWindow m_real;
    widgets::TimelineView* m_view = nullptr;
};

}

class ProjectWalkTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QProcess process; // its end is a crash: nothing is closed
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--annotator")});
        QVERIFY(process.waitForFinished(support::kPatience));
        QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray(kEdited));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);

        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
    }
    void cleanupTestCase() { m_real.reset(); }

    void theRecentProjectsOfferIt()
    {
        QMenu* recent = nullptr;
        for (QMenu* menu : window().findChildren<QMenu*>()) {
            if (menu->title() == QStringLiteral("Open &recent"))
                recent = menu;
        }
        QVERIFY(recent);
        emit recent->aboutToShow();
        QVERIFY(!recent->actions().isEmpty());
        QVERIFY(recent->actions().front()->text().contains(QStringLiteral("demo")));
        recent->actions().front()->trigger();
        QVERIFY(settle());
    }

    void everythingIsThere()
    {
        QVERIFY(document().whyReadOnly().isEmpty()); // the dead process's lock was taken over
        QVERIFY(document().isEdited(0));
        QVERIFY(document().words().intervals[0].end < document().recordedWords()[0].end - 0.01);
        const double expected[]{-3, 3, 0, -2, 3};
        for (std::size_t i = 0; i < 5; ++i)
            QCOMPARE(valueOf(document(), i), expected[i]);
        const engine::Segment& labelled = *document().annotation().segment(document().labels().ids[0]);
        QVERIFY(!labelled.values.at("sentiment").by.annotator.empty());
        QVERIFY(labelled.values.at("sentiment").by.when > 0);
        QVERIFY(document().annotation().checkConsistency().empty());
        QVERIFY(document().annotation().item("file", "sequence/words"));
        QVERIFY(document().annotation().item("file", "media/" + document().video().id.toStdString()));
    }

    void restoreVersionShowsTheStatesWithTimes()
    {
        // The first state was put aside after the first edit, the second when the project was opened again.
        QTRY_COMPARE(engine::snapshotsOf(session().project().path()).size(), std::size_t{2});
        action("restore-version")->trigger();
        const auto open
            = [] { return qobject_cast<app::VersionsDialog*>(QApplication::activeModalWidget()); };
        QTRY_VERIFY(open());
        app::VersionsDialog* dialog = open();
        auto* table = dialog->findChild<QTableWidget*>(QStringLiteral("versions"));
        QCOMPARE(table->rowCount(), 2);
        const QString today = QLocale().toString(QDateTime::currentDateTime(), QStringLiteral("d MMM yyyy"));
        const QString yesterday
            = QLocale().toString(QDateTime::currentDateTime().addSecs(-600), QStringLiteral("d MMM yyyy"));
        for (int row = 0; row < 2; ++row)
            QVERIFY(table->item(row, 0)->text().startsWith(today)
                    || table->item(row, 0)->text().startsWith(yesterday));
        QTRY_VERIFY(table->item(0, 2)->text().contains(QStringLiteral("5 value")));
        QTRY_VERIFY(table->item(1, 2)->text() != QStringLiteral("…"));
        QVERIFY(!table->item(1, 2)->text().contains(QStringLiteral("5 value")));
        picture(*dialog, "restore-version");
        table->selectRow(1);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("restoreButton")), Qt::LeftButton);
        QTRY_VERIFY(history().undoText().startsWith(QStringLiteral("restore version of")));
        QVERIFY(settle());
        QVERIFY(valueOf(document(), 1) != 3.0 || valueOf(document(), 4) != 3.0);

        QVERIFY(activate()); // no window manager gives the keys back after a dialog
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier); // and back
        QTRY_COMPARE(valueOf(document(), 4), 3.0);
        QCOMPARE(valueOf(document(), 0), -3.0);
        QVERIFY(document().isEdited(0));
    }

    void theSecondWindowIsReadOnlyAndSaysWho()
    {
        RealWindow second; // the lock is the first window's, although it is the same process
        second.session().project().open({std::filesystem::path(DEMO)});
        QVERIFY(second.settle());
        QVERIFY(!second.session().document().whyReadOnly().isEmpty());
        const QString sentence = second.window().findChild<app::Banner*>()->sentence();
        picture(second.window(), "second-window");
        QVERIFY2(sentence.contains(QStringLiteral("is being edited by")), qPrintable(sentence));
        QVERIFY2(sentence.contains(QSysInfo::machineHostName()), qPrintable(sentence));
        QCOMPARE(valueOf(second.session().document(), 4), 3.0);
        second.session().editor().setLabel(0, QStringLiteral("sentiment"), 1.0);
        QCOMPARE(valueOf(second.session().document(), 0), -3.0);
    }

    void undoShowsTheVideoThatItChanges()
    {
        const QString first = session().videos().current();
        session().editor().setLabel(0, QStringLiteral("sentiment"), 1.0);
        session().videos().open(QStringLiteral("bert_1"));
        QVERIFY(settle());
        QVERIFY(activate()); // of the second window
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(session().videos().current(), first);
        QVERIFY(settle());
        QCOMPARE(valueOf(document(), 0), -3.0);
    }

    /// The first opening held the lock that the second was refused.
    void aProjectThatIsOpenedTwiceAtOnceCanBeEdited()
    {
        m_real.reset();
        IsolatedHome::forgetProjects();
        RealWindow real;
        const std::filesystem::path demo(DEMO);
        real.session().project().open({demo / "words.csd"}); // the last wish counts
        for (int i = 0; i < 3; ++i)
            real.session().project().open({demo});
        QTRY_VERIFY(real.session().document().hasVideo());
        QVERIFY(real.settle());
        QVERIFY2(real.session().document().whyReadOnly().isEmpty(),
                 qPrintable(real.session().document().whyReadOnly()));
        QVERIFY(real.session().project().path().filename().string().starts_with("demo"));
        real.session().editor().setLabel(0, QStringLiteral("sentiment"), 1.0);
        QCOMPARE(valueOf(real.session().document(), 0), 1.0);
    }

    void aFullDiskTurnsTheStatusRedAndTheWindowLives()
    {
        m_real.reset();
        using engine::test::FaultyDisk;
        std::size_t toOpen = 0;
        for (const bool isFull : {false, true}) {
            IsolatedHome::forgetProjects();
            const FaultyDisk disk(isFull ? FaultyDisk::Fault::Full : FaultyDisk::Fault::None, toOpen);
            RealWindow real;
            QVERIFY(real.openDemo());
            QTRY_COMPARE(real.session().project().writer()->state(), app::ProjectWriter::State::Saved);
            toOpen = disk.operations();
            if (!isFull)
                continue;
            real.session().editor().setLabel(0, QStringLiteral("sentiment"), 1.0);
            QTRY_VERIFY(real.find<QLabel>("saveState")->text().contains(QStringLiteral("not saved")));
            QTRY_VERIFY(!real.find<QLabel>("saveState")->visibleRegion().isEmpty()); // the line made room
            picture(real.window(), "full-disk");
            QVERIFY(real.find<QLabel>("saveState")->text().contains(QStringLiteral("the disk is full")));
            QCOMPARE(valueOf(real.session().document(), 0), 1.0); // the edit stays
            real.session().editor().setLabel(1, QStringLiteral("sentiment"), 2.0);
            QCOMPARE(valueOf(real.session().document(), 1), 2.0);
        }
    }
};

int main(int argc, char** argv)
{
    if (argc == 2 && std::string_view(argv[1]) == "--annotator") {
        const QApplication application(argc, argv);
        Annotator annotator;
        if (annotator.work())
            std::puts(kEdited);
        std::fflush(stdout);
        ::kill(::getpid(), SIGKILL);
    }
    const IsolatedHome home;
    QApplication application(argc, argv);
    ProjectWalkTest test;
    return QTest::qExec(&test, test.toldFor(QApplication::arguments()));
}

#include "tst_project_walk.moc"
