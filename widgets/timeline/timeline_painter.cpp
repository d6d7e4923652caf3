#include "widgets/timeline/timeline_painter.h"

#include "widgets/timeline/head_painter.h"
#include "widgets/timeline/ruler.h"
#include "widgets/timeline/timeline_overlay.h"
#include "widgets/timeline/timeline_view.h"

namespace widgets {

TimelinePainter::TimelinePainter(QPainter& painter, const TimelineState& state, const TimelineLook& look)
    : m_painter(painter)
    , m_state(state)
    , m_look(look)
{
}

void TimelinePainter::paintGround()
{
    m_painter.fillRect(m_look.areas.rightOfHeads(), m_look.theme.background);
}

void TimelinePainter::paintRulerOnGround()
{
    m_painter.save();
    m_painter.fillRect(m_look.areas.ruler(), m_look.theme.background);
    m_painter.setClipRect(m_look.areas.ruler());
    m_painter.setFont(m_look.rulerFont());
    paintRuler(m_painter, m_look.areas.ruler(), m_state.axis.scale, m_look.theme,
               m_state.countsSteps ? RulerUnit::Steps : RulerUnit::Seconds);
    m_painter.restore();
}

void TimelinePainter::paintHeadGround()
{
    m_painter.fillRect(m_look.areas.heads(), m_look.theme.panel);
    paintUnit();
}

/// Left of the ruler: what it counts, where that is not seconds.
void TimelinePainter::paintUnit()
{
    const QRect corner(0, 0, TimelineAreas::kHeadWidth, TimelineAreas::kRulerHeight - 1);
    m_painter.fillRect(corner, m_look.theme.panel);
    if (!m_state.countsSteps)
        return;
    m_painter.save();
    m_painter.setFont(m_look.rulerFont());
    m_painter.setPen(m_look.theme.text);
    const QString text = TimelineView::tr("Steps, not seconds");
    m_painter.drawText(corner.adjusted(8, 0, -4, 0), Qt::AlignVCenter,
                       m_painter.fontMetrics().elidedText(text, Qt::ElideRight, corner.width() - 12));
    m_painter.restore();
}

void TimelinePainter::paintHead(const TrackRow& row)
{
    HeadPainter(m_painter, m_state, m_look).paint(row);
}

void TimelinePainter::paintTrack(const TrackRow& row, std::optional<double> pointer)
{
    const QSize size(m_look.areas.tracks().width(), row.height);
    m_painter.save();
    m_painter.translate(TimelineAreas::kHeadWidth, row.top);
    m_painter.setClipRect(QRect(QPoint(), size), Qt::IntersectClip);
    m_painter.fillRect(QRect(QPoint(), size), m_look.theme.background);
    TrackCanvas canvas{m_painter, {size.width(), row.track->height()}, m_state.axis.scale, m_look.theme,
                       pointer,   m_state.pointer.y - row.top};
    row.track->paint(canvas);
    m_painter.restore();
    m_painter.setPen(m_look.theme.line);
    m_painter.drawLine(0, row.end() - 1, m_look.areas.rows().right(), row.end() - 1);
}

void TimelinePainter::paintBorders()
{
    const QSize size = m_look.areas.size;
    m_painter.setPen(m_look.theme.line);
    m_painter.drawLine(TimelineAreas::kHeadWidth - 1, 0, TimelineAreas::kHeadWidth - 1, size.height());
    m_painter.drawLine(0, TimelineAreas::kRulerHeight - 1, size.width(), TimelineAreas::kRulerHeight - 1);
    const auto floating = m_state.rows.floating();
    if (!floating)
        return;
    // Its edges, so that it is not taken for the neighbour of the rows that it covers.
    m_painter.setPen(m_look.theme.muted);
    for (const int edge : {floating->top, floating->end() - 1})
        m_painter.drawLine(0, edge, m_look.areas.rows().right(), edge);
}

/// A painter that cannot clip (SVG) draws tracks also above and left of their area: ruler and heads come
/// after them.
void paintTimeline(QPainter& painter, const TimelineState& state, const TimelineLook& look)
{
    TimelinePainter still(painter, state, look);
    TimelineOverlay overlay(painter, state, look);
    painter.setFont(look.font);
    const QRect sight = look.areas.rows();
    std::vector<TrackRow> rows = state.rows.rowsToPaint();
    std::erase_if(rows, [&](const TrackRow& row) {
        return row.height <= 0 || row.end() <= sight.top() || row.top > sight.bottom();
    });
    still.paintGround();
    painter.save();
    painter.setClipRect(sight, Qt::IntersectClip);
    for (const TrackRow& row : rows)
        still.paintTrack(row, std::nullopt);
    painter.restore();
    still.paintRulerOnGround();
    overlay.paintSpans();
    overlay.paintPlayhead();
    still.paintHeadGround();
    painter.save();
    painter.setClipRect(sight, Qt::IntersectClip);
    for (const TrackRow& row : rows) {
        still.paintHead(row);
        painter.setPen(look.theme.line);
        painter.drawLine(0, row.end() - 1, TimelineAreas::kHeadWidth, row.end() - 1);
    }
    painter.restore();
    still.paintUnit();
    still.paintBorders();
}

}
