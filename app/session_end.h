#pragma once

#include <QObject>

class QGuiApplication;

namespace app {

class MainWindow;
class Project;

/// Ends the program in order when the session does: by SIGTERM, SIGHUP, SIGINT, or the session manager's
/// logout. What is being typed becomes an edit, dialogs are given up, the window closes as soon as all edits
/// are on the disk, and the program ends with 0. Nobody is asked about trainings, which go on. A signal that
/// was ignored when the program was started (`nohup`) stays so.
///
/// At most one at a time.
class SessionEnd : public QObject {
    Q_OBJECT
public:
    SessionEnd(const QGuiApplication& application, Project& project, MainWindow& window);
    ~SessionEnd() override; ///< signals do again what they did before

private:
    void takeSignals();
    void close(); ///< one dialog after the other, then the window
    void save(); ///< before a logout, which may still be called off

    Project& m_project;
    MainWindow& m_window;
    int m_tries = 0; ///< dialogs that were given up
};

}
