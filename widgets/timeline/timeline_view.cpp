#include "widgets/timeline/timeline_view.h"

#include "widgets/timeline/ruler.h"
#include "widgets/timeline/track_order.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kHeadWidth = 190;
constexpr int kRulerHeight = 24;
constexpr int kScrollBarHeight = 10;
constexpr double kClosestZoom = 50000.0; // pixels per second: a sample of 48 kHz sound is one pixel wide

}

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent)
    , m_scrollBar(new QScrollBar(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    m_scrollBar->setAccessibleName(tr("Visible part of the timeline"));
    m_scrollBar->setFocusPolicy(Qt::NoFocus);
    connect(m_scrollBar, &QScrollBar::valueChanged, this, [this](int value) {
        setScale({value / 1000.0, m_scale.pixelsPerSecond});
    });
}

void TimelineView::addTrack(Track* track, const Track* below)
{
    track->setParent(this);
    m_tracks.insert(std::find(m_tracks.begin(), m_tracks.end(), below), track);
    connect(track, &Track::changed, this, [this, track] { markDirty(track); });
    connect(track, &Track::headChanged, this, [this, track] { markDirty(track); });
    connect(track, &Track::visibilityChanged, this, &TimelineView::layOut);
    connect(track, &Track::minimumHeightChanged, this, &TimelineView::layOut);
    layOut();
}

void TimelineView::removeTrack(Track* track)
{
    std::erase(m_tracks, track);
    track->deleteLater();
    layOut();
}

void TimelineView::setDuration(double seconds)
{
    m_duration = std::max(0.0, seconds);
    showAll();
}

void TimelineView::setPlayhead(double seconds)
{
    if (m_playhead == seconds)
        return;
    const QRect area = trackArea();
    const auto column
        = [&](double time) { return area.left() + static_cast<int>(std::lround(m_scale.x(time))); };
    const int before = column(m_playhead);
    m_playhead = seconds;
    const bool outside = m_scale.x(seconds) < 0 || m_scale.x(seconds) > area.width();
    if (m_following && outside && m_gesture == Gesture::None)
        ensureVisible(seconds);
    for (const int x : {before, column(m_playhead)})
        update(x - 6, 0, 13, height());
}

void TimelineView::setFollowing(bool follow)
{
    m_following = follow;
    if (follow)
        ensureVisible(m_playhead);
}

void TimelineView::setSelection(std::optional<engine::Interval> span)
{
    m_selection = span;
    update();
}

void TimelineView::setHighlight(std::optional<engine::Interval> span)
{
    if (m_highlight == span)
        return;
    m_highlight = span;
    update();
}

void TimelineView::setGuide(std::optional<double> seconds)
{
    if (m_guide == seconds)
        return;
    m_guide = seconds;
    update();
}

void TimelineView::setActiveTrack(const Track* track)
{
    if (m_active == track)
        return;
    m_active = track;
    m_headsDirty = true;
    markDirty();
}

void TimelineView::setScale(const TimeScale& scale)
{
    const TimeScale before = m_scale;
    m_scale = scale;
    limitScale();
    if (m_scale == before)
        return;
    updateScrollBar();
    markDirty();
    emit scaleChanged(m_scale);
}

/// Keeps the whole file the farthest view, a sample the closest, and the view inside the file.
void TimelineView::limitScale()
{
    const double width = std::max(1, trackArea().width());
    const double farthest = m_duration > 0 ? width / m_duration : 1.0;
    m_scale.pixelsPerSecond = std::clamp(m_scale.pixelsPerSecond, farthest, std::max(farthest, kClosestZoom));
    const double last = std::max(0.0, m_duration - width / m_scale.pixelsPerSecond);
    m_scale.origin = std::clamp(m_scale.origin, 0.0, last);
}

void TimelineView::updateScrollBar()
{
    const double visible = trackArea().width() / m_scale.pixelsPerSecond;
    const QSignalBlocker blocker(m_scrollBar);
    m_scrollBar->setRange(0, static_cast<int>(std::max(0.0, m_duration - visible) * 1000));
    m_scrollBar->setPageStep(std::max(1, static_cast<int>(visible * 1000)));
    m_scrollBar->setSingleStep(std::max(1, static_cast<int>(visible * 50)));
    m_scrollBar->setValue(static_cast<int>(m_scale.origin * 1000));
}

void TimelineView::zoomAroundPlayhead(double factor)
{
    const double x = m_scale.x(m_playhead);
    const double width = trackArea().width();
    setScale(m_scale.zoomed(factor, x >= 0 && x <= width ? x : width / 2));
}

void TimelineView::zoomTo(engine::Interval span)
{
    setScale(TimeScale::fitting(span, trackArea().width(), 40));
}

void TimelineView::showAll()
{
    if (m_duration > 0)
        m_scale = TimeScale::fitting({0.0, m_duration}, trackArea().width());
    limitScale();
    updateScrollBar();
    markDirty();
    emit scaleChanged(m_scale);
}

void TimelineView::panByScreens(double screens)
{
    setScale(m_scale.panned(screens * trackArea().width()));
}

void TimelineView::ensureVisible(double seconds)
{
    const double width = trackArea().width();
    const double x = m_scale.x(seconds);
    if (x < 0 || x > width)
        setScale(m_scale.panned(x - width * 0.1));
}

QRect TimelineView::trackArea() const
{
    return {kHeadWidth, kRulerHeight, std::max(1, width() - kHeadWidth),
            std::max(1, height() - kRulerHeight - kScrollBarHeight)};
}

QRect TimelineView::areaOf(const Track* track) const
{
    for (const Row& row : m_rows) {
        if (row.track == track)
            return {kHeadWidth, row.top, trackArea().width(), row.height};
    }
    return {};
}

void TimelineView::setTrackLayout(TrackLayout layout)
{
    if (m_layout == layout)
        return;
    m_layout = std::move(layout);
    layOut();
}

/// Every track gets its least height, or the one that a person gave it; what is left is shared by stretch.
void TimelineView::layOut()
{
    struct Wanted {
        Track* track;
        int height;
        int stretch;
    };
    std::vector<Wanted> wanted;
    int least = 0;
    int stretches = 0;
    for (Track* track : ordered(m_tracks, m_layout)) {
        const TrackPlace place = placeOf(track, m_layout);
        if (!track->isVisible() || place.hidden)
            continue;
        wanted.push_back(place.height > 0 ? Wanted{track, place.height, 0}
                                          : Wanted{track, track->minimumHeight(), track->stretch()});
        least += wanted.back().height;
        stretches += wanted.back().stretch;
    }
    const QRect area = trackArea();
    const double squeeze
        = least > area.height() && least > 0 ? static_cast<double>(area.height()) / least : 1.0;
    const double share
        = stretches > 0 ? std::max(0.0, static_cast<double>(area.height() - least)) / stretches : 0.0;
    m_rows.clear();
    double top = area.top();
    for (const Wanted& row : wanted) {
        const int first = static_cast<int>(std::lround(top));
        top += row.height * squeeze + share * row.stretch;
        m_rows.push_back({row.track, first, static_cast<int>(std::lround(top)) - first});
        row.track->setHeight(m_rows.back().height - 1); // the last line belongs to the border
    }
    m_scrollBar->setGeometry(kHeadWidth, height() - kScrollBarHeight, area.width(), kScrollBarHeight);
    m_headsDirty = true;
    markDirty();
}

void TimelineView::markDirty(const Track* track)
{
    if (track)
        m_dirtyTracks.push_back(track);
    else
        m_allDirty = true;
    update();
}

void TimelineView::renderLayer()
{
    const Theme& theme = themeOf(palette());
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
    if (m_allDirty) {
        painter.fillRect(kHeadWidth, 0, width() - kHeadWidth, height(), theme.background);
        if (m_headsDirty)
            painter.fillRect(0, 0, kHeadWidth, height(), theme.panel);
        painter.save();
        painter.setClipRect(kHeadWidth, 0, width() - kHeadWidth, kRulerHeight);
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.88);
        painter.setFont(small);
        paintRuler(painter, {kHeadWidth, 0, width() - kHeadWidth, kRulerHeight}, m_scale, theme);
        painter.restore();
    }
    for (const Row& row : m_rows) {
        const bool changed
            = std::find(m_dirtyTracks.begin(), m_dirtyTracks.end(), row.track) != m_dirtyTracks.end();
        if ((!m_allDirty && !changed) || row.height <= 0)
            continue;
        if (m_headsDirty || changed)
            paintHead(painter, row);
        painter.save();
        painter.translate(kHeadWidth, row.top);
        painter.setClipRect(0, 0, trackArea().width(), row.height);
        painter.fillRect(0, 0, trackArea().width(), row.height, theme.background);
        TrackCanvas canvas{painter,
                           {trackArea().width(), row.track->height()},
                           m_scale,
                           theme,
                           m_hoveredTrack == row.track ? m_pointer : std::nullopt};
        row.track->paint(canvas);
        painter.restore();
        painter.setPen(theme.line);
        painter.drawLine(0, row.top + row.height - 1, width(), row.top + row.height - 1);
    }
    painter.setPen(theme.line);
    painter.drawLine(kHeadWidth - 1, 0, kHeadWidth - 1, height());
    painter.drawLine(0, kRulerHeight - 1, width(), kRulerHeight - 1);
    m_allDirty = m_headsDirty = false;
    m_dirtyTracks.clear();
}

