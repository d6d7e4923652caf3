#pragma once

#include "widgets/training/split_layout.h"
#include "widgets/training/split_video.h"

#include <QWidget>

#include <array>
#include <optional>
#include <string>
#include <vector>

class QPainter;

namespace widgets {

/// The split as it is: a block for each video, as wide as it has segments, beside those of the same part. A
/// block is dragged to another part; the arrow keys go from block to block, 1, 2 and 3 move the marked one to
/// train, valid and test, 0 takes it out. Where not all videos have room, each part is one block.
class SplitBar : public QWidget {
    Q_OBJECT
public:
    explicit SplitBar(QWidget* parent = nullptr);

    /// The video that is marked stays so. Emits nothing.
    void setVideos(std::vector<SplitVideo> videos);
    const std::vector<SplitVideo>& videos() const { return m_videos; }
    /// Where the block of a video is drawn, empty: there is no such video.
    QRect blockOf(const QString& id) const;
    /// Where a block is dropped to be in this part.
    QRect placeOf(const std::string& part) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The user wants the video in this part; nothing is moved before setVideos(). @param part  as in
    /// SplitVideo
    void moved(const QString& id, const QString& part);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    using Block = SplitLayout::Block;

    void arrange();
    void mark(std::size_t block);
    void endDrag();
    void wish(const Block& block, std::size_t part);
    QRectF rectOf(const Block& block) const;
    QRectF columnOf(std::size_t part) const; ///< head, blocks and names
    std::optional<std::size_t> blockAt(QPointF place) const; ///< or at its names
    std::optional<std::size_t> partAt(QPointF place) const;
    QString labelledText(std::size_t part) const;
    QString textOf(const Block& block) const; ///< whole, in lines
    QString shortTextOf(const Block& block, int room) const; ///< inside the block
    void paintPart(QPainter& painter, std::size_t part) const;
    void paintBlock(QPainter& painter, const QRectF& place, const Block& block) const;
    void paintNames(QPainter& painter, const Block& block) const;

    std::vector<SplitVideo> m_videos;
    SplitLayout m_layout;
    std::size_t m_marked = 0; ///< of the layout's blocks
    std::optional<std::size_t> m_pressed; ///< the block under the button
    QPointF m_pressedAt;
    std::optional<QPointF> m_draggedTo; ///< absent: nothing is dragged
};

}
