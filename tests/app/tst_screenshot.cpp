#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/real_window.h"
#include "tests/support/waiting.h"

/// `polylogue --screenshot`, as the command line promises it.
class ScreenshotTest : public QObject {
    Q_OBJECT

private slots:
    void demoIsFilledInBothThemes_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("dark") << "dark";
        QTest::newRow("light") << "light";
    }
    void demoIsFilledInBothThemes()
    {
        QFETCH(QString, theme);
        const QString path = m_folder.filePath(theme + QStringLiteral(".png"));
        QCOMPARE(run({QStringLiteral("--demo"), QStringLiteral("--screenshot"), path,
                      QStringLiteral("--size"), QStringLiteral("1600x900"), QStringLiteral("--at"),
                      QStringLiteral("5"), QStringLiteral("--theme"), theme}),
                 0);
        const QImage picture(path);
        QCOMPARE(picture.size(), QSize(1600, 900));
        QCOMPARE(picture.pixelColor(4, 450).lightness() < 128, theme == QLatin1String("dark"));
        QVERIFY(colours(picture, {500, 60, 500, 250}) > 200); // the video frame
        QVERIFY(colours(picture, {300, 480, 1200, 380}) > 500); // the tracks
    }

    void soundOnlyShowsItsWaveform()
    {
        const QString sound = m_folder.filePath(QStringLiteral("beep.wav"));
        QCOMPARE(QProcess::execute(QStringLiteral("ffmpeg"),
                                   {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-f"),
                                    QStringLiteral("lavfi"), QStringLiteral("-i"),
                                    QStringLiteral("sine=duration=2"), sound}),
                 0);
        const QString path = m_folder.filePath(QStringLiteral("sound.png"));
        QCOMPARE(run({sound, QStringLiteral("--screenshot"), path, QStringLiteral("--theme"),
                      QStringLiteral("dark")}),
                 0);
        QVERIFY(!QImage(path).isNull());
    }

    void whatIsSaidHasNoControlCharacters()
    {
        for (const QStringList& arguments :
             {QStringList{QStringLiteral("--tab"), QStringLiteral("no\x1b[31mthing")},
              QStringList{QStringLiteral("/absent\x1b[31m.polylogue"), QStringLiteral("--screenshot"),
                          m_folder.filePath(QStringLiteral("absent.png"))}}) {
            QProcess window;
            window.start(QStringLiteral(PROGRAMS "/polylogue"), arguments);
            QVERIFY(window.waitForFinished(support::kPatience));
            const QByteArray said = window.readAllStandardError();
            QVERIFY2(said.contains("\\x1b[31m") && !said.contains('\x1b'), said.constData());
        }
    }

    void wrongCallsEndWithCodeTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("size") << QStringList{QStringLiteral("--size"), QStringLiteral("big")};
        QTest::newRow("time") << QStringList{QStringLiteral("--at"), QStringLiteral("soon")};
        QTest::newRow("theme") << QStringList{QStringLiteral("--theme"), QStringLiteral("pink")};
        QTest::newRow("tab") << QStringList{QStringLiteral("--tab"), QStringLiteral("nothing")};
    }
    void wrongCallsEndWithCodeTwo()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(run(arguments), 2);
    }

private:
    static int run(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(PROGRAMS "/polylogue"), arguments);
        process.waitForFinished(support::kPatience);
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    static qsizetype colours(const QImage& picture, const QRect& area)
    {
        QSet<QRgb> seen;
        for (int y = area.top(); y <= area.bottom(); y += 3) {
            for (int x = area.left(); x <= area.right(); x += 3)
                seen.insert(picture.pixel(x, y));
        }
        return seen.size();
    }

    QTemporaryDir m_folder;
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    QGuiApplication application(argc, argv);
    ScreenshotTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_screenshot.moc"