void TimelineView::paintHead(QPainter& painter, const Row& row) const
{
    const Theme& theme = themeOf(palette());
    const QRect head(0, row.top, kHeadWidth - 1, row.height - 1);
    painter.save();
    painter.setClipRect(head);
    painter.fillRect(head, m_active == row.track ? mixed(theme.panel, theme.accent, 0.16) : theme.panel);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(row.track->colour(theme));
    const int barHeight = std::min(head.height() - 8, std::max(14, head.height() * 6 / 10));
    painter.drawRoundedRect(QRectF(10, head.center().y() - barHeight / 2.0 + 0.5, 3, barHeight), 1.5, 1.5);

    QFont title = font();
    title.setWeight(QFont::DemiBold);
    QFont subtitle = font();
    subtitle.setPointSizeF(subtitle.pointSizeF() * 0.85);
    const QString below = row.track->subtitle();
    const int titleHeight = QFontMetrics(title).height();
    const int subtitleHeight = QFontMetrics(subtitle).height();
    const bool two = !below.isEmpty() && head.height() >= titleHeight + subtitleHeight + 2;
    const int textTop = head.top() + (head.height() - titleHeight - (two ? subtitleHeight : 0)) / 2;
    const int textWidth = kHeadWidth - 30;
    painter.setFont(title);
    painter.setPen(theme.text);
    painter.drawText(QRect(22, textTop, textWidth, titleHeight), Qt::AlignVCenter,
                     QFontMetrics(title).elidedText(row.track->title(), Qt::ElideRight, textWidth));
    if (two) {
        painter.setFont(subtitle);
        painter.setPen(theme.muted);
        painter.drawText(QRect(22, textTop + titleHeight, textWidth, subtitleHeight), Qt::AlignVCenter,
                         QFontMetrics(subtitle).elidedText(below, Qt::ElideRight, textWidth));
    }
    painter.restore();
}

