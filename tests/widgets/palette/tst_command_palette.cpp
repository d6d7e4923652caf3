#include "widgets/palette/command_palette.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/waiting.h"

class CommandPaletteTest : public QObject {
    Q_OBJECT

private slots:
    void typeAPartAndEnterRunsIt()
    {
        QAction play(QStringLiteral("&Play or pause"));
        QAction zoom(QStringLiteral("Zoom to the &whole file"));
        QSignalSpy played(&play, &QAction::triggered);
        QSignalSpy zoomed(&zoom, &QAction::triggered);
        const QPointer<widgets::CommandPalette> palette = new widgets::CommandPalette({{{}, {&play, &zoom}}});
        palette->show();
        auto* search = palette->findChild<QLineEdit*>();
        QTest::keyClicks(search, QStringLiteral("whole"));
        QCOMPARE(palette->findChild<QListWidget*>()->count(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(zoomed.count(), 1);
        QCOMPARE(played.count(), 0);
        QTRY_VERIFY(palette.isNull());
    }

    void arrowsChooseAndDisabledOnesAreLeftOut()
    {
        QAction first(QStringLiteral("First"));
        QAction second(QStringLiteral("Second"));
        QAction disabled(QStringLiteral("Disabled"));
        disabled.setEnabled(false);
        QSignalSpy triggered(&second, &QAction::triggered);
        auto* palette = new widgets::CommandPalette({{{}, {&first, &second, &disabled}}});
        palette->show();
        QCOMPARE(palette->findChild<QListWidget*>()->count(), 2);
        auto* search = palette->findChild<QLineEdit*>();
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(triggered.count(), 1);
    }

    void groupsHaveHeadsAndTheRecentOnesComeFirst()
    {
        QAction open(QStringLiteral("&Open"));
        open.setObjectName(QStringLiteral("open"));
        open.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
        QAction quit(QStringLiteral("&Quit"));
        quit.setObjectName(QStringLiteral("quit"));
        QAction play(QStringLiteral("&Play"));
        play.setObjectName(QStringLiteral("play"));
        QAction off(QStringLiteral("O&ff"));
        off.setEnabled(false);
        auto* palette = new widgets::CommandPalette(
            {{QStringLiteral("File"), {&open, &quit}},
             {QStringLiteral("Play"), {&play}},
             {QStringLiteral("Nothing"), {&off}}},
            {QStringLiteral("gone"), QStringLiteral("play"), QStringLiteral("quit")});
        palette->show();
        const auto* list = palette->findChild<QListWidget*>();
        QStringList rows;
        for (int row = 0; row < list->count(); ++row)
            rows << list->item(row)->text();
        QCOMPARE(rows,
                 (QStringList{QStringLiteral("Recent"), QStringLiteral("Play"), QStringLiteral("Quit"),
                              QStringLiteral("File"), QStringLiteral("Open")}));
        QCOMPARE(list->currentRow(), 1); // not the head …
        QVERIFY(
            list->viewport()->rect().contains(list->visualItemRect(list->item(0)))); // … which is in sight
        auto* search = palette->findChild<QLineEdit*>();
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Down);
        QCOMPARE(list->currentRow(), 4); // over the head
        QTest::keyClick(search, Qt::Key_Up);
        QCOMPARE(list->currentRow(), 2);
        QSignalSpy ran(palette, &widgets::CommandPalette::ran);
        QTest::keyClicks(search, QStringLiteral("open"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(ran.value(0).value(0).toString(), QStringLiteral("open"));
    }

    void keysStandAtTheRight()
    {
        QAction open(QStringLiteral("Open"));
        open.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
        QAction other(QStringLiteral("Other"));
        auto* palette = new widgets::CommandPalette({{{}, {&other, &open}}});
        palette->show();
        QVERIFY(QTest::qWaitForWindowExposed(palette, support::kPatience));
        const auto* list = palette->findChild<QListWidget*>();
        const QImage picture = list->viewport()->grab().toImage();
        const auto hasInk = [&](int row) {
            const QRect line = list->visualItemRect(list->item(row));
            const QRect right(line.right() - 30, line.top() + 3, 26, line.height() - 6);
            for (int x = right.left(); x <= right.right(); ++x) {
                for (int y = right.top(); y <= right.bottom(); ++y) {
                    if (picture.pixel(x, y) != picture.pixel(right.left() - 60, right.top()))
                        return true;
                }
            }
            return false;
        };
        QVERIFY(!hasInk(0));
        QVERIFY(hasInk(1));
        palette->close();
    }
};

QTEST_MAIN(CommandPaletteTest)
#include "tst_command_palette.moc"
