#pragma once

#include "widgets/space/space_renderer.h"

#include <QImage>
#include <QObject>
#include <QString>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

class QOffscreenSurface;

namespace app {

/// Draws the pictures of a SpaceView with OpenGL, on a thread and a surface of its own: the window stays as
/// it is, and never waits. What draws is the library `polylogue-space`, loaded by this thread, too.
class SpacePainter : public QObject {
    Q_OBJECT
public:
    /// @param folder  where `polylogue-space.so` lies, or from where an installation has it.
    explicit SpacePainter(QString folder, QObject* parent = nullptr);
    ~SpacePainter() override;

    /// Begins to load the library; emits `failed` at once when that is impossible.
    void start();
    /// Asks for a picture. Replaces a request that was not begun yet.
    void want(const widgets::SpaceDrawing& drawing);

signals:
    void painted(const QImage& image, const widgets::SpaceDrawing& drawing);
    /// There will be no pictures. @param message  why, in a sentence
    void failed(const QString& message);
    void loaded(); ///< the library is there: the GUI thread has to make a surface

private:
    void makeSurface();
    void work(const std::stop_token& stop);

    QString m_folder;
    std::mutex m_mutex;
    std::unique_ptr<QOffscreenSurface> m_surface;
    std::condition_variable_any m_wake;
    std::optional<widgets::SpaceDrawing> m_wanted;
    std::jthread m_thread; // last: it uses all of the above
};

}

Q_DECLARE_METATYPE(widgets::SpaceDrawing)
