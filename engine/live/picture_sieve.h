#pragma once

#include "engine/media/video_frame.h"

#include <memory>

namespace engine {

/// The longest step, in whole milliseconds, of which all times that a model asks for are multiples.
/// @param hop    seconds from the start of one span to the next; the first begins at 0
/// @param every  seconds between two pictures of a span
double pictureStep(double hop, double every);

/// Lets those pictures of a stream pass that are shown at a multiple of `step`, the only ones that a model
/// asks for.
class PictureSieve {
public:
    explicit PictureSieve(double step) : m_step(step) { }

    /// Takes the next picture of the stream. @return the one before it, if it was shown at such a time, which
    /// is known only now; else null
    std::shared_ptr<const VideoFrame> next(std::shared_ptr<const VideoFrame> picture);
    /// The one that is shown now: it passes as soon as the time comes. @return as next()
    std::shared_ptr<const VideoFrame> until(double seconds);

private:
    double m_step;
    std::shared_ptr<const VideoFrame> m_shown; ///< null: it has passed
    double m_due = 0.0; ///< the next time that is asked for
};

}
