#pragma once

#include "engine/sequences/timed_features.h"

#include <QWidget>

#include <vector>

namespace widgets {

/// The whole file in one strip: labelled segments in their colours, words as density, the visible part as a
/// frame. A click or drag moves the visible part; a double click seeks there.
class OverviewStrip : public QWidget {
    Q_OBJECT
public:
    explicit OverviewStrip(QWidget* parent = nullptr);

    void setDuration(double seconds);
    void setSegments(const engine::TimedFeatures& labels);
    void setWords(const std::vector<engine::Interval>& words);
    void setVisibleSpan(engine::Interval span);
    void setPlayhead(double seconds);
    void setMarks(std::vector<double> seconds); ///< what was found

    QSize sizeHint() const override { return {500, 26}; }
    QSize minimumSizeHint() const override { return {120, 22}; }

signals:
    void centreRequested(double seconds);
    void seekRequested(double seconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    double secondsAt(double x) const;
    double xAt(double seconds) const;

    double m_duration = 0.0;
    double m_playhead = 0.0;
    engine::Interval m_visible;
    engine::TimedFeatures m_labels;
    std::vector<engine::Interval> m_words;
    std::vector<double> m_marks;
};

}
