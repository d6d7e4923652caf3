#pragma once

#include "app/rendering/page_store.h"
#include "app/rendering/render_content.h"
#include "app/rendering/render_layout.h"
#include "engine/media/rendered_clip.h"

class QPainter;

namespace app {

/// Puts the pictures of a video together: pages of the timeline with a playhead, the recording's picture, the
/// words, the model's answer. Used on the thread that writes the video; knows no widgets.
class RenderPainter {
public:
    /// @param font  as large as one unit of the layout asks for
    RenderPainter(RenderWish wish, const RenderLayout& layout, RenderContent content, PageStore pages,
                  const QFont& font);

    /// @param recorded  what the recording shows; null: nothing
    void paint(const engine::VideoFrame* recorded, double seconds, const engine::PaintedPicture& picture);

private:
    void paintTracks(QPainter& painter, double seconds);
    void paintPlayhead(QPainter& painter, engine::Interval span, double seconds);
    void paintRecorded(QPainter& painter, const engine::VideoFrame* recorded);

    RenderWish m_wish;
    RenderLayout m_layout;
    RenderContent m_content;
    PageStore m_pages;
    QFont m_font;
    const widgets::Theme& m_theme;
    QPalette m_palette;
    double m_cardHeight = 0.0; ///< units; of the highest card, so that none jumps
};

}
