#include "widgets/palette/command_palette.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

class CommandPaletteTest : public QObject {
    Q_OBJECT

private slots:
    void typeAPartAndEnterRunsIt()
    {
        QAction play(QStringLiteral("&Play or pause"));
        QAction zoom(QStringLiteral("Zoom to the &whole file"));
        QSignalSpy played(&play, &QAction::triggered);
        QSignalSpy zoomed(&zoom, &QAction::triggered);
        const QPointer<widgets::CommandPalette> palette = new widgets::CommandPalette({&play, &zoom});
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
        auto* palette = new widgets::CommandPalette({&first, &second, &disabled});
        palette->show();
        QCOMPARE(palette->findChild<QListWidget*>()->count(), 2);
        auto* search = palette->findChild<QLineEdit*>();
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(triggered.count(), 1);
    }
};

QTEST_MAIN(CommandPaletteTest)
#include "tst_command_palette.moc"
