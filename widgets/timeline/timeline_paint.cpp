// What the timeline looks like: a layer of heads, ruler and tracks that is painted where something changed,
// and over it what moves.
#include "widgets/timeline/ruler.h"
#include "widgets/timeline/timeline_view.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

void TimelineView::renderLayer()
{
    const QSize deviceSize = size() * devicePixelRatioF();
    if (m_layer.size() != deviceSize) {
        m_layer = QPixmap(deviceSize);
        m_layer.setDevicePixelRatio(devicePixelRatioF());
        m_allDirty = m_headsDirty = true;
    }
    if (!m_allDirty && m_dirtyTracks.empty())
        return;
    QPainter painter(&m_layer);
    painter.setFont(font());
    if (m_allDirty)
        paintGround(painter, m_headsDirty);
    for (const Row& row : m_rows) {
        const bool changed
            = std::find(m_dirtyTracks.begin(), m_dirtyTracks.end(), row.track) != m_dirtyTracks.end();
        if ((!m_allDirty && !changed) || row.height <= 0)
            continue;
        if (m_headsDirty || changed)
            paintHead(painter, row);
        paintTrack(painter, row, m_hoveredTrack == row.track ? pointer() : std::nullopt);
    }
    paintBorders(painter);
    m_allDirty = m_headsDirty = false;
    m_dirtyTracks.clear();
}

void TimelineView::paintGround(QPainter& painter, bool heads) const
{
    const Theme& theme = themeOf(palette());
    painter.fillRect(kHeadWidth, 0, width() - kHeadWidth, height(), theme.background);
    if (heads)
        painter.fillRect(0, 0, kHeadWidth, height(), theme.panel);
    painter.save();
    painter.setClipRect(kHeadWidth, 0, width() - kHeadWidth, kRulerHeight);
    painter.setFont(rulerFont());
    paintRuler(painter, {kHeadWidth, 0, width() - kHeadWidth, kRulerHeight}, m_scale, theme);
    painter.restore();
}

QFont TimelineView::rulerFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    return small;
}

/// @param pointer  the time under the mouse, where it is over this track
void TimelineView::paintTrack(QPainter& painter, const Row& row, std::optional<double> pointer) const
{
    const Theme& theme = themeOf(palette());
    painter.save();
    painter.translate(kHeadWidth, row.top);
    painter.setClipRect(0, 0, trackArea().width(), row.height);
    painter.fillRect(0, 0, trackArea().width(), row.height, theme.background);
    TrackCanvas canvas{
        painter, {trackArea().width(), row.track->height()}, m_scale, theme, pointer, m_pointerY - row.top};
    row.track->paint(canvas);
    painter.restore();
    painter.setPen(theme.line);
    painter.drawLine(0, row.top + row.height - 1, width(), row.top + row.height - 1);
}

void TimelineView::paintBorders(QPainter& painter) const
{
    painter.setPen(themeOf(palette()).line);
    painter.drawLine(kHeadWidth - 1, 0, kHeadWidth - 1, height());
    painter.drawLine(0, kRulerHeight - 1, width(), kRulerHeight - 1);
}

/// Heads come last: what a painter that cannot clip (SVG) draws left of the tracks lies below them.
void TimelineView::paintPicture(QPainter& painter) const
{
    painter.setFont(font());
    paintGround(painter, false);
    for (const Row& row : m_rows) {
        if (row.height > 0)
            paintTrack(painter, row, std::nullopt);
    }
    paintSpans(painter);
    paintPlayhead(painter);
    painter.fillRect(0, 0, kHeadWidth, height(), themeOf(palette()).panel);
    for (const Row& row : m_rows) {
        paintHead(painter, row);
        painter.setPen(themeOf(palette()).line);
        painter.drawLine(0, row.top + row.height - 1, kHeadWidth, row.top + row.height - 1);
    }
    paintBorders(painter);
}

void TimelineView::paintEvent(QPaintEvent*)
{
    renderLayer();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_layer);
    painter.setFont(font());
    paintSpans(painter);
    paintGuides(painter);
    paintPlayhead(painter);
}

}
