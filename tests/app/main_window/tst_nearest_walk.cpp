#include "app/playback/player.h"
#include "app/prediction/nearest_panel.h"
#include "app/video/video_opener.h"
#include "widgets/timeline/timeline_view.h"

#include <QDockWidget>
#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// “What else sounds like this face looks?” in the real window, with the demo's VAT.
class NearestWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase() { QVERIFY(openDemo()); }

    void aMomentWithoutASegmentIsSaid()
    {
        session().videos().openAt(QStringLiteral("finn_1"), 0.0);
        QTRY_COMPARE(document().video().id, QStringLiteral("finn_1"));
        QVERIFY(settle());
        player().seek(1e6); // its end
        action("nearest")->trigger();
        QTRY_VERIFY(dock()->isVisible());
        QTRY_VERIFY(text("nearestNote").contains(QStringLiteral("no segment")));
        QCOMPARE(table("nearestSounds")->rowCount(), 0);
        picture(window(), "nearest-refused");
    }

    void theNearestAreListed()
    {
        player().seek(3.5);
        QVERIFY(settle());
        action("nearest")->trigger();
        QTRY_COMPARE(table("nearestSounds")->rowCount(), 12);
        QCOMPARE(table("nearestPictures")->rowCount(), 12);
        QVERIFY2(text("nearestHead").contains(QStringLiteral("finn_1")), qPrintable(text("nearestHead")));
        double before = 1.0; // the nearest first
        for (int row = 0; row < 12; ++row) {
            const double score = table("nearestSounds")->item(row, kScore)->text().toDouble();
            QVERIFY(score <= before);
            before = score;
        }
    }

    void theyLieBesideThePlayerNotOverIt()
    {
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
            window().resize(size);
            QVERIFY(settle());
            const QRect lists = inWindow(*dock());
            QVERIFY(!lists.intersects(inWindow(*find<QWidget>("video"))));
            QVERIFY(!lists.intersects(inWindow(*find<QWidget>("panelsDock"))));
            QVERIFY(!lists.intersects(inWindow(*find<QWidget>("timelineDock"))));
        }
        pictures("nearest");
    }

    void aClickGoesThere()
    {
        QTableWidget* sounds = table("nearestSounds");
        const QRect place = sounds->visualItemRect(sounds->item(0, kVideo));
        const QString video = sounds->item(0, kVideo)->text();
        QTest::mouseClick(sounds->viewport(), Qt::LeftButton, {}, place.center());
        QTRY_COMPARE(document().video().id, video);
        QTRY_VERIFY(std::abs(player().position() - startOf(*sounds, 0)) < 0.06);
        QVERIFY(!player().isPlaying());
        QVERIFY(dock()->isVisible()); // to go on to the next
    }

    void aButtonPlaysItsSegment()
    {
        QTableWidget* sounds = table("nearestSounds");
        const int row = rowOfOtherVideo(*sounds);
        QVERIFY(row > 0);
        sounds->scrollToItem(sounds->item(row, kVideo));
        QSignalSpy playing(&player(), &app::Player::playingChanged);
        QTest::mouseClick(sounds->cellWidget(row, 0), Qt::LeftButton);
        QTRY_VERIFY(player().isPlaying());
        QCOMPARE(document().video().id, sounds->item(row, kVideo)->text());
        QVERIFY(player().position() >= startOf(*sounds, row) - 0.06);
        QVERIFY(sounds->cellWidget(row, 0)->accessibleName().startsWith(QStringLiteral("Stop")));
        QTRY_VERIFY(!player().isPlaying()); // at its end, not the video's
        QVERIFY(std::abs(player().position() - endOf(*sounds, row)) < 0.1);
        QVERIFY(sounds->cellWidget(row, 0)->accessibleName().startsWith(QStringLiteral("Play")));
        QCOMPARE(playing.last().first().toBool(), false);
    }

    void keysPlayAndStop()
    {
        QVERIFY(activate());
        QTableWidget* pictures = table("nearestPictures");
        pictures->setFocus();
        pictures->setCurrentCell(0, kVideo);
        QTest::keyClick(pictures, Qt::Key_Down);
        QCOMPARE(pictures->currentRow(), 1);
        QTest::keyClick(pictures, Qt::Key_Space);
        QTRY_VERIFY(player().isPlaying());
        QCOMPARE(document().video().id, pictures->item(1, kVideo)->text());
        QTest::keyClick(pictures, Qt::Key_Space); // once, not also as the window's command
        QVERIFY(!player().isPlaying());
        QTest::keyClick(pictures, Qt::Key_Return);
        QTRY_VERIFY(player().isPlaying());
        QVERIFY(player().position() <= endOf(*pictures, 1));
        QTest::keyClick(pictures, Qt::Key_Return);
        QVERIFY(!player().isPlaying());
        QTest::mouseClick(find<QToolButton>("nearestOwn"), Qt::LeftButton); // to compare by ear
        QTRY_VERIFY(player().isPlaying());
        QCOMPARE(document().video().id, QStringLiteral("finn_1"));
        player().pause();
    }

    void oneSearchesOnWhileTheyAreShown()
    {
        player().seek(1e6);
        action("nearest")->trigger();
        QVERIFY(dock()->isVisible());
        QTRY_VERIFY(text("nearestNote").contains(QStringLiteral("no segment")));
        table("nearestSounds")->setFocus();
        QTest::keyClick(table("nearestSounds"), Qt::Key_Escape);
        QVERIFY(!dock()->isVisible());
        QVERIFY(window().findChild<widgets::TimelineView*>()->hasFocus());
    }

private:
    static constexpr int kVideo = 1, kTime = 2, kScore = 4; // columns

    QDockWidget* dock() { return find<QDockWidget>("nearestDock"); }
    QTableWidget* table(const char* name) { return find<QTableWidget>(name); }
    QString text(const char* label) { return find<QLabel>(label)->text(); }
    QRect inWindow(const QWidget& widget) { return {widget.mapTo(&window(), QPoint(0, 0)), widget.size()}; }
    /// Seconds, to a tenth, as they are shown.
    static double startOf(const QTableWidget& table, int row)
    {
        return table.item(row, kTime)->text().section(QChar(0x2013), 0, 0).toDouble();
    }
    static double endOf(const QTableWidget& table, int row)
    {
        return table.item(row, kTime)
            ->text()
            .section(QChar(0x2013), 1)
            .section(QLatin1Char(' '), 0, 0)
            .toDouble();
    }
    int rowOfOtherVideo(const QTableWidget& table)
    {
        for (int row = 1; row < table.rowCount(); ++row) {
            if (table.item(row, kVideo)->text() != document().video().id)
                return row;
        }
        return -1;
    }
};

WINDOW_TEST_MAIN(NearestWalk)
#include "tst_nearest_walk.moc"
