#pragma once

#include <deque>

namespace app {

/// How often something happened a second, over the last seconds.
class RecentRate {
public:
    explicit RecentRate(double seconds) : m_seconds(seconds) { }

    void clear() { m_times.clear(); }
    /// @param time  in seconds; times rise
    void add(double time)
    {
        m_times.push_back(time);
        forget(time);
    }
    /// Until `now`; 0 while too little happened to tell.
    double perSecond(double now)
    {
        forget(now);
        const double span = m_times.size() < 2 ? 0.0 : m_times.back() - m_times.front();
        return span > 0.0 ? static_cast<double>(m_times.size() - 1) / span : 0.0;
    }

private:
    void forget(double now)
    {
        while (!m_times.empty() && m_times.front() < now - m_seconds)
            m_times.pop_front();
    }

    double m_seconds;
    std::deque<double> m_times;
};

}
