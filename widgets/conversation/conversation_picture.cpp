#include "widgets/conversation/conversation_picture.h"

#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"
#include "widgets/conversation/conversation_tables.h"
#include "widgets/conversation/offset_histogram.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace widgets {

namespace {

constexpr double kPageMargin = 1.2; ///< lines
constexpr double kRow = 1.45; ///< lines of a row of a table
constexpr double kPartGap = 1.3; ///< lines between parts
constexpr double kPageWidth = 42.0; ///< lines

/// Goes down a page, part by part. Without a painter it only finds how high the page is.
class Page {
public:
    Page(QPainter* painter, const QRectF& area, const QFont& font, const ConversationContent& content)
        : m_painter(painter)
        , m_font(font)
        , m_metrics(font)
        , m_line(m_metrics.height())
        , m_room(area.adjusted(kPageMargin * m_line, kPageMargin * m_line, -kPageMargin * m_line,
                               -kPageMargin * m_line))
        , m_y(m_room.top())
        , m_content(content)
    {
    }

    void paint()
    {
        QFont large = m_font;
        large.setPointSizeF(large.pointSizeF() * 1.3);
        large.setWeight(QFont::DemiBold);
        if (!m_content.title.isEmpty())
            text(m_content.title, large, lightTheme().text);
        text(conversationSummary(m_content), m_font, lightTheme().muted);
        table(participantTable(m_content));
        offsets();
        table(accommodationTable(m_content));
        table(synchronyTable(m_content));
    }
    double bottom() const { return m_y + kPageMargin * m_line; }
    /// What the widest table needs, with the margins.
    double width() const { return m_widest + 2 * kPageMargin * m_line; }

private:
    /// Whether so much has room yet.
    bool hasRoom(double height) const { return m_painter && m_y + height <= m_room.bottom() + 1; }

    void text(const QString& what, const QFont& font, const QColor& colour)
    {
        const double height = QFontMetricsF(font).height() * 1.15;
        if (hasRoom(height) && !what.isEmpty()) {
            m_painter->setFont(font);
            m_painter->setPen(colour);
            m_painter->drawText(QRectF(m_room.left(), m_y, m_room.width(), height), Qt::AlignVCenter, what);
        }
        m_y += what.isEmpty() ? 0.0 : height;
    }

    void head(const QString& title)
    {
        m_y += kPartGap * m_line;
        text(title, sectionHeadFont(m_font), lightTheme().muted);
    }

    std::vector<double> columnWidths(const FigureTable& table) const
    {
        std::vector<double> widths;
        for (qsizetype column = 0; column < table.heads.size(); ++column) {
            double wide = m_metrics.horizontalAdvance(table.heads[column]);
            for (const std::vector<FigureCell>& row : table.rows)
                wide = std::max(wide,
                                static_cast<double>(m_metrics.horizontalAdvance(
                                    row[static_cast<std::size_t>(column)].shown)));
            widths.push_back(wide + 1.2 * m_line);
        }
        return widths;
    }

    void table(const FigureTable& shown)
    {
        if (shown.rows.empty())
            return;
        head(shown.title);
        const std::vector<double> widths = columnWidths(shown);
        m_widest = std::max(m_widest, std::accumulate(widths.begin(), widths.end(), 0.0));
        const auto row = [&](const auto& cellOf, const QColor& colour) {
            double x = m_room.left();
            for (std::size_t column = 0; column < widths.size() && hasRoom(kRow * m_line); ++column) {
                const FigureCell cell = cellOf(column);
                QFont font = m_font;
                font.setBold(cell.isFound);
                m_painter->setFont(font);
                m_painter->setPen(colour);
                const bool isText = static_cast<int>(column) < shown.textColumns;
                m_painter->drawText(QRectF(x, m_y, widths[column] - 0.6 * m_line, kRow * m_line),
                                    Qt::AlignVCenter | (isText ? Qt::AlignLeft : Qt::AlignRight), cell.shown);
                x += widths[column];
            }
            m_y += kRow * m_line;
        };
        row([&](std::size_t column) { return textFigure(shown.heads[static_cast<qsizetype>(column)]); },
            lightTheme().muted);
        if (hasRoom(0)) {
            m_painter->setPen(QPen(lightTheme().line, 1));
            m_painter->drawLine(QPointF(m_room.left(), m_y), QPointF(m_room.right(), m_y));
        }
        for (const std::vector<FigureCell>& cells : shown.rows)
            row([&](std::size_t column) { return cells[column]; }, lightTheme().text);
    }

    void offsets()
    {
        std::vector<OffsetCounts> directions
            = m_content.turns ? offsetCounts(*m_content.turns) : std::vector<OffsetCounts>();
        if (directions.empty())
            return;
        directions.resize(std::min(directions.size(), OffsetHistogram::kMostDirections));
        head(OffsetHistogram::tr("Floor transfer offsets"));
        m_y += 0.3 * m_line;
        const std::size_t columns = OffsetHistogram::columnsIn(
            m_room.width(), std::min<std::size_t>(directions.size(), 3), m_metrics);
        const double wide
            = (m_room.width() - static_cast<double>(columns - 1) * m_line) / static_cast<double>(columns);
        const double high = OffsetHistogram::heightOfOne(m_metrics);
        for (std::size_t i = 0; i < directions.size(); ++i) {
            const QRectF room(m_room.left() + static_cast<double>(i % columns) * (wide + m_line), m_y, wide,
                              high);
            if (hasRoom(high)) {
                m_painter->setFont(m_font);
                paintOffsets(*m_painter, room, directions[i], m_content, lightTheme());
            }
            if (i % columns == columns - 1 || i + 1 == directions.size())
                m_y += high + 0.6 * m_line;
        }
    }

    QPainter* m_painter;
    QFont m_font;
    QFontMetrics m_metrics;
    double m_line;
    QRectF m_room;
    double m_y;
    double m_widest = 0.0;
    const ConversationContent& m_content;
};

}

void paintConversation(QPainter& painter, const QRect& area, const ConversationContent& content)
{
    const QSizeF needed = conversationPictureSize(content, painter.font());
    const double scale = std::min({1.0, area.width() / needed.width(), area.height() / needed.height()});
    painter.save();
    painter.fillRect(area, Qt::white);
    painter.translate(area.topLeft());
    painter.scale(scale, scale);
    Page(&painter, QRectF(QPointF(0, 0), QSizeF(area.size()) / scale), painter.font(), content).paint();
    painter.restore();
}

QSize conversationPictureSize(const ConversationContent& content, const QFont& font)
{
    const double usual = kPageWidth * QFontMetrics(font).height();
    Page page(nullptr, QRectF(0, 0, usual, 1e6), font, content);
    page.paint();
    return {static_cast<int>(std::max(usual, page.width())) + 1, static_cast<int>(page.bottom()) + 1};
}

}
