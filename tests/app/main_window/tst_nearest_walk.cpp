#include "app/playback/player.h"
#include "app/video/video_opener.h"
#include "widgets/predict/nearest_lists.h"

#include <QDialog>
#include <QLabel>
#include <QTableWidget>
#include <QTest>

#include "tests/support/window_test.h"

/// “What else sounds like this face looks?” in the real window, with the demo's VAT.
class NearestWalk : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(openDemo()); }

    void aMomentWithoutASegmentIsSaid()
    {
        session().videos().openAt(QStringLiteral("finn_1"), 0.0);
        QTRY_COMPARE_WITH_TIMEOUT(document().video().id, QStringLiteral("finn_1"), 20000);
        QVERIFY(settle());
        player().seek(1e6); // its end
        action("nearest")->trigger();
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(text("nearestNote").contains(QStringLiteral("no segment")), 60000);
        QCOMPARE(table("nearestSounds")->rowCount(), 0);
        picture(*dialog(), "nearest-refused");
    }

    void theNearestAreListedAndAClickGoesThere()
    {
        player().seek(3.5);
        QVERIFY(settle());
        action("nearest")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(table("nearestSounds")->rowCount(), 12, 60000);
        QCOMPARE(table("nearestPictures")->rowCount(), 12);
        QVERIFY2(text("nearestHead").contains(QStringLiteral("finn_1")), qPrintable(text("nearestHead")));
        picture(*dialog(), "nearest");
        double before = 1.0; // the nearest first
        for (int row = 0; row < 12; ++row) {
            const double score = table("nearestSounds")->item(row, 3)->text().toDouble();
            QVERIFY(score <= before);
            before = score;
        }
        QTableWidgetItem* item = table("nearestSounds")->item(0, 0);
        const QString video = item->text();
        const double start = item->data(Qt::UserRole + 1).toDouble();
        const QRect place = table("nearestSounds")->visualItemRect(item);
        QTest::mouseClick(table("nearestSounds")->viewport(), Qt::LeftButton, {}, place.center());
        QTRY_COMPARE_WITH_TIMEOUT(document().video().id, video, 20000);
        QTRY_VERIFY(std::abs(player().position() - start) < 0.05);
        QVERIFY(dialog()->isVisible()); // to go on to the next
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
    }

private:
    QDialog* dialog() { return window().findChild<QDialog*>(QStringLiteral("nearestDialog")); }
    QTableWidget* table(const char* name) { return dialog()->findChild<QTableWidget*>(QLatin1String(name)); }
    QString text(const char* label) { return dialog()->findChild<QLabel*>(QLatin1String(label))->text(); }
};

WINDOW_TEST_MAIN(NearestWalk)
#include "tst_nearest_walk.moc"
