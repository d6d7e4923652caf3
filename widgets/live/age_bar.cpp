#include "widgets/live/age_bar.h"

#include "widgets/base/theme.h"

#include <QPainter>

#include <cmath>
#include <numeric>

namespace widgets {

namespace {

constexpr int kAgeHeight = 10;
constexpr int kColumnsOfParts = 3;

}

AgeBar::AgeBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("ageBar"));
    setAccessibleName(tr("Age of an answer"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AgeBar::setParts(std::vector<Part> parts)
{
    const bool isAsMany = parts.size() == m_parts.size();
    m_parts = std::move(parts);
    QStringList said;
    for (const Part& part : m_parts)
        said << tr("%1 %2 ms").arg(part.name).arg(std::lround(part.milliseconds));
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    if (!isAsMany)
        updateGeometry();
    update();
}

QSize AgeBar::sizeHint() const
{
    const int rows = (static_cast<int>(m_parts.size()) + kColumnsOfParts - 1) / kColumnsOfParts;
    return {320, kAgeHeight + 8 + std::max(2, rows) * (fontMetrics().height() + 4)};
}

QColor AgeBar::colourOf(const Part& part) const
{
    const Theme& theme = themeOf(palette());
    switch (part.colour) {
    case 1:
        return theme.language;
    case 2:
        return theme.sound;
    case 3:
        return theme.vision;
    case 4:
        return theme.accent;
    default:
        return theme.neutral;
    }
}

void AgeBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double sum = std::accumulate(m_parts.begin(), m_parts.end(), 0.0,
                                       [](double all, const Part& part) { return all + part.milliseconds; });
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.isDark() ? theme.raised : theme.background);
    painter.drawRoundedRect(QRectF(0, 0, width(), kAgeHeight), 4, 4);
    double x = 0.0;
    for (const Part& part : m_parts) {
        const double wide = sum > 0.0 ? width() * part.milliseconds / sum : 0.0;
        painter.setBrush(colourOf(part));
        painter.drawRect(QRectF(x, 0, std::max(0.0, wide - 1.0), kAgeHeight));
        x += wide;
    }
    const int column = width() / kColumnsOfParts, line = fontMetrics().height() + 4;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const int place = static_cast<int>(i);
        const QRect area(place % kColumnsOfParts * column, kAgeHeight + 8 + place / kColumnsOfParts * line,
                         column, line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(m_parts[i]));
        painter.drawRect(QRect(area.left(), area.center().y() - 3, 7, 7));
        const QString number = QString::number(std::lround(m_parts[i].milliseconds));
        const int numberWidth = fontMetrics().horizontalAdvance(number);
        const QString name
            = fontMetrics().elidedText(m_parts[i].name, Qt::ElideRight, column - 13 - numberWidth - 14);
        painter.setPen(theme.text);
        painter.drawText(area.adjusted(13, 0, 0, 0), Qt::AlignVCenter, name);
        painter.setPen(theme.muted);
        painter.drawText(area.adjusted(13 + fontMetrics().horizontalAdvance(name) + 6, 0, 0, 0),
                         Qt::AlignVCenter, number);
    }
}

}
