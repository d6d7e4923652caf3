#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <algorithm>

/// Notes for how long the GUI thread did not come back to its event loop. Tests print it; only what is far
/// beyond any noise of a machine is a failure (`kHang`).
class StallWatch : public QObject {
public:
    static constexpr qint64 kHang = 2000; ///< milliseconds

    StallWatch()
    {
        m_timer.setInterval(5);
        connect(&m_timer, &QTimer::timeout, this,
                [this] { m_longest = std::max(m_longest, m_since.restart() - m_timer.interval()); });
        start();
    }
    /// Begins anew.
    void start()
    {
        m_longest = 0;
        m_since.start();
        m_timer.start();
    }
    qint64 longest() const { return m_longest; } ///< milliseconds

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};
