#pragma once

#include "engine/worker/messages.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

namespace engine {

/// The answer to a request that the client withdrew.
Failure cancelledFailure(std::uint64_t id);

/// What the worker still has to do. One thread pushes what it reads, another takes; the newest prediction
/// wins.
class RequestQueue {
public:
    using Work = std::variant<LoadModel, PredictRequest>;

    /// Appends work, at the end. A prediction that still waits gives way to a newer one.
    /// @return the failure (`superseded`) that answers the prediction which gave way.
    std::optional<Failure> push(Work work);

    /// Withdraws request `id`. @return the failure (`cancelled`) that answers it; nothing when it no longer
    /// waits, and then isCancelled() is true for it until the next take().
    std::optional<Failure> cancel(std::uint64_t id);

    /// Waits for work, in the order pushed. @return nothing once the queue is closed; what waited then is
    /// dropped.
    std::optional<Work> take();

    /// Was the request that take() gave last cancelled in the meantime?
    bool isCancelled(std::uint64_t id) const;

    /// Lets take() return nothing from now on.
    void close();

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Work> m_waiting;
    std::optional<std::uint64_t> m_cancelledId;
    bool m_closed = false;
};

}
