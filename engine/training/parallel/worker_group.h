#pragma once

#include "engine/training/parallel/worker_meeting.h"

#include <torch/torch.h>

#include <memory>
#include <stop_token>

namespace engine {

/// Processes that train one model together, connected by gloo (c10d of LibTorch). All of them call the same
/// functions in the same order. What is sent is numbers: sums of gradients, weights, figures.
///
/// Connections are by TCP at WorkerPlace::address, neither encrypted nor asked for a password: between
/// machines, a network is needed whose users are trusted.
class WorkerGroup {
public:
    /// Waits until all are here, and connects them.
    /// @throws as WorkerMeeting; Error (`no_sockets`) where this process may open none.
    WorkerGroup(const WorkerPlace& place, std::stop_token stop);
    ~WorkerGroup();
    WorkerGroup(const WorkerGroup&) = delete;
    WorkerGroup& operator=(const WorkerGroup&) = delete;

    std::size_t rank() const { return m_meeting.place().rank; }
    std::size_t count() const { return m_meeting.place().count; }
    bool isFirst() const { return rank() == 0; }

    /// Each worker gets the sum of what all have there, with the same bits. @param values  on any device
    /// @throws Error (`worker_lost`) naming who is gone; Cancelled where another worker was stopped.
    void sum(torch::Tensor& values);
    /// Each worker gets what the first one has there. @throws as sum().
    void takeFromFirst(torch::Tensor& values);
    /// Whether any of them says so. @throws as sum().
    bool any(bool own);

    /// Tells the others, before this process ends early. @param why  empty: it was stopped
    void leave(const std::string& why) noexcept;

private:
    struct Connections;

    /// Does it with the values on the processor.
    template <typename Collective>
    void together(torch::Tensor& values, const Collective& collective);

    WorkerMeeting m_meeting;
    std::unique_ptr<Connections> m_connections; ///< null: they broke
};

}
