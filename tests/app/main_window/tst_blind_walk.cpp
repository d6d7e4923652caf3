#include "app/actions/actions.h"
#include "app/document/sight.h"
#include "app/picture/banner.h"
#include "app/review/review.h"
#include "engine/project_items/review_pass.h"
#include "widgets/library/library_panel.h"
#include "widgets/timeline/timeline_view.h"

#include <QAccessible>
#include <QActionGroup>
#include <QClipboard>
#include <QDialog>
#include <QDockWidget>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>
#include <QTimer>

#include <cmath>
#include <functional>
#include <set>

#include "tests/support/review_steps.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"
#include "tests/support/window_texts.h"

/// What others said of the segments is marked by a value and words that nothing else in the window has; then
/// a blind pass begins, and whatever the window shows, tells, finds or gives away is looked through for them.
class BlindWalkTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    static constexpr double kMarked = -2.63;
    static constexpr const char* kComment = "walrus";

    app::Review* m_review = nullptr;

    static bool isMarked(const QString& text)
    {
        static const QRegularExpression marks(QStringLiteral("[-−]2[.,]63?(?!\\d)|walrus"));
        return marks.match(text).hasMatch();
    }

    /// Everything that is in sight of the window, its docks, dialogs and menus, and that a screen reader
    /// tells.
    QStringList leaks()
    {
        QStringList found;
        const auto look = [&](const QString& where, const QString& text) {
            if (isMarked(text))
                found << QStringLiteral("%1: %2").arg(where, text.left(120));
        };
        look(QStringLiteral("title"), window().windowTitle());
        for (QWidget* top : QApplication::topLevelWidgets()) {
            if (!top->isVisible())
                continue;
            QList<QWidget*> parts{top};
            if (top == &window()) {
                parts = {window().menuBar(), window().centralWidget(), window().statusBar()};
                for (auto* dock : window().findChildren<QDockWidget*>()) {
                    if (dock->isVisible())
                        parts << dock;
                }
            }
            for (QWidget* part : parts) {
                if (!part)
                    continue;
                for (const ShownText& text : textsOf(*part))
                    look(text.owner, text.text);
                tell(QAccessible::queryAccessibleInterface(part), look);
            }
        }
        for (const auto* menu : window().menuBar()->findChildren<QMenu*>()) {
            for (const QAction* entry : menu->actions()) {
                look(QStringLiteral("menu"), entry->text());
                look(QStringLiteral("menu"), entry->toolTip());
                look(QStringLiteral("menu"), entry->statusTip());
            }
        }
        return found;
    }

    static void tell(QAccessibleInterface* node,
                     const std::function<void(const QString&, const QString&)>& look, int depth = 0)
    {
        if (!node || !node->isValid() || depth > 30)
            return;
        const QString owner = node->object() ? node->object()->objectName() : QStringLiteral("item");
        for (const QAccessible::Text text : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
            look(QStringLiteral("screen reader, %1").arg(owner), node->text(text));
        for (int i = 0; i < node->childCount(); ++i)
            tell(node->child(i), look, depth + 1);
    }

    /// Does what a command does, looks at whatever it opens, and closes that.
    QStringList leaksOf(QAction* command)
    {
        QStringList found;
        QTimer looking;
        connect(&looking, &QTimer::timeout, this, [&] {
            const auto tops = QApplication::topLevelWidgets();
            if (std::ranges::count_if(tops, &QWidget::isVisible) > 1)
                found << leaks();
            for (QWidget* top : QApplication::topLevelWidgets()) {
                if (top->isVisible() && top != &window()
                    && (qobject_cast<QDialog*>(top) || qobject_cast<QMenu*>(top)))
                    top->close();
            }
        });
        looking.start(40);
        command->trigger();
        QTest::qWait(60);
        if (command->isCheckable() && !command->actionGroup()->isExclusive())
            command->trigger();
        found << leaks();
        while (QWidget* modal = QApplication::activeModalWidget())
            modal->close();
        return found;
    }

    int rowsFor(const QString& search)
    {
        auto* library = window().findChild<widgets::LibraryPanel*>();
        library->findChild<QLineEdit*>()->setText(search);
        QTest::qWait(300);
        return library->model().rowCount();
    }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_review = window().findChild<app::Review*>();
        app::Editor& editor = session().editor();
        editor.setAnnotator(QStringLiteral("other"));
        const int segments = static_cast<int>(document().spans(app::kLabelsTier).size());
        QVERIFY(segments >= 4);
        for (int segment = 0; segment < segments; ++segment) {
            const auto place = static_cast<std::size_t>(segment);
            editor.remark(app::kLabelsTier, place, {{}, std::string(kComment), {}});
            editor.setLabel(app::kLabelsTier, place, QStringLiteral("sentiment"), kMarked);
        }
        editor.setAnnotator(QStringLiteral("judge"));
        QVERIFY(settle());
    }

    /// Else the test could not fail: all of it is in sight before.
    void theMarksAreInSightBefore()
    {
        const QString all = leaks().join(QLatin1Char('\n'));
        QVERIFY2(all.contains(QStringLiteral("screen reader")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("menu")), qPrintable(all)); // Undo names its step
        action("show-history")->trigger();
        action("show-table")->trigger();
        QTRY_VERIFY(leaks().size() > all.count(QLatin1Char('\n')) + 2);
        QVERIFY(rowsFor(QStringLiteral("sentiment<-2.5")) > 0);
        rowsFor({});
    }

    void aBlindPassBegins()
    {
        engine::ReviewPass pass;
        pass.layer = engine::annotatorLayer(app::kLabelsTier, "judge", 1);
        pass.settings.reasons = {engine::ReviewReason::NotLabelled};
        pass.settings.order = engine::ReviewOrder::Context;
        pass.isBlind = true;
        m_review->start(pass);
        QTRY_VERIFY(m_review->isActive());
        QTRY_VERIFY(m_review->segment() != 0);
        QVERIFY(!document().sight().now().labels);
        QVERIFY(!document().sight().now().dataset);
        QCOMPARE(leaks(), QStringList());
        pictures("blind-pass");
    }

    void docksAndTabsHideThem()
    {
        for (auto* dock : window().findChildren<QDockWidget*>()) {
            QAction* toggle = dock->toggleViewAction();
            if (toggle->isEnabled() && !dock->isVisible())
                toggle->trigger();
            dock->show(); // a layout that is restored does not ask
            QTest::qWait(30);
            QVERIFY2(leaks().isEmpty(), qPrintable(dock->objectName() + leaks().join(QLatin1Char('\n'))));
        }
        QVERIFY(!window().findChild<QDockWidget*>(QStringLiteral("historyDock"))->isVisible());
        QVERIFY(!window().findChild<QDockWidget*>(QStringLiteral("tableDock"))->isVisible());
    }

    void theLibraryNeitherShowsNorFindsThem()
    {
        window().findChild<QDockWidget*>(QStringLiteral("libraryDock"))->show();
        QCOMPARE(rowsFor(QStringLiteral("sentiment<-2.5")), 0);
        QCOMPARE(rowsFor(QStringLiteral("sentiment>-9")), 0);
        QVERIFY(rowsFor({}) > 0);
        const auto& library = window().findChild<widgets::LibraryPanel*>()->model();
        for (const auto& entry : library.entries()) {
            for (std::size_t segment = 0; segment < entry->segments(); ++segment)
                QVERIFY(std::isnan(entry->label(segment, 0)));
        }
    }

    /// Whatever a command opens: it shows none of them, or is not to be had.
    void commandsGiveNothingAway()
    {
        const std::set<QString> others{QStringLiteral("quit"),          QStringLiteral("leave-pass"),
                                       QStringLiteral("peek"),
                                       QStringLiteral("commit"), // these end or change the pass
                                       QStringLiteral("open-demo"),     QStringLiteral("open-conversation"),
                                       QStringLiteral("live"),          QStringLiteral("full-screen"),
                                       QStringLiteral("tour"),          QStringLiteral("label-1"),
                                       QStringLiteral("label-2"),       QStringLiteral("label-3"),
                                       QStringLiteral("label-4"),       QStringLiteral("label-5"),
                                       QStringLiteral("label-6"),       QStringLiteral("label-7"),
                                       QStringLiteral("label-none"),    QStringLiteral("value-up"),
                                       QStringLiteral("value-down"),    QStringLiteral("delete-segment"),
                                       QStringLiteral("cut"),           QStringLiteral("paste"),
                                       QStringLiteral("split"),         QStringLiteral("merge-next"),
                                       QStringLiteral("new-segment"),   QStringLiteral("accept-words"),
                                       QStringLiteral("queue-next"),    QStringLiteral("record-rating"),
                                       QStringLiteral("picture-window")};
        int triggered = 0;
        for (QAction* command : window().findChild<app::Actions*>()->all()) {
            if (!command->isEnabled() || others.contains(command->objectName()))
                continue;
            const QStringList found = leaksOf(command);
            QVERIFY2(
                found.isEmpty(),
                qPrintable(command->objectName() + QStringLiteral(": ") + found.join(QLatin1Char('\n'))));
            QVERIFY2(m_review->isActive(), qPrintable(command->objectName()));
            ++triggered;
        }
        QVERIFY(triggered > 80);
        for (const char* file :
             {"export-labels", "export-annotation", "export-span", "write-tensors", "align-all",
              "save-recipe", "copy-command", "review-report", "share-work", "restore-version", "merge-copy",
              "find-timeline", "show-history", "show-table", "show-statistics", "show-space", "nearest",
              "train", "change-many"})
            QVERIFY2(!action(file)->isEnabled(), file);
        // what is enabled meanwhile by its own part stays closed
        action("export-labels")->setEnabled(true);
        QVERIFY(!action("export-labels")->isEnabled());
    }

    void theClipboardGetsNone()
    {
        window().findChild<app::Actions*>();
        action("preset-review")->trigger();
        auto* view = window().findChild<widgets::TimelineView*>();
        view->setFocus();
        QGuiApplication::clipboard()->clear();
        for (int tier = 0; tier < 4; ++tier) {
            action("select-all")->trigger();
            action("copy")->trigger();
            const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
            for (const QString& format : copied->formats())
                QVERIFY2(!isMarked(QString::fromUtf8(copied->data(format))), qPrintable(format));
            action("tier-below")->trigger();
        }
    }

    /// The mode that is left by its button: it is said why labels are hidden, and both ways on are offered.
    void anotherModeSaysWhatIsHidden()
    {
        auto* banner = find<app::Banner>("sightBanner");
        QVERIFY(banner->isHidden());
        QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(!banner->isHidden());
        QVERIFY2(banner->sentence().contains(QStringLiteral("blind pass")), qPrintable(banner->sentence()));
        QVERIFY(m_review->isActive());
        QCOMPARE(leaks(), QStringList());
        pictures("blind-explore");
        QTest::mouseClick(banner->findChildren<QPushButton*>().front(), Qt::LeftButton);
        QTRY_VERIFY(banner->isHidden());
        QVERIFY(action("preset-review")->isChecked());
    }

    /// Another video than that in hand is no way around it.
    void otherVideosHideTheirs()
    {
        m_review->goTo(0);
        const QString before = QString::fromStdString(m_review->pass()->places[0].video);
        QTRY_VERIFY(document().hasVideo() && document().video().id == before);
        action("next-entry")->trigger();
        QTRY_VERIFY(document().hasVideo() && document().video().id != before);
        QVERIFY(settle());
        QVERIFY(!document().sight().now().labels);
        QCOMPARE(leaks(), QStringList());
        m_review->goTo(0);
        QTRY_VERIFY(document().hasVideo() && document().video().id == before);
    }

    void allComesBackWithTheEndOfThePass()
    {
        QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
        auto* banner = find<app::Banner>("sightBanner");
        QTRY_VERIFY(!banner->isHidden());
        QTest::mouseClick(banner->findChildren<QPushButton*>().back(), Qt::LeftButton);
        QTRY_VERIFY(!m_review->isActive());
        QVERIFY(document().sight().now().isWhole());
        QVERIFY(banner->isHidden());
        QTRY_VERIFY(!leaks().isEmpty());
        QVERIFY(rowsFor(QStringLiteral("sentiment<-2.5")) > 0);
        QVERIFY(action("export-labels")->isEnabled());
        QVERIFY(action("show-table")->isEnabled());
    }

    /// A pass for one sense: neither its command nor the library brings the others back.
    void aPassForOneSenseHidesTheOthers()
    {
        engine::ReviewPass pass;
        pass.layer = engine::annotatorLayer(app::kLabelsTier, "judge", 2);
        pass.layer.presentation = engine::Presentation::SoundOnly;
        pass.settings.reasons = {engine::ReviewReason::NotLabelled};
        m_review->start(pass);
        QTRY_VERIFY(m_review->isActive());
        QVERIFY(!action("show-picture")->isChecked() && !action("show-picture")->isEnabled());
        QVERIFY(action("play-sound")->isChecked());
        auto* library = window().findChild<QDockWidget*>(QStringLiteral("libraryDock"));
        library->show();
        QTRY_VERIFY(!library->isVisible());
        const auto& entries = window().findChild<widgets::LibraryPanel*>()->model().entries();
        QVERIFY(std::ranges::all_of(entries, [](const auto& entry) { return entry->words.text.isEmpty(); }));
        m_review->leave();
        QVERIFY(action("show-picture")->isChecked() && action("show-picture")->isEnabled());
        QVERIFY(std::ranges::any_of(entries, [](const auto& entry) { return !entry->words.text.isEmpty(); }));
    }
};

WINDOW_TEST_MAIN(BlindWalkTest)
#include "tst_blind_walk.moc"
