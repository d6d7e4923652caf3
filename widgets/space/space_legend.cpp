#include "widgets/space/space_legend.h"

#include <QLocale>
#include <QPainter>

namespace widgets {

namespace {

constexpr int kSwatch = 9;
constexpr int kGap = 14; // between items
constexpr int kBar = 8;

}

SpaceLegend::SpaceLegend(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("spaceLegend"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SpaceLegend::setPalette(SpacePalette palette, const QString& title)
{
    m_palette = std::move(palette);
    m_title = title;
    setAccessibleName(tr("What the colours mean: %1").arg(text()));
    updateGeometry();
    update();
}

QString SpaceLegend::text() const
{
    if (m_palette.groups.empty()) {
        const QString scale = tr("%1 from %2 to %3")
                                  .arg(m_title, signedNumber(static_cast<double>(m_palette.least)),
                                       signedNumber(static_cast<double>(m_palette.greatest)));
        return m_palette.unknown > 0 ? tr("%1, %n without", nullptr, m_palette.unknown).arg(scale) : scale;
    }
    QStringList names;
    for (const Item& item : items(1000))
        names << item.text;
    return names.join(QStringLiteral(", "));
}

std::vector<SpaceLegend::Item> SpaceLegend::items(int width) const
{
    std::vector<Item> result;
    const int line = fontMetrics().height() + 4;
    QPoint at(0, 0);
    for (const SpacePalette::Group& group : m_palette.groups) {
        const QString count = QLocale().toString(group.count);
        const QString text = group.names > 1 ? tr("%n others %1", nullptr, group.names).arg(count)
            : group.name.isEmpty()           ? tr("none %1").arg(count)
                                             : QStringLiteral("%1 %2").arg(group.name, count);
        const int wide = kSwatch + 6 + fontMetrics().horizontalAdvance(text);
        if (at.x() > 0 && at.x() + wide > width)
            at = QPoint(0, at.y() + line);
        result.push_back({QRect(at, QSize(wide, line)), group.colour, text});
        at.rx() += wide + kGap;
    }
    return result;
}

QSize SpaceLegend::sizeHint() const
{
    return {240, heightForWidth(240)};
}

int SpaceLegend::heightForWidth(int width) const
{
    const int line = fontMetrics().height() + 4;
    if (m_palette.groups.empty())
        return kBar + 4 + line;
    return items(width).back().box.bottom() + 1;
}

void SpaceLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, size());
}

void SpaceLegend::paint(QPainter& painter, QSize size) const
{
    const Theme& theme = themeOf(QWidget::palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    if (m_palette.groups.empty()) {
        paintScale(painter, size);
        return;
    }
    for (const Item& item : items(size.width())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(item.colour);
        painter.drawEllipse(
            QRectF(item.box.left(), item.box.center().y() - kSwatch / 2.0 + 0.5, kSwatch, kSwatch));
        painter.setPen(theme.muted);
        painter.drawText(item.box.adjusted(kSwatch + 6, 0, 2, 0), Qt::AlignVCenter, item.text);
    }
}

void SpaceLegend::paintScale(QPainter& painter, QSize size) const
{
    const Theme& theme = themeOf(QWidget::palette());
    const float least = m_palette.least;
    const float greatest = m_palette.greatest;
    QLinearGradient gradient(0, 0, size.width(), 0);
    constexpr int stops = 12;
    for (int i = 0; i <= stops; ++i) {
        const double part = static_cast<double>(i) / stops;
        gradient.setColorAt(
            part,
            labelColour(theme, static_cast<double>(least) + static_cast<double>(greatest - least) * part,
                        least, greatest));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(QRectF(0, 0, size.width(), kBar), kBar / 2.0, kBar / 2.0);
    const QRect below(0, kBar + 4, size.width(), size.height() - kBar - 4);
    painter.setPen(theme.muted);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, signedNumber(static_cast<double>(least)));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, signedNumber(static_cast<double>(greatest)));
    painter.drawText(below, Qt::AlignCenter,
                     m_palette.unknown > 0 ? tr("%1 · %n unlabelled", nullptr, m_palette.unknown).arg(m_title)
                                           : m_title);
}

}
