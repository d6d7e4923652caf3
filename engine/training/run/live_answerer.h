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
    /// @param scorer  outlives this
    explicit LiveAnswerer(const Scorer& scorer);
    ~LiveAnswerer();

    /// Takes what was seen and heard, and answers. A model that reads text goes without it.
    /// @throws as Scorer::predict().
    LiveReply answer(LiveRequest request);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
