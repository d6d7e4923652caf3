#pragma once

#include "widgets/conversation/conversation_content.h"

#include <QWidget>

#include <array>

namespace widgets {

struct Theme;

/// Floor transfer offsets of one direction, counted.
struct OffsetCounts {
    static constexpr double kReach = 2.0; ///< seconds: what lies farther from 0 is counted in the last bins
    static constexpr double kBin = 0.2; ///< seconds
    static constexpr std::size_t kBins = 20;

    std::size_t from = 0; ///< places among the people
    std::size_t to = 0;
    std::array<std::size_t, kBins> counts{}; ///< from −kReach on
    std::size_t transitions = 0;
    double median = 0.0; ///< seconds

    friend bool operator==(const OffsetCounts&, const OffsetCounts&) = default;
};

/// Those of all directions in which the floor ever goes, the most frequent first.
std::vector<OffsetCounts> offsetCounts(const engine::TakenTurns& taken);

/// `Ada → Bert: 20 transitions, median +0.21 s`
QString offsetSentence(const OffsetCounts& offsets, const ConversationContent& content);

/// Paints the histogram of one direction with its title: bars of overlaps are hatched, those of gaps filled,
/// in the colour of who answers; a line at 0, and a mark at the median.
/// @param room  at least 60 × 40
void paintOffsets(QPainter& painter, const QRectF& room, const OffsetCounts& offsets,
                  const ConversationContent& content, const Theme& theme);

/// Floor transfer offsets of each direction, side by side where there is room.
class OffsetHistogram : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t kMostDirections = 6;

    explicit OffsetHistogram(QWidget* parent = nullptr);

    void setContent(const ConversationContent& content);
    const std::vector<OffsetCounts>& directions() const { return m_directions; } ///< that are shown

    /// How many of the directions have room side by side, at least 1. @param width  in pixels
    static std::size_t columnsIn(double width, std::size_t directions, const QFontMetrics& metrics);
    /// The height of one direction in this font, in pixels.
    static double heightOfOne(const QFontMetrics& metrics);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ConversationContent m_content;
    std::vector<OffsetCounts> m_directions;
};

}
