#include "widgets/player/video_surface.h"

#include "widgets/base/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace widgets {

VideoSurface::VideoSurface(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("video"));
    setAccessibleName(tr("Video"));
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void VideoSurface::changed()
{
    update();
    emit contentChanged();
}

void VideoSurface::setFrame(const QImage& frame)
{
    m_content.frame = frame;
    m_content.message.clear();
    m_new = true;
    changed();
}

void VideoSurface::setMessage(const QString& message)
{
    m_content.frame = {};
    m_content.message = message;
    changed();
}

void VideoSurface::setSubtitle(const SubtitleLine& line)
{
    if (line == m_content.subtitle)
        return;
    m_content.subtitle = line;
    changed();
}

void VideoSurface::setCover(const QString& sentence)
{
    m_content.cover = sentence;
    changed();
}

void VideoSurface::setContent(const Content& content)
{
    m_content = content;
    changed();
}

void VideoSurface::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(),
                     theme.isDark() ? QColor(0x0b, 0x0c, 0x0f) : mixed(theme.background, theme.line, 0.5));
    QRect picture = rect();
    if (m_content.frame.isNull() || !m_content.cover.isEmpty()) {
        painter.setPen(theme.muted);
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_content.cover.isEmpty() ? m_content.message : m_content.cover);
    } else {
        const QSize size = m_content.frame.size().scaled(this->size(), Qt::KeepAspectRatio);
        picture = QRect(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(picture, m_content.frame);
        if (std::exchange(m_new, false))
            emit framePainted();
    }
    paintSubtitle(painter, picture, m_content.subtitle, font(), palette());
}

void VideoSurface::mousePressEvent(QMouseEvent*)
{
    m_doubled = false;
}

void VideoSurface::mouseReleaseEvent(QMouseEvent* event)
{
    if (!std::exchange(m_doubled, false) && event->button() == Qt::LeftButton
        && rect().contains(event->position().toPoint()))
        emit clicked();
}

/// The release that follows may go to another window by now.
void VideoSurface::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_doubled = true;
    emit clicked();
    emit doubleClicked();
}

}
