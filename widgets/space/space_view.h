#pragma once

#include "widgets/base/selection_step.h"
#include "widgets/space/space_figure.h"
#include "widgets/space/space_overlay.h"

#include <QImage>
#include <QWidget>

#include <optional>

namespace widgets {

class SpacePictures;

/// A cloud of points, or a scene, to turn, zoom and click. The view asks for its picture by a signal and
/// shows the picture that it is given; it finds by itself which point lies under the pointer.
///
/// The left button turns the cloud, the right or middle button moves it, the wheel zooms, and a double click
/// shows all of it again. The arrow keys, + and −, and Home do the same; Page Up and Down go from point to
/// point, Return clicks the point, and Shift and Return select it. Points that lie in one plane are not
/// turned, but moved.
class SpaceView : public QWidget {
    Q_OBJECT
public:
    explicit SpaceView(QWidget* parent = nullptr);

    void setPoints(std::vector<std::array<float, 3>> positions, std::vector<SpaceColour> colours);
    /// Shows a scene in place of points. The camera stays as long as the box does.
    void setFigure(const SpaceFigure& figure);
    /// A plane that stands in the scene; absent: none.
    void setPlane(const std::optional<SpacePlane>& plane);
    const std::optional<SpacePlane>& plane() const { return m_plane; }
    const std::vector<SpaceMark>& marks() const { return m_marks; }
    void setColours(std::vector<SpaceColour> colours); ///< one per point
    void setAxisNames(const std::array<QString, 3>& names);
    /// Marks one point. Never emits.
    void setSelected(std::optional<std::size_t> point);
    /// What is written beside the point that is hovered.
    void setHoverCard(const SpaceCard& card);
    const SpaceCard& hoverCard() const { return m_hoverCard; }
    void setCovered(int pixels) { m_covered = pixels; } ///< at the upper edge: points are fitted below it
    /// Whether the left button draws a lasso, which it does with Shift in any case, or turns the cloud.
    void setLasso(bool isLasso) { m_isLasso = isLasso; }

    /// What its picture depends on.
    SpaceDrawing drawing() const { return wantedDrawing(); }
    const std::array<QString, 3>& axisNames() const { return m_axisNames; }
    const SpaceCamera& camera() const { return m_camera; }
    void setCamera(const SpaceCamera& camera);
    /// Where a point is now, in the view's pixels.
    QPointF pixelOf(std::size_t point) const;
    std::optional<std::size_t> hovered() const { return m_hovered; }
    double pointSize() const; ///< diameter in pixels; the fewer points there are, the larger they are
    /// Answers `pictureWanted`. The image is null when the picture could not be drawn.
    void setPicture(const QImage& image, const SpaceDrawing& drawing);
    /// Tells that the picture that was asked for will not come; the view asks again.
    void forgetPicture();
    /// True when the picture shows the present points, camera and size at full resolution.
    bool isComplete() const;

signals:
    /// Comes again only after the picture was set or forgotten.
    void pictureWanted(const widgets::SpaceDrawing& drawing);
    void pointHovered(int point); ///< −1: none
    void pointClicked(int point);
    void lassoed(const std::vector<std::size_t>& points, widgets::SelectionStep step);

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
    void turn(double yawDegrees, double pitchDegrees); ///< or moves what cannot be turned
    bool hasContent() const { return m_scene || !m_positions->empty(); }
    void want(); ///< asks for the picture, unless one is on its way
    void hoverAt(const QPointF& position);
    void setHovered(std::optional<std::size_t> point);
    std::optional<std::size_t> pointUnder(const QPointF& position) const;
    void showAll();

    std::shared_ptr<const std::vector<std::array<float, 3>>> m_positions;
    std::shared_ptr<const std::vector<SpaceColour>> m_colours;
    std::array<QString, 3> m_axisNames;
    std::shared_ptr<const SpaceScene> m_scene; ///< null: points are shown
    std::vector<SpaceMark> m_marks;
    std::optional<SpacePlane> m_plane;
    SpaceBox m_box;
    bool m_hasBox = true; ///< the edges of the box are seen
    SpaceCamera m_camera;
    int m_covered = 0; ///< pixels
    bool m_turned = false; ///< a person moved the camera, so that a new size does not reset it
    std::optional<std::size_t> m_selected;
    std::optional<std::size_t> m_hovered;
    SpaceCard m_hoverCard;
    SpacePictures* m_pictures;
    QPointF m_pressed;
    QPointF m_last;
    bool m_dragged = false;
    bool m_isLasso = false;
    QPolygonF m_lasso; ///< empty: none is being drawn
};

}
