#pragma once

#include <QFont>
#include <QPointF>
#include <QRect>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace widgets {

/// A face that is drawn over a picture. Places are parts of the picture: 0, 0 is its top left corner, 1, 1
/// the bottom right.
struct ShownFace {
    std::size_t person = 0;
    QString name;
    int colour = 1; ///< a number of Theme::trackColour()
    QRectF box;
    std::vector<QPointF> landmarks; ///< 68 of the scheme of iBUG 300-W, or none
    double yaw = 0.0; ///< degrees, towards the picture's right
    double pitch = 0.0; ///< degrees, upwards
    double roll = 0.0; ///< degrees, clockwise in the picture
    bool speaks = false;

    friend bool operator==(const ShownFace&, const ShownFace&) = default;
};

/// Which positions of a face a model looked at: a grid over a part of the picture.
struct KeptPositions {
    QRectF part; ///< as ShownFace::box
    int rows = 0;
    int columns = 0;
    std::vector<bool> kept; ///< rows × columns

    friend bool operator==(const KeptPositions&, const KeptPositions&) = default;
};

/// Darkens what was passed over, and draws a line around what was kept.
/// @param picture, seen  as of paintFaces
void paintKept(QPainter& painter, const QRect& picture, const QRect& seen, const KeptPositions& kept);

/// Paints boxes, names, landmarks and where the heads look, with dark edges, so that they can be seen on any
/// picture. Whoever speaks has a closed box, and says so.
/// @param picture  where the whole picture would lie. @param seen  the part of it that is to be seen
void paintFaces(QPainter& painter, const QRect& picture, const QRect& seen,
                const std::vector<ShownFace>& faces, const QFont& font);

/// The person of the smallest box under a point; absent: there is none.
std::optional<std::size_t> faceAt(const QRect& picture, const std::vector<ShownFace>& faces, QPointF point);

}
