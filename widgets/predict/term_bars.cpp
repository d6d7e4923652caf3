#include "widgets/predict/term_bars.h"

#include "widgets/base/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <bit>
#include <cmath>

namespace widgets {

namespace {

constexpr int kDot = 8; ///< pixels
constexpr int kDotStep = 11;
constexpr int kDots = 3 * kDotStep + 6;
constexpr int kGroupGap = 7; ///< pixels between the single terms and the others
constexpr double kPale = 0.45;

QString modalityWord(engine::Modality modality)
{
    switch (modality) {
    case engine::Modality::Text:
        return TermBars::tr("text");
    case engine::Modality::Acoustic:
        return TermBars::tr("sound");
    case engine::Modality::Visual:
        break;
    }
    return TermBars::tr("vision");
}

}

QString coalitionName(engine::Coalition coalition)
{
    if (coalition == engine::kEverything)
        return TermBars::tr("all three");
    QStringList names;
    for (const engine::Modality modality : engine::allModalities) {
        if (engine::contains(coalition, modality))
            names << modalityWord(modality);
    }
    return names.join(QStringLiteral(" × "));
}

TermBars::TermBars(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("termBars"));
    setAccessibleName(tr("What each modality adds, alone and with others"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TermBars::setMap(const std::optional<engine::InteractionMap>& map, bool isCurrent)
{
    m_map = map;
    m_isCurrent = isCurrent;
    QStringList numbers;
    for (const Line& line : lines()) {
        if (m_map)
            numbers << QStringLiteral("%1 %2").arg(coalitionName(line.coalition),
                                                   signedNumber(m_map->term(line.coalition), 2));
    }
    setAccessibleDescription(numbers.join(QStringLiteral(", ")));
    update();
}

void TermBars::setModalities(const engine::EnabledModalities& learnt)
{
    m_learnt = learnt;
    updateGeometry();
    update();
}

int TermBars::lineHeight() const
{
    return std::max(20, fontMetrics().height() + 5);
}

std::vector<TermBars::Line> TermBars::lines() const
{
    std::vector<Line> lines;
    int top = 0;
    bool areSingle = true;
    for (const engine::Coalition coalition : engine::readingOrder) {
        const bool isLearnt = std::ranges::all_of(engine::allModalities, [&](engine::Modality modality) {
            return !engine::contains(coalition, modality) || m_learnt[static_cast<std::size_t>(modality)];
        });
        if (coalition == 0 || !isLearnt)
            continue;
        if (std::exchange(areSingle, std::popcount(coalition) == 1) && !areSingle)
            top += kGroupGap;
        lines.push_back({coalition, top});
        top += lineHeight();
    }
    return lines;
}

QSize TermBars::sizeHint() const
{
    const std::vector<Line> all = lines();
    return {260, all.empty() ? 0 : all.back().top + lineHeight()};
}

QString TermBars::sentenceAt(QPoint place) const
{
    for (const Line& line : lines()) {
        if (!m_map || place.y() < line.top || place.y() >= line.top + lineHeight())
            continue;
        const QString number = signedNumber(m_map->term(line.coalition), 3);
        if (std::popcount(line.coalition) == 1) {
            const auto modality = static_cast<engine::Modality>(std::countr_zero(line.coalition));
            return tr("%1 alone moves the prediction by %2; its fair share of all is %3 (Shapley).")
                .arg(coalitionName(line.coalition), number, signedNumber(m_map->shapley(modality), 3));
        }
        return tr("%1 together move the prediction by %2 beyond what their parts do.")
            .arg(coalitionName(line.coalition), number);
    }
    return {};
}

bool TermBars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), sentenceAt(help->pos()), this);
    return true;
}

void TermBars::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<Line> all = lines();
    int names = 0;
    double greatest = 1e-9;
    for (const Line& line : all) {
        names = std::max(names, fontMetrics().horizontalAdvance(coalitionName(line.coalition)));
        if (m_map)
            greatest = std::max(greatest, std::abs(m_map->term(line.coalition)));
    }
    const int numbers = fontMetrics().horizontalAdvance(QStringLiteral("+0.000"));
    const double left = kDots + names + 12;
    const double middle = (left + width() - numbers - 8) / 2;
    const double reach = std::max(10.0, width() - numbers - 8 - middle);
    painter.setPen(theme.line);
    if (!all.empty())
        painter.drawLine(QPointF(middle, 2), QPointF(middle, all.back().top + lineHeight() - 2));
    for (const Line& line : all) {
        const double centre = line.top + lineHeight() / 2.0;
        for (const engine::Modality modality : engine::allModalities) {
            const bool isOf = engine::contains(line.coalition, modality);
            const double x = kDot / 2.0 + kDotStep * static_cast<int>(modality);
            painter.setPen(isOf ? QPen(Qt::NoPen) : QPen(theme.line, 1));
            painter.setBrush(isOf ? QBrush(theme.modality(modality)) : QBrush(Qt::NoBrush));
            painter.drawEllipse(QPointF(x, centre), kDot / 2.0 - 0.5, kDot / 2.0 - 0.5);
        }
        const QRect row(0, line.top, width(), lineHeight());
        painter.setPen(theme.text);
        painter.drawText(row.adjusted(kDots, 0, 0, 0), Qt::AlignVCenter, coalitionName(line.coalition));
        if (!m_map)
            continue;
        const double value = m_map->term(line.coalition);
        QColor fill = value < 0 ? theme.negative : theme.positive;
        if (!m_isCurrent)
            fill = mixed(theme.panel, fill, kPale);
        const double end = middle + reach * value / greatest;
        painter.fillRect(QRectF(QPointF(std::min(middle, end), centre - lineHeight() * 0.3),
                                QPointF(std::max({middle, end, middle + (value > 0 ? 1.0 : 0.0)}),
                                        centre + lineHeight() * 0.3)),
                         fill);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        painter.setFont(strong);
        painter.setPen(m_isCurrent ? theme.text : theme.muted);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, signedNumber(value, 2));
        painter.setFont(font());
    }
}

}
