#pragma once

#include "engine/live/mel_ticker.h"
#include "engine/media/video_frame.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <memory>
#include <vector>

namespace app {

/// Sound of a live session, and how it looks.
struct LiveSound {
    double start = 0.0; ///< seconds of the session
    std::vector<float> samples; ///< mono, engine::kLiveSoundRate
    engine::MelTicker::Columns columns;
};

/// Where the pictures and the sound of a live session come from. It begins by itself, and ends when it is
/// retired.
class LiveSource : public QObject {
    Q_OBJECT
public:
    /// Seconds of the session; below 0 until there is something.
    virtual double now() const = 0;
    virtual bool hasSound() const = 0;
    virtual bool hasPictures() const = 0;
    /// Ends it in the background, then deletes it; no signal comes any more.
    virtual void retire() = 0;

signals:
    void opened(const QStringList& lines); ///< what it is, for people
    void pictureTaken(const std::shared_ptr<const engine::VideoFrame>& picture);
    void soundHeard(const app::LiveSound& sound);
    /// All pictures and all sound before this time were given. @param decoding  milliseconds since the last
    void reached(double until, double decoding);
    void ended(); ///< there is nothing more
    void failed(const QString& message);

protected:
    using QObject::QObject;
};

}
