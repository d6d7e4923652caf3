#pragma once

#include "widgets/space/space_figure.h"

#include <QImage>
#include <QPainter>
#include <QWidget>

#include <array>
#include <optional>

namespace widgets {

/// Where the names of the three axes stand: each beside that edge of the box which is farthest from its
/// middle and leaves the other names free. Absent: all edges of this axis are out of sight, or taken.
/// @param inside  the part of the view, in pixels, that they stay in
/// @param sizes  of the names in pixels
std::array<std::optional<QRectF>, 3> axisNamePlaces(const SpaceBox& box, const SpaceProjection& projection,
                                                    const QRectF& inside, const std::array<QSizeF, 3>& sizes);

/// What is written beside a point.
struct SpaceCard {
    QString title;
    QString words; ///< empty: not known
    QImage picture; ///< null: there is none, or not yet
};

/// What is painted over the picture of a cloud of points: names of the axes, rings around single points and a
/// card beside one.
class SpaceOverlay {
public:
    /// Painter, view and projection must outlive the overlay.
    /// @param projection  of the picture that is shown, which may be a frame behind the pointer.
    /// @param pointSize  diameter of a point in the view's pixels.
    SpaceOverlay(QPainter& painter, const QWidget& view, const SpaceProjection& projection, double pointSize);

    /// Paints each axis' name beside the edge of the box that is farthest from the middle of the view.
    void paintAxisNames(const SpaceBox& box, const std::array<QString, 3>& names);

    /// Paints texts beside their places, those that would cover another one not.
    void paintMarks(const std::vector<SpaceMark>& marks);
    /// Paints a plane that lets through what is behind it.
    void paintPlane(const SpacePlane& plane);

    /// @param margin  pixels between point and ring.
    void paintRing(const std::array<float, 3>& position, double margin, const QColor& colour);

    /// Paints a card above the point, or below it where there is no room above. A title that is too long is
    /// cut at its end, words after two lines.
    void paintCard(const SpaceCard& card, const std::array<float, 3>& position);
    /// What a person has drawn of a lasso so far.
    void paintLasso(const QPolygonF& lasso);

private:
    QPointF pixel(const std::array<float, 3>& position) const;

    QPainter& m_painter;
    const QWidget& m_view;
    const SpaceProjection& m_projection;
    double m_pointSize;
};

}
