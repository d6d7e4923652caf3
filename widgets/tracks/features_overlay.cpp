#include "widgets/tracks/features_overlay.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

struct FeaturesOverlay {
    Q_DECLARE_TR_FUNCTIONS(widgets::FeaturesOverlay)
};

}

void paintFilledRows(TrackCanvas& canvas, const std::vector<FilledRow>& rows, bool visible)
{
    const double right = canvas.size.width();
    const auto first = std::partition_point(
        rows.begin(), rows.end(), [&](const FilledRow& row) { return canvas.scale.x(row.interval.end) < 0; });
    const QFontMetrics metrics(canvas.painter.font());
    for (auto row = first; row != rows.end() && canvas.scale.x(row->interval.start) <= right;) {
        const double left = canvas.scale.x(row->interval.start);
        double end = canvas.scale.x(row->interval.end);
        const QString method = row->method;
        for (++row;
             row != rows.end() && row->method == method && canvas.scale.x(row->interval.start) - end < 2.0;
             ++row)
            end = std::max(end, canvas.scale.x(row->interval.end));
        const QRectF box = QRectF(left, 0, std::max(1.0, end - left), canvas.size.height())
                               .intersected(QRectF(0, 0, right, canvas.size.height()));
        if (!visible) {
            canvas.painter.fillRect(box, canvas.theme.background);
            continue;
        }
        canvas.painter.fillRect(
            box, QBrush(mixed(canvas.theme.background, canvas.theme.text, 0.75), Qt::BDiagPattern));
        canvas.painter.setPen(canvas.theme.muted);
        canvas.painter.drawLine(box.topLeft(), box.bottomLeft());
        canvas.painter.drawLine(box.topRight(), box.bottomRight());
        const QString text = FeaturesOverlay::tr("imputed: %1").arg(method);
        const double width = metrics.horizontalAdvance(text) + 8;
        if (width > box.width())
            continue;
        const QRectF label(box.left() + 2, 2, width, metrics.height() + 2);
        canvas.painter.fillRect(label, canvas.theme.panel);
        canvas.painter.setPen(canvas.theme.text);
        canvas.painter.drawText(label, Qt::AlignCenter, text);
    }
}

void paintCoverage(TrackCanvas& canvas, const std::vector<engine::TargetCoverage>& coverage,
                   const QColor& full)
{
    if (coverage.empty())
        return;
    constexpr int kHeight = 4;
    const int width = canvas.size.width();
    const int top = canvas.size.height() - kHeight;
    const auto first = std::partition_point(coverage.begin(), coverage.end(), [&](const auto& cell) {
        return canvas.scale.x(cell.target.end) < 0;
    });
    canvas.painter.fillRect(QRect(0, top - 1, width, kHeight + 1), canvas.theme.background);
    const QColor part = mixed(canvas.theme.background, full, 0.5);
    int redUntil = -1;
    for (auto cell = first; cell != coverage.end(); ++cell) {
        const double start = canvas.scale.x(cell->target.start);
        if (start > width)
            break;
        const int left = static_cast<int>(std::floor(std::max(-1.0, start)));
        const int right
            = static_cast<int>(std::ceil(std::min<double>(width + 1, canvas.scale.x(cell->target.end))));
        if (cell->rows == 0) {
            redUntil = std::max(left + 1, right - 1);
            canvas.painter.fillRect(QRect(left, top, redUntil - left, kHeight), canvas.theme.attention);
            continue;
        }
        const int from = std::max(left, redUntil);
        if (from >= right)
            continue;
        const double length = cell->target.end - cell->target.start;
        canvas.painter.fillRect(QRect(from, top, std::max(1, right - from - 1), kHeight),
                                cell->seconds >= 0.95 * length ? full : part);
        if (cell->shared > 0 && right - left > 6)
            canvas.painter.fillRect(QRect(right - 2, top - 1, 2, kHeight + 1), canvas.theme.text);
    }
}

}
