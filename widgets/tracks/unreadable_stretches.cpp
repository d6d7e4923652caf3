#include "widgets/tracks/unreadable_stretches.h"

#include <algorithm>

namespace widgets {

void paintUnreadable(TrackCanvas& canvas, std::span<const engine::Interval> stretches)
{
    for (const engine::Interval& stretch : stretches) {
        const double left = std::max(0.0, canvas.scale.x(stretch.start));
        const double right = std::min(static_cast<double>(canvas.size.width()), canvas.scale.x(stretch.end));
        if (right > left)
            canvas.painter.fillRect(QRectF(left, 2, std::max(2.0, right - left), canvas.size.height() - 4),
                                    QBrush(canvas.theme.line, Qt::BDiagPattern));
    }
}

}
