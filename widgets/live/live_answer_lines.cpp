#include "widgets/live/live_answer_lines.h"

#include "widgets/base/scale_number.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

QColor colourOfOutput(const Theme& theme, std::size_t output)
{
    return theme.trackColour(1 + static_cast<int>(output) % Theme::kTrackColours);
}

double placeOf(double seconds, const QRect& area, const LiveSight& sight)
{
    return area.left() + area.width() * (1.0 - (sight.until - seconds) / sight.seconds);
}

void paintMiddle(QPainter& painter, const Theme& theme, const QRect& area)
{
    painter.setPen(QPen(theme.line, 1, Qt::DashLine));
    painter.drawLine(area.left(), area.center().y(), area.right(), area.center().y());
}

}

void LiveAnswerLines::setAnswers(const QString& model, const std::vector<LiveOutput>& outputs, double hop)
{
    m_model = model;
    m_outputs = outputs;
    m_hop = hop;
}

/// And one beyond each end.
std::span<const LiveAnswerPoint> LiveAnswerLines::inSight(const LiveHistory& history,
                                                          const LiveSight& sight) const
{
    const std::vector<LiveAnswerPoint>& answers = history.answers();
    const auto first = std::ranges::partition_point(answers, [&](const LiveAnswerPoint& answer) {
        return answer.time < sight.until - sight.seconds - 2.0 * m_hop;
    });
    const auto last = std::partition_point(first, answers.end(), [&](const LiveAnswerPoint& answer) {
        return answer.time <= sight.until + m_hop;
    });
    return {first, last};
}

/// A dot for each answer that has something, and lines between; broken where an answer was left out.
/// @param partOf  0…1 of the height; nothing: no dot
template <class PartOf>
void LiveAnswerLines::paintLine(QPainter& painter, const QColor& colour, const QRect& area,
                                std::span<const LiveAnswerPoint> answers, const LiveSight& sight,
                                PartOf partOf) const
{
    constexpr double dot = 1.8; // pixels
    QPainterPath path;
    double before = -1e9;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const LiveAnswerPoint& answer : answers) {
        const std::optional<double> part = partOf(answer);
        if (!part)
            continue;
        const QPointF point(placeOf(answer.time, area, sight),
                            area.bottom() - 4 - *part * (area.height() - 8));
        painter.drawEllipse(point, dot, dot);
        if (answer.time - before > 1.5 * m_hop) // one was left out
            path.moveTo(point);
        else
            path.lineTo(point);
        before = answer.time;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.5));
    painter.drawPath(path);
}

void LiveAnswerLines::paintParts(QPainter& painter, const Theme& theme, const QRect& area,
                                 const LiveHistory& history, const LiveSight& sight) const
{
    paintMiddle(painter, theme, area);
    painter.save();
    painter.setClipRect(area);
    for (const engine::Modality modality : engine::allModalities)
        paintLine(painter, theme.modality(modality), area, inSight(history, sight), sight,
                  [&](const LiveAnswerPoint& answer) -> std::optional<double> {
                      const std::optional<float>& found = answer.parts[static_cast<std::size_t>(modality)];
                      if (!found)
                          return std::nullopt;
                      return 0.5 + 0.5 * std::clamp(static_cast<double>(*found), -1.0, 1.0);
                  });
    painter.restore();
}

void LiveAnswerLines::paintAnswers(QPainter& painter, const Theme& theme, const QRect& area,
                                   const LiveHistory& history, const LiveSight& sight) const
{
    painter.setPen(theme.muted);
    if (!m_outputs.empty() && haveOneScale(m_outputs)) { // else each line has its own
        painter.drawText(QRect(area.left() + 6, area.top() + 1, 60, 16), Qt::AlignVCenter,
                         shownNumber(m_outputs.front().high, 3));
        painter.drawText(QRect(area.left() + 6, area.bottom() - 17, 60, 16), Qt::AlignVCenter,
                         shownNumber(m_outputs.front().low, 3));
    }
    paintMiddle(painter, theme, area);
    painter.save();
    painter.setClipRect(area);
    for (std::size_t output = 0; output < m_outputs.size(); ++output)
        paintLine(painter, colourOfOutput(theme, output), area, inSight(history, sight), sight,
                  [&](const LiveAnswerPoint& answer) -> std::optional<double> {
                      if (output >= answer.values.size())
                          return std::nullopt;
                      return m_outputs[output].part(static_cast<double>(answer.values[output]));
                  });
    const double answered = history.answers().empty() ? 0.0 : history.answers().back().time;
    if (!m_model.isEmpty() && answered < sight.until) {
        QColor grey = theme.muted;
        grey.setAlphaF(0.22F);
        painter.fillRect(
            QRectF(QPointF(std::max<double>(area.left(), placeOf(answered, area, sight)), area.top()),
                   QPointF(area.left() + area.width(), area.bottom() + 1)),
            grey);
    }
    painter.restore();
}

void LiveAnswerLines::paintSession(QPainter& painter, const Theme& theme, const QRect& area,
                                   const LiveHistory& history, double whole) const
{
    const auto x = [&](double seconds) { return area.left() + area.width() * seconds / whole; };
    const double room = area.height() - 8, ground = area.bottom() - 2;
    const double wide = std::max(1.0, area.width() * m_hop / whole - 1.0);
    painter.setPen(Qt::NoPen);
    for (const LiveAnswerPoint& answer : history.answers()) {
        if (answer.values.empty() || answer.values.size() != m_outputs.size())
            continue;
        const std::size_t leading = leadingOutput(m_outputs, answer.values);
        const LiveOutput& output = m_outputs[leading];
        const auto value = static_cast<double>(answer.values[leading]);
        const double tip = ground - room * output.part(value);
        const double root = output.isSigned() ? ground - room * output.part(0.0) : ground;
        const bool isNegative = output.isSigned() && value < 0.0;
        painter.setBrush(!output.isSigned() ? colourOfOutput(theme, leading)
                                            : (isNegative ? theme.negative : theme.positive));
        constexpr double least = 1.0; // pixels
        painter.drawRect(QRectF(QPointF(x(answer.time) - wide, std::min(tip, root)),
                                QPointF(x(answer.time), std::max({tip, root, std::min(tip, root) + least}))));
    }
}

}
