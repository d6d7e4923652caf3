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

/// The requests that the worker still has to answer. One thread pushes the requests that it reads, another
/// takes them; only the newest prediction counts.
class RequestQueue {
public:
    using Work = std::variant<LoadModel, PredictRequest, LiveRequest>;

    /// Appends work. A prediction that still waits is replaced by a newer one.
    /// @return the failure (`superseded`) that answers the replaced prediction.
    std::optional<Failure> push(Work work);

    /// Withdraws request `id`. @return the failure (`cancelled`) that answers it; nothing when it no longer
    /// waits, and then isCancelled() is true for it until the next take().
    std::optional<Failure> cancel(std::uint64_t id);

    /// Waits for work; it comes in the order in which it was pushed. @return nothing once the queue is
    /// closed; work that still waited is dropped.
    std::optional<Work> take();

    /// Whether nothing waits.
    bool isEmpty() const;

    /// Whether request `id`, the last that take() returned, was cancelled in the meantime.
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
