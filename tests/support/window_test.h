#pragma once

#include "app/window/apply_theme.h"
#include "engine/core/freed_memory.h"
#include "engine/media_child/media_template.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QScreen>
#include <QTest>
#include <QUndoStack>

#include "tests/support/real_window.h"
#include "tests/support/waiting.h"

/// A test that acts in the real window as a person does. A case or initTestCase() opens the demo; the window
/// goes with the test, or earlier by `m_real.reset()`.
class WindowTest : public QObject {
    Q_OBJECT
public:
    /// The functions that a person asks for, by name; of one story all up to the last of these.
    QStringList toldFor(const QStringList& arguments) const;

protected slots: // a story that has slots of these names calls these first
    void init();
    void cleanup();

protected:
    /// Each function begins where the one before it ended: once one failed, those after it are skipped and
    /// name it.
    virtual bool isOneStory() const { return false; }

    /// Makes the window, opens the demo, waits until everything is drawn, and gives the window the keyboard.
    bool openDemo()
    {
        m_real = std::make_unique<RealWindow>();
        return m_real->openDemo() && activate();
    }
    /// Gives the window the keyboard. Without a window manager nobody else does, when a dialog closes.
    bool activate()
    {
        window().activateWindow();
        return QTest::qWaitForWindowActive(&window(), support::kPatience);
    }
    bool settle() { return m_real->settle(); }
    static engine::Annotation withoutLayout(const engine::Annotation& annotation);

    app::MainWindow& window() { return m_real->window(); }
    app::Session& session() { return m_real->session(); }
    app::Document& document() { return session().document(); }
    /// What people made: all but the window's layout, which is kept a moment after it changes.
    engine::Annotation content() { return withoutLayout(document().annotation()); }
    engine::Annotation storedContent() { return withoutLayout(document().storedAnnotation()); }
    app::Player& player() { return session().player(); }
    QUndoStack& history() { return session().editor().history(); }
    QAction* action(const char* name) { return find<QAction>(name); }
    template <typename Widget>
    Widget* find(const char* name)
    {
        return m_real->find<Widget>(name);
    }
    /// Presses the button of this name, as soon as there is one that can be pressed.
    void press(const char* name)
    {
        const auto button = [&] { return find<QAbstractButton>(name); };
        QTRY_VERIFY2(button() && button()->isVisible() && button()->isEnabled(), name);
        QTest::mouseClick(button(), Qt::LeftButton);
    }
    /// Clicks what a person can see: enabled, on the screen, and neither covered nor scrolled away.
    void clickInSight(QWidget* widget, QPoint at = {})
    {
        QVERIFY(widget && widget->isVisible() && widget->isEnabled());
        const QPoint place = at.isNull() ? widget->rect().center() : at;
        QVERIFY2(widget->visibleRegion().contains(place), qPrintable(widget->objectName()));
        QVERIFY2(widget->screen()->geometry().contains(widget->mapToGlobal(place)),
                 qPrintable(widget->objectName()));
        QTest::mouseClick(widget, Qt::LeftButton, {}, place);
    }
    /// Presses a key, wherever the keyboard is.
    void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// Pictures of the window in both themes at the sizes that people have: `NAME-dark-1366.png`, ….
    void pictures(const char* name)
    {
        if (!qEnvironmentVariableIsSet("POLYLOGUE_PICTURES"))
            return;
        const QSize before = window().size();
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080), QSize(3840, 2160)}) {
            window().resize(size);
            for (const bool isDark : {true, false}) {
                window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
                picture(window(),
                        qPrintable(QStringLiteral("%1-%2-%3")
                                       .arg(QLatin1String(name),
                                            isDark ? QStringLiteral("dark") : QStringLiteral("light"))
                                       .arg(size.width())),
                        600); // what goes on is drawn in this look
            }
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
        window().resize(before);
    }
    void undoAll()
    {
        while (history().canUndo())
            history().undo();
    }

    engine::MediaTemplate m_media{PROGRAMS "/polylogue-media"}; // as main() has it
    std::unique_ptr<RealWindow> m_real;

private:
    QString m_brokenIn; ///< the function of the story that failed; empty while all went well
};

/// The main() of such a test: settings and files of its own, the dark theme, dialogs of Qt.
template <typename Test>
int runWindowTest(int argc, char** argv)
{
    engine::shareFreedMemory(); // as the program does
    const IsolatedHome home;
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const QApplication application(argc, argv);
    app::applyTheme(app::ThemeChoice::Dark);
    Test test;
    return QTest::qExec(&test, test.toldFor(QApplication::arguments()));
}

#define WINDOW_TEST_MAIN(Test)                                                                               \
    int main(int argc, char** argv)                                                                          \
    {                                                                                                        \
        return runWindowTest<Test>(argc, argv);                                                              \
    }
