#include "app/space/space_painter.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

#include "tests/support/real_window.h"
#include "tests/support/waiting.h"

/// A display without OpenGL: Qt's own in memory.
class TestSpaceWithoutGl : public QObject {
    Q_OBJECT

private slots:
    void thePainterSaysWhy()
    {
        app::SpacePainter painter(QStringLiteral(PROGRAMS));
        QSignalSpy failed(&painter, &app::SpacePainter::failed);
        QSignalSpy painted(&painter, &app::SpacePainter::painted);
        painter.start();
        painter.want({});
        QTRY_COMPARE(failed.count(), 1);
        const QString sentence = failed.last().first().toString();
        QVERIFY2(sentence.contains(QStringLiteral("OpenGL")), qPrintable(sentence));
        QCOMPARE(painted.count(), 0);
    }

    void theTabSaysItInASentenceAndTheWindowGoesOn()
    {
        RealWindow real;
        real.session().project().open({std::filesystem::path(DEMO)});
        QVERIFY2(real.settle(), qPrintable(real.session().unsettled()));
        QVERIFY(real.window().showTab(QStringLiteral("space")));
        QTRY_VERIFY(real.find<QLabel>("spaceMessage"));
        auto* message = real.find<QLabel>("spaceMessage");
        QTRY_VERIFY2(message->text().contains(QStringLiteral("OpenGL")), qPrintable(message->text()));
        QVERIFY(message->isVisible());
        real.window().showTab(QStringLiteral("predict"));
        real.window().showTab(QStringLiteral("space")); // tries once more
        QTRY_VERIFY(message->isVisible() && message->text().contains(QStringLiteral("OpenGL")));
        QVERIFY(real.settle());
    }
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qunsetenv("DISPLAY");
    qunsetenv("WAYLAND_DISPLAY");
    const QApplication application(argc, argv);
    TestSpaceWithoutGl test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_space_without_gl.moc"
