#pragma once

#include "app/rendering/render_wish.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace app {

class MainWindow;
class Rendering;
class Session;

/// What `--render` asks for; what is absent is as the window has it.
struct RenderFileWish {
    QString path; ///< of the video; empty: none is asked for
    std::optional<engine::Interval> span; ///< seconds
    std::optional<QSize> size; ///< pixels
    std::optional<double> rate; ///< frames a second
    std::optional<double> page; ///< seconds
    std::optional<RenderWish::Picture> picture;
    std::optional<QStringList> tracks; ///< object names
    bool isSilent = false;
};

/// Waits until everything in the window is drawn, renders the recording as a video and ends the program: 0,
/// or 1 with the reason.
class RenderFile : public QObject {
    Q_OBJECT
public:
    RenderFile(Session& session, MainWindow& window, RenderFileWish wish, QObject* parent = nullptr);

private:
    void look();
    void render();

    Session& m_session;
    MainWindow& m_window;
    RenderFileWish m_wish;
    QTimer m_timer;
    QElapsedTimer m_waited;
    int m_settledLooks = 0;
    bool m_failed = false; ///< a task failed
};

}
