#include "widgets/training/curve_plot.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kLinesWanted = 5.0; // of the grid, from the lowest to the highest
constexpr double kRing = 4.0; // pixels: the radius of the best epoch's ring
constexpr int kDigits = 4;

/// 1, 2 or 5 times a power of ten.
double roundStep(double range)
{
    const double rough = range / kLinesWanted;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (times * power >= rough)
            return times * power;
    }
    return 10.0 * power;
}

}

CurvePlot::CurvePlot(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setAccessibleName(tr("Curves of training"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CurvePlot::setCurves(std::vector<TrainingCurve> curves)
{
    if (curves == m_curves)
        return;
    m_curves = std::move(curves);
    QStringList told;
    for (const TrainingCurve& curve : m_curves)
        told << tr("%1: %n epochs, the best is %2", nullptr, static_cast<int>(curve.validation.size()))
                    .arg(curve.name)
                    .arg(curve.best);
    setAccessibleDescription(told.join(QStringLiteral(". ")));
    update();
}

void CurvePlot::setShown(Show shown)
{
    m_shown = shown;
    update();
}

void CurvePlot::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

double CurvePlot::Axes::x(std::size_t epoch) const
{
    const double share = epochs < 2 ? 0.5 : static_cast<double>(epoch - 1) / static_cast<double>(epochs - 1);
    return area.left() + share * area.width();
}

double CurvePlot::Axes::y(double value) const
{
    return area.bottom() - (value - low) / (high - low) * area.height();
}

CurvePlot::Axes CurvePlot::axes() const
{
    Axes axes;
    double low = HUGE_VAL, high = -HUGE_VAL;
    const auto take = [&](const std::vector<double>& values) {
        axes.epochs = std::max(axes.epochs, values.size());
        for (const double value : values) {
            if (std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        }
    };
    for (const TrainingCurve& curve : m_curves) {
        if (m_shown == Show::Watched) {
            take(curve.watched);
            continue;
        }
        take(curve.training);
        take(curve.validation);
    }
    if (low > high)
        low = 0.0, high = 1.0;
    if (high - low < 1e-9)
        low -= 0.5, high += 0.5;
    axes.step = roundStep(high - low);
    axes.low = std::floor(low / axes.step) * axes.step;
    axes.high = std::ceil(high / axes.step) * axes.step;
    const int line = fontMetrics().height();
    const int numbers = fontMetrics().horizontalAdvance(QStringLiteral("−0.0000"));
    axes.area = QRectF(rect()).adjusted(numbers + line / 2, line, -line, -2.2 * line);
    return axes;
}

void CurvePlot::paintGrid(QPainter& painter, const Axes& axes) const
{
    const Theme& theme = themeOf(palette());
    const int line = fontMetrics().height();
    const int decimals = std::max(0, static_cast<int>(-std::floor(std::log10(axes.step))));
    for (double value = axes.low; value <= axes.high + axes.step / 2; value += axes.step) {
        painter.setPen(theme.line);
        const double y = axes.y(value);
        painter.drawLine(QPointF(axes.area.left(), y), QPointF(axes.area.right(), y));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, y - line, axes.area.left() - line / 2.0, 2 * line),
                         Qt::AlignRight | Qt::AlignVCenter, shownNumber(value, decimals, 'f'));
    }
    const double step = std::max(1.0, roundStep(static_cast<double>(axes.epochs)));
    const auto paintEpoch = [&](std::size_t epoch) {
        painter.drawText(QRectF(axes.x(epoch) - 2 * line, axes.area.bottom() + 2, 4 * line, line),
                         Qt::AlignCenter, QString::number(epoch));
    };
    if (step > 1.0)
        paintEpoch(1);
    for (double epoch = step; epoch <= static_cast<double>(axes.epochs); epoch += step)
        paintEpoch(static_cast<std::size_t>(epoch));
    painter.drawText(QRectF(axes.area.left(), axes.area.bottom() + line, axes.area.width(), line + 2),
                     Qt::AlignCenter, tr("epoch"));
}

void CurvePlot::paintLine(QPainter& painter, const Axes& axes, const std::vector<double>& values) const
{
    QPainterPath path;
    bool isBegun = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            isBegun = false;
            continue;
        }
        const QPointF point(axes.x(i + 1), axes.y(values[i]));
        if (isBegun)
            path.lineTo(point);
        else
            path.moveTo(point);
        isBegun = true;
    }
    painter.drawPath(path);
    if (values.size() == 1 && isBegun)
        painter.drawPoint(QPointF(axes.x(1), axes.y(values.front())));
}

void CurvePlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = themeOf(palette());
    if (m_curves.empty()) {
        painter.setPen(theme.muted);
        const int line = fontMetrics().height();
        painter.drawText(rect().adjusted(line, line, -line, -line), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
        return;
    }
    const Axes axes = this->axes();
    paintGrid(painter, axes);
    if (m_hovered > 0) {
        painter.setPen(theme.muted);
        painter.drawLine(QPointF(axes.x(m_hovered), axes.area.top()),
                         QPointF(axes.x(m_hovered), axes.area.bottom()));
    }
    for (const TrainingCurve& curve : m_curves) {
        const QColor colour = theme.trackColour(curve.colour);
        const std::vector<double>& solid = m_shown == Show::Losses ? curve.validation : curve.watched;
        if (m_shown == Show::Losses) {
            painter.setPen(QPen(colour, 1.2, Qt::DashLine, Qt::RoundCap, Qt::RoundJoin));
            paintLine(painter, axes, curve.training);
        }
        painter.setPen(QPen(colour, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        paintLine(painter, axes, solid);
        if (curve.best > 0 && curve.best <= solid.size() && std::isfinite(solid[curve.best - 1])) {
            painter.setBrush(theme.panel);
            painter.drawEllipse(QPointF(axes.x(curve.best), axes.y(solid[curve.best - 1])), kRing, kRing);
            painter.setBrush(Qt::NoBrush);
        }
    }
}

QString CurvePlot::textAt(std::size_t epoch) const
{
    QStringList lines{tr("epoch %1").arg(epoch)};
    const auto number = [epoch](const std::vector<double>& values) {
        return epoch <= values.size() ? shownNumber(values[epoch - 1], kDigits, 'f') : QStringLiteral("–");
    };
    for (const TrainingCurve& curve : m_curves) {
        if (epoch > curve.validation.size())
            continue;
        lines << (m_shown == Show::Losses
                      ? tr("%1: learnt from %2, validation %3")
                            .arg(curve.name, number(curve.training), number(curve.validation))
                      : tr("%1: %2").arg(curve.name, number(curve.watched)));
    }
    return lines.join(QLatin1Char('\n'));
}

void CurvePlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_curves.empty())
        return;
    const Axes axes = this->axes();
    const double share = std::clamp((event->position().x() - axes.area.left()) / axes.area.width(), 0.0, 1.0);
    m_hovered = 1 + static_cast<std::size_t>(std::lround(share * static_cast<double>(axes.epochs - 1)));
    QToolTip::showText(event->globalPosition().toPoint(), textAt(m_hovered), this);
    update();
}

void CurvePlot::leaveEvent(QEvent*)
{
    m_hovered = 0;
    update();
}

}
