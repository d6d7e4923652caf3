#pragma once

#include "widgets/base/theme.h"
#include "widgets/live/live_history.h"
#include "widgets/live/live_output.h"

#include <QRect>

#include <span>

class QPainter;

namespace widgets {

/// What is in sight of a live session.
struct LiveSight {
    double until = 0.0; ///< seconds of the session, at the right edge
    double seconds = 10.0; ///< that are in sight
};

/// Draws what a model answers in a live session: its outputs as lines, each by its own scale, what its parts
/// found, and the whole session.
class LiveAnswerLines {
public:
    /// @param hop  seconds from one answer to the next
    void setAnswers(const QString& model, const std::vector<LiveOutput>& outputs, double hop);
    void setHasParts(bool hasParts) { m_hasParts = hasParts; }

    const QString& model() const { return m_model; }
    double hop() const { return m_hop; }
    bool hasParts() const { return m_hasParts; }

    /// Words, voice and face in the colours of their senses, about a middle line.
    void paintParts(QPainter& painter, const Theme& theme, const QRect& area, const LiveHistory& history,
                    const LiveSight& sight) const;
    /// Lines, and in grey the time that has no answer yet.
    void paintAnswers(QPainter& painter, const Theme& theme, const QRect& area, const LiveHistory& history,
                      const LiveSight& sight) const;
    /// The output that speaks for each answer since the session began, from the ground up or to both sides of
    /// the middle. @param whole  seconds of the width
    void paintSession(QPainter& painter, const Theme& theme, const QRect& area, const LiveHistory& history,
                      double whole) const;

private:
    std::span<const LiveAnswerPoint> inSight(const LiveHistory& history, const LiveSight& sight) const;
    template <class PartOf>
    void paintLine(QPainter& painter, const QColor& colour, const QRect& area,
                   std::span<const LiveAnswerPoint> answers, const LiveSight& sight, PartOf partOf) const;

    QString m_model;
    std::vector<LiveOutput> m_outputs;
    double m_hop = 0.5;
    bool m_hasParts = false;
};

}
