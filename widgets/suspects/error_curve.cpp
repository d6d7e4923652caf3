#include "widgets/suspects/error_curve.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace widgets {

ErrorCurve::ErrorCurve(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("errorCurve"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ErrorCurve::setErrors(Errors errors)
{
    m_errors = std::move(errors);
    setVisible(!m_errors.own.empty());
    if (!m_errors.own.empty() && !m_errors.median.empty())
        setAccessibleName(
            tr("Error of this segment %1, of half of the others below %2")
                .arg(shownNumber(m_errors.own.back(), 1, 'f'), shownNumber(m_errors.median.back(), 1, 'f')));
    update();
}

QSize ErrorCurve::sizeHint() const
{
    return {fontMetrics().height() * 18, fontMetrics().height() * 6};
}

void ErrorCurve::paintEvent(QPaintEvent*)
{
    const std::size_t epochs = m_errors.own.size();
    if (epochs < 2)
        return;
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.84);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    const QString own = tr("this %1").arg(shownNumber(m_errors.own.back(), 1, 'f'));
    const QString others = m_errors.median.empty()
        ? QString()
        : tr("others %1").arg(shownNumber(m_errors.median.back(), 1, 'f'));
    const int side = std::max(metrics.horizontalAdvance(own), metrics.horizontalAdvance(others)) + 8;
    const QRectF room(0.5, 3.5, width() - side - 1.0, height() - metrics.height() - 8.0);
    double most = *std::ranges::max_element(m_errors.own);
    if (!m_errors.upper.empty())
        most = std::max(most, *std::ranges::max_element(m_errors.upper));
    most = std::max(most, 1e-6);
    const auto at = [&](std::size_t epoch, double error) {
        return QPointF(room.left()
                           + room.width() * static_cast<double>(epoch) / static_cast<double>(epochs - 1),
                       room.bottom() - room.height() * error / most);
    };
    painter.setPen(theme.line);
    painter.drawLine(room.bottomLeft(), room.bottomRight());
    const auto line = [&](const std::vector<double>& errors) {
        QPainterPath path;
        for (std::size_t epoch = 0; epoch < std::min(errors.size(), epochs); ++epoch) {
            if (epoch == 0)
                path.moveTo(at(epoch, errors[epoch]));
            else
                path.lineTo(at(epoch, errors[epoch]));
        }
        return path;
    };
    if (m_errors.lower.size() == epochs && m_errors.upper.size() == epochs) {
        QPainterPath band = line(m_errors.upper);
        band.connectPath(line(m_errors.lower).toReversed());
        painter.fillPath(band, mixed(theme.panel, theme.muted, 0.3));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.muted, 1.5));
    painter.drawPath(line(m_errors.median));
    painter.setPen(QPen(theme.attention, 2));
    painter.drawPath(line(m_errors.own));

    double ownY = at(0, m_errors.own.back()).y();
    double othersY = m_errors.median.empty() ? ownY : at(0, m_errors.median.back()).y();
    const double apart = metrics.height();
    if (!others.isEmpty() && std::abs(ownY - othersY) < apart) { // one above the other
        const double middle = (ownY + othersY) / 2, sign = ownY <= othersY ? 1.0 : -1.0;
        ownY = middle - sign * apart / 2;
        othersY = middle + sign * apart / 2;
    }
    const auto write = [&](double y, const QString& text, const QColor& colour) {
        painter.setPen(colour);
        painter.drawText(
            QRectF(room.right() + 6, std::clamp(y, apart / 2, room.bottom()) - apart / 2, side, apart),
            Qt::AlignVCenter, text);
    };
    write(ownY, own, theme.text);
    write(othersY, others, theme.muted);
    painter.setPen(theme.muted);
    const QRectF foot(room.left(), room.bottom() + 2, room.width(), metrics.height());
    painter.drawText(foot, Qt::AlignLeft, tr("epoch 1"));
    painter.drawText(foot, Qt::AlignRight, QString::number(epochs));
}

}
