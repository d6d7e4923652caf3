#include "widgets/statistics/histogram_delegate.h"

#include "widgets/base/theme.h"
#include "widgets/statistics/statistics_model.h"

#include <QAbstractProxyModel>
#include <QPainter>

#include <algorithm>

namespace widgets {

void HistogramDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    QModelIndex source = index;
    while (const auto* proxy = qobject_cast<const QAbstractProxyModel*>(source.model()))
        source = proxy->mapToSource(source);
    const auto* model = qobject_cast<const StatisticsModel*>(source.model());
    if (!model || source.column() != model->histogramColumn())
        return;
    const std::vector<engine::Histogram::Bin> bins = model->histogram(source.row())->bins();
    if (bins.empty())
        return;
    const std::size_t most = std::ranges::max_element(bins, {}, &engine::Histogram::Bin::count)->count;
    const QRectF area = QRectF(option.rect).adjusted(4, 3, -4, -2);
    const double width = area.width() / static_cast<double>(bins.size());
    const QColor colour = option.state & QStyle::State_Selected
        ? option.palette.color(QPalette::HighlightedText)
        : themeOf(option.palette).accent;
    painter->save();
    for (std::size_t i = 0; i < bins.size(); ++i) {
        if (bins[i].count == 0)
            continue;
        const double height
            = std::max(1.0, area.height() * static_cast<double>(bins[i].count) / static_cast<double>(most));
        painter->fillRect(QRectF(area.left() + static_cast<double>(i) * width, area.bottom() - height,
                                 std::max(1.0, std::min(width - 0.5, 24.0)), height),
                          colour);
    }
    painter->restore();
}

}
