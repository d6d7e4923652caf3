#include "app/window/presets.h"

#include <QDockWidget>
#include <QTest>

#include "tests/support/window_test.h"

/// The modes of the window, one after the other.
class ModesTest : public WindowTest {
    Q_OBJECT

    QDockWidget* panels() { return find<QDockWidget>("panelsDock"); }

private slots:
    void initTestCase() { QVERIFY(openDemo()); }
    void cleanupTestCase() { m_real.reset(); }

    /// Whoever goes through the modes finds the panels as wide as before, and nothing of them outside the
    /// window.
    void theyKeepTheWidthOfThePanels_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(1366, 768);
        QTest::newRow("least") << QSize(1280, 720);
        QTest::newRow("usual") << QSize(1920, 1080);
    }
    void theyKeepTheWidthOfThePanels()
    {
        QFETCH(const QSize, size);
        window().resize(size);
        window().run("reset-layout");
        QVERIFY(settle());
        std::map<QString, int> widths; // as a first round leaves them
        for (int round = 0; round < 4; ++round) {
            for (const QString& mode : app::presetNames()) {
                if (mode == QLatin1String("dataset"))
                    continue; // it covers them
                window().run(app::presetCalled(mode).action);
                QTest::qWait(30); // docks are laid out
                const int width = panels()->width();
                if (round == 0)
                    widths[mode] = width;
                QVERIFY2(std::abs(width - widths[mode]) <= 2,
                         qPrintable(QStringLiteral("%1, round %2: %3 in the place of %4")
                                        .arg(mode)
                                        .arg(round)
                                        .arg(width)
                                        .arg(widths[mode])));
                QVERIFY2(panels()->geometry().right() < window().width(), qPrintable(mode));
            }
        }
    }
};

WINDOW_TEST_MAIN(ModesTest)

#include "tst_modes.moc"
