#include "engine/training/parallel/worker_group.h"

#include "engine/core/error.h"

#define USE_C10D_GLOO // Debian's LibTorch has gloo; its headers ask whether one wants to see it
#include <torch/csrc/distributed/c10d/FileStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

namespace engine {

namespace {

/// How long a worker waits for the others, which may have a slower machine or a checkpoint to write. A
/// process that ends is noticed at once.
constexpr std::chrono::minutes kLongestWait{30};

/// One that may open no socket would otherwise be told in gloo's words.
void requireSockets()
{
    const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (probe < 0)
        throw Error("no_sockets",
                    fmt::format("Workers cannot be connected: this process may open no socket ({}). Without "
                                "--workers, one process learns alone.",
                                std::strerror(errno)));
    close(probe);
}

}

struct WorkerGroup::Connections {
    c10::intrusive_ptr<c10d::ProcessGroupGloo> gloo;
};

WorkerGroup::WorkerGroup(const WorkerPlace& place, std::stop_token stop) : m_meeting(place, std::move(stop))
{
    try {
        requireSockets();
    } catch (const Error& error) {
        m_meeting.leave(error.what());
        throw;
    }
    try {
        auto options = c10d::ProcessGroupGloo::Options::create(kLongestWait);
        options->devices.push_back(c10d::ProcessGroupGloo::createDeviceForHostname(place.address));
        options->threads = 1;
        const auto store
            = c10::make_intrusive<c10d::FileStore>(m_meeting.store().string(), static_cast<int>(place.count));
        m_connections = std::make_unique<Connections>();
        m_connections->gloo = c10::make_intrusive<c10d::ProcessGroupGloo>(
            store, static_cast<int>(place.rank), static_cast<int>(place.count), options);
    } catch (const std::exception& error) {
        const std::string what
            = fmt::format("The workers cannot be connected at \"{}\": {}", place.address, error.what());
        m_connections.reset();
        m_meeting.leave(what);
        throw Error("no_connection", what);
    }
}

WorkerGroup::~WorkerGroup() = default;

template <typename Collective>
void WorkerGroup::together(torch::Tensor& values, const Collective& collective)
{
    if (!m_connections)
        throw Error("worker_lost", "Training has ended: the connections to the other workers are closed.");
    const torch::NoGradGuard noGradient;
    std::vector<torch::Tensor> sent{values.detach().to(torch::kCPU).contiguous()};
    try {
        collective(*m_connections->gloo, sent)->wait();
    } catch (const std::exception& error) {
        const std::string broken = error.what();
        m_connections.reset(); // the others notice
        m_meeting.tellLost(broken);
    }
    if (sent.front().data_ptr() != values.data_ptr())
        values.copy_(sent.front());
}

void WorkerGroup::sum(torch::Tensor& values)
{
    together(values, [](c10d::ProcessGroupGloo& gloo, std::vector<torch::Tensor>& sent) {
        return gloo.allreduce(sent);
    });
}

void WorkerGroup::takeFromFirst(torch::Tensor& values)
{
    together(values, [](c10d::ProcessGroupGloo& gloo, std::vector<torch::Tensor>& sent) {
        return gloo.broadcast(sent);
    });
}

bool WorkerGroup::any(bool own)
{
    torch::Tensor value = torch::tensor(own ? 1.0F : 0.0F).reshape({1});
    sum(value);
    return value.item<float>() > 0.0F;
}

void WorkerGroup::leave(const std::string& why) noexcept
{
    m_meeting.leave(why);
    m_connections.reset();
}

}
