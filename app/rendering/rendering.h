#pragma once

#include "app/rendering/render_dialog.h"
#include "app/rendering/video_render.h"

#include <QObject>

#include <optional>

class QWidget;

namespace app {

class Actions;

/// File → Export → Render to video…: asks what the video is made of, and renders it.
class Rendering : public QObject {
    Q_OBJECT
public:
    Rendering(const RenderSources& sources, const Actions& actions, QWidget* window);

    /// What a video of all that is in sight is made of: the whole recording, the tracks that are shown.
    RenderWish wholeWish() const;
    VideoRender& render() { return m_render; }

private:
    void ask();
    RenderOffer offer() const;

    RenderSources m_sources;
    VideoRender m_render;
    QWidget* m_window;
    std::optional<RenderWish> m_last; ///< absent: none was asked for since the program began
};

}
