#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace widgets {

/// Lets a view that was dragged and released in motion glide on, ever slower.
class KineticPan : public QObject {
    Q_OBJECT
public:
    explicit KineticPan(QObject* parent = nullptr);

    /// @param x  pixels. @param when  milliseconds, of the event
    void press(double x, quint64 when);
    void move(double x, quint64 when);
    /// @param glides  false: the view stops where it is
    void release(quint64 when, bool glides);
    void stop();
    bool isGliding() const { return m_timer.isActive(); }
    /// The hand's last speed in pixels per second; 0 where it rested before it let go.
    double velocity(quint64 when) const;

signals:
    void panned(double pixels); ///< the view moves to the right by these pixels

private:
    void step();

    struct Sample {
        double x;
        quint64 when;
    };
    std::vector<Sample> m_samples; ///< of the last moments
    QTimer m_timer;
    QElapsedTimer m_clock; ///< since the last step
    double m_velocity = 0.0;
};

}
