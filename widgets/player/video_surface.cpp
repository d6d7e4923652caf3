#include "widgets/player/video_surface.h"

#include "widgets/base/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace widgets {

VideoSurface::VideoSurface(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("video"));
    setAccessibleName(tr("Video"));
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void VideoSurface::setFrame(const QImage& frame)
{
    m_frame = frame;
    m_message.clear();
    m_new = true;
    update();
}

void VideoSurface::setMessage(const QString& message)
{
    m_frame = {};
    m_message = message;
    update();
}

void VideoSurface::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(),
                     theme.isDark() ? QColor(0x0b, 0x0c, 0x0f) : mixed(theme.background, theme.line, 0.5));
    if (m_frame.isNull()) {
        painter.setPen(theme.muted);
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    const QSize size = m_frame.size().scaled(this->size(), Qt::KeepAspectRatio);
    const QRect target(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, m_frame);
    if (m_new) {
        m_new = false;
        emit framePainted();
    }
}

void VideoSurface::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit clicked();
}

}
