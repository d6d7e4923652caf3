#pragma once

#include "engine/worker/messages.h"

#include <memory>

namespace engine {

class Scorer;

/// Answers about the last seconds of a session that is seen and heard at this moment: the same scores as
/// predictMedia() gives for the same span of a file (1e-5). Not thread-safe.
class LiveAnswerer {
public:
    /// @throws FormatError (code `needs_rows`) for a model that does not look at recordings.
    /// @param scorer  outlives this; from now on its model remembers faces and pieces of sound
    explicit LiveAnswerer(Scorer& scorer);
    ~LiveAnswerer();

    /// Takes what was seen and heard, and answers. A model that reads text goes without it, but
    /// for those of parts, which take what the request says.
    /// @throws as Scorer::predict().
    LiveReply answer(LiveRequest request);

    /// Replaces the upcoming span that the last request named, when that came due and was left unanswered.
    void expect(Interval span);

    /// Passes what is known of the span that is upcoming by the last request through the model: new faces
    /// and of its pieces of sound, which need not be computed when it is asked about.
    /// @return pieces; nothing when there was nothing to do. @throws as answer().
    std::optional<std::size_t> workAhead(std::size_t most = 1);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
