#pragma once

#include "app/privacy/hide_wish.h"
#include "app/tasks/task.h"

#include <QImage>
#include <QObject>

#include <stop_token>

namespace engine {
class VideoReader;
}

namespace app {

class Tasks;

/// The picture of a recording at a moment, small. @throws as engine::VideoReader.
QImage smallPicture(engine::VideoReader& reader, double seconds, const std::stop_token& stop);

/// Plays what lies around a picture twice, silently: as it was recorded, and as it is in the copy. Pictures
/// are decoded in the background; where that takes longer than they last, some are left out.
class PairPlayer : public QObject {
    Q_OBJECT
public:
    explicit PairPlayer(Tasks& tasks, QObject* parent = nullptr);

    static constexpr double kAround = 1.0; ///< seconds before and after the picture
    void play(const LookPicture& look); ///< from the beginning, whatever played
    void stop();
    bool isPlaying() const { return m_reading.isRunning(); }

signals:
    void shown(const QImage& before, const QImage& after, double seconds);
    void ended();

private:
    Task m_reading;
};

}
