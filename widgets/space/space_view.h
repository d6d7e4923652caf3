#pragma once

#include "widgets/space/space_renderer.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace widgets {

/// A cloud of points to turn, zoom and click. Asks for its picture and shows what it is given; which point
/// lies under the pointer it finds itself.
///
/// Left button: turn; right or middle: move; wheel: zoom; double click: all of it again. With the keyboard:
/// arrows, + and −, Home; Page Up and Down go from point to point, Return is a click on it.
class SpaceView : public QWidget {
    Q_OBJECT
public:
    explicit SpaceView(QWidget* parent = nullptr);

    void setPoints(std::vector<std::array<float, 3>> positions, std::vector<SpaceColour> colours);
    void setColours(std::vector<SpaceColour> colours); ///< one per point
    void setAxisNames(const std::array<QString, 3>& names);
    /// The point that is marked. Never emits.
    void setSelected(std::optional<std::size_t> point);
    /// What is written beside the point that is hovered.
    void setHoverText(const QString& text);

    const SpaceCamera& camera() const { return m_camera; }
    void setCamera(const SpaceCamera& camera);
    /// Where a point is now, in the view's pixels.
    QPointF pixelOf(std::size_t point) const;
    std::optional<std::size_t> hovered() const { return m_hovered; }
    double pointSize() const; ///< pixels: fewer points are larger
    /// The answer to `pictureWanted`; a null image when there is none to be had.
    void setPicture(const QImage& image, const SpaceDrawing& drawing);
    /// The one that was asked for will not come; asks anew.
    void forgetPicture();
    /// True when the picture shows what it should, as fine as it gets.
    bool isComplete() const;

signals:
    /// One at a time: the next comes when this one was answered.
    void pictureWanted(const widgets::SpaceDrawing& drawing);
    void pointHovered(int point); ///< −1: none
    void pointClicked(int point);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    SpaceDrawing wantedDrawing() const;
    void want(); ///< the picture, unless one is on its way
    void hoverAt(const QPointF& position);
    void setHovered(std::optional<std::size_t> point);
    std::optional<std::size_t> pointUnder(const QPointF& position) const;
    void showAll();

    std::shared_ptr<const std::vector<std::array<float, 3>>> m_positions;
    std::shared_ptr<const std::vector<SpaceColour>> m_colours;
    std::array<QString, 3> m_axisNames;
    SpaceBox m_box;
    SpaceCamera m_camera;
    bool m_turned = false; ///< by the user: a new size does not change where the view looks from
    std::optional<std::size_t> m_selected;
    std::optional<std::size_t> m_hovered;
    QString m_hoverText;
    QImage m_picture;
    SpaceDrawing m_shown; ///< what the picture is of
    std::optional<SpaceDrawing> m_asked; ///< what is on its way
    bool m_fine = false; ///< nothing has moved for a moment: the next picture is drawn finer
    QTimer m_still;
    QPointF m_pressed;
    QPointF m_last;
    bool m_dragged = false;
};

}
