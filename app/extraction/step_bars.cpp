#include "app/extraction/step_bars.h"

#include "widgets/base/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace app {

void StepBars::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto bar = index.data(kStepBarRole).value<StepBar>();
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear(); // the row's ground alone
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (bar.state == StepBar::State::None)
        return;
    const widgets::Theme& theme = widgets::themeOf(option.palette);
    const double height = std::max(4.0, option.fontMetrics.height() / 3.0);
    const QRectF room = QRectF(option.rect).adjusted(4, 0, -8, 0);
    const QRectF whole(room.left(), room.center().y() - height / 2, room.width(), height);
    const auto fill = [&](QRectF area, const QBrush& brush) {
        painter->setBrush(brush);
        painter->drawRoundedRect(area, height / 3, height / 3);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    switch (bar.state) {
    case StepBar::State::LeftOut:
        fill(whole, QBrush(theme.line, Qt::BDiagPattern));
        break;
    case StepBar::State::Waiting:
        fill(whole, theme.line);
        break;
    case StepBar::State::Failed:
        fill(whole, theme.attention);
        break;
    case StepBar::State::Done:
        fill(whole, theme.modality(bar.modality));
        break;
    case StepBar::State::Running: {
        fill(whole, theme.line);
        QRectF part = whole;
        part.setWidth(std::max(height, whole.width() * std::clamp(bar.fraction, 0.0, 1.0)));
        fill(part, theme.modality(bar.modality));
        break;
    }
    case StepBar::State::None:
        break;
    }
    painter->restore();
}

}
