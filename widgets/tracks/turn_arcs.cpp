#include "widgets/tracks/turn_arcs.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kFaintestArc = 0.02; ///< of the greatest weight
constexpr double kFinestArc = 0.8, kBoldestArc = 3.2; ///< pixels

}

void paintTurnArcs(TrackCanvas& canvas, std::span<const TurnArc> arcs,
                   std::span<const engine::SpeakingTurn> turns, double height)
{
    double greatest = 0.0;
    for (const TurnArc& arc : arcs)
        greatest = std::max(greatest, arc.weight);
    if (!(greatest > 0.0))
        return;
    QPainter& painter = canvas.painter;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const TurnArc& arc : arcs) {
        const double part = arc.weight / greatest;
        if (!(part >= kFaintestArc) || arc.from >= turns.size() || arc.to >= turns.size())
            continue;
        const auto middle
            = [&](std::size_t turn) { return canvas.scale.x((turns[turn].start + turns[turn].end) / 2); };
        const double from = middle(arc.from), to = middle(arc.to);
        if (std::max(from, to) < 0 || std::min(from, to) > canvas.size.width())
            continue;
        const double top = 2 - height / 3; // a curve reaches three quarters of the way to its handles
        QPainterPath path(QPointF(from, height));
        path.cubicTo({from, top}, {to, top}, {to, height});
        const QColor colour = mixed(canvas.theme.background, canvas.theme.accent, 0.4 + 0.6 * part);
        painter.setPen(
            QPen(colour, kFinestArc + (kBoldestArc - kFinestArc) * part, Qt::SolidLine, Qt::FlatCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF({{to - 3.5, height - 5}, {to + 3.5, height - 5}, {to, height}}));
    }
    painter.restore();
}

}
