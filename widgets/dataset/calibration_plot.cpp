#include "widgets/dataset/calibration_plot.h"

#include "widgets/base/scale_number.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace widgets {

namespace {

constexpr double kBinReach = 12.0; // pixels

}

CalibrationPlot::CalibrationPlot(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("calibrationPlot"));
    setAccessibleName(tr("Calibration: mean label by prediction"));
    setMinimumSize(100, 100);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CalibrationPlot::setBins(std::vector<engine::CalibrationBin> bins, double low, double high,
                              bool areClasses)
{
    m_bins = std::move(bins);
    m_low = low;
    m_high = high;
    m_areClasses = areClasses;
    update();
}

void CalibrationPlot::setMessage(const QString& message)
{
    m_message = message;
    update();
}

ValueAxes CalibrationPlot::axes() const
{
    const double beyond = (m_high - m_low) * 0.04;
    return {ValueAxes::areaIn(rect(), fontMetrics()), m_low - beyond, m_high + beyond, m_low - beyond,
            m_high + beyond};
}

QPointF CalibrationPlot::placeOf(std::size_t bin) const
{
    const ValueAxes axes = this->axes();
    return axes.at(std::clamp(m_bins[bin].meanPrediction, axes.left, axes.right), m_bins[bin].meanLabel);
}

std::optional<std::size_t> CalibrationPlot::binAt(QPointF at) const
{
    for (std::size_t i = 0; i < m_bins.size(); ++i) {
        if (m_bins[i].count > 0 && (placeOf(i) - at).manhattanLength() < kBinReach)
            return i;
    }
    return std::nullopt;
}

void CalibrationPlot::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_message.isEmpty()) {
        painter.setPen(theme.muted);
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    const ValueAxes axes = this->axes();
    axes.paintLines(painter, theme, m_low < 0.0, m_low < 0.0);
    axes.paintDiagonal(painter, theme);
    axes.paintNames(painter, theme, m_areClasses ? tr("probability of the class") : tr("prediction"),
                    m_areClasses ? tr("share that is right") : tr("mean label"));
    for (std::size_t i = 0; i < m_bins.size(); ++i) {
        const engine::CalibrationBin& bin = m_bins[i];
        if (bin.count == 0)
            continue;
        const QPointF at = placeOf(i);
        if (bin.interval) {
            painter.setPen(QPen(theme.accent, 2.4, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(QPointF(at.x(), axes.at(0, std::max(bin.interval->start, axes.bottom)).y()),
                             QPointF(at.x(), axes.at(0, std::min(bin.interval->end, axes.top)).y()));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawEllipse(at, 4.2, 4.2);
    }
}

void CalibrationPlot::mousePressEvent(QMouseEvent* event)
{
    const auto bin = binAt(event->position());
    if (event->button() == Qt::LeftButton && bin && m_message.isEmpty())
        emit binClicked(*bin, selectionStep(event->modifiers()));
}

bool CalibrationPlot::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto found = binAt(help->pos()); found && m_message.isEmpty()) {
            const engine::CalibrationBin& bin = m_bins[*found];
            const int count = static_cast<int>(bin.count);
            QStringList lines{
                (m_areClasses ? tr("%n segment(s), probability %1, right %2", nullptr, count)
                              : tr("%n segment(s), prediction %1, label %2", nullptr, count))
                    .arg(scaleNumber(bin.meanPrediction, m_low, 2), scaleNumber(bin.meanLabel, m_low, 2))};
            if (bin.interval)
                lines << (m_areClasses ? tr("95 % interval of what is right: %1 to %2")
                                       : tr("95 % interval of the label: %1 to %2"))
                             .arg(scaleNumber(bin.interval->start, m_low, 2),
                                  scaleNumber(bin.interval->end, m_low, 2));
            QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
        }
        return true;
    }
    return QWidget::event(event);
}

}
