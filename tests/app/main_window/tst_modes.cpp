#include "app/actions/actions.h"
#include "app/help/guide.h"
#include "app/window/presets.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QTest>
#include <QTextBrowser>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// The modes of the window, one after the other.
class ModesTest : public WindowTest {
    Q_OBJECT

    QDockWidget* panels() { return find<QDockWidget>("panelsDock"); }
    /// The demo has no conversation: nobody gets into that mode (ConversationWalk does).
    static QStringList modesOfTalks()
    {
        QStringList names = app::presetNames();
        names.removeOne(QStringLiteral("conversation"));
        return names;
    }

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
            for (const QString& mode : modesOfTalks()) {
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

    /// From whatever mode one comes, and wherever the keyboard was there.
    void theHelpKeyOpensThePageOfTheMode_data()
    {
        QTest::addColumn<QString>("mode");
        for (const QString& mode : modesOfTalks())
            QTest::newRow(qPrintable(mode)) << mode;
    }
    void theHelpKeyOpensThePageOfTheMode()
    {
        QFETCH(const QString, mode);
        const QStringList modes = modesOfTalks();
        QStringList pages;
        for (const QString& name : modes) {
            const QString page = QLatin1String(app::presetCalled(name).guidePage);
            QVERIFY(!app::guidePlace(page, QStringLiteral("en")).isEmpty() && !pages.contains(page));
            pages << page;
        }
        for (const QString& before : modes) {
            enter(before);
            QCOMPARE(pageOfHelp(), pages[modes.indexOf(before)]); // a page that may stay
            enter(mode);
            QCOMPARE(pageOfHelp(), pages[modes.indexOf(mode)]);
        }
    }

private:
    /// By its keys.
    void enter(const QString& mode)
    {
        QVERIFY(hasKeyboard());
        const QAction* choice = action(app::presetCalled(mode).action);
        QTest::keySequence(&window(), choice->shortcut());
        QTRY_VERIFY(choice->isChecked());
        QVERIFY(settle());
    }
    /// Takes the keyboard back, until what opened last has let go.
    bool hasKeyboard()
    {
        return QTest::qWaitFor(
            [this] {
                const QWidget* inHand = QApplication::focusWidget();
                const bool isBack
                    = QApplication::activeWindow() == &window() && (!inHand || inHand->window() == &window());
                if (!isBack)
                    window().activateWindow();
                return isBack;
            },
            support::kPatience);
    }
    /// The help stays open, as people leave it.
    QString pageOfHelp()
    {
        if (!hasKeyboard())
            return QStringLiteral("the window does not get the keyboard back");
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window(), Qt::Key_F1);
        auto* help = find<QDialog>("help");
        if (help && !QTest::qWaitForWindowActive(help, support::kPatience))
            return QStringLiteral("it did not come up");
        const auto* text = help ? help->findChild<QTextBrowser*>(QStringLiteral("helpText")) : nullptr;
        return text && help->isVisible() ? QFileInfo(text->source().path()).completeBaseName() : QString();
    }
};

WINDOW_TEST_MAIN(ModesTest)

#include "tst_modes.moc"
