#include "engine/worker/request_queue.h"

#include <algorithm>

namespace engine {

namespace {

std::uint64_t workIdOf(const RequestQueue::Work& work)
{
    return std::visit([](const auto& request) { return request.id; }, work);
}

}

Failure cancelledFailure(std::uint64_t id)
{
    return {id, "cancelled", "The request was withdrawn."};
}

std::optional<Failure> RequestQueue::push(Work work)
{
    const std::scoped_lock lock(m_mutex);
    std::optional<Failure> dropped;
    const auto isPrediction
        = [](const Work& waiting) { return std::holds_alternative<PredictRequest>(waiting); };
    if (isPrediction(work)) {
        const auto older = std::ranges::find_if(m_waiting, isPrediction);
        if (older != m_waiting.end()) {
            dropped = Failure{workIdOf(*older), "superseded", "A newer request took the place of this one."};
            m_waiting.erase(older);
        }
    }
    m_waiting.push_back(std::move(work));
    m_changed.notify_one();
    return dropped;
}

std::optional<Failure> RequestQueue::cancel(std::uint64_t id)
{
    const std::scoped_lock lock(m_mutex);
    const auto waiting = std::ranges::find(m_waiting, id, workIdOf);
    if (waiting == m_waiting.end()) {
        m_cancelledId = id;
        return std::nullopt;
    }
    m_waiting.erase(waiting);
    return cancelledFailure(id);
}

std::optional<RequestQueue::Work> RequestQueue::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
    if (m_closed)
        return std::nullopt;
    Work work = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_cancelledId.reset();
    return work;
}

bool RequestQueue::isEmpty() const
{
    const std::scoped_lock lock(m_mutex);
    return m_waiting.empty();
}

bool RequestQueue::isCancelled(std::uint64_t id) const
{
    const std::scoped_lock lock(m_mutex);
    return m_cancelledId == id;
}

void RequestQueue::close()
{
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

}
