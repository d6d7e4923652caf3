#pragma once

#include "widgets/live/live_output.h"

#include <QWidget>

namespace widgets {

/// The outputs of a model as bars, each by its own scale, the leading one marked; a tick on each is its mean.
/// An answer that is no longer of now is muted.
class LiveBars : public QWidget {
    Q_OBJECT
public:
    explicit LiveBars(QWidget* parent = nullptr);

    void setOutputs(const std::vector<LiveOutput>& outputs);
    /// One per output; none: no answer yet. @param answer  comes back when it is on the screen
    void setValues(const std::vector<float>& values, quint64 answer);
    void setMeans(const std::vector<double>& means);
    void setMuted(bool muted);

    const std::vector<float>& values() const { return m_values; }
    bool isMuted() const { return m_isMuted; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void painted(quint64 answer); ///< once for each answer

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBar(QPainter& painter, std::size_t output, const QRectF& area, bool isLeading) const;
    void paintScale(QPainter& painter, double top) const;

    std::vector<LiveOutput> m_outputs;
    std::vector<float> m_values;
    std::vector<double> m_means;
    bool m_isMuted = false;
    quint64 m_answer = 0;
    quint64 m_painted = 0;
};

}
