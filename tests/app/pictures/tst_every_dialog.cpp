#include "app/actions/actions.h"
#include "app/settings/language.h"
#include "app/window/docks.h"
#include "app/window/tabs.h"

#include <QDialog>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QTest>
#include <QTimer>

#include <set>

#include "tests/support/contact_sheet.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"
#include "tests/support/window_texts.h"

/// Every dialog, menu, panel and dock of the window in both themes: no text is cut. With POLYLOGUE_PICTURES a
/// contact sheet of each theme lies in that folder (`scripts/pictures --all` makes them at 100 and 150 %, in
/// the language of POLYLOGUE_LANGUAGE).
class EveryDialogTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        app::speak(*qApp, qEnvironmentVariable("POLYLOGUE_LANGUAGE", QStringLiteral("en")));
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        m_sheets.resize(2);
        see(window(), QStringLiteral("start"));
        QVERIFY(m_real->openDemo());
        QVERIFY(activate());
        player().seek(5.0);
        QVERIFY(settle());
    }

    void cleanupTestCase()
    {
        const QString folder = qEnvironmentVariable("POLYLOGUE_PICTURES");
        for (std::size_t theme = 0; !folder.isEmpty() && theme < m_sheets.size(); ++theme)
            QVERIFY(m_sheets[theme].write(QStringLiteral("%1/sheet-%2-%3.png")
                                              .arg(folder, nameOf(theme))
                                              .arg(qRound(100 * window().devicePixelRatioF()))));
        m_real.reset();
    }

    void panels_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(1366, 768);
        QTest::newRow("usual") << QSize(1920, 1080);
    }
    void panels()
    {
        QFETCH(const QSize, size);
        window().resize(size);
        for (const int preset : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
            QVERIFY(activate());
            QTest::keyClick(&window(), static_cast<Qt::Key>(preset), Qt::ControlModifier);
            QVERIFY(settle());
            const auto* timeline = find<QDockWidget>("timelineDock");
            const auto* side = find<QDockWidget>("panelsDock");
            QVERIFY(!timeline->geometry().intersects(side->geometry()));
            see(window(), QStringLiteral("preset %1, %2 px").arg(preset - Qt::Key_0).arg(size.width()));
        }
        auto* panels = window().findChild<app::Tabs*>();
        for (int tab = 0; tab < panels->count(); ++tab) {
            panels->setCurrentIndex(tab);
            QVERIFY(settle());
            see(*panels, QStringLiteral("tab %1, %2 px").arg(panels->tabText(tab)).arg(size.width()));
        }
    }

    void docks()
    {
        for (const char* name :
             {"show-table", "show-statistics"}) { // which take their room from the timeline
            find<QAction>(name)->trigger();
            QVERIFY(settle());
        }
        for (QDockWidget* dock : window().findChildren<QDockWidget*>()) {
            const bool wasVisible = dock->isVisible();
            dock->show();
            QVERIFY(settle());
            see(*dock, QStringLiteral("dock %1").arg(dock->windowTitle()));
            dock->setVisible(wasVisible);
        }
    }

    void menus()
    {
        for (QAction* action : window().menuBar()->actions()) {
            QMenu* menu = action->menu();
            QVERIFY(menu);
            menu->popup(window().mapToGlobal(QPoint(40, 40)));
            QTRY_VERIFY(menu->isVisible());
            see(*menu, QStringLiteral("menu %1").arg(menu->title()));
            menu->hide();
        }
    }

    void dialogs_data()
    {
        QTest::addColumn<QString>("name");
        const app::Actions& actions = *window().findChild<app::Actions*>();
        const std::set<QString> others{QStringLiteral("about"), QStringLiteral("help"),
                                       QStringLiteral("palette"), QStringLiteral("shortcuts")};
        for (const QAction* action : actions.all()) {
            if (action->text().endsWith(QChar(0x2026)) || others.contains(action->objectName()))
                QTest::newRow(qPrintable(action->objectName())) << action->objectName();
        }
    }
    void dialogs()
    {
        QFETCH(const QString, name);
        auto* wished = window().findChild<QAction*>(name);
        if (!wished->isEnabled())
            QSKIP("cannot be done with what is open");
        QVERIFY(activate());
        bool wasThere = false;
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&] {
            QWidget* shown = opened();
            if (!shown || wasThere)
                return;
            wasThere = true;
            if (!qobject_cast<QFileDialog*>(shown)) // Qt's own
                see(*shown, name);
            shown->close();
        });
        look.start(150);
        wished->trigger();
        QElapsedTimer waited;
        waited.start();
        while (!wasThere && waited.elapsed() < 3000)
            QTest::qWait(20);
        QTRY_VERIFY(!opened());
        QVERIFY(settle());
        if (!wasThere) // it says why instead: a notice
            qInfo("no dialog");
    }

private:
    static QString nameOf(std::size_t theme)
    {
        return theme == 0 ? QStringLiteral("dark") : QStringLiteral("light");
    }
    /// A window other than the main one.
    QWidget* opened()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->isVisible() && qobject_cast<QDialog*>(widget))
                return widget;
        }
        return nullptr;
    }
    /// Puts both themes on the sheets, and complains of texts that are cut.
    void see(QWidget& widget, const QString& name)
    {
        for (std::size_t theme = 0; theme < 2; ++theme) {
            window().setThemeChoice(theme == 0 ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            QCoreApplication::processEvents();
            m_sheets[theme].add(widget, name);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
        QCoreApplication::processEvents();
        QStringList cut;
        const auto isWhole = [&] {
            cut = cutOff(widget);
            return cut.isEmpty();
        };
        if (!QTest::qWaitFor(isWhole, 1000)) // a text may have changed just now
            QTest::qFail(qPrintable(name + QStringLiteral(": ") + cut.join(QStringLiteral("; "))), __FILE__,
                         __LINE__);
    }

    std::vector<ContactSheet> m_sheets;
};

WINDOW_TEST_MAIN(EveryDialogTest)
#include "tst_every_dialog.moc"
