#include "widgets/predict/deletion_curve.h"

#include "widgets/base/theme.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

DeletionCurve::DeletionCurve(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("deletionCurve"));
    setAccessibleName(tr("How fast the prediction falls when the steps that count most go first"));
    setToolTip(tr("From left to right, one step after the other is made absent: those that count most first. "
                  "Blue is how far the prediction has fallen, grey the mean of random orders."));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DeletionCurve::setFaithfulness(const std::optional<engine::Faithfulness>& measured, bool isCurrent)
{
    m_measured = measured;
    m_isCurrent = isCurrent;
    update();
}

void DeletionCurve::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.drawLine(QPointF(0, height() - 1.5), QPointF(width(), height() - 1.5));
    if (!m_measured || m_measured->deletion.size() < 2)
        return;
    const engine::Faithfulness& all = *m_measured;
    const double whole = std::max(1e-9, all.deletion.front());
    double least = 0.0, greatest = whole;
    for (const std::vector<double>* curve : {&all.deletion, &all.randomDeletion}) {
        least = std::min(least, whole - *std::ranges::max_element(*curve));
        greatest = std::max(greatest, whole - *std::ranges::min_element(*curve));
    }
    const auto line = [&](const std::vector<double>& curve) {
        QPolygonF points;
        for (std::size_t i = 0; i < curve.size(); ++i) {
            const double part = (whole - curve[i] - least) / (greatest - least);
            points << QPointF(
                1 + (width() - 2) * static_cast<double>(i) / static_cast<double>(curve.size() - 1),
                height() - 3 - (height() - 6) * part);
        }
        return points;
    };
    painter.setPen(QPen(mixed(theme.panel, theme.muted, 0.6), 3));
    painter.drawPolyline(line(all.randomDeletion));
    painter.setPen(QPen(m_isCurrent ? theme.accent : theme.muted, 2));
    painter.drawPolyline(line(all.deletion));
}

}
