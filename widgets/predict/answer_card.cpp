#include "widgets/predict/answer_card.h"

#include "widgets/base/scale_number.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace widgets {

namespace {

constexpr double kCardMargin = 14;
constexpr double kCardScale = 10;
constexpr double kCardMark = 9; // of the label, above the scale
constexpr double kCardNumber = 2.6; // of the font
constexpr double kCardSmall = 0.85; // of the font
constexpr std::size_t kMostCardBars = 7;

}

AnswerCardPainter::AnswerCardPainter(QPainter& painter, const Theme& theme, const QFont& font)
    : m_painter(painter)
    , m_theme(theme)
    , m_font(font)
{
}

QFont AnswerCardPainter::scaled(double factor, bool isStrong) const
{
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * factor);
    if (isStrong)
        font.setWeight(QFont::DemiBold);
    return font;
}

double AnswerCardPainter::height(const AnswerCard& card, double width) const
{
    const double line = QFontMetricsF(m_font).height();
    const double small = QFontMetricsF(scaled(kCardSmall)).height();
    double height = 2 * kCardMargin + line;
    if (!card.caution.isEmpty())
        height
            += QFontMetricsF(scaled(kCardSmall))
                   .boundingRect(QRectF(0, 0, width - 2 * kCardMargin, 1e4), Qt::TextWordWrap, card.caution)
                   .height()
            + 4;
    if (card.values.empty())
        return height + small + 4;
    if (card.areStrengths)
        return height + 8 + static_cast<double>(std::min(card.values.size(), kMostCardBars)) * (line + 6);
    return height + QFontMetricsF(scaled(kCardNumber)).height() + kCardMark + kCardScale + small + 6;
}

void AnswerCardPainter::paint(const AnswerCard& card, const QRectF& place)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = m_theme.panel;
    ground.setAlpha(235);
    m_painter.setPen(QPen(m_theme.line, 1));
    m_painter.setBrush(ground);
    m_painter.drawRoundedRect(place, 8, 8);
    const double left = place.left() + kCardMargin;
    const double width = place.width() - 2 * kCardMargin;
    double top = paintHead(card, left, place.top() + kCardMargin, width);
    if (card.values.empty()) {
        m_painter.setFont(scaled(kCardSmall));
        m_painter.setPen(m_theme.muted);
        m_painter.drawText(QRectF(left, top + 4, width, QFontMetricsF(m_painter.font()).height()),
                           Qt::AlignVCenter, tr("no segment here"));
    } else if (!card.areStrengths) {
        paintHeadline(card.values.front(), left, top, width);
    } else {
        std::vector<std::size_t> order(card.values.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::size_t strongest = 0;
        for (const std::size_t i : order) {
            if (card.values[i].answer.value_or(-1e9) > card.values[strongest].answer.value_or(-1e9))
                strongest = i;
        }
        order.resize(std::min(order.size(), kMostCardBars)); // bars keep their places from segment to segment
        top += 8;
        for (const std::size_t i : order)
            top = paintBar(card.values[i], left, top, width, i == strongest);
    }
    m_painter.restore();
}

/// @return  the first pixel below
double AnswerCardPainter::paintHead(const AnswerCard& card, double left, double top, double width)
{
    const QFont strong = scaled(1.0, true);
    const double line = QFontMetricsF(m_font).height();
    m_painter.setFont(strong);
    m_painter.setPen(m_theme.text);
    m_painter.drawText(QRectF(left, top, width, line), Qt::AlignVCenter,
                       QFontMetricsF(strong).elidedText(card.model, Qt::ElideRight, width));
    top += line;
    if (card.caution.isEmpty())
        return top;
    m_painter.setFont(scaled(kCardSmall));
    m_painter.setPen(m_theme.attention);
    QRectF used;
    m_painter.drawText(QRectF(left, top + 4, width, 1e4), Qt::TextWordWrap, card.caution, &used);
    return used.bottom();
}

