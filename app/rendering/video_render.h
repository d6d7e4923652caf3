#pragma once

#include "app/rendering/page_painter.h"
#include "app/rendering/render_content.h"
#include "app/rendering/render_layout.h"
#include "app/tasks/tasks.h"
#include "engine/media/rendered_clip.h"

#include <QObject>

#include <functional>
#include <optional>

namespace app {

class Player;

/// What a rendered video is made of.
struct RenderSources {
    Document& document;
    Player& player;
    const LivePrediction& prediction;
    const ModelsClient& client;
    const TimelinePanel& timeline;
    Tasks& tasks;
};

/// Makes videos of what the window shows of a recording, as tasks with progress that can be stopped. Tracks
/// are painted page by page on the GUI thread before the first picture is written; pictures are put together
/// on the task's thread, of values alone, so that the person may go on working, also on another video.
class VideoRender : public QObject {
    Q_OBJECT
public:
    VideoRender(const RenderSources& sources, QObject* parent);

    using Ended = std::function<void(const Outcome<engine::RenderedFile>& end)>;
    /// @param wish    of the video in sight
    /// @param target  a file that is replaced when all of the new one is written
    void start(const RenderWish& wish, const QString& target, Ended ended);

    /// Frames a second, as a wish means them: those of the recording where it says 0.
    double rateOf(const RenderWish& wish) const;

private:
    struct Plan; ///< what the task gets by value
    std::optional<Plan> planOf(const RenderWish& wish, bool isLastCall) const;

    RenderSources m_sources;
    PagePainter* m_pages;
};

}
