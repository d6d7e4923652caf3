#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace app {

class MainWindow;
class Session;

/// Waits until everything in the window is drawn, writes it as PNG and ends the program: 0, or 1 with the
/// reason.
class Screenshot : public QObject {
    Q_OBJECT
public:
    Screenshot(Session& session, MainWindow& window, QString path, std::optional<double> at,
               QObject* parent = nullptr);

private:
    void look();

    Session& m_session;
    MainWindow& m_window;
    QString m_path;
    std::optional<double> m_at; ///< seconds to seek to before the picture; absent once that is done
    QTimer m_timer;
    QElapsedTimer m_waited;
    int m_settledLooks = 0;
    bool m_failed = false; ///< a task failed
};

}
