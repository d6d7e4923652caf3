#include "widgets/player/face_overlay.h"

#include "widgets/base/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace widgets {

namespace {

class FaceTexts {
    Q_DECLARE_TR_FUNCTIONS(widgets::FaceOverlay)
};

constexpr qsizetype kNoseTip = 30; // of the landmarks
const QColor kEdge(0, 0, 0, 170);
const QColor kPlate(12, 14, 18, 205);

QPointF placeOf(const QRect& picture, QPointF part)
{
    return {picture.x() + part.x() * picture.width(), picture.y() + part.y() * picture.height()};
}

QRectF placeOf(const QRect& picture, const QRectF& part)
{
    return {placeOf(picture, part.topLeft()), placeOf(picture, part.bottomRight())};
}

/// Corners of a box, or all of it.
QPainterPath frameOf(const QRectF& box, bool isClosed)
{
    QPainterPath path;
    if (isClosed) {
        path.addRect(box);
        return path;
    }
    const double arm = std::min(box.width(), box.height()) / 6.0;
    for (const auto& [corner, dx, dy] :
         {std::tuple(box.topLeft(), arm, arm), std::tuple(box.topRight(), -arm, arm),
          std::tuple(box.bottomRight(), -arm, -arm), std::tuple(box.bottomLeft(), arm, -arm)}) {
        path.moveTo(corner + QPointF(dx, 0.0));
        path.lineTo(corner);
        path.lineTo(corner + QPointF(0.0, dy));
    }
    return path;
}

/// From the nose to where the head looks, and upwards along it: short where it looks at the camera.
QPainterPath poseOf(const ShownFace& face, QPointF nose, double length)
{
    constexpr double radians = std::numbers::pi / 180.0;
    const double yaw = face.yaw * radians;
    const double pitch = face.pitch * radians;
    const double roll = face.roll * radians;
    const QPointF straight(std::sin(yaw) * std::cos(pitch), -std::sin(pitch));
    const QPointF look(straight.x() * std::cos(roll) - straight.y() * std::sin(roll),
                       straight.x() * std::sin(roll) + straight.y() * std::cos(roll));
    const QPointF up(std::sin(roll) * std::cos(pitch), -std::cos(roll) * std::cos(pitch));
    QPainterPath path;
    path.moveTo(nose);
    path.lineTo(nose + up * length * 0.5);
    const QPointF tip = nose + look * length;
    path.moveTo(nose);
    path.lineTo(tip);
    const double reach = std::hypot(look.x(), look.y());
    const double barb = std::min(length * 0.12, reach * length / 2.0);
    if (reach * length < 3.0)
        return path; // straight at the camera
    const double angle = std::atan2(-look.y(), -look.x());
    for (const double turn : {-0.5, 0.5}) {
        path.moveTo(tip);
        path.lineTo(tip + QPointF(std::cos(angle + turn), std::sin(angle + turn)) * barb);
    }
    return path;
}

void strokeTwice(QPainter& painter, const QPainterPath& path, const QColor& colour, double width)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(kEdge, width + 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void paintLandmarks(QPainter& painter, const QRect& picture, const ShownFace& face, const QColor& colour,
                    double radius)
{
    constexpr double edge = 0.7; // of small faces it must not cover the colour
    painter.setPen(Qt::NoPen);
    for (const QPointF& landmark : face.landmarks) {
        const QPointF place = placeOf(picture, landmark);
        painter.setBrush(kEdge);
        painter.drawEllipse(place, radius + edge, radius + edge);
        painter.setBrush(colour);
        painter.drawEllipse(place, radius, radius);
    }
}

/// Above the box, within the picture.
void paintName(QPainter& painter, const QRect& picture, const QRectF& box, const ShownFace& face,
               const QColor& colour, const QFont& font)
{
    const QFontMetrics metrics(font);
    const QString speaks = face.speaks ? FaceTexts::tr(" · speaks") : QString();
    const int dot = metrics.height() / 2;
    const int pad = dot;
    const int most = std::max(0, picture.width() - 4 * pad - dot);
    const QString name
        = metrics.elidedText(face.name, Qt::ElideRight, most - metrics.horizontalAdvance(speaks));
    const int nameWidth = metrics.horizontalAdvance(name);
    const int width = nameWidth + metrics.horizontalAdvance(speaks) + dot + 3 * pad;
    const int height = metrics.height() + 4;
    const int x = std::clamp(static_cast<int>(box.left()), picture.left(),
                             std::max(picture.left(), picture.right() - width));
    const int y = std::max(picture.top(), static_cast<int>(box.top()) - height - 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kPlate);
    painter.drawRoundedRect(QRect(x, y, width, height), height / 2.0, height / 2.0);
    painter.setBrush(colour);
    painter.drawEllipse(QRect(x + pad, y + (height - dot) / 2, dot, dot));
    painter.setFont(font);
    const int text = x + 2 * pad + dot;
    painter.setPen(Qt::white);
    painter.drawText(QRect(text, y, nameWidth + 1, height),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, name);
    painter.setPen(colour);
    painter.drawText(QRect(text + nameWidth, y, width, height),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, speaks);
}

}

void paintKept(QPainter& painter, const QRect& picture, const QRect& seen, const KeptPositions& kept)
{
    if (kept.rows <= 0 || kept.columns <= 0
        || kept.kept.size() != static_cast<std::size_t>(kept.rows) * static_cast<std::size_t>(kept.columns))
        return;
    const QRectF whole = placeOf(picture, kept.part);
    QPainterPath passed, looked;
    for (int row = 0; row < kept.rows; ++row) {
        for (int column = 0; column < kept.columns; ++column) {
            const QRectF cell(whole.x() + whole.width() * column / kept.columns,
                              whole.y() + whole.height() * row / kept.rows, whole.width() / kept.columns,
                              whole.height() / kept.rows);
            (kept.kept[static_cast<std::size_t>(row * kept.columns + column)] ? looked : passed)
                .addRect(cell);
        }
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false); // no seams between cells
    painter.setClipRect(seen);
    painter.fillPath(passed, QColor(10, 12, 18, 150));
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRect(whole);
    strokeTwice(painter, looked.simplified(), darkTheme().accent, 1.2);
    strokeTwice(painter, frame, darkTheme().muted, 1.0);
    painter.restore();
}

void paintFaces(QPainter& painter, const QRect& picture, const QRect& seen,
                const std::vector<ShownFace>& faces, const QFont& font)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(seen);
    for (const ShownFace& face : faces) {
        const QColor colour = darkTheme().trackColour(face.colour); // on its dark edge in any theme
        const QRectF box = placeOf(picture, face.box);
        const double radius = std::clamp(box.height() / 90.0, 1.2, 2.5);
        strokeTwice(painter, frameOf(box, face.speaks), colour, face.speaks ? 2.5 : 2.0);
        paintLandmarks(painter, picture, face, colour, radius);
        if (static_cast<qsizetype>(face.landmarks.size()) > kNoseTip) {
            const QPointF nose = placeOf(picture, face.landmarks[kNoseTip]);
            strokeTwice(painter, poseOf(face, nose, box.height() * 0.6), Qt::white, 1.5);
        }
    }
    for (const ShownFace& face : faces)
        paintName(painter, seen, placeOf(picture, face.box), face, darkTheme().trackColour(face.colour),
                  font);
    painter.restore();
}

std::optional<std::size_t> faceAt(const QRect& picture, const std::vector<ShownFace>& faces, QPointF point)
{
    std::optional<std::size_t> person;
    double least = std::numeric_limits<double>::infinity();
    for (const ShownFace& face : faces) {
        const QRectF box = placeOf(picture, face.box);
        const double area = box.width() * box.height();
        if (area < least && box.contains(point)) {
            person = face.person;
            least = area;
        }
    }
    return person;
}

}
