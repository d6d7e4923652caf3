#include "app/rendering/render_painter.h"

#include "widgets/timeline/timeline_page.h"

#include <QPainter>

#include <cmath>

namespace app {

RenderPainter::RenderPainter(RenderWish wish, const RenderLayout& layout, RenderContent content,
                             PageStore pages, const QFont& font)
    : m_wish(std::move(wish))
    , m_layout(layout)
    , m_content(std::move(content))
    , m_pages(std::move(pages))
    , m_font(font)
    , m_theme(m_wish.isDark ? widgets::darkTheme() : widgets::lightTheme())
    , m_palette(widgets::paletteOf(m_theme))
{
    QImage nothing(1, 1, QImage::Format_RGB32);
    QPainter painter(&nothing);
    const widgets::AnswerCardPainter cards(painter, m_theme, m_font);
    for (const RenderContent::Answer& answer : m_content.answers)
        m_cardHeight = std::max(m_cardHeight, cards.height(answer.card, m_layout.card.width()));
    m_cardHeight = std::min(m_cardHeight, m_layout.card.height());
}

void RenderPainter::paint(const engine::VideoFrame* recorded, double seconds, const engine::PaintedPicture& picture)
{
    QImage image(picture.bgra.data(), picture.width, picture.height, qsizetype{4} * picture.width,
                 QImage::Format_RGB32);
    image.fill(m_theme.background);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.scale(m_layout.scale, m_layout.scale);
    painter.setFont(m_font);
    if (!m_layout.tracks.isEmpty() && !m_pages.isEmpty())
        paintTracks(painter, seconds);
    paintRecorded(painter, recorded);
    if (const widgets::AnswerCard* card = m_layout.card.isEmpty() ? nullptr : m_content.cardAt(seconds)) {
        QRectF place = m_layout.card;
        place.setHeight(m_cardHeight);
        widgets::AnswerCardPainter(painter, m_theme, m_font).paint(*card, place);
    }
    widgets::paintSubtitle(painter, m_layout.subtitles.toRect(), m_content.subtitles.at(seconds), m_font,
                           m_palette);
}

void RenderPainter::paintTracks(QPainter& painter, double seconds)
{
    const PageStore::Page& page = m_pages.at(seconds);
    painter.save();
    painter.resetTransform(); // pixel by pixel
    painter.drawImage((m_layout.tracks.topLeft() * m_layout.scale).toPoint(), page.image);
    painter.restore();
    paintPlayhead(painter, page.span, seconds);
}

/// As the window has it, so thick that it can be seen from the last row.
void RenderPainter::paintPlayhead(QPainter& painter, engine::Interval span, double seconds)
{
    const QRectF& area = m_layout.tracks;
    const widgets::TimelinePage page{span, area.size().toSize(), {}, m_theme, m_font};
    const double x = area.left() + std::round(page.x(seconds) * m_layout.scale) / m_layout.scale;
    painter.save();
    painter.setClipRect(area);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor halo = m_theme.attention;
    halo.setAlpha(60);
    const double thick = std::max(1.5, 2 / m_layout.scale); // two pixels: H.264 halves the colours
    painter.setPen(QPen(halo, 3 * thick));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setPen(QPen(m_theme.attention, thick));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.attention);
    const double top = area.top();
    painter.drawPolygon(
        QPolygonF({{x - 6, top}, {x + 6, top}, {x + 6, top + 7}, {x, top + 14}, {x - 6, top + 7}}));
    painter.restore();
}

void RenderPainter::paintRecorded(QPainter& painter, const engine::VideoFrame* recorded)
{
    if (m_layout.picture.isEmpty())
        return;
    if (!recorded) {
        painter.fillRect(m_layout.picture, m_theme.panel);
        return;
    }
    const QImage shown(recorded->bgra.data(), recorded->width, recorded->height,
                       qsizetype{4} * recorded->width, QImage::Format_RGB32);
    painter.drawImage(m_layout.picture, shown);
}

}
