#pragma once

#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QTemporaryDir>

#include <memory>

/// The real window on the demo dataset, as a person would have it, with settings and caches of its own. It
/// fills the screen that POLYLOGUE_SCREEN asks for (`1366x768`).
class RealWindow {
public:
    RealWindow();

    app::Session& session() { return *m_session; }
    app::MainWindow& window() { return *m_window; }
    /// Opens the demo and waits until everything is drawn and predicted. @return false after 60 s.
    bool openDemo();
    /// Waits until everything in sight is settled.
    bool settle();
    /// Writes a copy of the open project and waits until the window tells of it: until then the copy is
    /// locked. @return false after 60 s.
    bool saveCopy(const std::filesystem::path& copy);

    template <typename Widget>
    Widget* find(const char* name)
    {
        return m_window->findChild<Widget*>(QLatin1String(name));
    }

private:
    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<app::MainWindow> m_window;
};

/// Saves what a widget looks like as `name.png` into the folder that POLYLOGUE_PICTURES names; nowhere
/// without it.
/// @param settleMs  how long what goes on is waited for before
void picture(QWidget& widget, const char* name, int settleMs = 0);

/// Points settings, caches and runtime files into a temporary folder; for main() before QApplication.
class IsolatedHome {
public:
    IsolatedHome();
    static void forgetProjects(); ///< so that the next window finds none

private:
    QTemporaryDir m_folder;
};