void TimelineView::paintOverlay(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    const QRect area = trackArea();
    painter.setClipRect(kHeadWidth, 0, width() - kHeadWidth, height() - kScrollBarHeight);
    const auto column = [&](engine::Interval span, const QColor& colour, int alpha) {
        QColor tint = colour;
        tint.setAlpha(alpha);
        const double left = area.left() + m_scale.x(span.start);
        const QRectF rect(left, kRulerHeight, m_scale.x(span.end) - m_scale.x(span.start), area.height());
        painter.fillRect(rect, tint);
        tint.setAlpha(std::min(255, alpha * 3));
        painter.setPen(tint);
        painter.drawLine(QPointF(rect.left(), rect.top()), QPointF(rect.left(), rect.bottom()));
        painter.drawLine(QPointF(rect.right(), rect.top()), QPointF(rect.right(), rect.bottom()));
    };
    if (m_highlight)
        column(*m_highlight, theme.accent, theme.isDark() ? 38 : 30);
    if (m_selection)
        column(*m_selection, theme.text, 26);

    if (m_guide) {
        const double guide = area.left() + std::round(m_scale.x(*m_guide)) + 0.5;
        painter.setPen(QPen(theme.accent, 1, Qt::DashLine));
        painter.drawLine(QPointF(guide, kRulerHeight), QPointF(guide, height()));
    }
    const double x = area.left() + std::round(m_scale.x(m_playhead)) + 0.5;
    QColor halo = theme.attention;
    halo.setAlpha(60);
    painter.setPen(QPen(halo, 3));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    painter.setPen(QPen(theme.attention, 1));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.attention);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(QPolygonF({{x - 5, 0}, {x + 5, 0}, {x + 5, 6}, {x, 12}, {x - 5, 6}}));
}

void TimelineView::paintEvent(QPaintEvent*)
{
    renderLayer();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_layer);
    paintOverlay(painter);
}

void TimelineView::resizeEvent(QResizeEvent*)
{
    const bool all = m_scale.origin == 0.0
        && std::abs(m_scale.pixelsPerSecond * m_duration
                    - (m_layer.width() / devicePixelRatioF() - kHeadWidth))
            < 2;
    layOut();
    if (all)
        showAll();
    else
        setScale(m_scale);
    updateScrollBar();
}

void TimelineView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_headsDirty = true;
        markDirty();
    }
    QWidget::changeEvent(event);
}

}
