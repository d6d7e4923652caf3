#pragma once

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace app {

/// The first gamepad or joystick that is plugged in, read on a thread of its own while it is wanted. SDL,
/// which knows them all, is loaded then and not before: linked into the program, it made each start slower by
/// what its dozen libraries take. Where SDL is not installed, there is no gamepad.
class Gamepad : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~Gamepad() override;

    void start(); ///< begins to read, also what is plugged in later
    void stop(); ///< does not wait

signals:
    void plugged(const QString& name); ///< is read from now on; empty: it was pulled out
    /// @param position  of the stick up (1) and down (−1); small movements about the middle are none
    void moved(double position);
    void stepped(int step); ///< the cross: up is 1, down is −1
    void pressed(); ///< one of the buttons

private:
    void readWhenWanted(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    bool m_isWanted = false;
    unsigned m_starts = 0; ///< whoever starts is told anew what is plugged in
    std::jthread m_thread; // last: it uses all of the above
};

}