double AnswerCardPainter::paintHeadline(const AnswerCard::Value& value, double left, double top, double width)
{
    const QFont big = scaled(kCardNumber, true);
    const QFont small = scaled(kCardSmall);
    const double bigHeight = QFontMetricsF(big).height();
    const double smallHeight = QFontMetricsF(small).height();
    m_painter.setFont(big);
    m_painter.setPen(value.answer ? m_theme.text : m_theme.muted);
    const QString number = value.answer ? scaleNumber(*value.answer, value.low, 1) : QStringLiteral("…");
    m_painter.drawText(QRectF(left, top, width, bigHeight), Qt::AlignVCenter, number);
    const double taken = QFontMetricsF(big).horizontalAdvance(number) + 10;
    m_painter.setFont(small);
    m_painter.setPen(m_theme.muted);
    const QRectF beside(left + taken, top + bigHeight * 0.2, width - taken, smallHeight);
    const QFontMetricsF metrics(small);
    m_painter.drawText(beside, Qt::AlignVCenter,
                       metrics.elidedText(value.name, Qt::ElideRight, beside.width()));
    if (value.label)
        m_painter.drawText(beside.translated(0, smallHeight), Qt::AlignVCenter,
                           metrics.elidedText(tr("label %1").arg(labelNumber(*value.label, value.low)),
                                              Qt::ElideRight, beside.width()));
    const QRectF bar(left, top + bigHeight + kCardMark, width, kCardScale);
    const auto x = [&](double at) {
        return bar.left()
            + bar.width() * (std::clamp(at, value.low, value.high) - value.low) / (value.high - value.low);
    };
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    const QColor middle = mixed(m_theme.background, m_theme.neutral, 0.45);
    gradient.setColorAt(0, value.low < 0 ? m_theme.negative : middle);
    if (value.low < 0 && value.high > 0)
        gradient.setColorAt(-value.low / (value.high - value.low), middle);
    gradient.setColorAt(1, m_theme.positive);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(gradient);
    m_painter.drawRoundedRect(bar, kCardScale / 2, kCardScale / 2);
    if (value.label) {
        const double at = x(*value.label);
        m_painter.setBrush(m_theme.text);
        m_painter.drawPolygon(QPolygonF(
            {{at - 5, bar.top() - kCardMark + 1}, {at + 5, bar.top() - kCardMark + 1}, {at, bar.top() - 1}}));
    }
    if (value.answer) {
        m_painter.setPen(QPen(m_theme.panel, 2));
        m_painter.setBrush(m_theme.accent);
        m_painter.drawEllipse(QPointF(x(*value.answer), bar.center().y()), 8, 8);
    }
    m_painter.setPen(m_theme.muted);
    const QRectF ends(left, bar.bottom() + 5, width, smallHeight);
    m_painter.drawText(ends, Qt::AlignLeft, scaleNumber(value.low, value.low, 0));
    m_painter.drawText(ends, Qt::AlignRight, scaleNumber(value.high, value.low, 0));
    return ends.bottom();
}

/// @return  the first pixel below
double AnswerCardPainter::paintBar(const AnswerCard::Value& value, double left, double top, double width,
                                   bool isStrongest)
{
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    const double nameWidth = width * 0.42;
    const QString number = value.answer ? scaleNumber(*value.answer, value.low, 1) : QStringLiteral("…");
    const double numberWidth = metrics.horizontalAdvance(QStringLiteral("+0,00"));
    m_painter.setFont(scaled(1.0, isStrongest));
    m_painter.setPen(isStrongest ? m_theme.text : m_theme.muted);
    m_painter.drawText(QRectF(left, top, nameWidth - 6, line), Qt::AlignVCenter,
                       metrics.elidedText(value.name, Qt::ElideRight, nameWidth - 6));
    m_painter.drawText(QRectF(left + width - numberWidth, top, numberWidth, line),
                       Qt::AlignVCenter | Qt::AlignRight, number);
    const QRectF bar(left + nameWidth, top + line * 0.25, width - nameWidth - numberWidth - 4, line * 0.5);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.raised);
    m_painter.drawRoundedRect(bar, 3, 3);
    const auto part = [&](double at) {
        return bar.width() * std::clamp((at - value.low) / (value.high - value.low), 0.0, 1.0);
    };
    if (value.answer) {
        m_painter.setBrush(isStrongest ? m_theme.accent : mixed(m_theme.panel, m_theme.accent, 0.5));
        m_painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(part(*value.answer), bar.height())), 3, 3);
    }
    if (value.label) {
        const double at = bar.left() + part(*value.label);
        m_painter.setPen(QPen(m_theme.text, 2));
        m_painter.drawLine(QPointF(at, bar.top() - 2), QPointF(at, bar.bottom() + 2));
    }
    return top + line + 6;
}

}
